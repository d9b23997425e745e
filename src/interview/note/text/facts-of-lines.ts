// Reads facts from labeled lines. An unknown label, or a value that does not fit its label, becomes "also recorded" as
// written.

import { readScore } from '../../ids.ts';
import { RULERS, type RulerName } from '../../ruler.ts';
import { DIRECTIONS, RAISED_BY } from '../../talk/focus.ts';
import { SIDES, type Side, STRANDS } from '../../talk/talk.ts';
import { STEP_RESULTS } from '../note.ts';
import { type Asked, ENDINGS, type Fact, LIST_TEXTS, SINGLE_TEXTS, saysNotNamed } from '../note-facts.ts';
import {
  DIRECTION_WORDS,
  ENDING_WORDS,
  FRAME,
  KIND_LABELS,
  RAISED_WORDS,
  RULER_LABELS,
  STEP_WORDS,
  TEXT_LABELS,
  talkLabel,
} from './labels.ts';
import { DECLINED, NO_DAY, NOT_ASKED, type NoteLine, WRITTEN_AS } from './lines.ts';
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
    const read = said(label, value, under) ??
      readerOf(label, version)?.(value, place) ?? [{ kind: 'also', label, value }];
    if (open === undefined || place.also !== open) return read;
    place.also = undefined;
    return label === FRAME.noted ? read : [...nameless(open), ...read];
  });
  return place.also === undefined ? facts : [...facts, ...nameless(place.also)];
}

/** A quote below the heading of a side. Undefined for any other line. */
function said(label: string, text: string, side: Side | undefined): readonly Fact[] | undefined {
  const strand = side && STRANDS.find((each) => KIND_LABELS[each] === label);
  return side && strand && [{ kind: 'talk', talk: { side, strand }, text }];
}

function readerOf(label: string, version: string): Reader | undefined {
  if (version === '1') return READERS.get(label);
  if (label === FRAME.about) return (words) => [{ kind: 'target', ...(saysNotNamed(words) ? {} : { label: words }) }];
  return ONLY_1.has(label) ? undefined : READERS.get(label);
}

/** True for every label that a line of this version may begin with. */
export function isKnownLabel(label: string, version: string): boolean {
  if (FRAME_ONLY.includes(label)) return true;
  return version === '1' ? READERS.has(label) : isKindLabel(label) || (READERS.has(label) && !ONLY_1.has(label));
}

/** True for the label of a strand. */
export function isKindLabel(label: string): boolean {
  return STRANDS.some((strand) => KIND_LABELS[strand] === label);
}

const FRAME_ONLY: readonly string[] = [FRAME.date, FRAME.signed, FRAME.replaces, FRAME.record];
const TALK_LABELS_1 = SIDES.flatMap((side) => STRANDS.map((strand) => talkLabel({ side, strand })));
const ONLY_1: ReadonlySet<string> = new Set([...TALK_LABELS_1, FRAME.sensitive]);

/** A label whose value is missing. */
const nameless = (label: string): readonly Fact[] => [{ kind: 'also', label: FRAME.also, value: label }];

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...[...SINGLE_TEXTS, ...LIST_TEXTS].map((name): [string, Reader] => [
    TEXT_LABELS[name],
    (text) => [{ kind: 'text', name, text }],
  ]),
  ...SIDES.flatMap((side) =>
    STRANDS.map((strand): [string, Reader] => [
      talkLabel({ side, strand }),
      (text) => [{ kind: 'talk', talk: { side, strand }, text }],
    ]),
  ),
  ...RULERS.map((ruler): [string, Reader] => [
    RULER_LABELS[ruler],
    (value, place) => {
      place.ruler = ruler;
      return [{ kind: 'ruler', ruler, asked: askedFrom(value) }];
    },
  ]),
  [FRAME.about, readBehaviour],
  [FRAME.sensitive, (value) => (value === 'yes' ? [{ kind: 'sensitive' }] : undefined)],
  [
    FRAME.direction,
    (value) => chosen(DIRECTIONS, DIRECTION_WORDS, value, (direction) => ({ kind: 'direction', direction })),
  ],
  [FRAME.raisedBy, (value) => chosen(RAISED_BY, RAISED_WORDS, value, (by) => ({ kind: 'raised-by', by }))],
  [FRAME.permission, readPermission],
  [FRAME.lastStep, (value) => chosen(STEP_RESULTS, STEP_WORDS, value, (result) => ({ kind: 'last-step', result }))],
  [FRAME.again, (value, { ruler }) => ruler && [{ kind: 'ruler', ruler, asked: askedFrom(value) }]],
  [FRAME.why, (text, { ruler }) => ruler && [{ kind: 'ruler-words', ruler, about: 'why', text }]],
  [FRAME.raise, (text, { ruler }) => ruler && [{ kind: 'ruler-words', ruler, about: 'raise', text }]],
  [FRAME.plan, (value) => chosen(ENDINGS, ENDING_WORDS, value, (ending) => ({ kind: 'ending', ending }))],
  [FRAME.planConfidence, readPlanConfidence],
  [FRAME.followUp, readFollowUp],
  [FRAME.minutes, (value) => (/^\d{1,9}$/.test(value) ? [{ kind: 'minutes', minutes: Number(value) }] : undefined)],
  [
    FRAME.also,
    (label, place) => {
      place.also = label;
      return [];
    },
  ],
  [FRAME.noted, (value, { also }) => (also === undefined ? undefined : [{ kind: 'also', label: also, value }])],
]);

function chosen<T extends string>(
  choices: readonly T[],
  words: Readonly<Record<T, string>>,
  value: string,
  fact: (choice: T) => Fact,
): readonly Fact[] | undefined {
  const choice = choices.find((each) => words[each] === value);
  return choice && [fact(choice)];
}

function askedFrom(value: string): Asked {
  if (value === NOT_ASKED) return { kind: 'not-asked' };
  if (value === DECLINED) return { kind: 'declined' };
  const score = /^\d{1,2}$/.test(value) ? readScore(Number(value)) : undefined;
  if (score?.ok) return { kind: 'answered', score: score.value };
  return { kind: 'unreadable', written: value.startsWith(WRITTEN_AS) ? value.slice(WRITTEN_AS.length) : value };
}

/** The braces at the end contain the code. The text before them is the label, unless it says that none was named. */
function readBehaviour(value: string): readonly Fact[] {
  const [, words = value, system = USUAL_SYSTEM, code = ''] =
    /^(.*?)\s*\{(?:([^{}|]*)\|)?([^{}|]*)\}$/s.exec(value) ?? [];
  const label = words === '' || saysNotNamed(words) ? {} : { label: words };
  return [{ kind: 'target', ...label, ...(code ? { code: { system: unmasked(system), code: unmasked(code) } } : {}) }];
}

function readPermission(value: string): readonly Fact[] | undefined {
  return value === 'yes' || value === 'no' ? [{ kind: 'permission', given: value === 'yes' }] : undefined;
}

function readPlanConfidence(value: string): readonly Fact[] | undefined {
  const asked = askedFrom(value);
  return asked.kind === 'answered' ? [{ kind: 'plan-confidence', score: asked.score }] : undefined;
}

function readFollowUp(value: string): readonly Fact[] {
  const day = readDayText(value.slice(0, 11));
  const rest = (
    day ? value.slice(11).replace(/^,/, '') : value.slice(value.startsWith(NO_DAY) ? NO_DAY.length : 0)
  ).trim();
  const how: readonly Fact[] = rest ? [{ kind: 'text', name: 'plan-follow-up-how', text: rest }] : [];
  return day ? [{ kind: 'follow-up', day }, ...how] : how;
}
