// What the guard and the document's author need to know beyond the launch: whose visit it is, read at every press, which
// practitioner stands behind a role, read once, and whether the server stores the author at all.

import { field } from '../../fhir/datatypes/json.ts';
import { relativeReference } from '../../fhir/datatypes/reference.ts';
import type { Binding } from '../../interview/visit.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { readPath } from '../server/address.ts';
import type { ServerFetch } from '../server/fetch.ts';
import { subjectOf } from './patient-guard.ts';

/** Readers for one launch. */
export interface FactsAtSigning {
  /** The patient's id of an Encounter as the chart has it now; undefined when the Encounter does not name one. */
  readonly encounterSubject: (
    encounter: string,
    signal: AbortSignal,
  ) => Promise<Result<string | undefined, FetchFault>>;
  /** The Practitioner of the verified fhirUser, as a relative reference, kept once read; undefined where it could not be. */
  readonly practitioner: (signal: AbortSignal) => Promise<string | undefined>;
  /** Looks once whether the server stores the clinician of the sign-in. Never rejects. */
  readonly lookForAuthor: (signal: AbortSignal) => Promise<void>;
  /** True if that look found that the server does not store the clinician. A server that hides them proves nothing. */
  readonly lacksAuthor: () => boolean;
}

/** A read that is kept once it succeeded. */
function once(read: (signal: AbortSignal) => Promise<string | undefined>) {
  let held: string | undefined;
  return async (signal: AbortSignal): Promise<string | undefined> => {
    held ??= await read(signal);
    return held;
  };
}

/** Readers over one launch. */
export function createFacts(launch: Binding, fetchOne: ServerFetch): FactsAtSigning {
  let author: 'not-asked' | 'asked' | 'missing' = 'not-asked';
  return {
    lookForAuthor: async (signal) => {
      const [type, id] = launch.clinician?.split('/') ?? [];
      if (type === undefined || id === undefined || author !== 'not-asked') return;
      author = 'asked';
      const read = await fetchOne({ method: 'GET', path: readPath(type, id), signal });
      if (!read.ok && ['notFound', 'gone'].includes(read.error.kind)) author = 'missing';
    },
    lacksAuthor: () => author === 'missing',
    encounterSubject: async (encounter, signal) => {
      const read = await fetchOne({ method: 'GET', path: readPath('Encounter', encounter), signal });
      return read.ok ? ok(subjectOf(read.value.resource)) : read;
    },
    practitioner: once(async (signal) => {
      const [type, id = ''] = launch.clinician?.split('/') ?? [];
      if (type !== 'PractitionerRole') return launch.clinician;
      const read = await fetchOne({ method: 'GET', path: readPath('PractitionerRole', id), signal });
      const named = read.ok ? relativeReference(field(read.value.resource, 'practitioner')) : undefined;
      return named?.startsWith('Practitioner/') ? named : undefined;
    }),
  };
}
