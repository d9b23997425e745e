// Topics to offer: suggestions from the chart, and the order of behaviors. The order never changes while someone uses
// it.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ChartContext } from '../../interview/chart-context.ts';
import type { Behaviour } from '../../interview/guide/behaviours.ts';
import type { Suggestion } from '../../interview/guide/chart-suggestions.ts';
import type { Interview } from '../../interview/interview.ts';
import type { ContextState } from '../history/chart.ts';
import { loadGuideTexts } from './load-deferred.ts';

/** Suggestions from the chart. `none` means that the chart was read and suggests nothing. */
export type Suggestions =
  | { readonly kind: 'reading' }
  | { readonly kind: 'some' | 'none'; readonly list: readonly Suggestion[] }
  | { readonly kind: 'unavailable' };

/** The topics to offer. */
export interface TopicSuggestions {
  readonly suggestions: ReadonlySignal<Suggestions>;
  /** All behaviors. Those the chart suggests come first, if that was known before the clinician used the list. */
  readonly topics: ReadonlySignal<readonly Behaviour[]>;
  /** Keeps the current order from now on. */
  readonly keepOrder: () => void;
  /** Allows a new order for the next note. */
  readonly freeOrder: () => void;
  readonly dispose: () => void;
}

type Order = { readonly kind: 'free' } | { readonly kind: 'kept'; readonly topics: readonly Behaviour[] };

/** Computes suggestions as soon as the chart context is read. */
function createSuggester(context: ReadonlySignal<ContextState>, behaviours: readonly Behaviour[]) {
  const suggestions = signal<Suggestions>({ kind: 'reading' });
  const best = signal(behaviours);
  const suggest = async (read: ChartContext): Promise<void> => {
    const rules = await loadGuideTexts().catch(() => undefined);
    if (!rules) {
      suggestions.value = { kind: 'unavailable' };
      return;
    }
    const list = rules.suggestionsFrom(read, behaviours);
    best.value = rules.orderBehaviours(behaviours, read);
    suggestions.value = { kind: list.length > 0 ? 'some' : 'none', list };
  };
  const stop = effect(() => {
    if (context.value.kind === 'loaded') void suggest(context.value.context);
  });
  return { suggestions, best, stop };
}

/**
 * The topics of one interview. Their order follows the chart only until the first entry or until the pointer or focus
 * reaches the topics. A chart read later shows as a suggestion and moves nothing.
 */
export function createTopicSuggestions(
  interview: ReadonlySignal<Interview>,
  context: ReadonlySignal<ContextState>,
  behaviours: readonly Behaviour[],
): TopicSuggestions {
  const { suggestions, best, stop: stopSuggester } = createSuggester(context, behaviours);
  const order = signal<Order>({ kind: 'free' });
  const keepOrder = (): void => {
    if (order.peek().kind === 'free') order.value = { kind: 'kept', topics: best.peek() };
  };
  let untouched = interview.peek();
  const stop = effect(() => {
    if (interview.value !== untouched) keepOrder();
  });
  return {
    suggestions,
    topics: computed(() => (order.value.kind === 'kept' ? order.value.topics : best.value)),
    keepOrder,
    freeOrder: () => {
      untouched = interview.peek();
      order.value = { kind: 'free' };
    },
    dispose: () => {
      stop();
      stopSuggester();
    },
  };
}
