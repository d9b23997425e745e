// Actions on one filed note: add, correct, retract, or why they are closed. Typed text is never lost here.

import { useEffect } from 'preact/hooks';
import type { HistoryEntry } from '../../interview/history/history.ts';
import type { Store } from '../../store/store.ts';
import type { ChangeEditor } from '../../store/writing/change-editor.ts';
import css from './Amend.module.css';
import { ChangeButtons } from './ChangeButtons.tsx';
import { Done, Unsettled, Waiting } from './ChangeEnds.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import { Conflict } from './Conflict.tsx';
import type { ChangeProps } from './change-props.ts';
import { SecondCopies } from './SecondCopies.tsx';

interface NoteActionsProps {
  readonly store: Store;
  readonly entry: HistoryEntry;
}

export function NoteActions({ store, entry }: NoteActionsProps) {
  const changing = useChanging(store, entry);
  if (entry.kind !== 'note' || !changing) return null;
  return (
    <div class={css.amend}>
      <SecondCopies store={store} entry={entry} />
      <Change store={store} changing={changing} noteId={entry.note.id} />
    </div>
  );
}

/** The change editor of this note. It is told of every newer version and saved when the page is hidden. */
function useChanging(store: Store, entry: HistoryEntry): ChangeEditor | undefined {
  const changing = entry.kind === 'note' ? store.changes.of(entry) : undefined;
  useEffect(() => {
    if (changing && entry.kind === 'note') void changing.see(entry);
  }, [changing, entry]);
  useEffect(() => {
    if (!changing) return;
    const leaving = new AbortController();
    const flush = (): void => void changing.flush();
    document.addEventListener('visibilitychange', flush, { signal: leaving.signal });
    window.addEventListener('pagehide', flush, { signal: leaving.signal });
    return () => {
      leaving.abort();
      flush();
    };
  }, [changing]);
  return changing;
}

function Change({ store, changing, noteId }: ChangeProps & { readonly noteId: string }) {
  const state = changing.state.value;
  switch (state.kind) {
    case 'idle':
      return <ChangeButtons changing={changing} noteId={noteId} />;
    case 'waiting':
      return <Waiting store={store} changing={changing} edit={state.edit} />;
    case 'conflict':
      return <Conflict store={store} changing={changing} edit={state.edit} theirs={state.theirs} />;
    case 'unsettled':
      return <Unsettled store={store} changing={changing} edit={state.edit} end={state.end} />;
    case 'done':
      return <Done store={store} changing={changing} done={state} />;
    default:
      return <ChangeForm store={store} changing={changing} state={state} />;
  }
}
