// What was heard today, in the order said: rows, and the tools of the selected row. The caller handles arrow keys.

import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { EntryId } from '../../interview/ids.ts';
import type { Utterance } from '../../interview/talk/talk.ts';
import type { Store } from '../../store/store.ts';
import { Deferred } from '../../ui/Deferred.tsx';
import { wallTime } from '../../ui/day-and-time/dates.ts';
import { SIDE_NAMES, strandLabel } from '../../ui/messages/strand-labels.ts';
import { loadMarkTools } from './load-deferred.ts';
import css from './MarkList.module.css';
import { focusPad } from './pad.ts';

interface MarkListProps {
  readonly store: Store;
  readonly onWrite: (id: EntryId) => void;
  readonly onRecode: (id: EntryId) => void;
}

export function MarkList({ store, onWrite, onRecode }: MarkListProps) {
  const openMark = useSignal<EntryId | undefined>(undefined);
  const talk = store.parts.talk.value;
  // The same object as long as the list exists, because a new object would redraw every row.
  const context = useRef<RowContext>({ store, openMark, onWrite, onRecode }).current;
  // A row that is moved loses the focus in browsers without Element.moveBefore, such as Safari.
  const focused = document.activeElement;
  useLayoutEffect(() => {
    // To focus the body changes nothing, but the browser then lays out the page at once.
    if (focused === document.body || document.activeElement !== document.body) return;
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  });
  if (talk.length === 0) return null;
  return (
    <ol class={css.list} aria-label="Heard today">
      {talk.map((mark) => (
        <Item key={mark.id} mark={mark} context={context} />
      ))}
    </ol>
  );
}

/** What every row uses, the same for all rows. */
export interface RowContext extends MarkListProps {
  /** The mark whose tools are open. */
  readonly openMark: Signal<EntryId | undefined>;
}

/** In characters. Shorter text takes at most two lines. Each row that is cut off would be painted separately. */
const SHORT = 60;

// A component that reads a signal is drawn again only if that signal or a prop changes (@preact/signals). So one more
// mark, or one more letter, draws one row and not a hundred. tests/panels/redraw.test.tsx counts them.
function Item({ mark, context }: { readonly mark: Utterance; readonly context: RowContext }) {
  const open = useComputed(() => context.openMark.value === mark.id).value;
  const item = useRef<HTMLLIElement>(null);
  // A removed element is still in the document while its layout effects are cleaned up.
  useLayoutEffect(() => () => leave(item.current, context.store.parts.talk.peek()), []);
  return (
    <li class={css.item} data-row={mark.id} ref={item}>
      <Row
        mark={mark}
        open={open}
        onOpen={() => {
          context.openMark.value = context.openMark.peek() === mark.id ? undefined : mark.id;
        }}
      />
      {open && <Deferred load={loadMarkTools} props={{ mark, context }} />}
    </li>
  );
}

// If a focused row is removed or undone, focus moves to the row before, else to the next, else to the pad. Only rows of
// `talk` count, because other removed rows are still in the document.
function leave(item: HTMLElement | null, talk: readonly Utterance[]): void {
  if (!item?.contains(document.activeElement)) return;
  const stays = (near: Element | null): boolean =>
    near instanceof HTMLElement && talk.some(({ id }) => id === near.dataset['row']);
  const near = [item.previousElementSibling, item.nextElementSibling].find(stays);
  const row = near?.querySelector<HTMLElement>('[data-stop=row]');
  if (row) row.focus();
  else focusPad();
}

interface RowProps {
  readonly mark: Utterance;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function Row({ mark, open, onOpen }: RowProps) {
  const label = strandLabel(mark.talk.strand);
  const words = mark.words.kind === 'heard' ? mark.words : undefined;
  const code = `${SIDE_NAMES[mark.talk.side]} ${label.letter} ${label.name}`;
  return (
    <button type="button" class={css.row} data-stop="row" tabIndex={-1} aria-expanded={open} onClick={onOpen}>
      <span class={`${css.badge} ${css[mark.talk.side]}`} aria-hidden="true">
        {label.letter}
      </span>
      <span class="visually-hidden">{code}: </span>
      {words ? (
        <span
          class={`${css.words} ${open ? css.whole : words.text.length > SHORT ? 'two-lines' : ''}`}
          lang={words.language}
          dir="auto"
        >
          {words.text}
        </span>
      ) : (
        <span class="quiet-text">Marked, no words yet</span>
      )}{' '}
      <span class={css.time}>{wallTime(mark.at)}</span>
    </button>
  );
}
