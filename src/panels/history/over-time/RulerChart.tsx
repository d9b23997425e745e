// One ruler over visits as SVG: a dot per answer, a thin line only between adjacent visits, a gap without an answer.
// Positions are in percent, so the chart is exact at any width, at any zoom and on paper.

import {
  type Axis,
  type Outcome,
  outcomeOf,
  type Point,
  placeOn,
  pointsOf,
  signed,
  yearMarks,
} from '../../../interview/history/trend.ts';
import type { Visit } from '../../../interview/history/visits.ts';
import { scoreText } from '../../../interview/note/read-view.ts';
import { RULER_NAMES, type RulerName } from '../../../interview/ruler.ts';
import { clinicalDate } from '../../../ui/day-and-time/dates.ts';
import css from './OverTime.module.css';

interface RulerChartProps {
  readonly ruler: RulerName;
  readonly visits: readonly Visit[];
  /** Absent if there is nothing to compare. */
  readonly axis: Axis | undefined;
}

export function RulerChart({ ruler, visits, axis }: RulerChartProps) {
  const outcome = outcomeOf(visits, ruler);
  return (
    <div class={css.ruler}>
      <Words ruler={ruler} outcome={outcome} newest={visits[0]} />
      {axis && <Plot ruler={ruler} visits={visits} axis={axis} />}
    </div>
  );
}

interface WordsProps {
  readonly ruler: RulerName;
  readonly outcome: Outcome | undefined;
  readonly newest: Visit | undefined;
}

function Words({ ruler, outcome, newest }: WordsProps) {
  const name = RULER_NAMES[ruler];
  if (!outcome) {
    return (
      <p class={css.words}>
        <span class={css.name}>{name}</span>{' '}
        <span class="quiet-text">{newest ? scoreText(newest.readings[ruler]) : 'not asked'}</span>
      </p>
    );
  }
  const { last, previous, change, gap } = outcome;
  return (
    <p class={css.words}>
      <span class={css.name}>{name}</span> <strong class={css.last}>{last.score}</strong>{' '}
      {previous && change !== undefined && (
        <span class="quiet-text">
          was {previous.score} ({signed(change)})
        </span>
      )}
      {gap && (
        <span class={css.gap}>
          on {clinicalDate(last.date)}, then {scoreText(gap.readings[ruler])}
        </span>
      )}
    </p>
  );
}

/** More dots than this would merge into a band, so only the line and unconnected dots are drawn. */
const MOST_DOTS = 60;

function Plot({ ruler, visits, axis }: RulerChartProps & { readonly axis: Axis }) {
  const points = pointsOf(visits, ruler, axis);
  const isSparse = points.length <= MOST_DOTS;
  return (
    <div class={css.plot}>
      <svg class={css.svg} role="img" aria-label={spoken(ruler, visits)}>
        {[0, 50, 100].map((y) => (
          <line key={y} class={css.grid} x1="0%" x2="100%" y1={`${y}%`} y2={`${y}%`} />
        ))}
        {yearMarks(axis).map(({ year, at }) => (
          <line key={year} class={css.grid} x1={`${at}%`} x2={`${at}%`} y1="0%" y2="100%" />
        ))}
        {isSparse &&
          visits.map(({ time, note }) => (time === undefined ? null : <Tick key={note.id} at={placeOn(axis, time)} />))}
        {points.map((point, index) => (
          <Step key={point.visit.note.id} from={points[index - 1]} to={point} />
        ))}
        {points.map(
          (point, index) =>
            (isSparse || isAlone(points, index) || index === points.length - 1) && (
              <circle
                key={point.visit.note.id}
                class={index === points.length - 1 ? css.newest : css.dot}
                cx={`${point.x}%`}
                cy={`${point.y}%`}
                r={index === points.length - 1 ? 5 : 3.5}
              />
            ),
        )}
      </svg>
      <span class={css.ten} aria-hidden="true">
        10
      </span>
      <span class={css.zero} aria-hidden="true">
        0
      </span>
    </div>
  );
}

const isAlone = (points: readonly Point[], index: number): boolean =>
  !points[index]?.joined && !points[index + 1]?.joined;

// Each visit has a tick, so that one without an answer shows as a gap.
function Tick({ at }: { readonly at: number }) {
  return <rect class={css.tick} x={`${at}%`} y="100%" width="1" height="5" />;
}

function Step({ from, to }: { readonly from: Point | undefined; readonly to: Point }) {
  if (!from || !to.joined) return null;
  return <line class={css.step} x1={`${from.x}%`} y1={`${from.y}%`} x2={`${to.x}%`} y2={`${to.y}%`} />;
}

/** The most values that are read aloud. The table has all of them. */
const SPOKEN = 8;

function spoken(ruler: RulerName, visits: readonly Visit[]): string {
  const last = visits.slice(0, SPOKEN).toReversed();
  const values = last.map(({ readings }) => scoreText(readings[ruler])).join('; ');
  const [first, newest] = [last[0], last.at(-1)];
  if (!first || !newest) return RULER_NAMES[ruler];
  return `${RULER_NAMES[ruler]}, ${clinicalDate(first.date)} to ${clinicalDate(newest.date)}: ${values}`;
}
