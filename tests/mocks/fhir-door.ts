// Opens the sandbox's FHIR server for tests: two patients, one practitioner, and a token for each way of looking on.
import type { Resource } from 'fhir/r4';
import type { Grant } from '../../mocks/auth/tokens/grant.ts';
import { createFhirServer } from '../../mocks/fhir/server.ts';
import { createStore, type Store } from '../../mocks/fhir/store.ts';

const ORIGIN = 'http://ehr.example';
export const BASE = `${ORIGIN}/fhir`;

const grant = (scope: string, patientId?: string): Grant => ({
  clientId: 'app',
  scope,
  userReference: 'Practitioner/okafor',
  expiresAt: Number.POSITIVE_INFINITY,
  ...(patientId !== undefined && { patientId }),
});

/** Tokens by name. A test may add its own. */
const GRANTS: Readonly<Record<string, Grant>> = {
  ana: grant('patient/*.cruds', 'ana'),
  bo: grant('patient/*.cruds', 'bo'),
  staff: grant('user/*.cruds'),
  reader: grant('patient/*.read', 'ana'),
  writer: grant('patient/*.write', 'ana'),
  surveys: grant(
    'patient/Observation.cruds?category=http://terminology.hl7.org/CodeSystem/observation-category|survey',
    'ana',
  ),
  adder: grant('patient/Observation.c', 'ana'),
  nobody: grant('patient/*.cruds'),
  system: grant('system/*.cruds openid launch', 'ana'),
};

export const PEOPLE: readonly Resource[] = [
  { resourceType: 'Patient', id: 'ana', name: [{ family: 'Šimić', given: ['Ana'] }], birthDate: '1985-07-14' },
  { resourceType: 'Patient', id: 'bo', name: [{ family: 'Bo' }] },
  { resourceType: 'Practitioner', id: 'okafor', name: [{ family: 'Okafor' }] },
  { resourceType: 'Encounter', id: 'ana-visit', status: 'in-progress', subject: { reference: 'Patient/ana' } },
  { resourceType: 'Encounter', id: 'bo-visit', status: 'in-progress', subject: { reference: 'Patient/bo' } },
].map((person) => person as Resource);

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';

/** A valid Observation. `more` is laid over it. */
export function observation(patient: string, more: Readonly<Record<string, unknown>> = {}): Resource {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: CATEGORY, code: 'survey' }] }],
    code: { coding: [{ system: 'urn:x', code: 'note' }], text: 'Readiness note' },
    subject: { reference: `Patient/${patient}` },
    ...more,
  } as Resource;
}

export interface Door {
  readonly store: Store;
  /** Asks as the named token. A body makes it a POST unless a method is given. */
  readonly ask: (token: string, path: string, more?: Asking) => Promise<Told>;
}

interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer with its body read. `json` is loose on purpose: tests say what they expect of it. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into JSON of many shapes
  readonly json: any;
}

/** A server with these people and whatever else is given. */
export async function openDoor(seed: readonly Resource[] = [], now: () => number = Date.now): Promise<Door> {
  const store = await createStore([...PEOPLE, ...seed], { base: BASE, now });
  const access = {
    grantOf: (request: Request) => GRANTS[request.headers.get('authorization')?.replace('Bearer ', '') ?? ''],
    expireAll: () => undefined,
  };
  const answer = createFhirServer({ store, access, origin: ORIGIN });
  const ask: Door['ask'] = async (token, path, { method, body, headers = {} } = {}) => {
    const sent = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const request = new Request(path.startsWith('http') ? path : `${BASE}/${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json', ...headers },
      ...(sent !== undefined && { body: sent }),
    });
    const response = await answer(request);
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
  };
  return { store, ask };
}

/** Ids of a Bundle's resources, in order. */
export const idsOf = (told: Told): readonly string[] =>
  (told.json.entry ?? []).map((entry: { resource: { id: string } }) => entry.resource.id);

/** The address behind a Bundle's link. */
export const linkOf = (told: Told, relation: string): string | undefined =>
  told.json.link.find((link: { relation: string }) => link.relation === relation)?.url;
