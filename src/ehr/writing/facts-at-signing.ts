// What the guard and the document's author need to know beyond the launch, read once: whose visit it is, and which
// practitioner stands behind a role.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import type { Binding } from '../../interview/visit.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { readPath, readReference } from '../server/address.ts';
import type { ServerFetch } from '../server/fetch.ts';
import { subjectOf } from './patient-guard.ts';

/** Each is read once and kept. */
export interface FactsAtSigning {
  /** The patient of an Encounter; empty when it names none of this server. */
  readonly encounterSubject: (encounter: string, signal: AbortSignal) => Promise<Result<string, FetchFault>>;
  /** The Practitioner of the verified fhirUser, as a relative reference; undefined where it could not be read. */
  readonly practitioner: (signal: AbortSignal) => Promise<string | undefined>;
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
export function createFacts(launch: Binding, base: string, fetchOne: ServerFetch): FactsAtSigning {
  const subjects = new Map<string, string>();
  return {
    encounterSubject: async (encounter, signal) => {
      const known = subjects.get(encounter);
      if (known !== undefined) return ok(known);
      const read = await fetchOne({ method: 'GET', path: readPath('Encounter', encounter), signal });
      if (!read.ok) return read;
      const subject = subjectOf(read.value.resource, base) ?? '';
      subjects.set(encounter, subject);
      return ok(subject);
    },
    practitioner: once(async (signal) => {
      const [type, id = ''] = launch.clinician?.split('/') ?? [];
      if (type !== 'PractitionerRole') return launch.clinician;
      const read = await fetchOne({ method: 'GET', path: readPath('PractitionerRole', id), signal });
      const named = read.ok ? textAt(field(read.value.resource, 'practitioner'), 'reference') : undefined;
      const target = named === undefined ? undefined : readReference(base, named);
      return target?.type === 'Practitioner' ? `Practitioner/${target.id}` : undefined;
    }),
  };
}
