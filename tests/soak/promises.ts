// What Evoke promises, as checks of a device and a chart. Nothing typed is lost. Nothing is filed twice or in another
// chart. "Filed" is proven, and the text can always be copied. The chart is read as bytes, not with Evoke's own
// decoders.

import { isDeepStrictEqual } from 'node:util';
import type { Resource } from 'fhir/r4';
import type { FiledAt } from '../../src/interview/history/history.ts';
import type { Interview } from '../../src/interview/interview.ts';
import { composeNote } from '../../src/interview/note/compose-note.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { writeNoteText } from '../../src/interview/note/text/write-note-text.ts';
import { instantAt } from '../../src/store/session/clock.ts';
import type { Hospital, PatientId } from './hospital.ts';
import type { Panel } from './panel.ts';

/** How long a keystroke may be on the page only. */
const SAVED_WITHIN_MS = 250;

const WORD = /zq\d+x/g;

/** The words typed by a schedule: each is unlike any other, and unlike anything else. */
export const wordOf = (count: number): string => `zq${count}x`;

const wordsIn = (text: string): readonly string[] => [...new Set(text.match(WORD) ?? [])].toSorted();

const texts = new WeakMap<Resource, string>();

/** A resource as text, its attachments decoded. */
function textOf(resource: Resource): string {
  const known = texts.get(resource);
  if (known !== undefined) return known;
  const text = JSON.stringify(resource).replaceAll(
    /"data":"([^"]*)"/g,
    (_, data: string) => `"data":${JSON.stringify(Buffer.from(data, 'base64').toString('utf8'))}`,
  );
  texts.set(resource, text);
  return text;
}

const TYPES = { observation: 'Observation', document: 'DocumentReference', response: 'QuestionnaireResponse' } as const;

/** A draft that is owed to a patient's next panel: any of these states, until then (the clock's milliseconds). */
export interface Debt {
  readonly patient: PatientId;
  readonly states: readonly Interview[];
  readonly until: number;
  /** False if the device had said that it keeps nothing: it may come back, and need not. */
  readonly sure: boolean;
}

function fail(words: string): never {
  throw new Error(words);
}

/** What the chart must look like after everything that was done. */
export interface Expected {
  /** Whose note each number is. */
  readonly owners: ReadonlyMap<string, PatientId>;
  /** Numbers of notes that were filed in a second form on purpose, or whose double was reported. */
  readonly beside: ReadonlySet<string>;
  /** Creates that the network itself duplicated. */
  readonly duplicated: number;
}

const numberIn = (text: string, known: Iterable<string>): string | undefined =>
  [...known].find((number) => text.includes(number));

const isAlive = (resource: Resource): boolean => !('status' in resource && resource.status === 'entered-in-error');

/** Each note once a form, in one form unless asked for, and in its own chart and visit. */
export function checkChart(hospital: Hospital, { owners, beside, duplicated }: Expected): void {
  const places = new Map<string, string[]>();
  for (const resource of hospital.notes().filter(isAlive)) {
    const text = textOf(resource);
    const number = numberIn(text, owners.keys()) ?? fail(`A note of nobody: ${text}`);
    const owner = owners.get(number);
    const named = text.match(/"Patient\/[^"]*"/g) ?? [];
    const visits = text.match(/"Encounter\/[^"]*"/g) ?? [];
    if (named.some((one) => one !== `"Patient/${owner}"`) || named.length === 0) fail(`In another chart: ${text}`);
    if (visits.some((one) => one !== `"Encounter/visit-${owner}"`)) fail(`In another visit: ${text}`);
    places.set(number, [...(places.get(number) ?? []), resource.resourceType]);
  }
  let duplicates = 0;
  for (const [number, types] of places) {
    const forms = new Set(types);
    if (forms.size > 1 && !beside.has(number)) fail(`In two forms unasked: ${types.join(', ')}`);
    duplicates += types.length - forms.size;
  }
  if (duplicates > duplicated) fail(`${duplicates} note(s) filed twice`);
}

function checkPlace({ place: { hospital }, patient }: Panel, at: FiledAt, note: ReadinessNote, whole: boolean): void {
  const resource = hospital.store.read(TYPES[at.form], at.resourceId);
  if (!resource || !isAlive(resource)) throw new Error('Said to be filed, and not in the chart');
  const text = textOf(resource);
  if (!text.includes(`"Patient/${patient}"`)) fail('Said to be filed, and in another chart');
  if (!text.includes(note.id)) fail('Said to be filed, and another note');
  if (!whole) return;
  const [wanted, held] = [wordsIn(JSON.stringify(note)), wordsIn(text)];
  if (!isDeepStrictEqual(wanted, held)) fail(`Said to be filed, and says ${held} for ${wanted}`);
  const { importance } = note.rulers;
  const score =
    importance.kind === 'asked' && importance.answer.kind === 'answered' ? importance.answer.score : undefined;
  const numbers = /"code":"importance"[^{}]*\}\][^{}]*\},"valueInteger":(\d+)/.exec(text)?.[1];
  if (at.form === 'observation' && numbers !== undefined && Number(numbers) !== score)
    fail(`Said to be filed, and holds ${numbers} for ${score}`);
}

/** Live resources of one form that hold this number. */
const copiesOf = ({ place: { hospital } }: Panel, { form }: FiledAt, number: string): number =>
  hospital.notes().filter((one) => one.resourceType === TYPES[form] && isAlive(one) && textOf(one).includes(number))
    .length;

/** "Filed" is said only of what the chart holds once. */
export function checkFiled(panel: Panel): void {
  const filing = panel.store.filing.state.value;
  const beside = panel.store.secondForm.state.value;
  if (filing.kind !== 'ended') return;
  const { end, note } = filing;
  if (end.kind === 'filed') checkPlace(panel, end.at, note, end.lost.length === 0);
  const copies = end.kind === 'filed' ? copiesOf(panel, end.at, note.id) : 1;
  if (copies > 1) fail(`Said to be filed, and there ${copies} times`);
  if (beside.kind !== 'settled') return;
  const second = beside.end;
  if (second.kind === 'filed' && second.lost.length === 0) checkPlace(panel, second.at, note, true);
}

const copyable = new WeakSet<Interview>();

/** Everything on the page can be copied: the offered text has every word of it. */
export function checkCopy({ store }: Panel): void {
  const interview = store.interview.value;
  if (copyable.has(interview)) return;
  copyable.add(interview);
  const { loose: _, ...evoke } = interview.evoke;
  const typed = wordsIn(JSON.stringify({ ...interview, evoke }));
  const note = composeNote(interview, instantAt(store.clock.millis()));
  const copied = note.ok ? wordsIn(writeNoteText(note.value)) : [];
  const missing = typed.filter((word) => !copied.includes(word));
  if (missing.length > 0) fail(`Not in the text to copy: ${missing}`);
}

/** The note is filed whole, so its draft is deleted. */
export function isLetGo({ store }: Panel): boolean {
  const filing = store.filing.state.value;
  return filing.kind === 'ended' && filing.end.kind === 'filed' && filing.end.lost.length === 0;
}

/** What the device owes after a page is gone. Undefined if nothing was left to keep. */
export function debtOf(
  panel: Panel,
  { flushed, sure }: { readonly flushed: boolean; readonly sure: boolean },
): Debt | undefined {
  const { store, patient, place } = panel;
  const journal = panel.journal();
  const isRestored = store.interviewDraft.beginning.kind === 'restored';
  if (journal.length < 2 && !isRestored) return undefined;
  const due = place.device.uptime - SAVED_WITHIN_MS;
  const kept = flushed ? journal.length - 1 : journal.findLastIndex(({ at }) => at <= due);
  const all = journal.map(({ interview }) => interview);
  const isSure = sure && !isLetGo(panel) && kept >= (isRestored ? 0 : 1);
  const states = isSure ? all.slice(kept) : all;
  const draft = store.interviewDraft.draft.value;
  return { patient, states, sure: isSure, until: draft.kind === 'kept' ? draft.until : place.device.wall() };
}

/**
 * Opening a panel deletes every expired draft of any clinician. Setting the clock back afterwards brings none of them
 * back.
 */
const lessExpired = (debts: readonly Debt[], now: number): readonly Debt[] =>
  debts.map((debt) => (debt.until > now ? debt : { ...debt, sure: false }));

/** A value as a draft stores it. A property that is undefined is absent there. */
const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A panel that opened goes on with what was owed to it. Answers what is still owed. */
export function checkOpened(
  panel: Panel,
  owedBefore: readonly Debt[],
  others: readonly Panel[],
  works: boolean,
): readonly Debt[] {
  const { beginning } = panel.store.interviewDraft;
  const debts = lessExpired(owedBefore, panel.place.device.wall());
  const mine = debts.filter(({ patient }) => patient === panel.patient);
  if (beginning.kind === 'restored') {
    const restored = panel.store.interview.value;
    const isRestored = (state: unknown): boolean => isDeepStrictEqual(asStored(state), asStored(restored));
    const paid = mine.find(({ states }) => states.some(isRestored));
    if (!paid) fail(`Restored what was never left: ${JSON.stringify(restored)}\nOwed: ${JSON.stringify(mine)}`);
    return debts.filter((debt) => debt !== paid);
  }
  const isHeld = others.some(({ patient }) => patient === panel.patient);
  const isElsewhere = beginning.kind === 'not-opened' && beginning.why.kind === 'openElsewhere';
  if (isElsewhere && !isHeld) fail('Open elsewhere, and nowhere open');
  const owed = mine.filter(({ sure }) => sure);
  if (works && !isElsewhere && owed.length > 0) fail(`Lost: ${JSON.stringify(owed)}`);
  return debts;
}
