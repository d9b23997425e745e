// What could be improved or considered before signing. Advice only: nothing blocks signing.

import { type Gap, gaps } from '../../interview/talk/gaps.ts';
import type { Person } from '../../interview/visit.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Reminders } from './Reminders.tsx';
import css from './Review.module.css';
import { TimeTaken } from './TimeTaken.tsx';
import { Unfinished } from './Unfinished.tsx';
import { WordingHints } from './WordingHints.tsx';

interface BeforeSigningProps {
  readonly store: Store;
  readonly person: Person | undefined;
  /** Brings the clinician to a section, with focus on its heading. */
  readonly onGo: (section: 'focus' | 'evoke' | 'plan') => void;
}

export function BeforeSigning({ store, person, onGo }: BeforeSigningProps) {
  return (
    <>
      <div class={css.beforeSigning} inert={store.filing.isLocked()}>
        <Gaps store={store} onGo={onGo} />
        <Unfinished store={store} />
        <WordingHints store={store} />
        <TimeTaken store={store} />
      </div>
      <Reminders store={store} person={person} />
    </>
  );
}

const GAP_ROWS = {
  'target-not-named': ['The note does not say what it is about.', 'Name what you talked about', 'focus'],
  'words-without-code': ['Some words have no kind of talk yet and are not in the note.', 'Choose the kind', 'evoke'],
  'view-without-fact': [
    '“What they make of it” is not in the note, because “What you shared” is empty.',
    'Say what you shared',
    'focus',
  ],
  'plan-left-out': [
    'You typed parts of a plan, and the outcome is “No plan yet”. They are not in the note.',
    'Change the outcome',
    'plan',
  ],
  'no-follow-up': ['No follow-up is named.', 'Agree a follow-up', 'plan'],
} as const satisfies { readonly [G in Gap]: readonly [says: string, action: string, section: string] };

function Gaps({ store, onGo }: Omit<BeforeSigningProps, 'person'>) {
  const found = gaps(store.interview.value);
  if (found.length === 0) return null;
  return (
    <ul class={css.gaps} aria-label="What could still be filled in">
      {found.map((gap) => {
        const [says, action, section] = GAP_ROWS[gap];
        return (
          <li key={gap} class={css.gap}>
            <span>{says}</span>
            <Button variant="quiet" onPress={() => onGo(section)}>
              {action}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
