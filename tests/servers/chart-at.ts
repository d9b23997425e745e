// A chart on a real FHIR server, filled and read over HTTP without the app. Knows FHIR's REST API and one note's number.

import type { Bundle, FhirResource, Resource } from 'fhir/r4';
import type { RunningEhr } from '../support/ehr-in-a-box.ts';

const TYPES = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;
/** The forms of a note. */
export type NoteType = (typeof TYPES)[number];

/** A stored version of a note, in any form. */
export type StoredNote = Resource & { readonly status: string; readonly id: string };

const IN_ERROR = 'entered-in-error';
const JSON_TYPE = 'application/fhir+json';
const BATCH = 130;

/** One patient with one visit and one clinician. `input` is what a launch on this chart takes. */
export interface ServerChart {
  readonly input: Parameters<RunningEhr['launch']>[0];
  /** Every stored note of the patient in its newest version, in each form. */
  readonly notes: () => Promise<readonly StoredNote[]>;
  /** The notes that are not marked as entered in error. */
  readonly liveNotes: () => Promise<readonly StoredNote[]>;
  /** Stores resources, in the order given. Rejects if the server refuses one. */
  readonly stores: (resources: readonly FhirResource[]) => Promise<void>;
}

async function asked(address: string, method: string, body?: unknown): Promise<unknown> {
  const headers = {
    Accept: JSON_TYPE,
    'Cache-Control': 'no-cache',
    ...(body !== undefined && { 'Content-Type': JSON_TYPE }),
  };
  const signal = AbortSignal.timeout(60_000);
  const response = await fetch(address, {
    method,
    headers,
    signal,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** Stores a resource under its own id, or under an id of the server's where that is refused. Returns the id. */
async function kept(base: string, resource: FhirResource): Promise<string> {
  const { resourceType, id, ...rest } = resource;
  const stored = await asked(`${base}/${resourceType}/${id}`, 'PUT', resource).catch(() =>
    asked(`${base}/${resourceType}`, 'POST', { resourceType, ...rest }),
  );
  return (stored as Resource).id ?? '';
}

/** Every match of a search, over all pages. */
async function found(address: string): Promise<readonly StoredNote[]> {
  const notes: StoredNote[] = [];
  for (let next: string | undefined = address; next !== undefined; ) {
    const bundle = (await asked(next, 'GET')) as Bundle;
    for (const { resource } of bundle.entry ?? [])
      if (TYPES.some((type) => type === resource?.resourceType)) notes.push(resource as StoredNote);
    next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
  return notes;
}

/** Makes a new patient, visit and clinician at a FHIR base. `name` tells charts apart, in letters and digits. */
export async function chartAt(base: string, name: string): Promise<ServerChart> {
  const run = `evoke-${Date.now().toString(36)}-${name}`;
  const practitioner = await kept(base, {
    resourceType: 'Practitioner',
    id: `${run}-clinician`,
    name: [{ family: 'Okafor', given: ['Ada'] }],
  });
  const patient = await kept(base, {
    resourceType: 'Patient',
    id: `${run}-patient`,
    name: [{ use: 'official', family: 'PROTO', given: ['Pat'] }],
    birthDate: '1985-07-14',
  });
  const encounter = await kept(base, {
    resourceType: 'Encounter',
    id: `${run}-visit`,
    status: 'in-progress',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: { reference: `Patient/${patient}` },
    period: { start: new Date(Date.now() - 600_000).toISOString() },
  });
  const notes = async () =>
    (await Promise.all(TYPES.map((type) => found(`${base}/${type}?patient=${patient}&_count=200`)))).flat();
  return {
    input: { patientId: patient, encounterId: encounter, userReference: `Practitioner/${practitioner}` },
    notes,
    liveNotes: async () => (await notes()).filter(({ status }) => status !== IN_ERROR),
    stores: async (resources) => {
      for (let from = 0; from < resources.length; from += BATCH) {
        const entry = resources.slice(from, from + BATCH).map((resource) => ({
          resource,
          request: { method: 'POST' as const, url: resource.resourceType },
        }));
        await asked(base, 'POST', { resourceType: 'Bundle', type: 'transaction', entry });
      }
    },
  };
}

/** What a server's capability statement says about one form of a note. */
export async function statementOf(base: string, type: NoteType): Promise<StatementRow | undefined> {
  const statement = (await asked(`${base}/metadata`, 'GET')) as {
    readonly rest?: readonly { readonly resource?: readonly StatementRow[] }[];
  };
  return statement.rest?.[0]?.resource?.find((each) => each.type === type);
}

/** A row of a capability statement, as far as it decides how a note is created. */
export interface StatementRow {
  readonly type?: string;
  readonly updateCreate?: boolean;
  readonly conditionalCreate?: boolean;
}
