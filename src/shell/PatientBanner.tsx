// The patient of this chart. Always visible, display only, never cut short. Missing facts are stated in words.

import { formalName } from '../interview/person-name.ts';
import type { Person } from '../interview/visit.ts';
import type { Store } from '../store/store.ts';
import { Deferred } from '../ui/Deferred.tsx';
import { ageOn, clinicalDate } from '../ui/day-and-time/dates.ts';
import { goTo } from '../ui/keyboard/go-to.ts';
import { loadPatientUnreadable } from './load-deferred.ts';
import css from './PatientBanner.module.css';

export function PatientBanner({ store }: { readonly store: Store }) {
  const state = store.chart.person.value;
  if (state.kind === 'loaded' && !store.context.showBanner) return null;
  return (
    <section class={css.banner} aria-label="Patient" id="patient" tabIndex={-1}>
      {state.kind === 'loaded' && <Identity person={state.person} today={store.day(0)} />}
      {state.kind === 'loading' && <p class={css.facts}>Reading the chart</p>}
      {state.kind === 'unavailable' && (
        <Deferred load={loadPatientUnreadable} props={{ store, why: state.why, onRetry: () => retry(store) }} />
      )}
    </section>
  );
}

// The button disappears while the patient is read. The banner stays, unless the EHR shows its own once there is a name.
function retry({ chart, context }: Store): void {
  goTo(context.showBanner ? '#patient' : '#target-heading');
  void chart.load();
}

const RECORDS = {
  replaced: 'Another record replaces this one. Check that this is the right chart.',
  inactive: 'This record is marked as not in use. Check that this is the right chart.',
} as const;

function Identity({ person, today }: { readonly person: Person; readonly today: string }) {
  const age = person.birthDate && !person.deceased ? ageOn(person.birthDate, today) : undefined;
  return (
    <div class={person.deceased ? css.deceased : ''}>
      <p class={css.name}>
        <bdi>{formalName(person)}</bdi>
      </p>
      {person.preferred && (
        <p class={css.facts}>
          Goes by <bdi>{person.preferred}</bdi>
        </p>
      )}
      <p class={css.facts}>
        {person.birthDate ? `Born ${clinicalDate(person.birthDate)}` : 'Date of birth not recorded'}
        {age !== undefined && ` (${age})`}
        {' · '}
        {person.identifier ? `${person.identifier.label} ${person.identifier.value}` : 'No record number'}
        {person.deceased && <strong> · Deceased</strong>}
      </p>
      {person.record && (
        <p class={css.facts}>
          <strong>{RECORDS[person.record]}</strong>
        </p>
      )}
    </div>
  );
}
