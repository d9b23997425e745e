// Decides what a token's scopes allow at the FHIR server: SMART App Launch 2.2, v1 and v2, granular ones included. The
// store knows whose chart a resource is in. The authorization server knows who has a token.
import type { Resource } from 'fhir/r4';
import type { Grant } from '../auth/tokens/grant.ts';
import { isShared } from './compartment.ts';
import { matchesQuery, parseQuery, type Query } from './search/search-match.ts';
import type { Store } from './store.ts';

/**
 * One letter of a v2 scope: create (c), read, vread and instance history (r), update (u), delete (d), search and type
 * history (s).
 */
export type Letter = 'c' | 'r' | 'u' | 'd' | 's';

interface Right {
  readonly level: 'patient' | 'user';
  readonly type: string;
  readonly letters: string;
  readonly limit?: string;
}

const V1_LETTERS: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };
const SCOPE = /^(patient|user)\/(\*|[A-Z][A-Za-z]+)\.(?:(read|write|\*)|(c?r?u?d?s?)(?:\?(\S+))?)$/;

/** What the bearer of one grant may do. Everything else is refused. */
export interface Viewer {
  /** True if a right allows this letter for this type. */
  may(letter: Letter, type: string): boolean;
  /** True if a right covers this resource. */
  covers(letter: Letter, resource: Resource): boolean;
  /** The only patient whose resources of this type can be covered, if there is exactly one. */
  onlyPatient(letter: Letter, type: string): string | undefined;
}

/** Set on a request by the fault `scopes-version-1-refused`: scopes of version 1 allow nothing. */
export const VERSION_2_ONLY = 'x-sandbox-version-2-scopes-only';

const isVersion1 = (scope: string): boolean => /\.(read|write|\*)$/.test(scope);

/** The viewer behind a request with this grant. A `patient/` scope of a grant without a patient allows nothing. */
export function viewerOf(request: Pick<Request, 'headers'>, grant: Grant, store: Store): Viewer {
  const isStrict = request.headers.has(VERSION_2_ONLY);
  const scopes = grant.scope.split(' ').filter((scope) => !(isStrict && isVersion1(scope)));
  const rights = scopes.flatMap((scope) => readScope(scope) ?? []);
  const reaching = (letter: Letter, type: string): readonly Right[] =>
    rights.filter(
      (right) =>
        right.letters.includes(letter) &&
        (right.type === '*' || right.type === type) &&
        (right.level === 'user' || (grant.patientId !== undefined && (!isShared(type) || 'rs'.includes(letter)))),
    );
  const coveredBy = (right: Right, resource: Resource): boolean => {
    if (!isWithin(right, resource, store)) return false;
    if (right.level === 'user' || isShared(resource.resourceType)) return true;
    return grant.patientId !== undefined && store.patientsOf(resource).includes(grant.patientId);
  };
  // SMART App Launch 2.2, "Scopes for requesting identity data": the user who signed in can be read.
  const ownUser = grant.scope.split(' ').includes('fhirUser') ? grant.userReference : '';
  return {
    may: (letter, type) => reaching(letter, type).length > 0 || (letter === 'r' && ownUser.startsWith(`${type}/`)),
    covers: (letter, resource) =>
      reaching(letter, resource.resourceType).some((right) => coveredBy(right, resource)) ||
      (letter === 'r' && ownUser === `${resource.resourceType}/${resource.id}`),
    onlyPatient: (letter, type) => {
      const isBound = !isShared(type) && type !== 'Binary';
      return isBound && reaching(letter, type).every(({ level }) => level === 'patient') ? grant.patientId : undefined;
    },
  };
}

function readScope(scope: string): Right | undefined {
  const [, level, type, v1, v2, limit] = SCOPE.exec(scope) ?? [];
  if ((level !== 'patient' && level !== 'user') || type === undefined) return undefined;
  const letters = v1 === undefined ? (v2 ?? '') : (V1_LETTERS[v1] ?? '');
  return { level, type, letters, ...(limit !== undefined && { limit }) };
}

/** A granular scope covers only what its query finds. A query that this server does not understand covers nothing. */
function isWithin({ limit }: Right, resource: Resource, store: Store): boolean {
  if (limit === undefined) return true;
  const query = limitQuery(resource.resourceType, limit);
  return query !== undefined && matchesQuery(query, resource, store.base);
}

function limitQuery(type: string, limit: string): Query | undefined {
  const parsed = parseQuery(type, new URLSearchParams(limit));
  return parsed.ok ? parsed.value : undefined;
}
