// The text on and beside a sign button, the same for a note and for a change: for whom, and where it goes.

import type { ComponentChildren } from 'preact';
import { clinicalDate } from './day-and-time/dates.ts';
import css from './Signing.module.css';

/** `born 29-Feb-1972`, or that it is not recorded. `birthDate` as in the chart: a day, a month or a year. */
export const bornWords = (birthDate: string | undefined): string =>
  birthDate ? `born ${clinicalDate(birthDate)}` : 'date of birth not recorded';

/** Two lines: who or what, and the destination. */
export function SignWords({ who, where }: { readonly who: ComponentChildren; readonly where: string }) {
  return (
    <>
      <span class={css.who}>{who}</span> <span class={css.where}>{where}</span>
    </>
  );
}

/** Said where a sign button would be. */
export const NAME_UNREAD = 'The patient’s name could not be read, so nothing can be signed.';

/** The warning beside a sign button while another patient is open in another panel. */
export const AlsoOpen = () => <strong role="note">Evoke is also open for another patient</strong>;

interface SignForProps {
  /** The formal name. */
  readonly name: string;
  readonly birthDate: string | undefined;
}

/** The patient for whom it is signed. */
export function SignFor({ name, birthDate }: SignForProps) {
  return (
    <>
      Sign for <bdi>{name}</bdi>, <span class="unbroken">{bornWords(birthDate)}</span>
    </>
  );
}
