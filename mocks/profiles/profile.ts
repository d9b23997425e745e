// Defines an EHR profile: what its statement offers, how it signs people in, and its rules for single requests. Types
// and the two limits that every profile shares. Knows no EHR by name.
import type { Answer } from '../alter.ts';
import type { Oddity } from '../auth/oddity.ts';
import type { Grant } from '../auth/tokens/grant.ts';
import type { Interaction } from '../fhir/interaction-of.ts';
import type { Store } from '../fhir/store.ts';

/** The profiles of the sandbox. */
export type ProfileId = 'open' | 'epic-like' | 'oracle-like' | 'athena-like' | 'read-only';

/** An interaction as a capability statement names it. */
export type Offered = 'read' | 'search-type' | 'create' | 'update';

/** The limits of an EHR that offers less than the sandbox. What a table leaves out is not offered. */
export interface Limits {
  /** Interactions by resource type, `*` for every type without a row. */
  readonly offers: Readonly<Record<string, readonly Offered[]>>;
  /** Search parameters by resource type, without control parameters. A type without a row has all. */
  readonly searches?: Readonly<Record<string, readonly string[]>>;
  /** An update must name the version it changes (`If-Match`), or is 400. */
  readonly versionedUpdate?: true;
}

/** One signed-in FHIR request that passes a profile's rules. `type` is empty for the whole system. */
export interface Asked {
  readonly request: Request;
  readonly interaction: Interaction;
  readonly type: string;
  readonly grant: Grant;
  readonly store: Store;
}

/** Answers a request itself or through `next`. */
export type Rule = (asked: Asked, next: Answer) => Promise<Response>;

/** One EHR as the sandbox imitates it. */
export interface Profile {
  readonly id: ProfileId;
  /** For people at the chart page. */
  readonly name: string;
  readonly description: string;
  /** If absent: everything the sandbox can do, conditional create and transactions included. With limits, neither. */
  readonly limits?: Limits;
  readonly signIn: Oddity;
  /** Applied in order. The first rule is nearest to the app. */
  readonly rules: readonly Rule[];
}

/** Reading and searching, which every profile offers. */
export const READING = ['read', 'search-type'] as const satisfies readonly Offered[];

/** The interactions offered for a type. */
export const offersFor = ({ offers }: Limits, type: string): readonly Offered[] => offers[type] ?? offers['*'] ?? [];

/** The JSON body of a write. Undefined if it is not JSON, which the server behind then reports. */
export async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>> | undefined> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : undefined;
}
