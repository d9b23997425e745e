// Decodes all Observations of a search together. Members that other software files separately are joined into their
// panel. Source: docs/design/readiness-note.md, "Panels by other software", and HL7 PCO Readiness Assessment (panel
// with hasMember).

import { PANEL } from '../codes.ts';
import { conceptText, isAnswer, isPanel, rulerOf, writtenValue } from '../datatypes/concept.ts';
import { asObject, type Fields, field, fieldsNamed, isObject, listAt, textAt } from '../datatypes/json.ts';
import { readAsked } from '../datatypes/read-score.ts';
import { isAbout, relativeReference } from '../datatypes/reference.ts';
import { sameJson } from '../datatypes/same-json.ts';
import { isPart } from '../parts/note-parts.ts';
import { standingOfStatus } from '../statuses.ts';
import { type Decoded, decodeObservation } from './decode-observation.ts';

/**
 * Decodes Observations of one patient. A panel includes the members that it names. Members without a panel here become
 * one note per time, visit and author. Retracted members, and those of other patients, are never joined.
 */
export function decodePanel(resources: readonly unknown[], patientId: string, base: string): readonly Decoded[] {
  const members = new Map<string, Fields>();
  for (const resource of resources) {
    const isMember = isSingleRuler(resource) && !isRetracted(resource) && isAbout(resource, patientId, base);
    if (isMember && textAt(resource, 'id')) members.set(pathOf(resource), asObject(resource));
  }
  const named = new Set<string>();
  const parts = new Set(
    resources.flatMap((resource) => (isPanel(field(resource, 'code')) ? memberPaths(resource, base) : [])),
  );
  const isFiledWith = (resource: unknown) => isPart(resource) && parts.has(pathOf(resource));
  const panels = resources
    .filter((resource) => members.get(pathOf(resource)) !== resource && !isFiledWith(resource))
    .map((resource) => decodeObservation(joined(resource, members, named, base), patientId, base));
  const lone = [...members].filter(([reference]) => !named.has(reference)).map(([, member]) => member);
  return [...panels, ...asNotes(lone).map((resource) => decodeObservation(resource, patientId, base))];
}

const pathOf = (observation: unknown): string => `Observation/${textAt(observation, 'id')}`;

const isObservation = (resource: unknown): boolean => textAt(resource, 'resourceType') === 'Observation';

const namesMembers = (resource: unknown): boolean => listAt(resource, 'hasMember').length > 0;

const isSingleRuler = (resource: unknown): boolean =>
  isObservation(resource) &&
  rulerOf(field(resource, 'code')) !== undefined &&
  listAt(resource, 'component').length === 0 &&
  !namesMembers(resource);

/** True for an Observation that may be a part: a single ruler, or a panel that names members. */
export const isJoinable = (resource: unknown): boolean =>
  isObservation(resource) && (namesMembers(resource) || isSingleRuler(resource));

const isRetracted = (resource: unknown): boolean =>
  standingOfStatus('observation', field(resource, 'status')) === 'retracted';

/** The panel with its members as components, after its own. */
function joined(resource: unknown, members: ReadonlyMap<string, Fields>, named: Set<string>, base: string): unknown {
  if (!isObject(resource) || !isPanel(field(resource, 'code'))) return resource;
  const found: Fields[] = [];
  for (const path of memberPaths(resource, base)) {
    const member = members.get(path);
    if (!member || named.has(path)) continue;
    named.add(path);
    found.push(member);
  }
  const own = field(resource, 'component');
  if (found.length === 0 || (own !== undefined && !Array.isArray(own))) return resource;
  const components = listAt(resource, 'component');
  const [added, remarks]: [Fields[], Fields[]] = [[], []];
  for (const member of found) {
    const answers = components.filter((one) => isSameRuler(one, member)).map(readAsked);
    if (answers.length === 0) added.push(componentOf(member));
    else if (!answers.some((one) => sameJson(one, readAsked(member)))) remarks.push(remarkOf(member));
  }
  return {
    ...resource,
    component: [...components, ...added],
    ...(remarks.length > 0 && { note: [...listAt(resource, 'note'), ...remarks] }),
  };
}

const memberPaths = (panel: unknown, base: string): readonly string[] =>
  listAt(panel, 'hasMember').flatMap((reference) => relativeReference(reference, base) ?? []);

/** An answer that someone changed in its own entry. It becomes a remark, and the note stays as signed. */
const remarkOf = (member: Fields): Fields => ({
  text: `${conceptText(field(member, 'code'))}, in an entry of its own: ${writtenValue(member)}`,
});

/** The parts of a member that a component also has, including modifiers, so that they are not overlooked. */
function componentOf(member: Fields): Fields {
  const shared = ['code', 'modifierExtension', 'referenceRange'];
  const kept = fieldsNamed(member, (name) => isAnswer(name) || shared.includes(name));
  const { implicitRules } = member;
  return implicitRules === undefined ? kept : { ...kept, modifierExtension: [implicitRules] };
}

const isSameRuler = (one: unknown, other: unknown): boolean =>
  rulerOf(field(one, 'code')) === rulerOf(field(other, 'code'));

/** Single members of one time, visit and author as one panel, at the place of the first. */
function asNotes(members: readonly Fields[]): readonly Fields[] {
  const groups = new Map<string, Fields[]>();
  const answered = new Map<string, number>();
  for (const member of members) {
    const when = textAt(member, 'effectiveDateTime') ?? `without a date ${groups.size}`;
    const visit = textAt(field(member, 'encounter'), 'reference');
    const authors = listAt(member, 'performer').map((performer) => textAt(performer, 'reference'));
    const moment = JSON.stringify([when, visit, textAt(member, 'status'), authors]);
    // Two answers to one ruler are not an answer and a second one: nobody said which came first.
    const asked = `${rulerOf(field(member, 'code'))} ${moment}`;
    const nth = answered.get(asked) ?? 0;
    answered.set(asked, nth + 1);
    const group = groups.get(`${nth} ${moment}`) ?? [];
    group.push(member);
    groups.set(`${nth} ${moment}`, group);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first || others.length === 0) return group;
    const withoutAnswer = fieldsNamed(first, (name) => !isAnswer(name));
    return [{ ...withoutAnswer, code: { coding: [{ ...PANEL }] }, component: group.map(componentOf) }];
  });
}
