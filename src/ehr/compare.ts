// Compares the note that was sent with the note that was read back, part by part. Pure.

import type { ReadinessNote } from '../interview/note.ts';

/** `less`: only things are missing. `other`: something is there that was never sent. */
type Relation = 'same' | 'less' | 'other';

/** What became of a note on its way into the chart. `lost` names parts in a clinician's words. */
export type Comparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'lost'; readonly parts: readonly string[] }
  | { readonly kind: 'changed' };

const NOTHING = new Set<unknown>(['none', 'not-recorded']);
type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown) =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isFields(value) && NOTHING.has(value['kind']));

function relateLists(sent: readonly unknown[], got: readonly unknown[]): Relation {
  let at = 0;
  for (const item of got) {
    while (at < sent.length && relate(sent[at], item) !== 'same') at += 1;
    if (at === sent.length) return 'other';
    at += 1;
  }
  return got.length === sent.length ? 'same' : 'less';
}

function relateFields(sent: Fields, got: Fields): Relation {
  const keys = [...new Set([...Object.keys(sent), ...Object.keys(got)])];
  const relations = keys.map((key) => relate(sent[key], got[key]));
  if (relations.includes('other')) return 'other';
  return relations.includes('less') ? 'less' : 'same';
}

function relate(sent: unknown, got: unknown): Relation {
  if (Object.is(sent, got) || (isEmpty(sent) && isEmpty(got))) return 'same';
  if (isEmpty(got)) return 'less';
  if (Array.isArray(sent) && Array.isArray(got)) return relateLists(sent, got);
  return isFields(sent) && isFields(got) ? relateFields(sent, got) : 'other';
}

/** Servers may write a moment in another zone; the moment must be the same. */
function relateMoments(sent: string, got: string): Relation {
  return Date.parse(sent) === Date.parse(got) ? 'same' : 'other';
}

const PARTS: readonly (readonly [words: string, of: (note: ReadinessNote) => unknown])[] = [
  [
    'target behaviour',
    ({ target, goal, direction, raisedBy, permission }) => ({
      label: target.label,
      code: target.code,
      goal,
      direction,
      raisedBy,
      permission,
    }),
  ],
  ['agenda and strengths', ({ agenda, strengths, present, lastStep }) => ({ agenda, strengths, present, lastStep })],
  ['information given', ({ information }) => information],
  ['importance', ({ rulers }) => rulers.importance],
  ['confidence', ({ rulers }) => rulers.confidence],
  ['readiness', ({ rulers }) => rulers.readiness],
  ['patient’s words', ({ talk, marks }) => ({ talk, marks })],
  ['plan', ({ plan }) => plan],
  ['minutes', ({ minutes }) => minutes],
  ['also recorded', ({ also }) => also],
];

/** Compares two notes by meaning. The same identifier is the caller's to check, since some servers drop it. */
export function compareNotes(sent: ReadinessNote, got: ReadinessNote): Comparison {
  if (relateMoments(sent.at, got.at) === 'other') return { kind: 'changed' };
  const relations = PARTS.map(([words, of]) => [words, relate(of(sent), of(got))] as const);
  if (relations.some(([, relation]) => relation === 'other')) return { kind: 'changed' };
  const parts = relations.flatMap(([words, relation]) => (relation === 'less' ? [words] : []));
  return parts.length ? { kind: 'lost', parts } : { kind: 'same' };
}
