// Review and sign: the note exactly as it will be filed, and for whom. Problems and possible improvements are above it.

import { useState } from 'preact/hooks';
import { composeNote } from '../../interview/note/compose-note.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { readTexts, readView } from '../../interview/note/read-view.ts';
import { writeNoteText } from '../../interview/note/text/write-note-text.ts';
import { callingName, formalName } from '../../interview/person-name.ts';
import type { Person } from '../../interview/visit.ts';
import { watchedPerson } from '../../store/history/chart.ts';
import { instantAt } from '../../store/session/clock.ts';
import type { Store } from '../../store/store.ts';
import { mayBeInChart } from '../../store/writing/writing.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { goTo } from '../../ui/keyboard/go-to.ts';
import type { Message } from '../../ui/messages/fault-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Fold } from '../../ui/note/Fold.tsx';
import { NoteRead } from '../../ui/note/NoteRead.tsx';
import { Section } from '../../ui/Section.tsx';
import { bornWords } from '../../ui/Signing.tsx';
import { BeforeSigning } from './BeforeSigning.tsx';
import { Discard } from './Discard.tsx';
import { isDrawnAs } from './drawn-note.ts';
import { FilingTrouble } from './FilingTrouble.tsx';
import { NoteLines } from './NoteLines.tsx';
import css from './Review.module.css';
import { SignButton } from './SignButton.tsx';

interface ReviewProps {
  readonly store: Store;
  /** Brings the clinician to a section, with focus on its heading. */
  readonly onGo: (section: 'focus' | 'evoke' | 'plan') => void;
}

export function Review({ store, onGo }: ReviewProps) {
  const isOpen = store.isReviewOpen.value;
  return (
    <Section
      id="review"
      title="Review"
      aim="read it, then sign"
      beside={
        !isOpen && (
          <Button
            variant="quiet"
            onPress={() => {
              store.openReview();
              // This button disappears.
              goTo('#review-heading');
            }}
          >
            Show the note
          </Button>
        )
      }
    >
      {isOpen && <Reviewed store={store} onGo={onGo} />}
    </Section>
  );
}

function Reviewed({ store, onGo }: ReviewProps) {
  const person = watchedPerson(store.chart);
  const [rewritten, setRewritten] = useState(0);
  const sign = (): void => {
    const note = composed(store);
    if (!note || (isOnScreen(unsigned(noteText(note, person))) && isReadOnScreen(note))) {
      setRewritten(0);
      store.historyView.close();
      void store.filing.sign();
    } else setRewritten(rewritten + 1);
  };
  return (
    <>
      <FilingTrouble store={store} />
      <BeforeSigning store={store} person={person} onGo={onGo} />
      <NoteText key={rewritten} store={store} person={person} />
      {rewritten > 0 && <Notice tone="fault" words={rewritten === 1 ? REDRAWN : REWRITTEN} />}
      <SignButton store={store} person={person} onSign={sign} />
      <div id="copy-note">
        <CopyText label="Copy note text" text={() => copyable(store, person)} plain={mayBeInChart(store)} />
      </div>
      <Discard store={store} />
      {store.support !== '' && <p class="quiet-text">{store.support}</p>}
    </>
  );
}

const REDRAWN: Message = {
  happened: 'Something in this browser changed the note on the screen.',
  safe: 'Nothing was sent. The note is now shown again as you wrote it.',
  next: 'Read it once more, then sign.',
};

const REWRITTEN: Message = {
  happened: 'Something in this browser keeps changing the note on the screen.',
  safe: 'Nothing was sent, and nothing you wrote is lost.',
  next: 'Turn off page translation and highlighters, then sign. Or copy the note text.',
};

const NOTE_TEXT = 'note-text';
const NOTE_READ = 'note-read';

const isOnScreen = (text: string): boolean =>
  isDrawnAs(
    [...document.querySelectorAll(`#${NOTE_TEXT} > p`)].map(({ textContent }) => textContent ?? ''),
    text,
  );

// The clinician reads this view, so a change to it stops the signature like a change to the exact text.
function isReadOnScreen(note: ReadinessNote): boolean {
  const drawn = [...document.querySelectorAll(`#${NOTE_READ} [data-text]`)].map(({ textContent }) => textContent);
  const texts = readTexts(readView(note));
  return drawn.length === texts.length && texts.every((text, index) => text === drawn[index]);
}

function composed(store: Store): ReadinessNote | undefined {
  const note = composeNote(store.interview.value, instantAt(store.clock.millis()));
  return note.ok ? note.value : undefined;
}

const noteText = (note: ReadinessNote, person: Person | undefined): string =>
  writeNoteText(note, { givenName: person && callingName(person) });

// Copied text starts with name and birth date, because nothing else ties it to the patient.
function copyable(store: Store, person: Person | undefined): string {
  const head = person ? `${formalName(person)}, ${bornWords(person.birthDate)}\n\n` : '';
  const note = composed(store);
  return note ? head + noteText(note, person) : head;
}

// The time of signing and the check do not exist before signing, so the preview shows neither.
const unsigned = (text: string): string => text.replace(/^Signed: .*\n/m, '').replace(/; check [0-9A-F]{8}\s*$/, '');

// After a sign-in ends, the clinician may write on. The note on the screen then has more than was signed.
function captionOf({ state, isLocked }: Store['filing']): string {
  if (!isLocked()) return 'This is what will be filed. Signing adds the time.';
  const { value } = state;
  return value.kind === 'ended' && value.hasLaterText
    ? 'You wrote on after this note was signed. What you wrote since is not in it.'
    : 'You have signed this note.';
}

function NoteText({ store, person }: { readonly store: Store; readonly person: Person | undefined }) {
  const note = composed(store);
  if (!note) return <p class="quiet-text">Nothing to file yet. What you mark and write appears here.</p>;
  return (
    <figure class={css.note}>
      <figcaption class="quiet-text">{captionOf(store.filing)} The patient can read it too.</figcaption>
      <NoteRead view={readView(note)} id={NOTE_READ} />
      <Fold title={store.filing.isLocked() ? 'Exact text' : 'Exact text that will be filed'}>
        <NoteLines text={unsigned(noteText(note, person))} id={NOTE_TEXT} />
      </Fold>
      <Button variant="quiet" id="preview-button" onPress={() => store.view.show({ kind: 'note' })}>
        Preview as patient
      </Button>
    </figure>
  );
}
