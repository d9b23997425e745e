// Actions on one filed note: add, correct, retract, or why they are closed. Typed text is never lost here.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChangeWay } from '../../ehr/port.ts';
import { duplicatePlaces, type HistoryEntry } from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import type { Store } from '../../store/store.ts';
import { type ChangeEditor, createChangeEditor } from '../../store/writing/change-editor.ts';
import { isInFlight } from '../../store/writing/send-note.ts';
import { Button } from '../../ui/Button.tsx';
import { goTo, goToIfLost } from '../../ui/keyboard/go-to.ts';
import { closedWords, copiesMessage, replaceWords, retractInChart } from '../../ui/messages/change-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './Amend.module.css';
import { Done, Unsettled, Waiting } from './ChangeEnds.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import { Conflict } from './Conflict.tsx';
import type { ChangeProps } from './change-props.ts';

interface NoteActionsProps {
  readonly store: Store;
  readonly entry: HistoryEntry;
}

export function NoteActions({ store, entry }: NoteActionsProps) {
  const editor = useEditor(store, entry);
  if (entry.kind !== 'note' || !editor) return null;
  return (
    <div class={css.amend}>
      <SecondCopies store={store} entry={entry} />
      <Change store={store} editor={editor} noteId={entry.note.id} />
    </div>
  );
}

/** The change editor of this note. It is told of every newer version. */
function useEditor(store: Store, entry: HistoryEntry): ChangeEditor | undefined {
  const editor = entry.kind === 'note' ? store.changes.of(entry, createChangeEditor) : undefined;
  useEffect(() => {
    if (editor && entry.kind === 'note') void editor.see(entry);
  }, [editor, entry]);
  useEffect(() => (editor ? () => leave(editor) : undefined), [editor]);
  return editor;
}

/** The note is closed: typed text is saved, and the message that all of a change is in the chart has been read. */
function leave(editor: ChangeEditor): void {
  void editor.flush();
  const now = editor.state.peek();
  if (now.kind === 'done' && !now.kept && now.end.lost.length === 0 && now.end.unreached.length === 0) editor.close();
}

interface NoteChangeProps extends ChangeProps {
  readonly noteId: string;
}

function Change({ store, editor, noteId }: NoteChangeProps) {
  const state = editor.state.value;
  const before = useRef(state.kind);
  useLayoutEffect(() => {
    // The form or the message went, with the button that closed it. What was typed may wait.
    const isLeft = ['idle', 'waiting'].includes(state.kind) && before.current !== 'idle';
    before.current = state.kind;
    if (isLeft && document.activeElement === document.body) goTo('#note-heading', 'center');
  }, [state.kind]);
  // The note is on its way to a second form. A change that begins now would not reach that form.
  if (store.secondForm.isBusy() && !isInFlight(state)) return <p class="quiet-text">One moment</p>;
  switch (state.kind) {
    case 'idle':
      return <ChangeButtons editor={editor} noteId={noteId} />;
    case 'waiting':
      return <Waiting store={store} editor={editor} edit={state.edit} />;
    case 'conflict':
      return <Conflict store={store} editor={editor} edit={state.edit} theirs={state.theirs} />;
    case 'unsettled':
      return <Unsettled store={store} editor={editor} edit={state.edit} end={state.end} />;
    case 'done':
      return <Done store={store} editor={editor} done={state} />;
    default:
      return <ChangeForm store={store} editor={editor} state={state} />;
  }
}

// If a button is closed, the reason is shown before anything is typed.
function ChangeButtons({ editor, noteId }: Omit<NoteChangeProps, 'store'>) {
  const rights = editor.rights.value;
  if (!rights) return <p class="quiet-text">One moment</p>;
  const { change, retract } = rights;
  if (change.kind === 'closed' && retract.kind === 'closed' && isAboutTheNote(change, retract))
    return <p class="quiet-text">{closedWords(change.why)}</p>;
  return (
    <>
      <div class={css.buttons}>
        {change.kind !== 'closed' && (
          <>
            <Button variant="quiet" onPress={() => editor.begin('add')}>
              Add to this note
            </Button>
            <Button variant="quiet" onPress={() => editor.begin('correct')}>
              Correct
            </Button>
          </>
        )}
        {retract.kind !== 'closed' && (
          <Button variant="quiet" onPress={() => editor.begin('retract')}>
            Retract
          </Button>
        )}
      </div>
      {change.kind === 'closed' && <p class="quiet-text">{closedWords(change.why)}</p>}
      {change.kind === 'replace' && <p class="quiet-text">{replaceWords(change.form)}</p>}
      {retract.kind === 'closed' && <p class="quiet-text">{retractInChart(retract.why, noteId)}</p>}
    </>
  );
}

type Closed = Extract<ChangeWay, { readonly kind: 'closed' }>;

/** True if both have the same reason and it is about the note itself. */
const isAboutTheNote = (change: Closed, retract: Closed): boolean =>
  change.why === retract.why && !['site', 'no-scope', 'not-taken'].includes(change.why);

interface SecondCopiesProps {
  readonly store: Store;
  readonly entry: NoteEntry;
}

// A note that the chart has more than once: how often, and a button that retracts the extra copies.
function SecondCopies({ store, entry }: SecondCopiesProps) {
  const [press, setPress] = useState<'ready' | 'sending' | 'failed'>('ready');
  const places = duplicatePlaces(entry);
  if (places.length < 2) return null;
  const mayRetract = places.every(({ form }) => store.changes.mayRetract(form));
  const retract = async (): Promise<void> => {
    setPress('sending');
    setPress((await store.changes.retractDuplicates(entry, places)) ? 'ready' : 'failed');
    goToIfLost('#note-heading');
  };
  return (
    <Notice tone="fault" words={copiesMessage(places, mayRetract, press === 'failed')}>
      {mayRetract && (
        <Button isDisabled={press === 'sending'} onPress={() => void retract()}>
          {press === 'sending' ? 'Retracting' : 'Retract'} the extra {places.length === 2 ? 'copy' : 'copies'}
        </Button>
      )}
    </Notice>
  );
}
