// Review and sign: the note exactly as it will be filed, what could still be filled in, and who it is signed for.

import { composeNote } from '../../interview/compose-note.ts';
import { type Gap, gaps } from '../../interview/gaps.ts';
import { writeNoteText } from '../../interview/note-text.ts';
import { callingName, formalName } from '../../interview/person-name.ts';
import type { Person } from '../../interview/visit.ts';
import { instantAt } from '../../store/clock.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { clinicalDate } from '../../ui/dates.ts';
import { Section } from '../../ui/Section.tsx';
import { Discard } from './Discard.tsx';
import { FilingTrouble } from './FilingTrouble.tsx';
import { KindWords } from './KindWords.tsx';
import { NoteLines } from './NoteLines.tsx';
import { Reminders } from './Reminders.tsx';
import css from './Review.module.css';
import { SignButton } from './SignButton.tsx';
import { TimeTaken } from './TimeTaken.tsx';
import { Unfinished } from './Unfinished.tsx';

interface ReviewProps {
  readonly store: Store;
  /** Brings the clinician to a section, with focus on its heading. */
  readonly onGo: (section: 'focus' | 'evoke' | 'plan') => void;
}

export function Review({ store, onGo }: ReviewProps) {
  const open = store.review.value.kind === 'open';
  return (
    <Section id="review" title="Review" aim="read it, then sign">
      {open ? <Reviewed store={store} onGo={onGo} /> : <Button onPress={store.openReview}>Show the note</Button>}
    </Section>
  );
}

function Reviewed({ store, onGo }: ReviewProps) {
  const state = store.charting.person.value;
  const person = state.kind === 'loaded' ? state.person : undefined;
  return (
    <>
      <FilingTrouble store={store} />
      <div class={css.mending} inert={store.filing.isLocked()}>
        <Gaps store={store} onGo={onGo} />
        <Unfinished store={store} />
        <KindWords store={store} />
        <TimeTaken store={store} />
      </div>
      <Reminders store={store} person={person} />
      <NoteText store={store} person={person} />
      <SignButton store={store} person={person} />
      <div id="copy-note">
        <CopyText label="Copy note text" text={() => copyable(store, person)} />
      </div>
      <Discard store={store} />
      {store.support !== '' && <p class={css.quiet}>{store.support}</p>}
    </>
  );
}

function noteText(store: Store, person: Person | undefined): string | undefined {
  const note = composeNote(store.interview.value, instantAt(store.clock.millis()));
  const givenName = person && callingName(person);
  return note.ok ? writeNoteText(note.value, givenName === undefined ? {} : { givenName }) : undefined;
}

// Only copied text starts with name and birth date: nothing else would tie it to the person.
function copyable(store: Store, person: Person | undefined): string {
  const born = person?.birthDate ? `born ${clinicalDate(person.birthDate)}` : 'date of birth not recorded';
  const head = person ? `${formalName(person)}, ${born}\n\n` : '';
  return `${head}${noteText(store, person) ?? ''}`;
}

// The time of signing and the check over it exist only once it is signed: showing any would be showing the wrong ones.
const unsigned = (text: string): string => text.replace(/^Signed: .*\n/m, '').replace(/, check [0-9A-F]{8}\s*$/, '');

function NoteText({ store, person }: { readonly store: Store; readonly person: Person | undefined }) {
  const text = noteText(store, person);
  if (text === undefined) return <p class={css.quiet}>Nothing to file yet. What you mark and write will stand here.</p>;
  return (
    <figure class={css.note}>
      <figcaption class={css.quiet}>
        Exactly as it will be filed; signing adds its time and a check. The patient can read it too.
      </figcaption>
      <NoteLines text={unsigned(text)} />
      <Button look="quiet" onPress={() => store.showing.show({ kind: 'note' })}>
        Read it as the patient will
      </Button>
    </figure>
  );
}

// Marks without words have their own list, with a field for each.
type OtherGap = Exclude<Gap, { readonly kind: 'marks-without-words' }>;

const GAP_WORDS: {
  readonly [Kind in OtherGap['kind']]: { readonly section: 'focus' | 'evoke' | 'plan'; readonly action: string };
} = {
  'target-not-named': { section: 'focus', action: 'Name what you talked about' },
  'words-without-code': { section: 'evoke', action: 'Choose a code' },
  'no-follow-up': { section: 'plan', action: 'Agree a follow-up' },
};

function gapWords(gap: OtherGap): string {
  switch (gap.kind) {
    case 'target-not-named':
      return 'The note does not say what it is about.';
    case 'words-without-code':
      return 'Some words have no code yet and are not in the note.';
    case 'no-follow-up':
      return 'No follow-up is named.';
  }
}

function Gaps({ store, onGo }: ReviewProps) {
  const found = gaps(store.interview.value).filter((gap) => gap.kind !== 'marks-without-words');
  if (found.length === 0) return null;
  return (
    <ul class={css.gaps} aria-label="What could still be filled in">
      {found.map((gap) => (
        <li key={gap.kind} class={css.gap}>
          <span>{gapWords(gap)}</span>
          <Button look="quiet" onPress={() => onGo(GAP_WORDS[gap.kind].section)}>
            {GAP_WORDS[gap.kind].action}
          </Button>
        </li>
      ))}
    </ul>
  );
}
