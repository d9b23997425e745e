// The entries that may be filed with a note's Observation: one Observation for each ruler answer, and the agreed change
// as a Goal. They are computed from the note's own Observation, which has every fact, so it can be read without them.
// Source: HL7 Person-Centered Outcomes STU1, "Readiness Assessment", and
// docs/decisions/0036-answers-as-entries-of-their-own.md.

import { byRuler, type RulerName } from '../../interview/ruler.ts';
import { LOINC, SCORE_ANSWERS } from '../codes.ts';
import { isAnswer, localCodeOf, rulerOf, valueIn } from '../datatypes/concept.ts';
import { asObject, type Fields, field, fieldsNamed, listAt, textAt } from '../datatypes/json.ts';
import { readAsked } from '../datatypes/read-score.ts';
import { PART_ID } from '../identity.ts';
import { paragraphOf } from '../narrative.ts';
import { noteIdIn } from '../note-id.ts';

export interface PartSettings {
  readonly panel: boolean;
  readonly goal: boolean;
}

/** A filed part follows its note, whatever the site's settings are now. */
export const ALL_PARTS: PartSettings = { panel: true, goal: true };

/** One entry without its id and its links. `name` is unique within a note: `importance-1`, `goal`. */
export interface PartResource {
  readonly name: string;
  readonly resource: Fields;
}

/** True for an entry that was filed with a note. */
export const isPart = (resource: unknown): boolean =>
  listAt(resource, 'identifier').some((one) => textAt(one, 'system') === PART_ID);

/** The name of a part of the note with this number, or undefined. */
export function partNameOf(resource: unknown, noteId: string): string | undefined {
  const values = listAt(resource, 'identifier').flatMap((one) =>
    textAt(one, 'system') === PART_ID ? (textAt(one, 'value') ?? []) : [],
  );
  return values.find((value) => value.startsWith(`${noteId}-`))?.slice(noteId.length + 1);
}

/** The parts of a note, from its Observation. A part of a retracted note is itself entered in error. */
export function partResources(note: unknown, settings: PartSettings): readonly PartResource[] {
  const answers = settings.panel ? answersOf(note) : [];
  return [...answers, ...(settings.goal ? goalOf(note) : [])];
}

const identified = (note: unknown, name: string): Fields => ({
  identifier: [{ system: PART_ID, value: `${noteIdIn(field(note, 'identifier'))}-${name}` }],
});

/** Labels of the note are labels of its parts. */
function labeled(note: unknown): Fields {
  const security = listAt(field(note, 'meta'), 'security');
  return security.length > 0 ? { meta: { security } } : {};
}

const among = (resource: unknown, ...names: readonly string[]): Fields =>
  fieldsNamed(resource, (name) => names.includes(name));

function answersOf(note: unknown): readonly PartResource[] {
  const asked: Record<RulerName, number> = byRuler(() => 0);
  return listAt(note, 'component').flatMap((component) => {
    const ruler = rulerOf(field(component, 'code'));
    if (!ruler) return [];
    asked[ruler] += 1;
    const answer = answerOf(component);
    if (!answer) return [];
    const name = `${ruler}-${asked[ruler]}`;
    const resource = {
      resourceType: 'Observation',
      ...labeled(note),
      text: paragraphOf(answer.words),
      ...identified(note, name),
      status: saysRetracted(note) ? 'entered-in-error' : 'final',
      ...among(note, 'category', 'subject', 'encounter', 'effectiveDateTime', 'issued', 'performer'),
      code: field(component, 'code'),
      ...answer.value,
    };
    return [{ name, resource }];
  });
}

/** The profile takes only the answers of LOINC list LL2335-9. A ruler that was not asked has no entry. */
function answerOf(component: unknown): { readonly words: string; readonly value: Fields } | undefined {
  const asked = readAsked(component);
  const label = textAt(field(component, 'code'), 'text') ?? '';
  if (asked.kind === 'declined')
    return { words: `${label}: asked, preferred not to say`, value: among(component, 'dataAbsentReason') };
  if (asked.kind !== 'answered') return undefined;
  // Without a display: servers show LA6113-0 as "2 or more". The text says the number.
  const coding = [{ system: LOINC, code: SCORE_ANSWERS[asked.score] }];
  const valueCodeableConcept = { coding, text: String(asked.score) };
  return { words: `${label}: ${asked.score}`, value: { valueCodeableConcept } };
}

/** A list of goals is widely shown, so a note with a discreet title has no Goal. */
function goalOf(note: unknown): readonly PartResource[] {
  const contentAt = (code: string): unknown => {
    const component = listAt(note, 'component').find((one) => localCodeOf(field(one, 'code')) === code);
    return valueIn(component)?.value;
  };
  const change = contentAt('plan-change');
  const isAgreed = localCodeOf(contentAt('plan-outcome')) === 'plan-agreed';
  if (!isAgreed || typeof change !== 'string' || contentAt('sensitive-topic') === true) return [];
  const subject = field(note, 'subject');
  const resource = {
    resourceType: 'Goal',
    ...among(note, 'language'),
    ...labeled(note),
    text: paragraphOf(change, textAt(note, 'language')),
    ...identified(note, 'goal'),
    lifecycleStatus: saysRetracted(note) ? 'entered-in-error' : 'active',
    description: { text: change },
    subject,
    startDate: textAt(note, 'effectiveDateTime')?.slice(0, 10),
    expressedBy: subject,
  };
  return [{ name: 'goal', resource }];
}

const statusName = (resource: unknown): string =>
  textAt(resource, 'resourceType') === 'Goal' ? 'lifecycleStatus' : 'status';

/** True if a note or a part itself says that it was entered in error. */
export const saysRetracted = (resource: unknown): boolean =>
  textAt(resource, statusName(resource)) === 'entered-in-error';

/** The content of a part, without anything else on it. */
export function partContent(resource: unknown): string {
  const isGoal = textAt(resource, 'resourceType') === 'Goal';
  return JSON.stringify(isGoal ? textAt(field(resource, 'description'), 'text') : readAsked(resource));
}

/** A stored part as entered in error. Everything else on it stays. */
export const retractedPart = (stored: unknown): Fields => ({
  ...asObject(stored),
  [statusName(stored)]: 'entered-in-error',
});

/** A stored part with the content of the new one. `status` is the status of the changed note. */
export function changedPart(stored: unknown, { resource }: PartResource, status: unknown): Fields {
  if (textAt(stored, 'resourceType') === 'Goal')
    return { ...asObject(stored), ...among(resource, 'description', 'text') };
  const kept = fieldsNamed(stored, (name) => !isAnswer(name));
  return { ...kept, status, ...fieldsNamed(resource, isAnswer), ...among(resource, 'text', 'issued') };
}
