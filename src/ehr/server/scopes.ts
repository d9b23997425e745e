// What the granted scopes allow this sign-in to do. Pure: it only reads the scope string of the token response.

import { OBSERVATION_CATEGORY, US_CORE_DOCUMENT_CATEGORY } from '../../fhir/categories.ts';
import { attempt } from '../../lib/attempt.ts';
import type { WriteType } from '../../site.ts';

export type Interaction = 'create' | 'read' | 'update' | 'delete' | 'search';

/** One grant. `only` has the terms of a granular scope. A resource must match every one of them. */
export interface Grant {
  readonly type: string;
  readonly may: ReadonlySet<Interaction>;
  readonly only: readonly (readonly [name: string, values: readonly string[]])[];
}

/** A parsed scope string. `others` are kept as written and grant nothing here. */
export interface Scopes {
  readonly grants: readonly Grant[];
  readonly others: readonly string[];
}

// Maps, because every object also has names such as "constructor", which a server may send.
const LETTERS: ReadonlyMap<string, Interaction> = new Map([
  ['c', 'create'],
  ['r', 'read'],
  ['u', 'update'],
  ['d', 'delete'],
  ['s', 'search'],
]);
const WORDS: ReadonlyMap<string, string> = new Map([
  ['read', 'rs'],
  ['write', 'cud'],
  ['*', 'cruds'],
]);
const SCOPE = /^(patient|user)\/(\*|[A-Z][A-Za-z]*)\.(\*|[a-z]+)(?:\?(.+))?$/;

function readQuery(query: string): Grant['only'] {
  return query.split('&').map((term) => {
    const [name = '', ...rest] = term.split('=');
    return [name, rest.join('=').split(',').map(decode)] as const;
  });
}

const decode = (text: string): string => attempt(() => decodeURIComponent(text)) ?? text;

function readGrant(scope: string): Grant | undefined {
  const [, , type = '', letters = '', query] = SCOPE.exec(scope) ?? [];
  if (!type) return undefined;
  const may = [...(WORDS.get(letters) ?? letters)].flatMap((letter) => LETTERS.get(letter) ?? []);
  return may.length ? { type, may: new Set(may), only: query ? readQuery(query) : [] } : undefined;
}

/** Parses a space-separated scope string, v1 and v2, with letters in any order. What it cannot read grants nothing. */
export function parseScopes(text: string): Scopes {
  const all = text.split(/\s+/).filter(Boolean);
  const read = all.map((scope) => [scope, readGrant(scope)] as const);
  return {
    grants: read.flatMap(([, grant]) => grant ?? []),
    others: read.flatMap(([scope, grant]) => (grant ? [] : scope)),
  };
}

interface Coded {
  readonly coding?: readonly { readonly system?: string; readonly code?: string }[];
}
/** The parts of a resource that granular scopes test. */
export interface ScopedResource {
  readonly category?: readonly Coded[];
  readonly code?: Coded;
}

/** What each form has for a scope that is limited to a category. */
const SAMPLES = {
  Observation: { category: [{ coding: [{ system: OBSERVATION_CATEGORY, code: 'survey' }] }] },
  DocumentReference: { category: [{ coding: [{ system: US_CORE_DOCUMENT_CATEGORY, code: 'clinical-note' }] }] },
  QuestionnaireResponse: {},
} as const satisfies Record<WriteType, ScopedResource>;

function hasToken(concepts: readonly Coded[], token: string): boolean {
  const cut = token.lastIndexOf('|');
  const [system, code] = cut < 0 ? [undefined, token] : [token.slice(0, cut), token.slice(cut + 1)];
  return concepts.some((one) =>
    one.coding?.some((coding) => coding.code === code && (system === undefined || (coding.system ?? '') === system)),
  );
}

function matches(resource: ScopedResource | undefined, only: Grant['only']): boolean {
  return only.every(([name, values]) => {
    if (name === 'category') return values.some((value) => hasToken(resource?.category ?? [], value));
    if (name === 'code') return values.some((value) => hasToken(resource?.code ? [resource.code] : [], value));
    return false;
  });
}

/**
 * True if a grant allows the interaction on this type. A granular grant counts only for a `resource` that matches it,
 * so it never counts without a resource. Source: docs/design/sign-in-and-security.md, "Scopes".
 */
export function can(scopes: Scopes, type: string, interaction: Interaction, resource?: ScopedResource): boolean {
  return scopes.grants.some(
    (grant) =>
      (grant.type === '*' || grant.type === type) && grant.may.has(interaction) && matches(resource, grant.only),
  );
}

/** True if the scopes allow the interaction with notes that are filed as this type. */
export const canWithNotes = (scopes: Scopes, type: WriteType, interaction: Interaction): boolean =>
  can(scopes, type, interaction, SAMPLES[type]);

export const maySearchNotes = (scopes: Scopes, type: WriteType): boolean =>
  canWithNotes(scopes, type, 'search') || canWithNotes(scopes, type, 'read');
