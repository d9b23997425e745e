// Signs in to a sandbox that plays one EHR, and holds the notes it is offered.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Resource } from 'fhir/r4';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import type { Sandbox, SandboxOptions } from '../../mocks/sandbox.ts';
import { observation } from './fhir-door.ts';
import { asApp, signIn, startSandbox } from './fhir-sandbox.ts';

/** The shipped entry for the sandbox, which serves every profile. */
export const SHIPPED: { readonly scopes: string; readonly write: { readonly order: readonly string[] } } = JSON.parse(
  readFileSync('site.config.json', 'utf8'),
).ehrs[0];

/** What an app asks for that would file in any form. */
export const ASKED =
  'launch openid fhirUser online_access patient/Patient.r patient/Encounter.r patient/Observation.crus patient/DocumentReference.crus patient/QuestionnaireResponse.crus patient/Binary.r';

export const PROFILE_IDS = ['open', 'epic-like', 'oracle-like', 'athena-like', 'read-only'] as const;

const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const ID = { system: 'urn:oid:2.25.225303994969635414043760540918332801536.2', value: 'n1' };

/** A note as each form takes it, in ana's chart, by the clinician whom launches sign in. */
export const OBSERVATION = observation('ana', { identifier: [ID] });
export const DOCUMENT = {
  resourceType: 'DocumentReference',
  status: 'current',
  docStatus: 'final',
  identifier: [ID],
  type: { coding: [{ system: 'http://loinc.org', code: '11506-3' }] },
  category: [{ text: 'Clinical note' }],
  subject: { reference: 'Patient/ana' },
  date: '2026-11-22T15:45:00Z',
  author: [{ reference: 'Practitioner/okafor' }],
  context: {
    encounter: [{ reference: 'Encounter/ana-visit' }],
    period: { start: '2026-11-22T15:30:00Z', end: '2026-11-22T15:45:00Z' },
  },
  content: [
    {
      attachment: {
        contentType: 'text/plain;charset=utf-8',
        data: Buffer.from('Größe').toString('base64'),
        size: 7,
        title: 'Readiness note',
        creation: '2026-11-22T15:45:00Z',
      },
      format: { code: 'evoke-text-1' },
    },
  ],
};
export const RESPONSE = {
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  identifier: ID,
  subject: { reference: 'Patient/ana' },
  authored: '2026-11-22T15:45:00Z',
  item: [{ linkId: 'note-text', answer: [{ valueString: 'Größe' }] }],
};
export const VITAL = observation('ana', {
  category: [{ coding: [{ system: CATEGORY, code: 'vital-signs' }] }],
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
  valueQuantity: { value: 81, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});

export interface Visitor {
  readonly sandbox: Sandbox;
  readonly scopes: readonly string[];
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly post: (resource: object, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Against the first version by default. '' names none. */
  readonly put: (
    resource: { readonly resourceType: string; readonly id: string; readonly status?: string },
    version?: string,
  ) => Promise<Response>;
  /** The JSON of a GET. Loose on purpose. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into JSON of many shapes
  readonly get: (path: string) => Promise<any>;
}

/** Someone signed in to ana's chart of an EHR of this kind. */
export async function visit(
  profile: ProfileId,
  seed: readonly Resource[] = [],
  { scope = ASKED, ...more }: Partial<SandboxOptions> & { readonly scope?: string } = {},
): Promise<Visitor> {
  const sandbox = await startSandbox(seed, { profile, ...more });
  const reply = await signIn(sandbox, 'ana', scope);
  const headers = asApp(reply.access_token ?? '');
  const ask: Visitor['ask'] = (path, init = {}) =>
    sandbox.fetch(
      new Request(path.startsWith('http') ? path : `${sandbox.base}/${path}`, {
        ...init,
        headers: { ...headers, ...init.headers },
      }),
    );
  const send = (method: string, path: string, body: object, extra = {}) =>
    ask(path, { method, body: JSON.stringify(body), headers: extra });
  return {
    sandbox,
    scopes: (reply.scope ?? '').split(' '),
    ask,
    post: (resource, extra) => send('POST', (resource as Resource).resourceType, resource, extra),
    put: (resource, version = 'W/"1"') =>
      send('PUT', `${resource.resourceType}/${resource.id}`, resource, version ? { 'If-Match': version } : {}),
    get: async (path) => (await ask(path)).json(),
  };
}

/** The words of a refusal, after its error number if it has one. */
export async function saidBy(response: Response): Promise<string> {
  const { coding = [], text = '' } = (await response.json()).issue?.[0]?.details ?? {};
  return [...coding.map(({ code }: { readonly code: string }) => code), text].join(': ');
}

/** So many documents of ana's chart, without an identifier. */
export function documents(count: number): readonly Resource[] {
  const { identifier: _, ...document } = DOCUMENT;
  return Array.from({ length: count }, (_each, place) => ({ ...document, id: `doc-${place}` }) as Resource);
}
