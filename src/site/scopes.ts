// Finds what is wrong with the scopes a site requests. Source: docs/design/sign-in-and-security.md, "Scopes".

import { fault, faultIf, type SiteFault } from './faults.ts';

const CONTEXT_SCOPE = /^(?:launch|launch\/patient|launch\/encounter|openid|fhirUser|online_access|profile)$/;
const DATA_SCOPE = /^(patient|user)\/([A-Z][A-Za-z]+)\.(read|write|(?=[cruds])c?r?u?d?s?)(?:\?[A-Za-z_-]+=[^\s&*]+)?$/;

/** Why one scope string is refused, or undefined. */
function scopeProblem(scope: string): string | undefined {
  if (scope === '') return 'has more than one space in a row';
  if (scope.includes('*')) return `"${scope}" is a wildcard`;
  if (scope === 'offline_access') return 'offline_access outlives the visit';
  if (CONTEXT_SCOPE.test(scope) || DATA_SCOPE.test(scope)) return undefined;
  return `"${scope}" is not a scope Evoke knows`;
}

const REMEDY =
  'name each resource, letters in the order c r u d s, such as patient/Observation.crus; at most online_access';

function grants(
  scopes: readonly string[],
  type: string,
  letter: 'c' | 'r' | 'u' | 's',
  word: 'read' | 'write',
): boolean {
  return scopes.some((scope) => {
    const [, , named, may = ''] = DATA_SCOPE.exec(scope) ?? [];
    return named === type && (may === 'read' || may === 'write' ? may === word : may.includes(letter));
  });
}

/** The scopes that one entry needs at least, as its line in the file. */
function scopesExample(starts: string, order: readonly string[], goal: boolean): string {
  const forms = [...order, ...(goal ? ['Goal'] : [])].map((type) => `patient/${type}.crus`);
  const scopes = [starts, 'openid fhirUser online_access patient/Patient.r patient/Encounter.r', ...forms].join(' ');
  return `"scopes": ${JSON.stringify(scopes)}`;
}

/** Scopes that cannot be requested, are missing, or do not fit the resource types a note is filed as. */
export function scopeFaults(
  path: string,
  entry: {
    readonly scopes: string;
    readonly standalone: boolean;
    readonly write: { readonly order: readonly string[]; readonly goal: boolean };
  },
): readonly SiteFault[] {
  const scopes = entry.scopes.split(' ');
  const { order, goal } = entry.write;
  const starts = entry.standalone ? 'launch/patient' : 'launch';
  const example = scopesExample(starts, order, goal);
  const refused = (problem: string, remedy: string) => fault(path, problem, remedy, example);
  // A create on a condition searches.
  const isGoalOpen =
    grants(scopes, 'Goal', 'c', 'write') &&
    grants(scopes, 'Goal', 'u', 'write') &&
    grants(scopes, 'Goal', 'r', 'read') &&
    grants(scopes, 'Goal', 's', 'read');
  const wrong = scopes.flatMap((scope) => {
    const problem = scopeProblem(scope);
    return problem ? [refused(problem, REMEDY)] : [];
  });
  const missing = [starts, 'openid', 'fhirUser'].filter((needed) => !scopes.includes(needed));
  const unread = ['Patient', ...order].filter((type) => !grants(scopes, type, 'r', 'read'));
  const unwritten = order.filter((type) => !grants(scopes, type, 'c', 'write'));
  return [
    ...wrong,
    ...missing.map((needed) => refused(`lacks "${needed}"`, `add "${needed}"`)),
    ...unread.map((type) => refused(`cannot read ${type}`, `add "patient/${type}.r" or more`)),
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
