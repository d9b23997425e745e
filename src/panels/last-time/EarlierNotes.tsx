// Earlier notes, newest first, drawn only when asked for. One that cannot be read is listed with its date, never dropped.

import { useSignal } from '@preact/signals';
import type { HistoryEntry } from '../../interview/history.ts';
import { clinicalDate } from '../../ui/dates.ts';
import css from './LastTime.module.css';

// Enough for every glance; the chart holds the rest until the history panel can page.
const SHOWN = 50;

const STANDINGS = {
  current: '',
  amended: 'added to',
  corrected: 'corrected',
  draft: 'not final',
  superseded: 'replaced by a newer one',
  retracted: 'entered in error',
} as const;

const WHY_UNREADABLE = {
  malformed: 'could not be read',
  'too-large': 'is too large to show here',
  'unknown-version': 'was written by a newer version',
  'unknown-modifier': 'cannot be read safely here',
  'not-a-note': 'is not a readiness note',
  'filed-as-text': 'is filed as text',
} as const;

export function EarlierNotes({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const open = useSignal<{ readonly kind: 'closed' | 'open' }>({ kind: 'closed' });
  const counting = entries.filter((entry) => entry.kind === 'unreadable' || entry.standing !== 'retracted');
  return (
    <details
      class={css.earlier}
      onToggle={(event) => {
        open.value = { kind: event.currentTarget.open ? 'open' : 'closed' };
      }}
    >
      <summary>Earlier notes ({counting.length})</summary>
      {open.value.kind === 'open' && (
        <ol class={css.list} aria-label="Earlier notes">
          {counting.slice(0, SHOWN).map((entry) => (
            <li key={`${entry.filed.form}/${entry.filed.resourceId}`}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      )}
      {open.value.kind === 'open' && counting.length > SHOWN && (
        <p class={css.quiet}>
          Showing the newest {SHOWN} of {counting.length}.
        </p>
      )}
    </details>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  if (entry.kind === 'unreadable') {
    return (
      <p class={css.entry}>
        <strong>{entry.date ? clinicalDate(entry.date) : 'No date'}</strong> This entry {WHY_UNREADABLE[entry.why]}. It
        is still in the chart.
      </p>
    );
  }
  const { note, standing, authorName, ours } = entry;
  const words = note.talk.at(-1)?.text;
  return (
    <div class={css.entry}>
      <p>
        <strong>{clinicalDate(note.at)}</strong> {note.target.label ?? 'No topic named'}
        {STANDINGS[standing] && <span class={css.quiet}> ({STANDINGS[standing]})</span>}
      </p>
      <p class={css.quiet}>
        {authorName ?? 'Author not recorded'}
        {!ours && ', by other software'}
      </p>
      {words && <p dir="auto">“{words}”</p>}
    </div>
  );
}
