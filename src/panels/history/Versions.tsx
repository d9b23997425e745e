// The earlier versions of a note: the notes it replaces, and the versions of its resource, read on demand.

import { useSignal } from '@preact/signals';
import type { VersionsRead } from '../../ehr/port.ts';
import { type HistoryEntry, placeKey } from '../../interview/history/history.ts';
import { mayHaveEarlier, type NoteVersion, stepBetween } from '../../interview/note/note-versions.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { goToIfLost } from '../../ui/keyboard/go-to.ts';
import { partNames } from '../../ui/messages/lost-words.ts';
import { STANDING_WORDS } from '../../ui/messages/note-words.ts';
import card from './Card.module.css';
import { versionWords } from './entry-words.ts';
import { EntryBody, PlaceInChart } from './NoteBody.tsx';
import css from './NoteDetail.module.css';

interface VersionsProps {
  readonly store: Store;
  readonly entry: HistoryEntry;
}

export function Versions({ store, entry }: VersionsProps) {
  const { earlier = [] } = entry;
  const isAsked = mayHaveEarlier(entry);
  if (earlier.length === 0 && !isAsked) return null;
  return (
    <section class={css.part}>
      <h4 class={card.title} id="versions-heading" tabIndex={-1}>
        Earlier versions
      </h4>
      {earlier.map((older, index) => (
        <Version key={placeKey(older.filed)} version={{ entry: older }} next={earlier[index - 1] ?? entry} />
      ))}
      {isAsked && <InPlace store={store} entry={entry} />}
    </section>
  );
}

type Reading = { readonly kind: 'unasked' | 'reading' } | VersionsRead;

function InPlace({ store, entry }: VersionsProps) {
  const reading = useSignal<Reading>({ kind: 'unasked' });
  const read = async (): Promise<void> => {
    if (reading.peek().kind === 'reading') return;
    reading.value = { kind: 'reading' };
    reading.value = await store.chart.readVersions(entry.filed);
    goToIfLost('#versions-heading');
  };
  const now = reading.value;
  const isButton = now.kind === 'unasked' || now.kind === 'reading' || now.kind === 'failed';
  return (
    <>
      <p role="status" class="quiet-text">
        {told(now, entry)}
      </p>
      {isButton && (
        <div>
          <Button variant="quiet" isDisabled={now.kind === 'reading'} onPress={() => void read()}>
            {now.kind === 'failed' ? 'Try again' : 'Show earlier versions'}
          </Button>
        </div>
      )}
      {now.kind === 'read' && <Held {...now} entry={entry} />}
    </>
  );
}

const isOnScreen = ({ entry }: NoteVersion, shown: HistoryEntry): boolean =>
  entry.filed.version !== undefined && entry.filed.version === shown.filed.version;

const TOLD: { readonly [K in Reading['kind']]?: string } = {
  reading: 'Reading earlier versions',
  'not-given': 'This chart does not give earlier versions.',
  failed: 'Earlier versions could not be read just now. They are still in the chart.',
};

function told(now: Reading, shown: HistoryEntry): string {
  if (now.kind !== 'read') return TOLD[now.kind] ?? '';
  const hasOther = now.versions.some((version) => !isOnScreen(version, shown));
  if (!hasOther) return 'The chart gives no other version of this note.';
  return now.isWhole ? '' : 'Not all versions could be read. The chart may hold more.';
}

type HeldProps = Extract<VersionsRead, { readonly kind: 'read' }> & Pick<VersionsProps, 'entry'>;

function Held({ versions, isWhole, entry: shown }: HeldProps) {
  const current = versions.findIndex((version) => isOnScreen(version, shown));
  return (
    <>
      {current > 0 && (
        <p class={css.known}>This note was changed since it was read here. Open Evoke again to read it as it is now.</p>
      )}
      {versions.map((version, index) => {
        const next = versions[index - 1]?.entry ?? (current < 0 ? shown : undefined);
        // The oldest is number 1, so nothing is numbered if the oldest may be missing.
        const number = isWhole ? versions.length - index : undefined;
        // biome-ignore lint/suspicious/noArrayIndexKey: a version that cannot be read has no identity but its place
        return index === current ? null : <Version key={index} version={version} number={number} next={next} />;
      })}
    </>
  );
}

interface VersionProps {
  readonly version: NoteVersion;
  readonly number?: number | undefined;
  /** The next newer version. Absent for the newest. */
  readonly next: HistoryEntry | undefined;
}

function Version({ version, number, next }: VersionProps) {
  const { entry } = version;
  return (
    <div class={css.held} data-retracted={entry.kind === 'note' && entry.standing === 'retracted' ? '' : undefined}>
      <details class={css.version}>
        <summary>{versionWords(version, number)}</summary>
        <EntryBody entry={entry} />
        {entry.filed.resourceId !== '' && <PlaceInChart entry={entry} />}
      </details>
      {next && <Since before={entry} after={next} />}
    </div>
  );
}

/** The differences of the next newer version. */
function Since({ before, after }: { readonly before: HistoryEntry; readonly after: HistoryEntry }) {
  const step = stepBetween(before, after);
  if (!step) return null;
  const { parts, lines, standing } = step;
  const changed = [
    parts.length > 0 && `Changed after it: ${partNames(parts)}.`,
    standing && `Marked after it as: ${STANDING_WORDS[standing].toLowerCase()}.`,
  ].filter(Boolean);
  if (changed.length === 0 && lines.length === 0) return <p class="quiet-text">The next version says the same.</p>;
  return (
    <>
      {changed.length > 0 && <p class="quiet-text">{changed.join(' ')}</p>}
      {lines.map(({ label, value }) => (
        <p key={`${label} ${value}`} class={css.remark} dir="auto">
          <span class="quiet-text">{label}: </span>
          {value}
        </p>
      ))}
    </>
  );
}
