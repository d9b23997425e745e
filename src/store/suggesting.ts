// Topics to offer: what the chart brings to mind, and the order in which behaviours stand. Nothing moves under a hand.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Behaviour } from '../interview/guide/behaviours.ts';
import { orderBehaviours, type Suggestion, suggestionsFrom } from '../interview/guide/chart-suggestions.ts';
import type { Interview } from '../interview/interview.ts';
import type { ContextState } from './charting.ts';

/** What is offered to talk about. */
export interface Suggesting {
  /** Empty while the chart is read, and where it brings nothing to mind. */
  readonly suggestions: ReadonlySignal<readonly Suggestion[]>;
  /** All behaviours: those the chart brings to mind first, if that was known before anyone reached for them. */
  readonly topics: ReadonlySignal<readonly Behaviour[]>;
  /** From now on the order stays as it is. */
  readonly keepOrder: () => void;
  /** For the next note, which nobody has touched yet. */
  readonly freeOrder: () => void;
  readonly dispose: () => void;
}

type Order = { readonly kind: 'free' } | { readonly kind: 'kept'; readonly topics: readonly Behaviour[] };

/**
 * Offers over one interview. The order of topics follows the chart only until the first thing is recorded or a hand
 * (pointer or focus) reaches the topics: an answer that comes later shows as a suggestion and moves nothing.
 */
export function createSuggesting(
  interview: ReadonlySignal<Interview>,
  context: ReadonlySignal<ContextState>,
  behaviours: readonly Behaviour[],
): Suggesting {
  const order = signal<Order>({ kind: 'free' });
  const best = computed(() =>
    context.value.kind === 'loaded' ? orderBehaviours(behaviours, context.value.context) : behaviours,
  );
  const keepOrder = (): void => {
    if (order.peek().kind === 'free') order.value = { kind: 'kept', topics: best.peek() };
  };
  let untouched = interview.peek();
  const stop = effect(() => {
    if (interview.value !== untouched) keepOrder();
  });
  return {
    suggestions: computed(() =>
      context.value.kind === 'loaded' ? suggestionsFrom(context.value.context, behaviours) : [],
    ),
    topics: computed(() => (order.value.kind === 'kept' ? order.value.topics : best.value)),
    keepOrder,
    freeOrder: () => {
      untouched = interview.peek();
      order.value = { kind: 'free' };
    },
    dispose: stop,
  };
}
