// Words for what a chart left out of a note, and for entries beside the note that somebody has to look at.

const BESIDE: Readonly<Record<string, string>> = {
  'entries of their own (not checked)':
    'Evoke could not check the ruler answers and the goal that are entries of their own.',
  'ruler answers of the earlier note (still final)':
    'The ruler answers of the earlier note are still in the chart as entries of their own.',
  'goal of the earlier note (still active)': 'The goal of the earlier note is still active.',
};

/** What to do about entries beside a note. */
export const LOOK_BESIDE = 'Look at these entries in the chart.';

/** The parts of a note that the chart left out, without what is said about entries beside it. */
export const leftOut = (lost: readonly string[]): readonly string[] => lost.filter((part) => !(part in BESIDE));

/** Sentences about everything in `lost`. Empty if it is empty. */
export function lostWords(lost: readonly string[]): string {
  const parts = leftOut(lost);
  const said = parts.length > 0 ? [`The chart left out: ${parts.join(', ')}.`] : [];
  return [...said, ...lost.flatMap((part) => BESIDE[part] ?? [])].join(' ');
}
