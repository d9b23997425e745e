// The link to Learn in the footer.

import { ToLearn } from '../../learn-in-visit.tsx';
import type { Store } from '../../store/store.ts';
import css from './FooterLearn.module.css';

// A draft is kept a moment after the first change.
const isAtStart = ({ interviewDraft, filing, historyView, signInTime }: Store): boolean =>
  signInTime.state.value.kind === 'steady' &&
  interviewDraft.draft.value.kind === 'none' &&
  filing.state.value.kind === 'ready' &&
  historyView.looking.value.kind === 'closed';

/** It arrives after the first screen and moves none of the footer's buttons. */
export const FooterLearn = ({ store }: { readonly store: Store }) => (
  <div class={css.learn}>
    <ToLearn isAtStart={isAtStart(store)} />
  </div>
);
