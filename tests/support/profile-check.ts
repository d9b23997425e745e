// Checks a resource against one of our profiles. It reads cardinalities, types, slices by pattern, fixed values,
// required bindings of our own value sets and our invariants from the snapshot. Another file checks base R4.

import { readdirSync, readFileSync } from 'node:fs';
import type { CodeSystem, Coding, ElementDefinition, StructureDefinition, ValueSet } from 'fhir/r4';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';

import { PART_ID } from '../../src/fhir/identity.ts';

const FOLDER = 'fhir/generated';
const generated = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')));
const ofType = <T>(type: string): readonly T[] => generated.filter(({ resourceType }) => resourceType === type);

const PROFILES = ofType<StructureDefinition>('StructureDefinition');
const VALUE_SETS = ofType<ValueSet>('ValueSet');
const CODE_SYSTEMS = ofType<CodeSystem>('CodeSystem');

type Fields = Readonly<Record<string, unknown>>;

const asList = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** What contradicts the profile, each with its path. Empty if nothing does. */
export function profileFaults(resource: Fields): readonly string[] {
  const type = String(resource['resourceType']);
  const elements = isAnswer(resource) ? ANSWER : SNAPSHOTS.get(type);
  const root = elements?.byId.get(type);
  if (!elements || !root) throw new Error(`No profile for ${type}`);
  return [
    ...checkInvariants(resource, root, type),
    ...checkChildren(resource, root, elements, type),
    ...checkOwnCodes(resource),
  ];
}

/** The elements of one snapshot by id, and under each the elements and slices directly below it. */
class Snapshot {
  readonly byId = new Map<string, ElementDefinition>();
  readonly #children = new Map<string, ElementDefinition[]>();
  readonly #slices = new Map<string, ElementDefinition[]>();

  constructor(elements: readonly ElementDefinition[]) {
    for (const element of elements) {
      const { id = '' } = element;
      this.byId.set(id, element);
      const [, parent = '', mark] = /^(.*)([.:])[^.:]*$/.exec(id) ?? [];
      const below = mark === ':' ? this.#slices : this.#children;
      below.set(parent, [...(below.get(parent) ?? []), element]);
    }
  }

  children({ id = '' }: ElementDefinition): readonly ElementDefinition[] {
    return this.#children.get(id) ?? [];
  }

  slices({ id = '' }: ElementDefinition): readonly ElementDefinition[] {
    return this.#slices.get(id) ?? [];
  }
}

const snapshotOf = ({ snapshot }: StructureDefinition) => new Snapshot(snapshot?.element ?? []);
const isOfAnswer = ({ id }: StructureDefinition): boolean => id === 'readiness-note-answer';
const SNAPSHOTS = new Map(PROFILES.filter((one) => !isOfAnswer(one)).map((one) => [String(one.type), snapshotOf(one)]));
const ANSWER = PROFILES.filter(isOfAnswer).map(snapshotOf)[0];

/** True for an Observation that holds one ruler answer of a note. */
const isAnswer = ({ resourceType, identifier }: Fields): boolean =>
  resourceType === 'Observation' && asList(identifier).some((one) => fieldsOf(one)['system'] === PART_ID);

function checkChildren(parent: unknown, element: ElementDefinition, elements: Snapshot, at: string): readonly string[] {
  return elements.children(element).flatMap((child) => {
    const { name, values, type } = heldIn(parent, child);
    return [
      ...checkTypes(child, type, `${at}.${name}`),
      ...checkCount(child, values.length, `${at}.${name}`),
      ...values.flatMap((value) => checkValue(value, child, elements, `${at}.${name}`)),
      ...checkSlices(values, child, elements, `${at}.${name}`),
    ];
  });
}

/** The value of a parent under an element's name. For `value[x]` also its type. */
function heldIn(parent: unknown, { path }: ElementDefinition) {
  const name = path.split('.').at(-1) ?? '';
  const fields = fieldsOf(parent);
  if (!name.endsWith('[x]')) return { name, values: asList(fields[name]), type: undefined };
  const stem = name.slice(0, -3);
  const key = Object.keys(fields).find((each) => each.startsWith(stem) && /^[A-Z]/.test(each.slice(stem.length)));
  return { name: key ?? name, values: key ? asList(fields[key]) : [], type: key?.slice(stem.length) };
}

function checkTypes({ type = [] }: ElementDefinition, held: string | undefined, at: string): readonly string[] {
  if (held === undefined) return [];
  const allowed = type.map(({ code }) => code.charAt(0).toUpperCase() + code.slice(1));
  return allowed.includes(held) ? [] : [`${at}: ${held} is not allowed here, but ${allowed.join(' or ')}`];
}

function checkCount(
  { min = 0, max = '*', sliceName }: ElementDefinition,
  count: number,
  at: string,
): readonly string[] {
  const name = sliceName ? `${at}:${sliceName}` : at;
  if (count < min) return [`${name}: at least ${min} expected, ${count} found`];
  return max !== '*' && count > Number(max) ? [`${name}: at most ${max} allowed, ${count} found`] : [];
}

function checkValue(value: unknown, element: ElementDefinition, elements: Snapshot, at: string): readonly string[] {
  return [
    ...checkFixed(value, element, at),
    ...checkBinding(value, element, at),
    ...checkTarget(value, element, at),
    ...checkInvariants(value, element, at),
    ...checkChildren(value, element, elements, at),
  ];
}

function checkSlices(
  values: readonly unknown[],
  element: ElementDefinition,
  elements: Snapshot,
  at: string,
): readonly string[] {
  const [discriminator] = element.slicing?.discriminator ?? [];
  return elements.slices(element).flatMap((slice) => {
    const members =
      discriminator?.type === 'type'
        ? values
        : values.filter((value) => isMember(value, slice, discriminator?.path, elements));
    const name = `${at}:${slice.sliceName}`;
    return [
      ...(discriminator?.type === 'type' ? [] : checkCount(slice, members.length, at)),
      ...members.flatMap((value) => checkValue(value, slice, elements, name)),
    ];
  });
}

function isMember(value: unknown, slice: ElementDefinition, path: string | undefined, elements: Snapshot): boolean {
  if (path === '$this') return matches(value, demandedOf(slice));
  const child = elements.byId.get(`${slice.id}.${path}`);
  return child !== undefined && asList(fieldsOf(value)[path ?? '']).some((each) => matches(each, demandedOf(child)));
}

/** A fixed or pattern value of an element, whatever its type. */
function demandedOf(element: ElementDefinition): unknown {
  const key = Object.keys(element).find((each) => /^(?:fixed|pattern)[A-Z]/.test(each));
  return key === undefined ? undefined : (element as unknown as Fields)[key];
}

function matches(value: unknown, pattern: unknown): boolean {
  if (pattern === undefined) return false;
  if (Array.isArray(pattern)) return pattern.every((one) => asList(value).some((each) => matches(each, one)));
  if (typeof pattern !== 'object' || pattern === null) return value === pattern;
  return Object.entries(pattern).every(([key, inner]) => matches(fieldsOf(value)[key], inner));
}

function checkFixed(value: unknown, element: ElementDefinition, at: string): readonly string[] {
  const demanded = demandedOf(element);
  return demanded === undefined || matches(value, demanded) ? [] : [`${at}: is not ${JSON.stringify(demanded)}`];
}

function checkTarget(value: unknown, { type = [] }: ElementDefinition, at: string): readonly string[] {
  const reference = fieldsOf(value)['reference'];
  const targets = type.flatMap(({ code, targetProfile = [] }) => (code === 'Reference' ? targetProfile : []));
  if (typeof reference !== 'string' || targets.length === 0) return [];
  const [held] = reference.split('/').slice(-2);
  const allowed = targets.map((target) => target.split('/').at(-1));
  return allowed.includes(held) || allowed.includes('Resource')
    ? []
    : [`${at}: refers to ${held}, not to ${allowed.join(' or ')}`];
}

function checkInvariants(value: unknown, { constraint = [], path }: ElementDefinition, at: string): readonly string[] {
  return constraint
    .filter(({ key }) => key.startsWith('rn-'))
    .filter(({ key, expression = '' }) => !holds(key, expression, path, value))
    .map(({ key, human }) => `${at}: ${key}: ${human}`);
}

const compiled = new Map<string, (value: unknown) => readonly unknown[]>();

function holds(key: string, expression: string, base: string, value: unknown): boolean {
  const evaluate = compiled.get(key) ?? fhirpath.compile({ base, expression }, r4);
  compiled.set(key, evaluate as (value: unknown) => readonly unknown[]);
  return (evaluate(value as never) as readonly unknown[])[0] === true;
}

/** The codings of a value set of ours. Undefined if it is not ours or lists no codes. */
function expansionOf(url: string): readonly Coding[] | undefined {
  const include = VALUE_SETS.find((each) => each.url === url.replace(/\|.*$/, ''))?.compose?.include;
  return include?.flatMap(({ system = '', concept }) => {
    const codes = concept ?? CODE_SYSTEMS.find((each) => each.url === system)?.concept ?? [];
    return codes.map(({ code }) => ({ system, code }));
  });
}

const codingsOf = (value: unknown): readonly Coding[] => {
  if (typeof value === 'string') return [{ code: value }];
  const { coding, code } = fieldsOf(value);
  return coding === undefined ? (code === undefined ? [] : [value as Coding]) : (coding as readonly Coding[]);
};

function checkBinding(value: unknown, { binding }: ElementDefinition, at: string): readonly string[] {
  const allowed = binding?.strength === 'required' && binding.valueSet ? expansionOf(binding.valueSet) : undefined;
  if (!allowed) return [];
  const isAllowed = ({ system, code }: Coding) =>
    allowed.some((each) => each.code === code && (system === undefined || each.system === system));
  return codingsOf(value).some(isAllowed) ? [] : [`${at}: holds no code of ${binding?.valueSet}`];
}

/** A code of one of our own systems that does not exist or has another display. */
function checkOwnCodes(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { system, code, display } = value as Coding;
  const concepts = CODE_SYSTEMS.find(({ url }) => url === system)?.concept;
  const concept = concepts?.find((each) => each.code === code);
  const inner = Object.entries(value).flatMap(([key, each]) => checkOwnCodes(each, `${at}.${key}`));
  if (concepts && code !== undefined && !concept) return [`${at}: ${code} is no code of ${system}`, ...inner];
  const isWrong = concept !== undefined && display !== undefined && display !== concept.display;
  return isWrong ? [`${at}: ${code} has the display ${concept.display}, not ${display}`, ...inner] : inner;
}
