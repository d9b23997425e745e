// The author's reading of a line next to the learner's marks, and the reason. Shows how raters might split.

import type { Talk } from '../../../interview/talk/talk.ts';
import {
  compareMarks,
  type ExpectedMarks,
  type FittingMarks,
  parseMarks,
  type RaterView,
} from '../../../learn/marks.ts';
import { HEAR, VERDICTS } from '../../../learn/page-text.ts';
import { SIDE_NAMES, strandLabel } from '../../../ui/messages/strand-labels.ts';
import css from '../Learn.module.css';

/** "Change (desire)". */
export const talkName = ({ side, strand }: Talk): string =>
  `${SIDE_NAMES[side]} (${strandLabel(strand).name.toLowerCase()})`;

/** The marks with one more. The same mark counts once. */
export const withMark = (marks: readonly Talk[], talk: Talk): readonly Talk[] =>
  marks.some((each) => talkName(each) === talkName(talk)) ? marks : [...marks, talk];

/** "6 of 10: Change (desire)". */
const describeView = ({ talk, raters }: RaterView): string =>
  `${HEAR.raters(raters)}: ${talk ? talkName(talk) : HEAR.nothing}`;

/** "Change (desire), Sustain (need)". A split line has each view. */
export const describeReading = (expected: ExpectedMarks): string => {
  if (expected.kind === 'nothing') return HEAR.nothing;
  return expected.kind === 'marks'
    ? expected.talks.map(talkName).join(', ')
    : expected.views.map(describeView).join('; ');
};

interface FeedbackProps {
  readonly id: string;
  readonly marks: FittingMarks;
  readonly marked: readonly Talk[];
  readonly why: string;
}

export function Feedback({ id, marks, marked, why }: FeedbackProps) {
  const expected = parseMarks(marks);
  const comparison = compareMarks(expected, marked);
  return (
    <div class={css.feedback} id={id}>
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
      {expected.kind === 'split' ? (
        <Split views={expected.views} />
      ) : (
        <p class="quiet-text">
          {HEAR.ours}: {describeReading(expected)}
        </p>
      )}
      <p>{why}</p>
    </div>
  );
}

const TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function Split({ views }: { readonly views: readonly RaterView[] }) {
  return (
    <div class={css.stack}>
      <p class="quiet-text">{HEAR.splitLead}</p>
      <ul class={css.split}>
        {views.map((view) => (
          <li key={describeView(view)}>
            <span class={css.dots} aria-hidden="true">
              {TEN.map((at) => (
                <span key={at} class={at < view.raters ? css.dotFull : css.dot} />
              ))}
            </span>
            {describeView(view)}
          </li>
        ))}
      </ul>
    </div>
  );
}
