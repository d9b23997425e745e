// The settings of a site, as types derived from the schema. The launch page and the app see only these.

import type { InferOutput } from 'valibot';
import type { siteSchema, WRITE_TYPES } from './schema.ts';

export type WriteType = (typeof WRITE_TYPES)[number];

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
/** A configuration as its file says it. */
export type WrittenSite = DeepReadonly<InferOutput<typeof siteSchema>>;
export type WrittenEntry = WrittenSite['ehrs'][number];

/** Keys that an entry of `ehrs` takes from the whole file if it does not set them itself. */
type Shared =
  | 'language'
  | 'part2Program'
  | 'securityLabels'
  | 'idleLockMinutes'
  | 'draftTtlHours'
  | 'sessionHours'
  | 'support';

/** One configured EHR with every default filled in. A `standalone` entry starts without an EHR launch. */
export type EhrEntry = Omit<WrittenEntry, Shared> & { readonly [K in Shared]: NonNullable<WrittenEntry[K]> };
/** A site's settings with defaults filled in. Source: docs/design/sign-in-and-security.md, "Site configuration". */
export type Site = Omit<WrittenSite, 'ehrs' | '$schema'> & { readonly ehrs: readonly EhrEntry[] };
