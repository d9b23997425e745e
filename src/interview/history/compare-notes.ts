// Compares a note with the chart's copy of it: the parts that are lost and the parts that changed.

import type { Instant } from '../ids.ts';
import type { ComparedPart } from '../note/lost-part.ts';
import type { ReadinessNote } from '../note/note.ts';
import { factsOf, rowOf } from '../note/note-facts.ts';
import { plainText } from '../note/text/plain-text.ts';

/** `lost`: sent but missing. `changed`: present with a value that was not sent. Each part once, in note order. */
export interface NoteDifference {
  readonly lost: readonly ComparedPart[];
  readonly changed: readonly ComparedPart[];
}

/**
 * Compares what was sent with what the chart returned. Times are compared as instants, in any zone, and texts in the
 * normal form that `normal` gives them.
 */
export function compareNotes(sent: ReadinessNote, stored: ReadinessNote, normal = plainText): NoteDifference {
  const wanted = bySlot(sent, normal);
  const held = bySlot(stored, normal);
  const lost: ComparedPart[] = [];
  const changed: ComparedPart[] = Date.parse(sent.at) === Date.parse(stored.at) ? [] : ['date'];
  for (const [slot, { part, values }] of wanted) {
    const there = held.get(slot)?.values ?? [];
    if (!isRunOf(there, values)) changed.push(part);
    else if (there.length < values.length) lost.push(part);
  }
  for (const [slot, { part }] of held) {
    if (part !== 'also' && !wanted.has(slot)) changed.push(part);
  }
  if (!keepsLanguage(sent.language, stored.language)) lost.push('language');
  if (!isStampedSince(sent.signedAt, stored.signedAt)) lost.push('signed-at');
  return { lost: [...new Set(lost)].filter((part) => !changed.includes(part)), changed: [...new Set(changed)] };
}

/** A server may stamp its default language on a resource, or write a tag with a region: neither changes the note. */
const keepsLanguage = (sent: string | undefined, stored: string | undefined): boolean =>
  sent === undefined || sent.toLowerCase().split('-')[0] === stored?.toLowerCase().split('-')[0];

interface Slot {
  readonly part: ComparedPart;
  readonly values: string[];
}

function bySlot(note: ReadinessNote, normal: typeof plainText): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>();
  for (const fact of factsOf(note)) {
    const slot = slots.get(fact.name) ?? { part: rowOf(fact).comparedAs, values: [] };
    slot.values.push(write(fact.value, normal));
    slots.set(fact.name, slot);
  }
  return slots;
}

/** True if every value of `part` is in `whole` in the same order. Values may be missing but not new. */
function isRunOf(part: readonly string[], whole: readonly string[]): boolean {
  let from = 0;
  return part.every((value) => {
    from = whole.indexOf(value, from) + 1;
    return from > 0;
  });
}

/** The most that a server's clock may lag behind ours. */
const CLOCK_DRIFT_MS = 5 * 60 * 1000;

/** True if the time is ours, or one that the server set when it received the note. */
const isStampedSince = (sent: Instant, stored: Instant): boolean =>
  Date.parse(stored) >= Date.parse(sent) - CLOCK_DRIFT_MS;

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1);
/** A value in a normal form, independent of property order and text form. */
const write = (value: unknown, normal: typeof plainText): string =>
  JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'string') return normal(inner);
    return typeof inner === 'object' ? Object.fromEntries(Object.entries(inner ?? {}).toSorted(byKey)) : inner;
  });
