// Topics to offer: what the chart brings to mind, and the order in which behaviours stand. Nothing moves under a hand.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ChartContext } from '../../interview/chart-context.ts';
import type { Behaviour } from '../../interview/guide/behaviours.ts';
import type { Suggestion } from '../../interview/guide/chart-suggestions.ts';
import type { Interview } from '../../interview/interview.ts';
import type { ContextState } from '../history/chart.ts';
import { loadGuideTexts } from './load-deferred.ts';

/** What the chart brings to mind; `none` says that nothing there does, which is not the same as not knowing yet. */
export type Suggestions =
  | { readonly kind: 'reading' }
  | { readonly kind: 'some' | 'none'; readonly list: readonly Suggestion[] }
  | { readonly kind: 'unavailable' };

/** What is offered to talk about. */
export interface TopicSuggestions {
  readonly suggestions: ReadonlySignal<Suggestions>;
  /** All behaviours: those the chart brings to mind first, if that was known before anyone reached for them. */
  readonly topics: ReadonlySignal<readonly Behaviour[]>;
  /** From now on the order stays as it is. */
  readonly keepOrder: () => void;
  /** For the next note, which nobody has touched yet. */
  readonly freeOrder: () => void;
  readonly dispose: () => void;
}

type Order = { readonly kind: 'free' } | { readonly kind: 'kept'; readonly topics: readonly Behaviour[] };

/** Thinks about what was read, as soon as it is there. */
function createThinking(context: ReadonlySignal<ContextState>, behaviours: readonly Behaviour[]) {
  const suggestions = signal<Suggestions>({ kind: 'reading' });
  const best = signal(behaviours);
  const think = async (read: ChartContext): Promise<void> => {
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
    if (context.value.kind === 'loaded') void think(context.value.context);
  });
  return { suggestions, best, stop };
}

/**
 * Offers over one interview. The order of topics follows the chart only until the first thing is recorded or a hand
 * (pointer or focus) reaches the topics: an answer that comes later shows as a suggestion and moves nothing.
 */
export function createTopicSuggestions(
  interview: ReadonlySignal<Interview>,
  context: ReadonlySignal<ContextState>,
  behaviours: readonly Behaviour[],
): TopicSuggestions {
  const { suggestions, best, stop: stopThinking } = createThinking(context, behaviours);
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
      stopThinking();
    },
  };
}
