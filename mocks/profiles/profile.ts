// What an EHR profile is: what its statement offers, how it signs people in, and the rules it puts before single
// requests. Types and the two ways of limiting that every profile shares; knows no EHR by name.
import type { Answer } from '../alter.ts';
import type { Grant } from '../auth/grant.ts';
import type { Oddity } from '../auth/oddity.ts';
import type { Interaction } from '../fhir/interaction-of.ts';
import type { Store } from '../fhir/store.ts';

/** The profiles that the sandbox can play. */
export type ProfileId = 'open' | 'epic-like' | 'oracle-like' | 'athena-like' | 'read-only';

/** An interaction as a capability statement names it. */
export type Offered = 'read' | 'search-type' | 'create' | 'update';

/** Where an EHR offers less than the sandbox can do. What is left out of a table is not offered. */
export interface Limits {
  /** Interactions by resource type, `*` for every type without a row. */
  readonly offers: Readonly<Record<string, readonly Offered[]>>;
  /** Search parameters by resource type, control parameters aside; a type without a row has all. */
  readonly searches?: Readonly<Record<string, readonly string[]>>;
  /** An update must name the version it changes (`If-Match`), or is 400. */
  readonly versionedUpdate?: true;
}

/** One signed-in FHIR request on its way through a profile's rules. `type` is empty for the whole system. */
export interface Asked {
  readonly request: Request;
  readonly interaction: Interaction;
  readonly type: string;
  readonly grant: Grant;
  readonly store: Store;
}

/** Answers a request, by itself or by way of `next`. */
export type Rule = (asked: Asked, next: Answer) => Promise<Response>;

/** One EHR as the sandbox plays it. */
export interface Profile {
  readonly id: ProfileId;
  /** For people at the chart page. */
  readonly name: string;
  readonly description: string;
  /** Left out: everything the sandbox can do, conditional create and transactions included. With limits, neither. */
  readonly limits?: Limits;
  readonly signIn: Oddity;
  /** Applied in order, the first one nearest to the app. */
  readonly rules: readonly Rule[];
}

/** Reading and searching, which every profile offers. */
export const READING = ['read', 'search-type'] as const satisfies readonly Offered[];

/** What is offered for a type. */
export const offersFor = ({ offers }: Limits, type: string): readonly Offered[] => offers[type] ?? offers['*'] ?? [];

/** The JSON body of a write; undefined where it is none, which the server behind then says. */
export async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>> | undefined> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => undefined);
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : undefined;
}
