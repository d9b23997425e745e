// Reads facts from labeled lines. An unknown label, or a value that does not fit, becomes "also recorded" as written.

import type { RulerName } from '../../ruler.ts';
import { SIDES, type Side, STRANDS } from '../../talk/talk.ts';
import { readAskedText, saysNotNamed } from '../fact-kinds.ts';
import { FACT_ROWS, type Fact } from '../note-facts.ts';
import { FRAME, KIND_LABELS, talkLabel } from './labels.ts';
import { NO_DAY, type NoteLine } from './lines.ts';
import { readDayText } from './moment.ts';
import { USUAL_SYSTEM, unmasked } from './software-line.ts';

/** Context from the lines above: the ruler named last, and a label that waits for its value. */
interface Place {
  ruler?: RulerName | undefined;
  also?: string | undefined;
}

type Reader = (value: string, place: Place) => readonly Fact[] | undefined;

/** The facts of the lines between those of the frame (date, signed, record, replaces), in order. */
export function factsOfLines(lines: readonly NoteLine[], version: string): readonly Fact[] {
  const place: Place = {};
  const facts = lines.flatMap(({ label, value, under }) => {
    const open = place.also;
    const read = quoted(label, value, under) ?? readerOf(label, version)?.(value, place) ?? also(label, value);
    if (open === undefined || place.also !== open) return read;
    place.also = undefined;
    return label === FRAME.noted ? read : [...nameless(open), ...read];
  });
  return place.also === undefined ? facts : [...facts, ...nameless(place.also)];
}

/** A quote below the heading of a side. Undefined for any other line. */
function quoted(label: string, text: string, side: Side | undefined): readonly Fact[] | undefined {
  const strand = side && STRANDS.find((each) => KIND_LABELS[each] === label);
  return side && strand && [{ kind: 'talk', name: 'talk', value: { talk: { side, strand }, text } }];
}

function readerOf(label: string, version: string): Reader | undefined {
  return (version === '1' ? READERS_1 : READERS).get(label);
}

/** True for every label that a line of this version may begin with. */
export function isKnownLabel(label: string, version: string): boolean {
  const isOfFrame = FRAME_ONLY.includes(label) || (version !== '1' && isKindLabel(label));
  return isOfFrame || readerOf(label, version) !== undefined;
}

export function isKindLabel(label: string): boolean {
  return STRANDS.some((strand) => KIND_LABELS[strand] === label);
}

/** Labels that no fact has. */
export const FRAME_ONLY: readonly string[] = [FRAME.date, FRAME.signed, FRAME.replaces, FRAME.record];

const also = (label: string, value: string): readonly Fact[] => [
  { kind: 'also', name: 'also', value: { label, value } },
];

/** A label whose value is missing. */
const nameless = (label: string): readonly Fact[] => also(FRAME.also, label);

/** Reads a label of the table. The rulers share the labels of the words about them. */
function readerOfRows(label: string): Reader {
  const rows = FACT_ROWS.filter((row) => row.label === label);
  return (text, place) => {
    const row = rows.find(
      ({ kind, section, comparedAs }) => kind === 'ruler' || section !== 'rulers' || comparedAs === place.ruler,
    );
    if (row?.kind === 'ruler') place.ruler = row.name;
    const value = row?.line?.read(text);
    return row && value !== undefined ? [{ kind: row.kind, name: row.name, value } as Fact] : undefined;
  };
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...FACT_ROWS.flatMap(({ label }): [string, Reader][] => (label ? [[label, readerOfRows(label)]] : [])),
  [FRAME.followUp, readFollowUp],
  [FRAME.again, (text, { ruler }) => ruler && [{ kind: 'ruler', name: ruler, value: readAskedText(text) }]],
  [
    FRAME.also,
    (label, place) => {
      place.also = label;
      return [];
    },
  ],
  [FRAME.noted, (value, { also: label }) => (label === undefined ? undefined : also(label, value))],
]);

const TALK_1 = SIDES.flatMap((side) =>
  STRANDS.map((strand): [string, Reader] => [
    talkLabel({ side, strand }),
    (text) => [{ kind: 'talk', name: 'talk', value: { talk: { side, strand }, text } }],
  ]),
);

/** Version 1 printed the code of the target, the discreet title, and the side of each quote in its label. */
const READERS_1: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...READERS,
  ...TALK_1,
  [FRAME.about, readBehavior],
  [
    FRAME.sensitive,
    (text) => (text === 'yes' ? [{ kind: 'sensitive', name: 'sensitive-topic', value: true }] : undefined),
  ],
]);

/** The braces at the end contain the code. The text before them is the label, unless it says that none was named. */
function readBehavior(text: string): readonly Fact[] {
  // One pattern over label and braces takes time by the square of the blanks between them, for hours in a hostile text.
  const brace = text.lastIndexOf('{');
  const named = brace < 0 ? null : /^\{(?:([^{}|]*)\|)?([^{}|]*)\}$/.exec(text.slice(brace));
  const [, system = USUAL_SYSTEM, code = ''] = named ?? [];
  const words = named ? text.slice(0, brace).trimEnd() : text;
  const value = {
    label: words === '' || saysNotNamed(words) ? undefined : words,
    code: code ? { system: unmasked(system), code: unmasked(code) } : undefined,
  };
  return [{ kind: 'target', name: 'target-behaviour', value }];
}

function readFollowUp(text: string): readonly Fact[] {
  const day = readDayText(text.slice(0, 11));
  const rest = (
    day ? text.slice(11).replace(/^,/, '') : text.slice(text.startsWith(NO_DAY) ? NO_DAY.length : 0)
  ).trim();
  const how: readonly Fact[] = rest ? [{ kind: 'text', name: 'plan-follow-up-how', value: rest }] : [];
  return day ? [{ kind: 'day', name: 'plan-follow-up', value: day }, ...how] : how;
}
