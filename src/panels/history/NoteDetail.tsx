// One earlier note in full: its actions, then the patient's words, the numbers, the plan and the rest.

import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { writerOf } from '../../interview/history/find-notes.ts';
import { type HistoryEntry, placeKey } from '../../interview/history/history.ts';
import { visitBefore } from '../../interview/history/then-and-now.ts';
import type { NoteEntry, Visit } from '../../interview/history/visits.ts';
import type { Loading } from '../../lib/deferred.ts';
import { counted } from '../../lib/english.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Deferred } from '../../ui/Deferred.tsx';
import { STANDING_WORDS } from '../../ui/messages/note-words.ts';
import { Fold } from '../../ui/note/Fold.tsx';
import card from './Card.module.css';
import { dayOf, topicWords } from './entry-words.ts';
import { EntryBody, PlaceInChart } from './NoteBody.tsx';
import css from './NoteDetail.module.css';
import { Versions } from './Versions.tsx';

/** Loads the actions on one's own note. */
export type LoadActions = Loading<ComponentType<{ readonly store: Store; readonly entry: HistoryEntry }>>;

interface NoteDetailProps {
  readonly store: Store;
  /** Absent if the list no longer has it. */
  readonly entry: HistoryEntry | undefined;
  /** Newest first. */
  readonly visits: readonly Visit[];
  readonly onCompare: (one: string, other: string) => void;
  readonly loadActions: LoadActions;
}

export function NoteDetail({ store, entry, visits, onCompare, loadActions }: NoteDetailProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // A note is often taller than the window, which then shows its beginning.
    heading.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (!entry) return <p class="quiet-text">This note is not in the list any more.</p>;
  const isGone = entry.kind === 'note' && entry.standing === 'retracted';
  const visit = visits.find((each) => each.entry === entry);
  const before = visit && visitBefore(visits, visit);
  return (
    <article class={`${card.card} ${css.note}`} aria-labelledby="note-heading" data-retracted={isGone ? '' : undefined}>
      <div>
        <h3 class={card.heading} id="note-heading" ref={heading} tabIndex={-1}>
          {dayOf(entry)}, {entry.kind === 'note' ? topicWords(entry.note) : (entry.typeName ?? 'a note')}
        </h3>
        <p class="quiet-text">{byline(entry, store.context.binding.clinician)}</p>
      </div>
      <div class={css.actions}>
        {visit && before && (
          <Button onPress={() => onCompare(placeKey(before.entry.filed), placeKey(visit.entry.filed))}>
            Compare with previous visit
          </Button>
        )}
        <Deferred load={loadActions} props={{ store, entry }} />
      </div>
      {entry.kind === 'note' && <Known entry={entry} />}
      <EntryBody entry={entry} />
      <Fold title="Details">
        <PlaceInChart entry={entry} />
      </Fold>
      <Versions key={`${placeKey(entry.filed)} ${entry.filed.version}`} store={store} entry={entry} />
    </article>
  );
}

function byline(entry: HistoryEntry, self: string | undefined): string {
  const by = writerOf(entry, self);
  return entry.kind === 'note' && entry.note.minutes !== undefined
    ? `${by}, ${counted(entry.note.minutes, 'minute')}`
    : by;
}

/** What to know before reading. Nothing for an ordinary note. */
function Known({ entry }: { readonly entry: NoteEntry }) {
  const words = [
    entry.standing !== 'current' && `${STANDING_WORDS[entry.standing]}.`,
    entry.standing === 'retracted' && 'It no longer appears in trends or as last time.',
    entry.altered && 'The text was changed in the chart since it was filed, so it appears in no trend here.',
    !entry.ours && 'Written by other software. What could be read is shown; the chart may hold more.',
  ].filter(Boolean);
  return words.length === 0 ? null : <p class={css.known}>{words.join(' ')}</p>;
}
