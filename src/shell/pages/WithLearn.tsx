// Where the page shows Learn: a link in the footer, and a private question under a filed note.

import type { ComponentProps } from 'preact';
import { AfterFiling, ToLearn } from '../../learn-entry.tsx';
import { Result } from '../../panels/review/Result.tsx';
import type { Store } from '../../store/store.ts';
import css from './WithLearn.module.css';

// A draft is kept a moment after the first change.
const isAtStart = ({ interviewDraft, filing, historyView }: Store): boolean =>
  interviewDraft.draft.value.kind === 'none' &&
  filing.filing.value.kind === 'ready' &&
  historyView.looking.value.kind === 'closed';

/** It arrives after the first screen and moves none of the footer's buttons. */
export const FooterLearn = ({ store }: { readonly store: Store }) => (
  <div class={css.learn}>
    <ToLearn isAtStart={isAtStart(store)} />
  </div>
);

/** The page of a filed note. */
export const Filed = (props: ComponentProps<typeof Result>) => (
  <>
    <Result {...props} />
    <AfterFiling />
  </>
);
