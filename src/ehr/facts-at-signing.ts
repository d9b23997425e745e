// What the guard and the document's author need to know beyond the launch, read once: whose visit it is, and which
// practitioner stands behind a role.

import { field, textAt } from '../fhir/json.ts';
import type { Binding } from '../interview/visit.ts';
import { readPath, readReference } from './address.ts';
import type { ServerFetch } from './fetch.ts';
import { subjectOf } from './guard.ts';

/** Both are undefined where there is nothing to read, or it could not be read. */
export interface FactsAtSigning {
  /** The patient of the launch's Encounter; empty when it names none of this server. */
  readonly encounterSubject: (signal: AbortSignal) => Promise<string | undefined>;
  /** The Practitioner of the verified fhirUser, as a relative reference. */
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
  return {
    encounterSubject: once(async (signal) => {
      if (launch.encounter === undefined) return undefined;
      const read = await fetchOne({ method: 'GET', path: readPath('Encounter', launch.encounter), signal });
      return read.ok ? (subjectOf(read.value.resource, base) ?? '') : undefined;
    }),
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
