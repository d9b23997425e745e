// The text on a sign button, the same for a note and for a change: for whom, and where it goes.

import type { ComponentChildren } from 'preact';
import { clinicalDate } from './dates.ts';
import css from './Signing.module.css';

/** `born 29-Feb-1972`, or that it is not recorded. `birthDate` as in the chart: a day, a month or a year. */
export const bornWords = (birthDate: string | undefined): string =>
  birthDate ? `born ${clinicalDate(birthDate)}` : 'date of birth not recorded';

interface SignWordsProps {
  readonly who: ComponentChildren;
  readonly where: string;
}

/** Two lines: who or what, and the destination. */
export function SignWords({ who, where }: SignWordsProps) {
  return (
    <>
      <span class={css.who}>{who}</span> <span class={css.where}>{where}</span>
    </>
  );
}

interface SignForProps {
  /** The formal name. */
  readonly name: string;
  readonly birthDate: string | undefined;
}

/** The patient for whom it is signed. */
export function SignFor({ name, birthDate }: SignForProps) {
  return (
    <>
      Sign for <bdi>{name}</bdi>, <span class={css.born}>{bornWords(birthDate)}</span>
    </>
  );
}
