// Topics to offer: suggestions from the chart, and the order of behaviors. The order never changes while someone uses
// it.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Behavior } from '../../interview/guide/behaviors.ts';
import type { Suggestion } from '../../interview/guide/chart-suggestions.ts';
import type { Interview } from '../../interview/interview.ts';
import type { ContextState } from '../history/chart.ts';
import type { GuideTexts } from './guide-texts.ts';

/** Suggestions from the chart. `none` means that the chart was read and suggests nothing. */
export type Suggestions =
  | { readonly kind: 'reading' }
  | { readonly kind: 'some' | 'none'; readonly list: readonly Suggestion[] }
  | { readonly kind: 'unavailable' };

/**
 * The topics of one interview. Their order follows the chart only until the first entry or until the pointer or focus
 * reaches the topics. A chart read later shows as a suggestion and moves nothing.
 */
export function createTopicSuggestions(
  interview: ReadonlySignal<Interview>,
  context: ReadonlySignal<ContextState>,
  behaviors: readonly Behavior[],
  { loaded: texts, isUnavailable }: Pick<GuideTexts, 'loaded' | 'isUnavailable'>,
) {
  const suggestions = computed((): Suggestions => {
    const [read, rules] = [context.value, texts.value];
    if (read.kind === 'loading') return { kind: 'reading' };
    if (!rules) return { kind: isUnavailable.value ? 'unavailable' : 'reading' };
    const list = rules.suggestionsFrom(read.context, behaviors);
    return { kind: list.length > 0 ? 'some' : 'none', list };
  });
  const best = computed(() => {
    const [read, rules] = [context.value, texts.value];
    return rules && read.kind === 'loaded' ? rules.orderBehaviors(behaviors, read.context) : behaviors;
  });
  // Undefined while the order is free.
  const kept = signal<readonly Behavior[] | undefined>(undefined);
  const keepOrder = (): void => {
    kept.value = kept.peek() ?? best.peek();
  };
  let untouched = interview.peek();
  const stop = effect(() => {
    if (interview.value !== untouched) keepOrder();
  });
  return {
    suggestions,
    /** All behaviors. Those the chart suggests come first, if that was known before the clinician used the list. */
    topics: computed(() => kept.value ?? best.value),
    /** Keeps the current order from now on. */
    keepOrder,
    /** Allows a new order for the next note. */
    freeOrder: (): void => {
      untouched = interview.peek();
      kept.value = undefined;
    },
    dispose: stop,
  };
}
