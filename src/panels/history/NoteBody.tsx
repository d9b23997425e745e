// The content of one entry: quotes, numbers, plan and the rest, and its place in the chart.

import type { FiledAt, HistoryEntry } from '../../interview/history/history.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { partsOf } from '../../interview/note/note-parts.ts';
import { writeMoment } from '../../interview/note/text/moment.ts';
import card from './Card.module.css';
import css from './NoteDetail.module.css';
import { Profile } from './over-time/Profile.tsx';
import { RulersHeld } from './over-time/RulersHeld.tsx';
import { Quotes } from './Quotes.tsx';
import { dayOf, placeWords, STANDING_WORDS } from './words.ts';

export function Unknown({ why }: { readonly why: string }) {
  return <p class={css.known}>This entry cannot be shown here. {why} It is still in the chart: open it there.</p>;
}

export function Parts({ note }: { readonly note: ReadinessNote }) {
  const parts = partsOf(note);
  // The plan before the quotes, of which there may be a hundred.
  const isFirst = ({ part }: { readonly part: string }): boolean => part === 'last-step' || part === 'plan';
  const before = parts.filter(isFirst);
  const after = parts.filter((each) => !isFirst(each));
  return (
    <>
      {before.map(({ part, title, lines }) => (
        <Lines key={part} title={title} lines={lines} />
      ))}
      <RulersHeld rulers={note.rulers} />
      <Quotes talk={note.talk} marks={note.marks} language={note.language} />
      {after.map(({ part, title, lines }) => (
        <Lines key={part} title={title} lines={lines} />
      ))}
      {note.talk.length > 0 && <Profile note={note} />}
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

function Lines({ title, lines }: LinesProps) {
  return (
    <section class={css.part}>
      <h4 class={card.title}>{title}</h4>
      <dl class={css.lines}>
        {lines.map(({ label, value }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <div key={place} class={css.line}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Filing({ entry }: { readonly entry: HistoryEntry }) {
  const also: readonly FiledAt[] = entry.alsoFiled ?? [];
  const rows = [
    ...(entry.kind === 'note'
      ? [{ label: 'Conversation', value: entry.date ? dayOf(entry) : writeMoment(entry.note.at) }]
      : []),
    ...(entry.kind === 'note' ? [{ label: 'Signed', value: writeMoment(entry.note.signedAt) }] : []),
    ...(entry.kind === 'note' ? [{ label: 'Status', value: STANDING_WORDS[entry.standing] }] : []),
    { label: 'Filed as', value: placeWords(entry.filed) },
    ...also.map((place) => ({ label: 'Also filed as', value: placeWords(place) })),
    ...(entry.kind === 'note' && entry.ours ? [{ label: 'Note number', value: entry.note.id }] : []),
  ];
  return <Lines title="In the chart" lines={rows} />;
}
