// The content of one entry: quotes, numbers, plan and the rest, and its place in the chart.

import type { HistoryEntry } from '../../interview/history/history.ts';
import { readingOf } from '../../interview/history/visits.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { changesIn, isChange, isRemarkOf, lineOfChange } from '../../interview/note/note-change.ts';
import { sectionsOf } from '../../interview/note/note-sections.ts';
import { scoreText } from '../../interview/note/read-view.ts';
import { shownValue } from '../../interview/note/shown-value.ts';
import { writeMoment } from '../../interview/note/text/moment.ts';
import { RULER_NAMES, RULERS } from '../../interview/ruler.ts';
import { counted } from '../../lib/english.ts';
import { STANDING_WORDS } from '../../ui/messages/note-words.ts';
import { kindText } from '../../ui/messages/strand-labels.ts';
import quoted from '../../ui/note/Quotes.module.css';
import { WholeWords } from '../../ui/note/WholeWords.tsx';
import card from './Card.module.css';
import { dayOf, placeWords, UNREADABLE_WORDS } from './entry-words.ts';
import css from './NoteDetail.module.css';
import { Profile } from './over-time/Profile.tsx';

/** What an entry says, or that it cannot be read. */
export function EntryBody({ entry }: { readonly entry: HistoryEntry }) {
  if (entry.kind === 'note') {
    return (
      <>
        <Changes note={entry.note} remarks={entry.remarks ?? []} />
        <NoteSections note={entry.note} />
      </>
    );
  }
  return (
    <p class={css.known}>
      This entry cannot be shown here. {UNREADABLE_WORDS[entry.why]} It is still in the chart: open it there.
    </p>
  );
}

// What was added, and why it was changed or retracted, as written. A remark that only repeats a change is left out.
function Changes({ note, remarks }: { readonly note: ReadinessNote; readonly remarks: readonly string[] }) {
  const changes = changesIn(note);
  const others = remarks.filter((remark) => !changes.some((change) => isRemarkOf(change, remark)));
  if (changes.length + others.length === 0) return null;
  return (
    <section class={css.part}>
      <h4 class={card.title}>Changes to this note</h4>
      {changes.map(lineOfChange).map(({ label, value }) => (
        <div key={label + value}>
          <p class={css.remark} dir="auto">
            {shownValue(value)}
          </p>
          <p class="quiet-text">{label}</p>
        </div>
      ))}
      {others.map((remark) => (
        <p key={remark} class={css.remark} dir="auto">
          {remark}
        </p>
      ))}
    </section>
  );
}

function NoteSections({ note }: { readonly note: ReadinessNote }) {
  const sections = sectionsOf({ ...note, also: note.also.filter((line) => !isChange(line)) });
  // The plan before the quotes, of which there may be a hundred.
  const isFirst = ({ section }: { readonly section: string }) => section === 'last-step' || section === 'plan';
  const drawn = (shown: typeof sections) =>
    shown.map(({ section, title, lines }) => <Lines key={section} title={title} lines={lines} />);
  return (
    <>
      {drawn(sections.filter(isFirst))}
      <RulersHeld rulers={note.rulers} />
      <Quotes {...note} />
      {drawn(sections.filter((each) => !isFirst(each)))}
      {note.talk.length > 0 && <Profile note={note} />}
    </>
  );
}

// With the patient's reason for a number. No number is ever invented.
function RulersHeld({ rulers }: Pick<ReadinessNote, 'rulers'>) {
  return (
    <section class={css.part}>
      <h4 class={card.title}>Rulers, 0 to 10</h4>
      <dl class={css.rulers}>
        {RULERS.map((name) => {
          const ruler = rulers[name];
          const reading = readingOf(ruler);
          return (
            <div key={name} class={css.ruler}>
              <dt>{RULER_NAMES[name]}</dt>
              <dd>
                <span class={reading.kind === 'score' ? css.score : 'quiet-text'}>{scoreText(reading)}</span>
                {ruler.kind === 'asked' && ruler.again && reading.kind === 'declined' && (
                  <span class="quiet-text"> when asked again; before: {firstWords(ruler.answer)}</span>
                )}
                {ruler.kind === 'asked' && ruler.why && <Reason label="Why that number" words={ruler.why} />}
                {ruler.kind === 'asked' && ruler.raise && <Reason label="What would raise it" words={ruler.raise} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

const firstWords = (answer: { readonly kind: string; readonly score?: number }): string =>
  answer.score === undefined ? 'declined' : String(answer.score);

function Reason({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <span class={css.reason}>
      <span class="quiet-text">{label}: </span>
      <span dir="auto">{words}</span>
    </span>
  );
}

// The quotes in the order said, each with its side and strand. They are the most prominent part of a note.
function Quotes({ talk, marks, language }: Pick<ReadinessNote, 'talk' | 'marks' | 'language'>) {
  const wordless = marks ? Math.max(0, marks.change + marks.sustain - talk.length) : 0;
  if (talk.length === 0 && wordless === 0) return null;
  return (
    <section class={css.part}>
      <h4 class={card.title}>In their own words</h4>
      <ol class={quoted.quotes}>
        {talk.map(({ talk: kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a quote has no identity but its place
          <li key={index} class={quoted.quote} data-side={kind.side}>
            <p class={`${quoted.words} ${css.words}`} dir="auto" lang={language}>
              “{text}”
            </p>
            <p class="quiet-text">{kindText(kind)}</p>
          </li>
        ))}
      </ol>
      {wordless > 0 && <p class="quiet-text">And {counted(wordless, 'mark')} without words.</p>}
    </section>
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
        {lines.map(({ label, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <div key={index} class={css.line}>
            <dt>{label}</dt>
            <dd dir="auto">
              <WholeWords text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function PlaceInChart({ entry }: { readonly entry: HistoryEntry }) {
  const { alsoFiled = [] } = entry;
  const note = entry.kind === 'note' ? entry.note : undefined;
  const rows = [
    note && { label: 'Conversation', value: entry.date ? dayOf(entry) : writeMoment(note.at) },
    note && { label: 'Signed', value: writeMoment(note.signedAt) },
    entry.kind === 'note' && { label: 'Status', value: STANDING_WORDS[entry.standing] },
    { label: 'Filed as', value: placeWords(entry.filed) },
    ...alsoFiled.map((place) => ({ label: 'Also filed as', value: placeWords(place) })),
    entry.kind === 'note' && entry.ours && { label: 'Note number', value: entry.note.id },
  ];
  return <Lines title="In the chart" lines={rows.filter((row) => row !== undefined && row !== false)} />;
}
