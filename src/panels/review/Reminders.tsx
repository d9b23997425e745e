// What to think of before signing: who may read this note. Each is one line and none stops a signature. The clinician
// decides what to leave out. Source: docs/design/motivational-interviewing.md, "Law and safety".

import type { Interview } from '../../interview/interview.ts';
import { callingName } from '../../interview/person-name.ts';
import type { Person } from '../../interview/visit.ts';
import type { Store } from '../../store/store.ts';
import { ageOn } from '../../ui/day-and-time/dates.ts';
import css from './Reminders.module.css';

const ADULT = 18;

/** True also if the chart has only a year or month of birth and the patient may be a minor. */
function mayBeMinor(birthDate: string | undefined, today: string): boolean {
  if (birthDate === undefined) return false;
  const age = ageOn(birthDate, today);
  if (age !== undefined) return age < ADULT;
  const latest = birthDate.length === 4 ? `${birthDate}-12-31` : `${birthDate}-28`;
  return (ageOn(latest, today) ?? ADULT) < ADULT;
}

/** The age if the chart has the day of birth, else that the patient may be a minor. */
function ageWords(birthDate: string | undefined, today: string): string {
  const age = birthDate === undefined ? undefined : ageOn(birthDate, today);
  return age === undefined ? `may be under ${ADULT}` : `is ${age}`;
}

const hasWords = ({ evoke, engage }: Interview): boolean =>
  evoke.talk.some(({ words }) => words.kind === 'heard') || engage.present !== '';

export function Reminders({ store, person }: { readonly store: Store; readonly person: Person | undefined }) {
  const { part2Program, securityLabels } = store.policy;
  const minor = person && mayBeMinor(person.birthDate, store.day(0));
  const words = hasWords(store.interview.value);
  if (!part2Program && !minor && !words) return null;
  return (
    <ul class={css.reminders} aria-label="Before you sign">
      {part2Program && (
        <li>
          <strong>42 CFR Part 2 program.</strong>{' '}
          {securityLabels
            ? 'This note is labeled as restricted. A copy has no label: share it only with consent.'
            : 'This EHR takes no labels: share the note only with consent.'}
        </li>
      )}
      {minor && (
        <li>
          <bdi>{callingName(person) ?? 'This person'}</bdi> {ageWords(person.birthDate, store.day(0))}. A parent may see
          this note in the portal. Leave out what was said in confidence.
        </li>
      )}
      {words && <li>Does this name family or friends? Leave names out; they did not agree to it.</li>}
    </ul>
  );
}
