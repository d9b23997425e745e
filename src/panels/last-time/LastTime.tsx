// What was said last time and how the rulers moved, first on the page and short. The rest is one press away. States if
// the history is incomplete or unreadable.

import { useState } from 'preact/hooks';
import type { NotesFound } from '../../interview/history/history.ts';
import { stepOf } from '../../interview/history/talk-over-time.ts';
import { type RulerTwice, thenAndNow, visitBefore } from '../../interview/history/then-and-now.ts';
import { signed } from '../../interview/history/trend.ts';
import { isRetracted, readingOf, type Visit, visitsOf } from '../../interview/history/visits.ts';
import { type ReadinessNote, STEP_RESULTS } from '../../interview/note/note.ts';
import { scoreText } from '../../interview/note/read-view.ts';
import { RULERS, type RulerName } from '../../interview/ruler.ts';
import { capitalized } from '../../lib/english.ts';
import { type History, lastEntry } from '../../store/history/chart.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { clinicalDate } from '../../ui/day-and-time/dates.ts';
import { Field } from '../../ui/Field.tsx';
import { nameOfNote } from '../../ui/messages/note-words.ts';
import { otherPatientsText, RESULT_WORDS } from '../../ui/messages/phrases.ts';
import css from './LastTime.module.css';

const RESULTS = STEP_RESULTS.map((value) => ({ value, label: RESULT_WORDS[value] }));

export function LastTime({ store }: { readonly store: Store }) {
  const history = store.chart.history.value;
  const entry = lastEntry(history);
  const note = entry?.note;
  return (
    <section class={`${css.card} ${isEmpty(history) ? css.empty : ''}`} aria-labelledby="last-time-heading">
      <h2 class={css.heading} id="last-time-heading">
        {entry ? `Last time, ${nameOfNote(entry)}` : 'Last time'}
      </h2>
      {!note && <p class="quiet-text">{emptyWords(history)}</p>}
      {history.kind === 'loaded' && <Loaded store={store} note={note} found={history.found} />}
    </section>
  );
}

/** The newest visits are enough to find the one before the last. */
const NEWEST = 40;

interface LoadedProps {
  readonly store: Store;
  readonly note: ReadinessNote | undefined;
  readonly found: NotesFound;
}

function Loaded({ store, note, found }: LoadedProps) {
  const [pressed, setPressed] = useState<boolean>();
  const { lastStep } = store.interview.value.engage;
  const open = pressed ?? (lastStep.result !== undefined || lastStep.words !== '');
  const visits = visitsOf(found.entries.slice(0, NEWEST), store.behaviors);
  const compared = since(visits);
  // Older notes that are not loaded are not a gap here.
  const hasGap = found.shortfalls.some((one) => one !== 'more-to-load' && one !== 'older-failed');
  return (
    <>
      {note && <Remembered note={note} compared={compared} open={open} />}
      {hasGap && <p class={css.notice}>This list of earlier notes may be incomplete.</p>}
      {found.otherPatients > 0 && <p class={css.notice}>{otherPatientsText(found.otherPatients)}</p>}
      {found.entries.length > 0 && (
        <div class={css.back}>
          {note && holdsMore(note, compared) && (
            <Button variant="quiet" expanded={open} onPress={() => setPressed(!open)}>
              {stepOf(note) === undefined ? 'More' : 'How did it go?'}
            </Button>
          )}
          <LookBack store={store} found={found} hasTwo={visits.length > 1} />
        </div>
      )}
      {note && open && (
        <div class={css.more}>
          <More store={store} note={note} />
        </div>
      )}
    </>
  );
}

// Nothing to show and nothing to press: one line is enough.
const isEmpty = (history: History): boolean =>
  history.kind === 'loading' || (history.kind === 'loaded' && history.found.entries.length === 0);

function emptyWords(history: History): string {
  if (history.kind === 'loading') return 'Looking for earlier notes.';
  if (history.kind === 'unavailable') return 'Earlier notes could not be read here. Look for them in the chart.';
  if (history.found.entries.length > 0) return 'No earlier note that counts.';
  return history.found.shortfalls.length === 0
    ? 'No earlier readiness notes in this chart.'
    : 'No earlier readiness notes were found.';
}

function quoteOf(note: ReadinessNote): string | undefined {
  const commitment = note.plan.kind === 'agreed' ? note.plan.commitment : undefined;
  return commitment ?? note.talk.findLast((each) => each.talk.side === 'change')?.text ?? note.talk.at(-1)?.text;
}

// What changed since the visit before, if both had the same topic.
interface Compared {
  readonly date: string;
  readonly rulers: readonly RulerTwice[];
}

interface RememberedProps {
  readonly note: ReadinessNote;
  readonly compared: Compared | undefined;
  readonly open: boolean;
}

// Long text is cut to two lines until the rest is opened.
function Remembered({ note, compared, open }: RememberedProps) {
  const quote = quoteOf(note);
  const step = stepOf(note);
  const short = open ? '' : 'two-lines';
  return (
    <>
      {quote && (
        <blockquote class={`${css.quote} ${short}`} dir="auto">
          “{quote}”
        </blockquote>
      )}
      {step && (
        <p class={short} dir="auto">
          Step: {step}
        </p>
      )}
      {note.plan.kind === 'not-today' && <p>No plan yet, open to talk again.</p>}
      <p class="quiet-text">
        {rulersWords(note, compared, open)}
        {compared && (
          <>
            {' '}
            (compared with <span class="unbroken">{clinicalDate(compared.date)})</span>
          </>
        )}
      </p>
    </>
  );
}

// `open`: with the earlier numbers too.
function rulersWords(note: ReadinessNote, compared: Compared | undefined, open: boolean): string {
  const line = RULERS.map((name) => {
    const twice = compared?.rulers.find(({ ruler }) => ruler === name);
    if (twice?.change === undefined) return rulerWords(note, name);
    return `${rulerWords(note, name)}${open ? `, was ${scoreText(twice.before)}` : ''} (${signed(twice.change)})`;
  }).join(open ? '; ' : ', ');
  return capitalized(line);
}

function rulerWords(note: ReadinessNote, name: RulerName): string {
  const reading = readingOf(note.rulers[name]);
  if (reading.kind === 'score') return `${name} ${reading.score}`;
  return `${name} ${reading.kind === 'unreadable' ? 'not readable' : scoreText(reading)}`;
}

const followUpDay = ({ plan }: ReadinessNote): string | undefined =>
  plan.kind === 'none' ? undefined : plan.followUp?.day;

const holdsMore = (note: ReadinessNote, compared: Compared | undefined): boolean =>
  stepOf(note) !== undefined || followUpDay(note) !== undefined || compared !== undefined;

function More({ store, note }: { readonly store: Store; readonly note: ReadinessNote }) {
  const day = followUpDay(note);
  return (
    <>
      {day && <p class="quiet-text">Follow-up: {clinicalDate(day)}</p>}
      {stepOf(note) !== undefined && <HowDidItGo store={store} />}
    </>
  );
}

function since(visits: readonly Visit[]): Compared | undefined {
  const [last] = visits;
  const before = last && visitBefore(visits, last);
  if (!last || !before) return undefined;
  const { rulers } = thenAndNow(before, last);
  return rulers.some(({ change }) => change !== undefined) ? { date: before.date, rulers } : undefined;
}

function LookBack({ store, found, hasTwo }: Omit<LoadedProps, 'note'> & { readonly hasTwo: boolean }) {
  const { show } = store.historyView;
  const count = found.entries.filter((entry) => !isRetracted(entry)).length;
  const more = found.shortfalls.includes('more-to-load') ? ' and more' : '';
  return (
    <>
      <Button variant="quiet" id="earlier-notes" onPress={() => show({ kind: 'list' })}>
        Earlier notes ({count}
        {more})
      </Button>
      {hasTwo && (
        <Button variant="quiet" id="then-and-now" onPress={() => show({ kind: 'compare' })}>
          Then and now
        </Button>
      )}
    </>
  );
}

function HowDidItGo({ store }: { readonly store: Store }) {
  const { lastStep } = store.interview.value.engage;
  return (
    <>
      <Choices
        legend="How did it go?"
        hideLegend
        options={RESULTS}
        chosen={lastStep.result}
        onChoose={(result) => store.dispatch({ kind: 'last-step-recorded', result })}
      />
      {(lastStep.result !== undefined || lastStep.words !== '') && (
        <Field
          label="What they said about it"
          value={lastStep.words}
          onType={(text) => store.dispatch({ kind: 'last-step-words-typed', text })}
        />
      )}
    </>
  );
}
