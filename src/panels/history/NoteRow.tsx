// One earlier note in the list: date, topic, a few of the patient's words, author. The whole row opens it.

import { passageOf, writerOf } from '../../interview/history/find-notes.ts';
import { duplicatePlaces, type HistoryEntry, placeKey } from '../../interview/history/history.ts';
import { stepOf } from '../../interview/history/talk-over-time.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { timesOf } from '../../ui/messages/note-words.ts';
import { dayOf, rulersLine, STANDING_MARKS, topicWords, UNREADABLE_WORDS } from './entry-words.ts';
import css from './NoteList.module.css';

interface NoteRowProps {
  readonly entry: HistoryEntry;
  readonly isOpen: boolean;
  /** The words of the filter. The row shows a passage with them. */
  readonly words: string;
  /** The reference of the signed-in clinician. */
  readonly self: string | undefined;
  readonly onOpen: (place: string) => void;
}

export function NoteRow({ entry, isOpen, words, self, onOpen }: NoteRowProps) {
  const place = placeKey(entry.filed);
  const mark = entry.kind === 'note' ? STANDING_MARKS[entry.standing] : '';
  const copies = duplicatePlaces(entry).length;
  return (
    <li class={css.row} data-retracted={mark === STANDING_MARKS.retracted ? '' : undefined}>
      <button
        type="button"
        class={css.open}
        id={`open-${place}`}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onOpen(place)}
      >
        <span class={css.day}>{dayOf(entry)}</span>{' '}
        <span class={css.topic}>
          {entry.kind === 'note' ? topicWords(entry.note) : (entry.typeName ?? 'Unreadable')}
        </span>
      </button>
      {mark && <span class={css.mark}>{mark}</span>}
      {copies > 1 && <span class={css.mark}>{`Filed ${timesOf(copies)}`}</span>}
      {entry.kind === 'note' ? (
        <Said note={entry.note} passage={passageOf(entry, words)} />
      ) : (
        <p class="quiet-text">{UNREADABLE_WORDS[entry.why]}</p>
      )}
      <p class="quiet-text">
        {writerOf(entry, self)}
        {entry.kind === 'note' && !entry.ours && ', other software'}
        {entry.kind === 'note' && entry.altered && ', changed in the chart since'}
      </p>
    </li>
  );
}

/** A passage with the words of the filter, else the last quote for change, else any quote, else what was agreed. */
function Said({ note, passage }: { readonly note: ReadinessNote; readonly passage: string | undefined }) {
  const change = note.talk.findLast((each) => each.talk.side === 'change');
  const quote = passage ?? (change ?? note.talk.at(-1))?.text;
  const step = quote === undefined ? stepOf(note) : undefined;
  const rulers = rulersLine(note);
  return (
    <>
      {(quote || step) && (
        <p class={`${css.quote} two-lines`} dir="auto">
          {quote ? `“${quote}”` : `Step: ${step}`}
        </p>
      )}
      {rulers && <p class="quiet-text">{rulers}</p>}
    </>
  );
}
