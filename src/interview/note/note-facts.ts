// A readiness note as a flat list of facts in a fixed order, and back. Every form writes and reads the facts one by
// one. Nothing is guessed or dropped.

import { byRuler } from '../ruler.ts';
import type { FactKind, FactValues } from './fact-kinds.ts';
import { FACT_TABLE, type FactRow } from './fact-table.ts';
import type { ReadinessNote } from './note.ts';

const ROWS = FACT_TABLE.flat();
type Row = (typeof ROWS)[number];

export type FactName<Kind extends FactKind = FactKind> = Extract<Row, { readonly kind: Kind }>['name'];

export type FactOf<Kind extends FactKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly name: FactName<K>; readonly value: FactValues[K] };
}[Kind];

/** One fact of a note. A ruler that was asked again is a second fact of the same name. */
export type Fact = FactOf<FactKind>;

const BY_NAME: ReadonlyMap<string, Row> = new Map(ROWS.map((row) => [row.name, row]));

export const rowOf = <Kind extends FactKind>({ name }: FactOf<Kind>): FactRow<Kind, FactName<Kind>> =>
  BY_NAME.get(name) as unknown as FactRow<Kind, FactName<Kind>>;

export const rowNamed = (name: string): Row | undefined => BY_NAME.get(name);

export const FACT_ROWS: readonly Row[] = ROWS;

/** Every fact of the note outside its head, in the order of docs/design/readiness-note.md, "Local codes". */
export function factsOf(note: ReadinessNote): readonly Fact[] {
  return FACT_TABLE.flatMap((entry) => {
    const columns = [entry].flat().map((row) => ({ row, values: row.get(note) }));
    const turns = columns[0]?.values.keys() ?? [];
    return [...turns].flatMap((turn) =>
      columns.flatMap(({ row, values }) => {
        const value = values[turn];
        return value === undefined ? [] : [{ kind: row.kind, name: row.name, value } as Fact];
      }),
    );
  });
}

/** A note's number, times and language, which every form stores outside its facts. */
export type NoteHead = Pick<ReadinessNote, 'id' | 'at' | 'signedAt' | 'language'>;

/** The note, and the facts without a place in it (a second goal, a part of a plan without an ending), in order. */
export interface NoteWithLeftovers {
  readonly note: ReadinessNote;
  readonly unplaced: readonly Fact[];
}

/** Builds the note. A ruler without a fact is `not-recorded`. Missing counts are unknown. */
export function noteFromFacts(head: NoteHead, facts: readonly Fact[]): NoteWithLeftovers {
  const note = {
    ...head,
    target: { sensitive: false },
    agenda: [],
    strengths: [],
    lastStep: {},
    information: [],
    rulers: byRuler(() => ({ kind: 'not-recorded' }) as const),
    talk: [],
    marks: {},
    plan: { kind: 'none' },
    also: [],
  } as unknown as ReadinessNote;
  const unplaced = new Set(
    facts.toSorted((one, other) => rank(one) - rank(other)).filter((fact) => !addFact(note, fact, facts)),
  );
  dropEmpty<'lastStep' | 'marks'>(note, 'lastStep', 'marks');
  if (note.plan.kind !== 'none') dropEmpty(note.plan, 'followUp');
  return { note, unplaced: facts.filter((fact) => unplaced.has(fact)) };
}

const addFact = <Kind extends FactKind>(note: ReadinessNote, fact: FactOf<Kind>, facts: readonly Fact[]): boolean =>
  rowOf(fact).add(note, fact.value, facts);

const ASKED_RANKS = { answered: 1, declined: 1, unreadable: 2, 'not-asked': 3 } as const;

/** The place of each row in the table. Rows that take turns have one place. */
const PLACES: ReadonlyMap<string, number> = new Map(
  FACT_TABLE.flatMap((entry, index) => [entry].flat().map(({ name }) => [name, index] as const)),
);

/** The order of the table, whatever the order of the chart, and an answer before any other text of its ruler. */
const rank = ({ kind, name, value }: Fact): number =>
  (PLACES.get(name) ?? 0) + (kind === 'ruler' ? ASKED_RANKS[value.kind] / 10 : 0);

function dropEmpty<Key extends string>(held: { [K in Key]?: object | undefined }, ...keys: readonly Key[]): void {
  for (const key of keys) if (Object.keys(held[key] ?? {}).length === 0) delete held[key];
}
