// One ruler over several visits: the position of its points, the lines between them, and the change. A missing answer
// is a gap and never a number. Different topics are never joined. Source: docs/design/screen.md, "Charts".

import type { RulerName } from '../ruler.ts';
import type { Visit } from './visits.ts';

/** The time range of a chart, in milliseconds since 1970. */
export interface Axis {
  readonly from: number;
  readonly to: number;
}

/** The axis of some visits. Undefined if none of them has a day. */
export function axisOf(visits: readonly Visit[]): Axis | undefined {
  const times = visits.flatMap(({ time }) => time ?? []);
  return times.length === 0 ? undefined : { from: Math.min(...times), to: Math.max(...times) };
}

/** The position of a time on the axis in percent. A single time is in the middle. */
export function placeOn({ from, to }: Axis, time: number): number {
  return to === from ? 50 : ((time - from) / (to - from)) * 100;
}

/** The vertical position of a score in a chart of 0 to 10, in percent from the top. 10 is at the top. */
export function depthOf(score: number): number {
  return 100 - score * 10;
}

/** Where years begin inside the axis. */
export function yearMarks(axis: Axis): readonly { readonly year: number; readonly at: number }[] {
  const marks: { year: number; at: number }[] = [];
  for (let year = new Date(axis.from).getUTCFullYear() + 1; Date.UTC(year) < axis.to; year += 1) {
    marks.push({ year, at: placeOn(axis, Date.UTC(year)) });
  }
  return marks;
}

/** A point of a chart: percent across and down. `joined` is true if a line leads here from the point before. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly joined: boolean;
  readonly visit: Visit;
}

/**
 * The points of one ruler, oldest first, from visits newest first. A line joins two points only if they are of adjacent
 * visits about the same topic. A visit between them without an answer, or about something else, is a gap.
 */
export function pointsOf(visits: readonly Visit[], ruler: RulerName, axis: Axis): readonly Point[] {
  const points: Point[] = [];
  let before: Visit | undefined;
  for (const visit of visits.toReversed()) {
    const reading = visit.readings[ruler];
    const { time } = visit;
    const answered = reading.kind === 'score' && time !== undefined;
    if (answered) {
      const joined = before !== undefined && before === points.at(-1)?.visit && before.topic === visit.topic;
      points.push({ x: placeOn(axis, time), y: depthOf(reading.score), joined, visit });
    }
    before = visit;
  }
  return points;
}

/** One answer with its date as the chart wrote it. */
export interface Answered {
  readonly score: number;
  readonly date: string;
}

/**
 * The last answers of a ruler, from visits newest first. `previous` is the answer before it about the same topic.
 * `change` is last minus previous. `gap` is the newest visit if it has no number.
 */
export interface Outcome {
  readonly last: Answered;
  readonly previous: Answered | undefined;
  readonly change: number | undefined;
  readonly gap: Visit | undefined;
}

/** Undefined if the ruler has no answer. */
export function outcomeOf(visits: readonly Visit[], ruler: RulerName): Outcome | undefined {
  const answered = visits.flatMap((visit) => {
    const reading = visit.readings[ruler];
    return reading.kind === 'score' ? [{ visit, score: reading.score, date: visit.date }] : [];
  });
  const [last, ...others] = answered;
  if (!last) return undefined;
  const previous = others.find(({ visit }) => visit.topic === last.visit.topic);
  const [newest] = visits;
  return {
    last: { score: last.score, date: last.date },
    previous: previous && { score: previous.score, date: previous.date },
    change: previous && last.score - previous.score,
    gap: newest === last.visit ? undefined : newest,
  };
}

/** A change with its sign: `+2`, `−1` (a minus sign, not a hyphen), `no change`. */
export function signed(change: number): string {
  if (change === 0) return 'no change';
  return change > 0 ? `+${change}` : `−${-change}`;
}
