// Counts of change talk and sustain talk in words. Not a score.

import { balance } from '../../interview/talk/balance.ts';
import type { Store } from '../../store/store.ts';
import css from './HeardToday.module.css';

/** One line. Nothing if neither side has a mark. */
export function Balance({ store }: { readonly store: Store }) {
  const said = balance(store.parts.talk.value);
  if (said.kind === 'nothing') return null;
  const counts = `${said.change} for change, ${said.sustain} for staying the same`;
  return (
    <p class={css.balance}>
      Said today: {counts}
      {said.kind === 'share' && ` (${said.percent}% for change)`}
    </p>
  );
}
