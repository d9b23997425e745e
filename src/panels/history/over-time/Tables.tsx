// The tables behind the charts, newest first: the numbers, with a text for a missing one, what was said, and the agreed
// steps. Nothing is added up over visits, and nothing is a score.

import { useState } from 'preact/hooks';
import { placeKey } from '../../../interview/history/history.ts';
import { type FollowThrough, followThrough } from '../../../interview/history/talk-over-time.ts';
import type { Visit } from '../../../interview/history/visits.ts';
import type { Marks } from '../../../interview/note/note.ts';
import { scoreText } from '../../../interview/note/read-view.ts';
import { RULER_NAMES, RULERS } from '../../../interview/ruler.ts';
import { clinicalDate } from '../../../ui/day-and-time/dates.ts';
import { RESULT_WORDS } from '../../../ui/messages/phrases.ts';
import { SIDE_TITLES } from '../../../ui/messages/strand-labels.ts';
import { topicWords } from '../entry-words.ts';
import css from './OverTime.module.css';

interface TablesProps {
  readonly shown: readonly Visit[];
  /** All visits, because a visit about another topic may say how a step went. */
  readonly visits: readonly Visit[];
  readonly onOpen: (place: string) => void;
}

/** Drawn only when someone opens them. */
export function Tables({ shown, visits, onOpen }: TablesProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class={css.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As tables: numbers, what was said, agreed steps</summary>
      {isOpen && (
        <>
          <div class={css.part}>
            <h4>Rulers</h4>
            <RulerTable visits={shown} onOpen={onOpen} />
          </div>
          <div class={css.part}>
            <h4>What was said</h4>
            <SaidOverTime visits={shown} />
          </div>
          <div class={css.part}>
            <h4>What was agreed, and how it went</h4>
            <AgreedSteps shown={shown} visits={visits} />
          </div>
        </>
      )}
    </details>
  );
}

function RulerTable({ visits, onOpen }: Pick<TablesProps, 'visits' | 'onOpen'>) {
  const hasTopics = new Set(visits.map(({ topic }) => topic)).size > 1;
  return (
    <table class={`${css.table} ${css.rulers}`}>
      <caption class="visually-hidden">Rulers at each visit, 0 to 10, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Visit</th>
          {RULERS.map((ruler) => (
            <th key={ruler} scope="col">
              {RULER_NAMES[ruler]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.note.id}>
            <th scope="row">
              <button type="button" class={css.open} onClick={() => onOpen(placeKey(visit.entry.filed))}>
                {clinicalDate(visit.date)}
              </button>
              {hasTopics && <span class="quiet-text"> {topicWords(visit.note)}</span>}
            </th>
            {RULERS.map((ruler) => (
              <td key={ruler} class={visit.readings[ruler].kind === 'score' ? css.number : 'quiet-text'}>
                {scoreText(visit.readings[ruler])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AgreedSteps({ shown, visits }: Pick<TablesProps, 'shown' | 'visits'>) {
  const steps = followThrough(visits).filter(({ visit }) => shown.includes(visit));
  if (steps.length === 0) return <p class="quiet-text">No step was agreed at these visits.</p>;
  return (
    <table class={css.table}>
      <caption class="visually-hidden">Agreed steps, newest first, and how each went</caption>
      <thead>
        <tr>
          <th scope="col">Agreed</th>
          <th scope="col">How it went</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.visit.note.id}>
            <th scope="row">
              <span class="quiet-text">{clinicalDate(step.visit.date)}</span>
              <span class={css.said} dir="auto">
                {step.step}
              </span>
            </th>
            <td>
              <Went {...step} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Went({ went }: FollowThrough) {
  if (went.kind === 'not-yet') return <span class="quiet-text">Not asked yet</span>;
  if (went.kind === 'not-recorded') return <span class="quiet-text">Not recorded on {clinicalDate(went.date)}</span>;
  return (
    <>
      <span class="quiet-text">{clinicalDate(went.date)}</span>
      {went.result && <span class={css.said}>{RESULT_WORDS[went.result]}</span>}
      {went.words && (
        <span class={css.said} dir="auto">
          “{went.words}”
        </span>
      )}
    </>
  );
}

// Counts alone, because a percentage for each visit reads as a score of the patient.
function SaidOverTime({ visits }: Pick<TablesProps, 'visits'>) {
  const most = Math.max(1, ...visits.flatMap(({ note: { marks } }) => (marks ? [marks.change, marks.sustain] : [])));
  return (
    <>
      <p class="quiet-text">Marks at each visit.</p>
      <table class={css.table}>
        <caption class="visually-hidden">Marks at each visit, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Visit</th>
            <th scope="col" class={css.left}>
              {SIDE_TITLES.sustain}
            </th>
            <th scope="col">{SIDE_TITLES.change}</th>
          </tr>
        </thead>
        <tbody>
          {visits.map(({ note, date }) => (
            <tr key={note.id}>
              <th scope="row" class={css.date}>
                {clinicalDate(date)}
              </th>
              {note.marks ? (
                <Counted marks={note.marks} most={most} />
              ) : (
                <td colSpan={2} class="quiet-text">
                  counts not kept in the chart
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Counted({ marks, most }: { readonly marks: Marks; readonly most: number }) {
  return (
    <>
      <td class={css.left}>
        <Bar side="sustain" count={marks.sustain} most={most} />
      </td>
      <td>
        <Bar side="change" count={marks.change} most={most} />
      </td>
    </>
  );
}

interface BarProps {
  readonly side: 'change' | 'sustain';
  readonly count: number;
  readonly most: number;
}

function Bar({ side, count, most }: BarProps) {
  return (
    <span class={`${css.bar} ${css[side]}`}>
      <span class={css.number}>{count}</span>
      <svg class={css.ink} aria-hidden="true">
        <rect
          x={side === 'change' ? '0%' : `${100 - (count / most) * 100}%`}
          y="0"
          width={`${(count / most) * 100}%`}
          height="100%"
          rx="2"
        />
      </svg>
    </span>
  );
}
