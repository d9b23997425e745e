// The only button that files. It names the patient and the destination. It is disabled until the patient is read, and
// from signing until the end is known. A button that came later would come under a finger on the next one.

import { formalName } from '../../interview/person-name.ts';
import type { Person } from '../../interview/visit.ts';
import type { Store } from '../../store/store.ts';
import { isVisitHidden, maySign } from '../../store/writing/filing.ts';
import { Button } from '../../ui/Button.tsx';
import { goesTo } from '../../ui/messages/destination-text.ts';
import signing from '../../ui/Signing.module.css';
import { AlsoOpen, NAME_UNREAD, SignFor, SignWords } from '../../ui/Signing.tsx';

interface SignButtonProps {
  readonly store: Store;
  readonly person: Person | undefined;
  readonly onSign: () => void;
}

export function SignButton({ store, person, onSign }: SignButtonProps) {
  const destination = store.chart.destination.value;
  const filing = store.filing.state.value;
  if (!person && store.chart.person.value.kind !== 'loading') return <p class="quiet-text">{NAME_UNREAD}</p>;
  if (destination.kind === 'copy') return <p class="quiet-text">{goesTo(destination)}</p>;
  // A note that may be in the chart is searched for, and not signed again.
  if (filing.kind === 'ended' && !maySign(filing)) return null;
  return (
    <div class={signing.sign}>
      <Button
        variant="primary"
        id="sign"
        isDisabled={!person || store.filing.isBusy() || destination.kind === 'unknown'}
        onPress={onSign}
        keys="Control+Enter"
      >
        <SignWords
          who={
            person ? <SignFor name={formalName(person)} birthDate={person.birthDate} /> : 'Reading the patient’s name.'
          }
          where={`${goesTo(destination)}${isVisitHidden(filing) ? '. The note goes without the visit' : ''}`}
        />
      </Button>
      {store.isOtherPatientOpen.value && <AlsoOpen />}
      <span class="quiet-text">Visible to the patient in the portal</span>
    </div>
  );
}
