// What this device remembers of Learn: counts and days. It holds no name, no patient, no text and no answers.

/** Days are whole days since 1970. `done` holds the weeks whose refresher was taken or put aside. */
export interface LearnMemory {
  readonly greeted: boolean;
  readonly startedOn?: number | undefined;
  readonly done: readonly number[];
  /** After real visits: reflections the clinician recalled, and visits they answered for. */
  readonly tally: { readonly visits: number; readonly reflections: number };
}

/** Where it is kept. Neither call rejects. A browser that keeps nothing starts empty each time. */
export interface LearnStorage {
  readonly load: () => Promise<LearnMemory>;
  /** False if this device keeps nothing. */
  readonly save: (memory: LearnMemory) => Promise<boolean>;
}

export const NOTHING_YET: LearnMemory = { greeted: false, done: [], tally: { visits: 0, reflections: 0 } };

/** Weeks after the start at which a refresher is offered. The weeks are ours. */
const REFRESHER_WEEKS = [2, 6, 12, 24] as const;

const DAY_MS = 86_400_000;

export const dayNumber = (millis: number): number => Math.floor(millis / DAY_MS);

/** The week of the refresher to offer today: the latest that is due, so missed ones never pile up. */
export function refresherDue({ startedOn, done }: LearnMemory, today: number): number | undefined {
  if (startedOn === undefined) return undefined;
  const week = REFRESHER_WEEKS.findLast((each) => today - startedOn >= each * 7);
  return week === undefined || done.includes(week) ? undefined : week;
}

/** Weeks until the next refresher, rounded up. Undefined after the last one, and before the first practice. */
export function weeksToNextRefresher({ startedOn }: LearnMemory, today: number): number | undefined {
  if (startedOn === undefined) return undefined;
  const next = REFRESHER_WEEKS.find((each) => each * 7 > today - startedOn);
  return next === undefined ? undefined : Math.ceil((next * 7 - (today - startedOn)) / 7);
}

/** Reads what any version stored: a missing or invalid part counts as never kept. */
export function readMemory(stored: unknown): LearnMemory {
  const { greeted, startedOn, done, tally }: { readonly [Name in keyof LearnMemory]?: unknown } = Object(stored);
  const counts: { readonly visits?: unknown; readonly reflections?: unknown } = Object(tally);
  const count = (value: unknown): number => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : 0);
  return {
    greeted: greeted === true,
    startedOn: Number.isSafeInteger(startedOn) ? Number(startedOn) : undefined,
    done: Array.isArray(done) ? REFRESHER_WEEKS.filter((week) => done.includes(week)) : [],
    tally: { visits: count(counts.visits), reflections: count(counts.reflections) },
  };
}
