// Reads what the guard and the document's author need beyond the launch. It reads the patient of the visit at every
// signing. It reads the practitioner behind a role, and whether the server stores the author, once.

import { conceptText } from '../../fhir/datatypes/concept.ts';
import { field, listAt } from '../../fhir/datatypes/json.ts';
import { labelText } from '../../fhir/datatypes/label-text.ts';
import { relativeReference } from '../../fhir/datatypes/reference.ts';
import type { Binding } from '../../interview/visit.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import { readPath } from '../server/address.ts';
import type { ServerFetch } from '../server/fetch.ts';
import { subjectOf } from './patient-guard.ts';
import { isGone } from './read-place.ts';

export type FactsAtSigning = ReturnType<typeof createFacts>;

const LONGEST_NAME = 100;

export function createFacts(launch: Binding, fetchOne: ServerFetch) {
  let practitioner: string | undefined;
  let author: 'not-asked' | 'asked' | 'missing' = 'not-asked';
  let visit: { readonly id: string; readonly name: string | undefined } | undefined;
  return {
    /** The chart's own name for this visit, if its subject was read last. Undefined if it has none. */
    visitName: (encounter: string): string | undefined => (visit?.id === encounter ? visit.name : undefined),
    /** Looks once whether the server stores the clinician of the sign-in. Never rejects. */
    lookForAuthor: async (signal: AbortSignal): Promise<void> => {
      const [type, id] = launch.clinician?.split('/') ?? [];
      if (type === undefined || id === undefined || author !== 'not-asked') return;
      author = 'asked';
      const read = await fetchOne({ method: 'GET', path: readPath(type, id), signal });
      if (!read.ok && isGone(read.error)) author = 'missing';
    },
    /** True if that look found that the server does not store the clinician. A server that hides them proves nothing. */
    lacksAuthor: (): boolean => author === 'missing',
    /** The patient id that an Encounter has in the chart now. Undefined if the Encounter names none. */
    encounterSubject: async (
      encounter: string,
      signal: AbortSignal,
    ): Promise<Result<string | undefined, FetchFault>> => {
      const read = await fetchOne({ method: 'GET', path: readPath('Encounter', encounter), signal });
      if (!read.ok) return read;
      const [type] = listAt(read.value.resource, 'type');
      visit = { id: encounter, name: labelText(conceptText(type) ?? '', LONGEST_NAME) || undefined };
      return ok(subjectOf(read.value.resource));
    },
    /** The Practitioner of the verified fhirUser, as a relative reference, cached. Undefined if it could not be read. */
    practitioner: async (signal: AbortSignal): Promise<string | undefined> => {
      const [type, id = ''] = launch.clinician?.split('/') ?? [];
      if (type !== 'PractitionerRole') return launch.clinician;
      if (practitioner !== undefined) return practitioner;
      const read = await fetchOne({ method: 'GET', path: readPath('PractitionerRole', id), signal });
      const named = read.ok ? relativeReference(field(read.value.resource, 'practitioner')) : undefined;
      practitioner ??= named?.startsWith('Practitioner/') ? named : undefined;
      return practitioner;
    },
  };
}
