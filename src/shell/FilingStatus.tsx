// The status line from signing on: what the note is doing, or where it is.

import type { ComponentChildren } from 'preact';
import { entryNow, type History } from '../store/history/chart.ts';
import type { Store } from '../store/store.ts';
import type { Filing } from '../store/writing/filing.ts';
import { hourAt } from '../ui/day-and-time/dates.ts';
import { leftOut, partNames } from '../ui/messages/lost-words.ts';
import css from './StatusBar.module.css';

/** What the work is doing until its end is known. */
const UNDER_WAY: { readonly [K in Filing['kind']]?: string } = {
  sending: 'Sending to the chart',
  verifying: 'Sent. Reading it back',
  checking: 'Not sure it was filed. Checking',
  looking: 'Not found in the chart yet. Still searching',
};

type Ended = Extract<Filing, { readonly kind: 'ended' }>;

const ENDED: { readonly [K in Ended['end']['kind']]?: string } = {
  unverified: 'Sent, not confirmed yet',
  accepted: 'Accepted, not in the chart yet',
  unknown: 'Not sure it arrived. Note kept',
};

const isRetracted = ({ note }: Ended, history: History): boolean => entryNow(history, note)?.standing === 'retracted';

function filingWords(filing: Filing, history: History): string | undefined {
  if (filing.kind !== 'ended') return UNDER_WAY[filing.kind];
  const { end, when } = filing;
  if (end.kind === 'duplicated') return `In the chart ${end.places.length} times`;
  if (end.kind !== 'filed') return ENDED[end.kind];
  if (isRetracted(filing, history)) return `Filed at ${hourAt(when)}, now entered in error`;
  if (end.lost.length === 0) return `Filed in the chart at ${hourAt(when)}, checked`;
  const dropped = leftOut(end.lost);
  return dropped.length > 0 ? `Filed; the chart dropped: ${partNames(dropped)}` : 'Filed; look at its other entries';
}

interface FilingStatusProps {
  readonly store: Store;
  /** Where the draft is. Shown after an end that filed nothing. */
  readonly draft: ComponentChildren;
}

export function FilingStatus({ store, draft }: FilingStatusProps) {
  const filing = store.filing.state.value;
  const history = store.chart.history.value;
  const end = filing.kind === 'ended' && !isRetracted(filing, history) ? filing.end : undefined;
  const isWhole = end?.kind === 'filed' && end.lost.length === 0;
  return <span class={isWhole ? css.sure : ''}>{filingWords(filing, history) ?? draft}</span>;
}
