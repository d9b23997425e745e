// The other places in which a changed note stands: each is changed in its own way, or named as one that was not. Only
// what is this very note, in the same words and by the same author, is touched.

import { type FiledAt, FORMS, type Form } from '../../interview/history/history.ts';
import { differingParts, holdsChange, withChange } from '../../interview/note/note-change.ts';
import type { ChangeEnd, ChangeRights, ChangeWay, Changing, FiledNote } from '../port.ts';
import { type AmendInput, type ChangePress, put } from './amend.ts';
import { isMarked, type Now, readNow } from './current-version.ts';
import { replaceNote } from './replace-note.ts';

/** Where the note stands now, and which of the places still say what they said. */
export interface Beside {
  readonly left: readonly FiledAt[];
  readonly alsoFiled: readonly FiledAt[];
}

const isSameNote = ({ base }: Changing, entry: FiledNote): boolean =>
  entry.note.id === base.note.id && differingParts(base.note, entry.note).length === 0;

/** True where a place needs no change: it is marked, it tells of the change, or a newer one stands for it. */
function isSettled(now: Now, { change }: Changing): boolean {
  if (isMarked(now)) return true;
  if (change.act === 'retract' || !now.entry) return false;
  return now.entry.standing === 'superseded' || holdsChange(now.entry.note, change);
}

/** Files the note anew in a form that is never edited, under the number it has, in place of the one that stands there. */
function replaceBeside(input: AmendInput, press: ChangePress, entry: FiledNote, form: Form): Promise<ChangeEnd> {
  // The number is in the chart already, on purpose: it is no proof that this version of it is.
  const unconditional = { ...input, mayUseCondition: () => false };
  const way = { kind: 'replace', form } as const;
  return replaceNote(unconditional, { ...press, base: entry, way, attempted: false }, FORMS);
}

async function changePlace(input: AmendInput, press: ChangePress, now: Now, way: ChangeWay): Promise<ChangeEnd> {
  const { entry } = now;
  if (!entry || way.kind === 'closed') return { kind: 'refused', why: { kind: 'notSupported' } };
  if (way.kind === 'replace') return replaceBeside(input, press, entry, way.form);
  const retracted = press.change.act === 'retract' && withChange(entry.note, press.change);
  const note = retracted || { ...press.note, id: entry.note.id };
  return put(input, { ...press, base: entry, note }, now);
}

/** The way of a change at a place beside: a note of another form would be one more place, and no change of this one. */
function wayAt(entry: FiledNote, rights: ChangeRights, { change }: Changing): ChangeWay {
  const way = change.act === 'retract' ? rights.retract : rights.change;
  return way.kind === 'replace' && way.form !== entry.filed.form ? { kind: 'closed', why: 'not-taken' } : way;
}

async function isSettledNow(input: AmendInput, press: ChangePress, at: FiledAt): Promise<boolean> {
  const now = await readNow(input, at, press.signal);
  return now.ok && isSettled(now.value, press);
}

/** Where this place's note stands afterwards; undefined where it still says what it said. */
async function settle(
  input: AmendInput,
  press: ChangePress,
  at: FiledAt,
  rightsIn: (entry: FiledNote) => ChangeRights,
): Promise<FiledAt | undefined> {
  const now = await readNow(input, at, press.signal);
  if (now.ok && isSettled(now.value, press)) return at;
  const entry = now.ok ? now.value.entry : undefined;
  if (!now.ok || !entry || !isSameNote(press, entry)) return undefined;
  const end = await changePlace(input, press, now.value, wayAt(entry, rightsIn(entry), press));
  if (end.kind === 'changed') return end.entry.filed;
  // However that ended: what the chart holds is what counts.
  return (await isSettledNow(input, press, at)) ? at : undefined;
}

/**
 * Changes the other places of a changed note, one after the other. `rightsIn` is asked of each as it stands now: a place
 * that merely carries the number may be a colleague's, or say more than this note does.
 */
export async function changeBeside(
  input: AmendInput,
  press: ChangePress,
  rightsIn: (entry: FiledNote) => ChangeRights,
): Promise<Beside> {
  const [left, alsoFiled]: [FiledAt[], FiledAt[]] = [[], []];
  for (const at of press.base.alsoFiled ?? []) {
    const settled = await settle(input, press, at, rightsIn);
    if (!settled) left.push(at);
    // A note that was replaced has a number of its own: it stands only where it was filed under that.
    if (press.note.id === press.base.note.id || (settled && settled !== at)) alsoFiled.push(settled ?? at);
  }
  return { left, alsoFiled };
}

/** The other places that still say what they said. Reads only. */
export async function standingBeside(
  input: AmendInput,
  changing: Changing,
  signal: AbortSignal,
): Promise<readonly FiledAt[]> {
  const left: FiledAt[] = [];
  for (const at of changing.base.alsoFiled ?? []) {
    const now = await readNow(input, at, signal);
    if (!now.ok || !isSettled(now.value, changing)) left.push(at);
  }
  return left;
}
