// The list of earlier notes, filtered by word, topic and author, and drawn only near the viewport.

import { useState } from 'preact/hooks';
import { filterNotes, type NoteFilter } from '../../interview/history/find-notes.ts';
import { type HistoryEntry, type NotesFound, placeKey } from '../../interview/history/history.ts';
import { isRetracted } from '../../interview/history/visits.ts';
import { counted } from '../../lib/english.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { clinicalDate } from '../../ui/day-and-time/dates.ts';
import { FilterFields } from './FilterFields.tsx';
import { NearbyBlocks } from './NearbyBlocks.tsx';
import css from './NoteList.module.css';
import { NoteRow } from './NoteRow.tsx';

interface NoteListProps {
  readonly store: Store;
  readonly found: NotesFound;
  readonly onOpen: (place: string) => void;
  readonly current: string | undefined;
}

// A list this short needs no filter.
const NEEDS_NO_FILTER = 3;

export function NoteList({ store, found, onOpen, current }: NoteListProps) {
  const { entries } = found;
  const { filter } = store.historyView;
  const self = store.context.binding.clinician;
  const shown = filterNotes(entries, filter.value, self, store.behaviors);
  const hasFilter = entries.length > NEEDS_NO_FILTER || entries.some(isRetracted);
  const [isOpened, setOpened] = useState(false);
  const { words, topic, author, retracted } = filter.value;
  const isFinding = isOpened || words !== '' || retracted || (topic ?? author) !== undefined;
  return (
    <section class={css.notes} aria-labelledby="notes-heading">
      <div class={css.head}>
        <h3 class={css.title} id="notes-heading">
          Notes
        </h3>
        <p class={`quiet-text ${css.count}`} role="status">
          {countWords(shown, found, filter.value)}
        </p>
        {hasFilter && !isFinding && (
          <Button variant="quiet" onPress={() => setOpened(true)}>
            Find
          </Button>
        )}
      </div>
      {hasFilter && isFinding && <FilterFields store={store} entries={entries} takesFocus={isOpened} />}
      <NearbyBlocks label="Earlier notes" items={shown}>
        {(entry) => (
          <NoteRow
            key={placeKey(entry.filed)}
            entry={entry}
            isOpen={placeKey(entry.filed) === current}
            words={filter.value.words}
            self={self}
            onOpen={onOpen}
          />
        )}
      </NearbyBlocks>
      <More store={store} found={found} />
    </section>
  );
}

function countWords(shown: readonly HistoryEntry[], { entries, shortfalls }: NotesFound, filter: NoteFilter): string {
  const standing = filter.retracted ? entries : entries.filter((entry) => !isRetracted(entry));
  const hasMore = shortfalls.includes('more-to-load');
  if (shown.length < standing.length) {
    const read = `${hasMore ? 'the ' : ''}${standing.length}`;
    return `${counted(shown.length, 'match', 'matches')} in ${read} read so far.`;
  }
  const count = hasMore
    ? `Showing the newest ${standing.length}; there are more.`
    : `${counted(standing.length, 'note')}.`;
  const hidden = entries.length - standing.length;
  return hidden === 0 ? count : `${count} ${hidden} entered in error ${hidden === 1 ? 'is' : 'are'} hidden.`;
}

const rowBefore = (button: HTMLElement): HTMLElement | undefined => {
  const buttons = [...(button.closest('section')?.querySelectorAll('button') ?? [])];
  return buttons[buttons.indexOf(button as HTMLButtonElement) - 1];
};

function More({ store, found }: { readonly store: Store; readonly found: NotesFound }) {
  const { isLoadingOlder, loadOlder } = store.chart;
  const isLoading = isLoadingOlder.value;
  if (!found.shortfalls.includes('more-to-load')) return null;
  const since = found.wholeSince;
  const last = found.entries.at(-1);
  const lastAt = last?.kind === 'note' ? last.note.at : last?.date;
  const hasGaps = since !== undefined && lastAt !== undefined && Date.parse(lastAt) < Date.parse(since);
  return (
    <div class={css.more}>
      {hasGaps && (
        <p class="quiet-text">
          Before {clinicalDate(since)} other notes may lie between these until older ones are loaded.
        </p>
      )}
      {found.shortfalls.includes('older-failed') && (
        <p role="alert">Older notes could not be read just now. What is shown is kept. Try again.</p>
      )}
      <Button
        isDisabled={isLoading}
        onPress={async ({ currentTarget }) => {
          const row = rowBefore(currentTarget);
          await loadOlder();
          // With the oldest notes the button is gone: the focus goes on to the row before it, and nothing scrolls.
          requestAnimationFrame(() => {
            if (document.activeElement === document.body) row?.focus({ preventScroll: true });
          });
        }}
      >
        {isLoading ? 'Loading older notes' : 'Load older'}
      </Button>
    </div>
  );
}
