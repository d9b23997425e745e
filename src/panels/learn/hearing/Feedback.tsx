// What is to be heard in a line, beside what was marked, and why. Where raters would differ it shows how.

import type { Talk } from '../../../interview/talk/talk.ts';
import { compareMarks, type Marks, readMarks, type View } from '../../../learn/marks.ts';
import { HEAR, VERDICTS } from '../../../learn/words.ts';
import { SIDE_NAMES, strandLabel } from '../../../ui/messages/strand-labels.ts';
import css from '../Learn.module.css';

/** "Change: Desire". */
export const talkName = ({ side, strand }: Talk): string => `${SIDE_NAMES[side]}: ${strandLabel(strand).name}`;

const viewName = ({ talk }: View): string => (talk ? talkName(talk) : HEAR.nothing);

interface FeedbackProps {
  readonly marks: Marks;
  readonly marked: readonly Talk[];
  readonly why: string;
}

export function Feedback({ marks, marked, why }: FeedbackProps) {
  const expected = readMarks(marks);
  const comparison = compareMarks(expected, marked);
  return (
    <div class={css.feedback}>
      <ul class={css.verdicts}>
        {comparison.marked.map(({ talk, verdict }) => (
          <li key={talkName(talk)}>
            <strong>{talkName(talk)}.</strong> {VERDICTS[verdict]}
          </li>
        ))}
        {comparison.missed.map((talk) => (
          <li key={talkName(talk)}>
            <strong>
              {HEAR.missed}: {talkName(talk)}.
            </strong>
          </li>
        ))}
        {comparison.letPass && <li>{HEAR.letPass}</li>}
      </ul>
      {expected.kind === 'split' ? <Split views={expected.views} /> : <p class={css.quiet}>{ours(expected)}</p>}
      <p>{why}</p>
    </div>
  );
}

const ours = (expected: Exclude<ReturnType<typeof readMarks>, { readonly kind: 'split' }>): string =>
  `${HEAR.ours}: ${expected.kind === 'nothing' ? HEAR.nothing : expected.talks.map(talkName).join(', ')}`;

const TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function Split({ views }: { readonly views: readonly View[] }) {
  return (
    <div>
      <p class={css.quiet}>{HEAR.splitLead}</p>
      <ul class={css.split}>
        {views.map((view) => (
          <li key={viewName(view)}>
            <span class={css.dots} aria-hidden="true">
              {TEN.map((at) => (
                <span key={at} class={at < view.raters ? css.dotFull : css.dot} />
              ))}
            </span>
            {view.raters} of 10: {viewName(view)}
          </li>
        ))}
      </ul>
    </div>
  );
}
