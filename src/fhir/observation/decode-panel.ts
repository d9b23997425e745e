// Decodes all Observations of a search together. Members that other software files separately are joined into their
// panel. Source: docs/design/readiness-note.md, "Panels by other software", and HL7 PCO Readiness Assessment (panel
// with hasMember).

import { PANEL } from '../codes.ts';
import { conceptText, isPanel, rulerOf, writtenValue } from '../datatypes/concept.ts';
import { asObject, type Fields, field, isObject, listAt, textAt } from '../datatypes/json.ts';
import { readAsked } from '../datatypes/read-score.ts';
import { isAbout, relativeReference } from '../datatypes/reference.ts';
import { sameJson } from '../datatypes/same-json.ts';
import { isPart } from '../panel/panel-parts.ts';
import { type Decoded, decodeObservation } from './decode-observation.ts';

/**
 * Decodes Observations of one patient. A panel includes the members that it names. Members without a panel here become
 * one note per time, visit and author. Retracted members, and those of other patients, are never joined.
 */
export function decodePanel(resources: readonly unknown[], patientId: string, base?: string): readonly Decoded[] {
  const members = new Map<string, Fields>();
  for (const resource of resources) {
    const id = textAt(resource, 'id');
    if (id && isObject(resource) && isMember(resource, patientId, base)) members.set(`Observation/${id}`, resource);
  }
  const named = new Set<string>();
  const parts = new Set(
    resources.flatMap((resource) => (isPanel(field(resource, 'code')) ? memberPaths(resource, base) : [])),
  );
  const isFiledWith = (resource: unknown) => isPart(resource) && parts.has(`Observation/${textAt(resource, 'id')}`);
  const panels = resources
    .filter((resource) => !isHeld(resource, members) && !isFiledWith(resource))
    .map((resource) => decodeObservation(joined(resource, members, named, base), patientId, base));
  const lone = [...members].filter(([reference]) => !named.has(reference)).map(([, member]) => member);
  return [...panels, ...asNotes(lone).map((resource) => decodeObservation(resource, patientId, base))];
}

/** True for an Observation that may be a part: a single ruler, or a panel that names members. */
export function isJoinable(resource: unknown): boolean {
  return (
    textAt(resource, 'resourceType') === 'Observation' &&
    (listAt(resource, 'hasMember').length > 0 ||
      (listAt(resource, 'component').length === 0 && rulerOf(field(resource, 'code')) !== undefined))
  );
}

/** A single ruler of this patient that is not retracted. */
function isMember(resource: unknown, patientId: string, base: string | undefined): boolean {
  const standing = !['entered-in-error', 'cancelled'].includes(textAt(resource, 'status') ?? '');
  const alone = listAt(resource, 'component').length === 0 && listAt(resource, 'hasMember').length === 0;
  const ruler = rulerOf(field(resource, 'code')) !== undefined;
  return (
    textAt(resource, 'resourceType') === 'Observation' &&
    ruler &&
    alone &&
    standing &&
    isAbout(resource, patientId, base)
  );
}

const isHeld = (resource: unknown, members: ReadonlyMap<string, Fields>) =>
  members.get(`Observation/${textAt(resource, 'id')}`) === resource;

/** The panel with its members as components, after its own. */
function joined(
  resource: unknown,
  members: ReadonlyMap<string, Fields>,
  named: Set<string>,
  base: string | undefined,
): unknown {
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
  const said = new Map(found.map((member) => [member, saidAlready(member, listAt(resource, 'component'))]));
  const component = found.filter((member) => said.get(member) === 'no').map(componentOf);
  const note = found.filter((member) => said.get(member) === 'otherwise').map(remarkOf);
  return {
    ...resource,
    component: [...listAt(resource, 'component'), ...component],
    ...(note.length > 0 && { note: [...listAt(resource, 'note'), ...note] }),
  };
}

const memberPaths = (panel: unknown, base: string | undefined): readonly string[] =>
  listAt(panel, 'hasMember').flatMap((reference) => relativeReference(reference, base) ?? []);

/** Whether the panel's own components answer the ruler of a member: not, as the member does, or otherwise. */
function saidAlready(member: Fields, components: readonly unknown[]): 'no' | 'same' | 'otherwise' {
  const ruler = rulerOf(field(member, 'code'));
  const answers = components.filter((one) => rulerOf(field(one, 'code')) === ruler).map((one) => readAsked(one));
  if (answers.length === 0) return 'no';
  return answers.some((one) => sameJson(one, readAsked(member))) ? 'same' : 'otherwise';
}

/** An answer that someone changed in its own entry. It becomes a remark, and the note stays as signed. */
const remarkOf = (member: Fields): Fields => ({
  text: `${conceptText(field(member, 'code'))}, in an entry of its own: ${writtenValue(member)}`,
});

/** The parts of a member that a component also has, including modifiers, so that they are not overlooked. */
function componentOf(member: Fields): Fields {
  const kept = Object.entries(asObject(member)).filter(
    ([key]) =>
      /^value[A-Z]/.test(key) || ['code', 'dataAbsentReason', 'modifierExtension', 'referenceRange'].includes(key),
  );
  const hidden =
    member['implicitRules'] === undefined ? [] : [['modifierExtension', [member['implicitRules']]] as const];
  return Object.fromEntries([...kept, ...hidden]);
}

const isSameRuler = (one: Fields, other: Fields): boolean =>
  rulerOf(field(one, 'code')) === rulerOf(field(other, 'code'));

/** Single members of one time, visit and author as one panel, at the place of the first. */
function asNotes(members: readonly Fields[]): readonly Fields[] {
  const groups = new Map<string, Fields[]>();
  for (const member of members) {
    const when = textAt(member, 'effectiveDateTime') ?? `without a date ${groups.size}`;
    const visit = textAt(field(member, 'encounter'), 'reference');
    const authors = listAt(member, 'performer').map((performer) => textAt(performer, 'reference'));
    const asked = (nth: number): string => JSON.stringify([when, visit, textAt(member, 'status'), authors, nth]);
    // Two answers to one ruler are not an answer and a second one: nobody said which came first.
    let nth = 0;
    while (groups.get(asked(nth))?.some((other) => isSameRuler(other, member))) nth += 1;
    groups.set(asked(nth), [...(groups.get(asked(nth)) ?? []), member]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first || others.length === 0) return group;
    return [{ ...withoutValue(first), code: { coding: [{ ...PANEL }] }, component: group.map(componentOf) }];
  });
}

const withoutValue = (member: Fields): Fields =>
  Object.fromEntries(Object.entries(member).filter(([key]) => !/^value[A-Z]/.test(key) && key !== 'dataAbsentReason'));
