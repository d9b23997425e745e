// The one button that files. It says for whom and where to; it is dead from the press until the end is known.

import { formalName } from '../../interview/person-name.ts';
import type { Person } from '../../interview/visit.ts';
import type { DestinationState } from '../../store/charting.ts';
import type { Filing } from '../../store/filing.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { clinicalDate } from '../../ui/dates.ts';
import css from './Review.module.css';

interface SignButtonProps {
  readonly store: Store;
  readonly person: Person | undefined;
}

/** Where the note goes, as the button's second line. */
function goesTo(destination: DestinationState): string {
  switch (destination.kind) {
    case 'unknown':
      return 'Finding out where notes go';
    case 'copy':
      return COPY_WHY[destination.why];
    case 'form': {
      const form = { observation: 'readiness note', document: 'clinical document', response: 'form answers' }[
        destination.form
      ];
      return `Goes to: chart, ${form}${destination.confirmed ? '' : ' (not yet confirmed)'}`;
    }
  }
}

const COPY_WHY = {
  'no-clinician': 'Your sign-in does not name a clinician, so nothing can be filed. Copy the text instead.',
  'no-scope': 'Your sign-in does not allow filing here. Copy the text instead.',
  'not-taken': 'This chart does not take this kind of note. Copy the text instead.',
  site: 'Filing is switched off here. Copy the text instead.',
} as const;

// After an answer that was lost, and after a note arrived, there is nothing to sign again.
const settled = (filing: Filing): boolean =>
  filing.kind === 'ended' && filing.end.kind !== 'refused' && filing.end.kind !== 'sessionEnded';

export function SignButton({ store, person }: SignButtonProps) {
  const destination = store.charting.destination.value;
  const filing = store.filing.filing.value;
  const { kind } = store.charting.person.value;
  if (!person) {
    return (
      <p class={css.quiet}>
        {kind === 'loading'
          ? 'Reading the patient’s name.'
          : 'The patient’s name could not be read, so nothing can be signed.'}
      </p>
    );
  }
  if (destination.kind === 'copy') return <p class={css.quiet}>{goesTo(destination)}</p>;
  if (settled(filing)) return null;
  const busy = filing.kind === 'sending' || filing.kind === 'verifying' || filing.kind === 'checking';
  const born = person.birthDate ? `born ${clinicalDate(person.birthDate)}` : 'date of birth not recorded';
  return (
    <div class={css.sign}>
      <Button
        look="primary"
        id="sign"
        dead={busy || destination.kind === 'unknown'}
        onPress={() => void store.sign()}
        keys="Control+Enter"
      >
        <span class={css.who}>
          Sign for {formalName(person)}, {born}
        </span>
        <span class={css.where}>{goesTo(destination)}</span>
      </Button>
      <span class={css.quiet}>Visible to the patient in the portal</span>
    </div>
  );
}
