// Compares two visits. Differences are computed only for values that can be compared.

import { RULERS, type RulerName } from '../ruler.ts';
import { daysBetween, type RulerReading, type Visit } from './visits.ts';

/** One ruler at both visits. `change` is present only if both have a number and the topic is the same. */
export interface RulerTwice {
  readonly ruler: RulerName;
  readonly before: RulerReading;
  readonly after: RulerReading;
  readonly change?: number | undefined;
}

/** Two visits compared. `days` are the calendar days between them, absent if a date is less precise than a day. */
export interface ThenAndNow {
  readonly before: Visit;
  readonly after: Visit;
  readonly sameTopic: boolean;
  readonly days: number | undefined;
  readonly rulers: readonly RulerTwice[];
}

/** Compares two visits in the order of their dates. */
export function thenAndNow(one: Visit, other: Visit): ThenAndNow {
  const [before, after] = Date.parse(one.note.at) <= Date.parse(other.note.at) ? [one, other] : [other, one];
  const sameTopic = before.topic === after.topic;
  const days = daysBetween(before.date, after.date);
  return {
    before,
    after,
    sameTopic,
    days,
    rulers: RULERS.map((ruler) => {
      const [then, now] = [before.readings[ruler], after.readings[ruler]];
      const comparable = sameTopic && then.kind === 'score' && now.kind === 'score';
      return { ruler, before: then, after: now, change: comparable ? now.score - then.score : undefined };
    }),
  };
}

/** The visit to compare with: the newest one before it about the same topic, else the newest one before it. */
export function visitBefore(visits: readonly Visit[], visit: Visit): Visit | undefined {
  const index = visits.findIndex(({ note }) => note.id === visit.note.id);
  const earlier = index < 0 ? [] : visits.slice(index + 1);
  return earlier.find(({ topic }) => topic === visit.topic) ?? earlier[0];
}
