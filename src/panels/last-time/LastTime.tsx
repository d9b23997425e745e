// What was said and agreed last time, first on the page. States if the history is incomplete or unreadable.

import type { NotesFound } from '../../interview/history/history.ts';
import { thenAndNow, visitBefore } from '../../interview/history/then-and-now.ts';
import { signed } from '../../interview/history/trend.ts';
import { isRetracted, type Visit, visitsOf } from '../../interview/history/visits.ts';
import type { NotePlan, ReadinessNote, StepResult } from '../../interview/note/note.ts';
import { scoreText } from '../../interview/note/read-view.ts';
import { RULERS } from '../../interview/ruler.ts';
import { type History, lastNote } from '../../store/history/chart.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { clinicalDate } from '../../ui/dates.ts';
import { Field } from '../../ui/Field.tsx';
import css from './LastTime.module.css';

const RESULTS: readonly { readonly value: StepResult; readonly label: string }[] = [
  { value: 'done', label: 'Went well' },
  { value: 'partly', label: 'Partly' },
  { value: 'not-yet', label: 'Not yet' },
];

export function LastTime({ store }: { readonly store: Store }) {
  const history = store.chart.history.value;
  const note = lastNote(history);
  return (
    <section class={`${css.card} ${isEmpty(history) ? css.empty : ''}`} aria-labelledby="last-time-heading">
      <h2 class={css.heading} id="last-time-heading">
        {note ? heading(note) : 'Last time'}
      </h2>
      {note ? <Remembered note={note} /> : <p class={css.quiet}>{emptyWords(history)}</p>}
      {history.kind === 'loaded' && <Since store={store} found={history.found} />}
      {note && hasStep(note.plan) && <HowDidItGo store={store} />}
      {history.kind === 'loaded' && <Honesty found={history.found} />}
      {history.kind === 'loaded' && history.found.entries.length > 0 && (
        <LookBack store={store} found={history.found} />
      )}
    </section>
  );
}

// Nothing to show and nothing to press: one line is enough.
const isEmpty = (history: History): boolean =>
  history.kind === 'loading' || (history.kind === 'loaded' && history.found.entries.length === 0);

const heading = (note: ReadinessNote): string =>
  `Last time, ${clinicalDate(note.at)}, ${note.target.label ?? 'no topic named'}`;

function emptyWords(history: History): string {
  switch (history.kind) {
    case 'loading':
      return 'Looking for earlier notes.';
    case 'unavailable':
      return 'Earlier notes could not be read. Today’s note is not affected. Open them in the chart.';
    case 'loaded':
      return history.found.entries.length === 0
        ? 'No earlier readiness notes in this chart.'
        : 'No earlier note that counts.';
  }
}

const hasStep = (plan: NotePlan): boolean => plan.kind === 'agreed' && (plan.firstStep ?? plan.change) !== undefined;

function quoteOf(note: ReadinessNote): string | undefined {
  const commitment = note.plan.kind === 'agreed' ? note.plan.commitment : undefined;
  return commitment ?? note.talk.findLast((each) => each.talk.side === 'change')?.text ?? note.talk.at(-1)?.text;
}

function Remembered({ note }: { readonly note: ReadinessNote }) {
  const quote = quoteOf(note);
  const { plan } = note;
  return (
    <>
      {quote && (
        <blockquote class={css.quote} dir="auto">
          “{quote}”
        </blockquote>
      )}
      {plan.kind === 'agreed' && (plan.firstStep ?? plan.change) && (
        <p dir="auto">Step: {plan.firstStep ?? plan.change}</p>
      )}
      {plan.kind === 'not-today' && <p>No plan yet, open to talk again.</p>}
      {plan.kind !== 'none' && plan.followUp?.day && (
        <p class={css.quiet}>Follow-up: {clinicalDate(plan.followUp.day)}</p>
      )}
      <p class={css.quiet}>{rulersWords(note)}</p>
    </>
  );
}

function rulersWords(note: ReadinessNote): string {
  const parts = RULERS.map((name) => {
    const ruler = note.rulers[name];
    if (ruler.kind === 'asked') {
      const last = ruler.again ?? ruler.answer;
      return last.kind === 'answered' ? `${name} ${last.score}` : `${name} declined`;
    }
    return ruler.kind === 'unreadable'
      ? `${name} not readable`
      : `${name} not ${ruler.kind === 'not-asked' ? 'asked' : 'recorded'}`;
  });
  const line = parts.join(', ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

/** The newest visits are enough to find the one before the last. */
const NEWEST = 40;
const newestVisits = ({ behaviours }: Store, { entries }: NotesFound): readonly Visit[] =>
  visitsOf(entries.slice(0, NEWEST), behaviours);

// What changed since the visit before, if both had the same topic.
function Since({ store, found }: LookBackProps) {
  const visits = newestVisits(store, found);
  const [last] = visits;
  const before = last && visitBefore(visits, last);
  if (!last || !before) return null;
  const moved = thenAndNow(before, last).rulers.flatMap(({ ruler, before: then, after, change }) =>
    change === undefined ? [] : [`${ruler} ${scoreText(after)}, was ${scoreText(then)} (${signed(change)})`],
  );
  return moved.length === 0 ? null : (
    <p class={css.quiet}>
      Since {clinicalDate(before.date)}: {moved.join('; ')}
    </p>
  );
}

interface LookBackProps {
  readonly store: Store;
  readonly found: NotesFound;
}

function LookBack({ store, found }: LookBackProps) {
  const { show } = store.historyView;
  const count = found.entries.filter((entry) => !isRetracted(entry)).length;
  const more = found.shortfalls.includes('more-to-load') ? ' and more' : '';
  return (
    <div class={css.back}>
      <Button look="quiet" id="earlier-notes" onPress={() => show({ kind: 'list' })}>
        Earlier notes ({count}
        {more})
      </Button>
      {newestVisits(store, found).length > 1 && (
        <Button look="quiet" id="then-and-now" onPress={() => show({ kind: 'compare' })}>
          Then and now
        </Button>
      )}
    </div>
  );
}

function HowDidItGo({ store }: { readonly store: Store }) {
  const { lastStep } = store.interview.value.engage;
  return (
    <>
      <Choices
        legend="How did it go?"
        options={RESULTS}
        chosen={lastStep.result}
        onChoose={(result) => store.dispatch(result ? { kind: 'last-step-told', result } : { kind: 'last-step-told' })}
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

function Honesty({ found }: { readonly found: NotesFound }) {
  const { otherPatients } = found;
  // Older notes that are not loaded are not a gap here.
  const shortfalls = found.shortfalls.filter((one) => one !== 'more-to-load' && one !== 'older-failed');
  return (
    <>
      {shortfalls.length > 0 && <p class={css.notice}>This list of earlier notes may be incomplete.</p>}
      {otherPatients > 0 && (
        <p class={css.notice}>
          {otherPatients === 1 ? '1 entry' : `${otherPatients} entries`} for another patient{' '}
          {otherPatients === 1 ? 'was' : 'were'} not shown.
        </p>
      )}
    </>
  );
}
