// Two versions of one note: the chart's and what was typed here. Neither is lost, and nothing is merged automatically.

import type { NoteEntry } from '../../interview/history/visits.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { differingParts } from '../../interview/note/note-change.ts';
import { readablePart, writeNoteText } from '../../interview/note/text/write-note-text.ts';
import { noteOf } from '../../store/writing/change-edit.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnMount } from '../../ui/keyboard/focus-on-mount.ts';
import { changeMessage } from '../../ui/messages/change-messages.ts';
import { partNames } from '../../ui/messages/lost-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import signing from '../../ui/Signing.module.css';
import css from './Amend.module.css';
import { CopyChange } from './CopyChange.tsx';
import type { EditProps } from './change-props.ts';
import { DiscardChange } from './DiscardChange.tsx';

/** What the note says, without its title and signature. */
const readable = (note: ReadinessNote): string =>
  readablePart(writeNoteText(note)).replace(/^READINESS NOTE\n|^Signed: .*$\n?/gm, '');

export function Conflict({ store, editor, edit, theirs }: EditProps & { readonly theirs: NoteEntry }) {
  const box = useFocusOnMount<HTMLDivElement>();
  const mine = edit.act === 'correct' ? readable(noteOf(edit)) : edit.words;
  const parts = edit.act === 'correct' ? differingParts(theirs.note, noteOf(edit)) : [];
  const isGone = theirs.standing === 'retracted';
  return (
    <div class={css.form} ref={box} tabIndex={-1}>
      <Notice tone="fault" words={changeMessage({ kind: 'conflict', theirs }, edit.act, editor.keeping.value)}>
        {parts.length > 0 && <p>They differ in: {partNames(parts)}.</p>}
        {isGone && <p>In the chart it is now marked as entered in error.</p>}
      </Notice>
      <div class={css.sides}>
        <Side title="In the chart now" text={readable(theirs.note)} />
        <Side title="What you typed" text={mine} />
      </div>
      <div class={css.buttons}>
        {!isGone && <Button onPress={editor.takeOver}>File mine as a newer version</Button>}
        <CopyChange store={store} edit={edit} />
        <DiscardChange editor={editor} edit={edit} />
      </div>
    </div>
  );
}

function Side({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section class={css.side} aria-label={title}>
      <h5 class={signing.title}>{title}</h5>
      <p class={css.text} dir="auto">
        {text}
      </p>
    </section>
  );
}
