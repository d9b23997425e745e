// Finds what is wrong with the scopes a site requests. Source: docs/design/sign-in-and-security.md, "Scopes".

import { fault, faultIf, type SiteFault } from './faults.ts';
import type { EhrEntry } from './settings.ts';

const CONTEXT_SCOPE = /^(?:launch|launch\/patient|launch\/encounter|openid|fhirUser|online_access|profile)$/;
/** The resource types that Evoke files, reads or refers to. */
const TYPES = [
  'Patient',
  'Encounter',
  'Observation',
  'DocumentReference',
  'QuestionnaireResponse',
  'Binary',
  'Goal',
  'Condition',
  'MedicationRequest',
  'Practitioner',
  'PractitionerRole',
];
const DATA_SCOPE = new RegExp(
  `^(patient|user)/(${TYPES.join('|')})\\.(read|write|(?=[cruds])c?r?u?d?s?)(?:\\?([A-Za-z_-]+=[^\\s&*]+))?$`,
);

/** The one term by which a granular scope covers filed notes. A note of another type has nothing to be told by. */
const TERM_OF_NOTES: Readonly<Record<string, RegExp>> = {
  Observation: /^category=(?:http:\/\/terminology\.hl7\.org\/CodeSystem\/observation-category\|)?survey$/,
  DocumentReference:
    /^category=(?:http:\/\/hl7\.org\/fhir\/us\/core\/CodeSystem\/us-core-documentreference-category\|)?clinical-note$/,
};

const ONE_BLANK = 'put one blank between two scopes, and nothing else';
const EACH = 'name each resource, letters in the order c r u d s, such as patient/Observation.crus';

/** Why one scope string is refused, and what to do. Undefined if it is not. */
function scopeProblem(scope: string): readonly [problem: string, remedy: string] | undefined {
  if (scope === '') return ['has more than one space in a row', ONE_BLANK];
  if (scope.includes('*')) return [`"${scope}" is a wildcard`, EACH];
  if (scope === 'offline_access') return ['offline_access outlives the visit', 'remove it, or use online_access'];
  if (CONTEXT_SCOPE.test(scope) || DATA_SCOPE.test(scope)) return undefined;
  if (/[,;]$/.test(scope)) return [`"${scope}" has a comma or semicolon`, ONE_BLANK];
  return [`"${scope}" is not a scope Evoke can use`, `remove it, or ${EACH}`];
}

/** The words of SMART 1 as letters. */
const WORDS: Readonly<Record<string, string>> = { read: 'rs', write: 'cud' };

/** True if a scope allows this with notes of the type. A granular scope counts only if notes match its term. */
function grants(scopes: readonly string[], type: string, letter: 'c' | 'r' | 'u' | 's'): boolean {
  return scopes.some((scope) => {
    const [, , named, may = '', term] = DATA_SCOPE.exec(scope) ?? [];
    const isCovered = term === undefined || TERM_OF_NOTES[type]?.test(term) === true;
    return named === type && isCovered && (WORDS[may] ?? may).includes(letter);
  });
}

/** The scopes that one entry needs at least, as its line in the file. */
function scopesExample(starts: string, order: readonly string[], goal: boolean): string {
  const forms = [...order, ...(goal ? ['Goal'] : [])].map((type) => `patient/${type}.crus`);
  const scopes = [starts, 'openid fhirUser online_access patient/Patient.r patient/Encounter.r', ...forms].join(' ');
  return `"scopes": ${JSON.stringify(scopes)}`;
}

/** Scopes that cannot be requested, are missing, or do not fit the resource types a note is filed as. */
export function scopeFaults(path: string, entry: EhrEntry): readonly SiteFault[] {
  const scopes = entry.scopes.split(' ');
  const { order, goal } = entry.write;
  const starts = entry.standalone ? 'launch/patient' : 'launch';
  const example = scopesExample(starts, order, goal);
  const refused = (problem: string, remedy: string) => fault(path, problem, remedy, example);
  // A create on a condition searches.
  const isGoalOpen = (['c', 'r', 'u', 's'] as const).every((letter) => grants(scopes, 'Goal', letter));
  const wrong = scopes.flatMap((scope) => {
    const problem = scopeProblem(scope);
    return problem ? [refused(...problem)] : [];
  });
  // An EHR that is asked for the context of a launch it did not begin refuses the sign-in.
  const contrary = entry.standalone && scopes.includes('launch');
  const missing = [starts, 'openid', 'fhirUser'].filter((needed) => !scopes.includes(needed));
  const unread = ['Patient', ...order].filter((type) => !grants(scopes, type, 'r'));
  const unsearched = order.filter((type) => !unread.includes(type) && !grants(scopes, type, 's'));
  const unwritten = order.filter((type) => !grants(scopes, type, 'c'));
  return [
    ...wrong,
    ...missing.map((needed) => refused(`lacks "${needed}"`, `add "${needed}"`)),
    ...faultIf(contrary, path, 'has "launch", and this entry is standalone', 'drop "launch"', example),
    ...unread.map((type) => refused(`cannot read ${type}`, `add "patient/${type}.r" or more`)),
    ...unsearched.map((type) =>
      refused(
        `cannot search ${type}, so no earlier note is found`,
        `add "s" to its scope, or drop it from write.order`,
      ),
    ),
    ...unwritten.map((type) =>
      refused(`cannot create ${type}, which write.order files`, `add "c" to its scope, or drop it from write.order`),
    ),
    ...faultIf(
      goal && !isGoalOpen,
      path,
      'cannot file, read and retract the Goal of write.goal',
      'add "patient/Goal.crus", or remove write.goal',
      example,
    ),
  ];
}

/** The types that a site files and whose filed notes Evoke then cannot correct or retract. */
export const unchangeable = (scopes: string, order: readonly string[]): readonly string[] =>
  order.filter((type) => !grants(scopes.split(' '), type, 'u'));
