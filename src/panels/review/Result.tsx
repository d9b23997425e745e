// After signing: where the note is and when it got there, what the chart left out, and what can be done next.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { writeNoteText } from '../../interview/note/text/write-note-text.ts';
import { callingName } from '../../interview/person-name.ts';
import type { Store } from '../../store/store.ts';
import type { Filing } from '../../store/writing/filing.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { hourAt } from '../../ui/dates.ts';
import { FORM_WORDS } from '../../ui/messages/destination-text.ts';
import signing from '../../ui/Signing.module.css';
import { Afterwards } from './Afterwards.tsx';
import { NoteLines } from './NoteLines.tsx';
import css from './Result.module.css';

interface ResultProps {
  readonly store: Store;
  readonly end: Extract<Extract<Filing, { readonly kind: 'ended' }>['end'], { readonly kind: 'filed' | 'unverified' }>;
  readonly note: ReadinessNote;
  readonly when: number;
  readonly writtenOn: boolean;
}

const HEADINGS = {
  filed: 'Filed in the chart',
  lossy: 'Filed, with parts missing',
  unverified: 'Sent, and not yet confirmed',
} as const;

const isLossy = (end: ResultProps['end']): boolean => end.kind === 'filed' && end.lost.length > 0;

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export function Result({ store, end, note, when, writtenOn }: ResultProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const person = store.chart.person.value;
  const name = person.kind === 'loaded' ? callingName(person.person) : undefined;
  const text = (): string => writeNoteText(note, name === undefined ? {} : { givenName: name });
  return (
    <section class={css.result} aria-labelledby="result-heading">
      <h2 class={css.heading} id="result-heading" ref={heading} tabIndex={-1}>
        {HEADINGS[isLossy(end) ? 'lossy' : end.kind]}
      </h2>
      <p>
        {sentence(FORM_WORDS[end.at.form])}, {hourAt(when)}
        {end.kind === 'filed' && !isLossy(end) && ', read back and compared'}
      </p>
      <p class={signing.quiet}>Note {note.id}</p>
      <Afterwards store={store} end={end} writtenOn={writtenOn} />
      <NoteLines text={text()} />
      <div class={css.actions}>
        {end.kind === 'unverified' && <Button onPress={() => void store.filing.lookAgain()}>Check again</Button>}
        <Button onPress={() => store.view.show({ kind: 'sharing', sheet: 'plan' })}>Plan to take home</Button>
        <CopyText plain label="Copy note text" text={text} />
        <BeginAnother store={store} unsure={writtenOn ? UNSENT : end.kind === 'unverified' ? UNSEEN : undefined} />
      </div>
    </section>
  );
}

const UNSEEN = 'This note may not be in the chart. Copy it before it is let go here.';
const UNSENT = 'What you wrote since is not in the chart. Copy it before it is let go here.';

// What may exist nowhere but here: letting it go is asked once more, in place.
function BeginAnother({ store, unsure }: { readonly store: Store; readonly unsure: string | undefined }) {
  const asked = useSignal<{ readonly kind: 'no' | 'yes' }>({ kind: 'no' });
  const begin = (): void => void store.beginAnother();
  if (unsure === undefined) {
    return <Button onPress={begin}>Begin another note</Button>;
  }
  return (
    <>
      {asked.value.kind === 'yes' && <p>{unsure}</p>}
      <Button
        onPress={() => {
          if (asked.value.kind === 'yes') begin();
          else asked.value = { kind: 'yes' };
        }}
      >
        {asked.value.kind === 'yes' ? 'Let it go and begin another' : 'Begin another note'}
      </Button>
    </>
  );
}
