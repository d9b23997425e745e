// One EHR with two patients: the sandbox's own FHIR handler, store, profiles and faults. Its sign-in gives out tokens
// without pages. Knows nothing about Evoke.

import type { CapabilityStatement, FhirResource, Resource } from 'fhir/r4';
import type { Access } from '../../mocks/auth/tokens/grant.ts';
import { createTokenLedger, type TokenFamily } from '../../mocks/auth/tokens/token-family.ts';
import { createFaults, type Faults } from '../../mocks/faults.ts';
import { withCors } from '../../mocks/fhir/cors.ts';
import { createFhirServer } from '../../mocks/fhir/server.ts';
import { createStore, type Store } from '../../mocks/fhir/store.ts';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import { asOnStage, createStage } from '../../mocks/profiles.ts';
import { APP_ORIGIN } from './network.ts';

const ORIGIN = 'https://ehr.example';
const BASE = `${ORIGIN}/fhir`;
export const TOKEN_DOOR = `${ORIGIN}/auth/token`;
export const CLINICIAN = 'Practitioner/nunez';

/** The two people, each with a visit. */
export const PATIENTS = ['pat', 'other'] as const;
export type PatientId = (typeof PATIENTS)[number];
const visitOf = (patient: PatientId): string => `visit-${patient}`;

const CHART: readonly FhirResource[] = [
  { resourceType: 'Practitioner', id: 'nunez', name: [{ text: 'Dr. Núñez' }] },
  { resourceType: 'Patient', id: 'pat', name: [{ given: ['Pat'], family: 'Proto' }], birthDate: '1985-07-14' },
  { resourceType: 'Patient', id: 'other', name: [{ family: 'Other' }], birthDate: '1990-01-02' },
  ...PATIENTS.map(
    (patient): FhirResource => ({
      resourceType: 'Encounter',
      id: visitOf(patient),
      status: 'in-progress',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject: { reference: `Patient/${patient}` },
    }),
  ),
];

/** What a token answer says. */
export type TokenAnswer = Readonly<Record<string, string | number>> & {
  readonly access_token: string;
  readonly expires_in: number;
};

/** A running EHR. */
export interface Hospital {
  readonly store: Store;
  readonly faults: Faults;
  readonly serve: (request: Request) => Promise<Response>;
  readonly signIn: (patient: PatientId, scopes: string) => TokenAnswer;
  readonly expireTokens: () => void;
  readonly revokeAll: () => void;
  /** From now on a renewed sign-in names the other patient, as a chart that was switched does. */
  readonly drift: (drifts: boolean) => void;
  readonly renews: boolean;
  /** The notes that the chart has and shows, by any author. */
  readonly notes: () => readonly Resource[];
}

/** How the EHR plays: which vendor, and whether it renews a sign-in. */
export interface HospitalOptions {
  readonly profile: ProfileId;
  readonly renews: boolean;
  readonly now: () => number;
}

const FORMS = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;
const LIFE_SECONDS = 570;

/** Opens it, with empty charts. */
export async function openHospital({ profile, renews, now }: HospitalOptions): Promise<Hospital> {
  const store = await createStore(CHART, { base: BASE, now });
  const stage = createStage(profile);
  const ledger = createTokenLedger(now);
  const access = accessOf(ledger);
  const plain = createFhirServer({ store, access, origin: ORIGIN });
  const played = asOnStage({ stage, store, access, answer: plain });
  const { faults, answer } = createFaults(
    BASE,
    async (request) =>
      request.url === `${BASE}/metadata` ? shortStatement(profile, () => played(request)) : played(request),
    now,
  );
  const desk = createDesk(ledger, renews);
  const granted = (asked: string): string => {
    const scopes = asked.split(' ');
    return (stage.current().signIn.grant?.(scopes) ?? scopes).join(' ');
  };
  return {
    ...{ store, faults, renews },
    serve: withCors([APP_ORIGIN], async (request) =>
      request.url === TOKEN_DOOR ? desk.renew(request) : answer(request),
    ),
    signIn: (patient, asked) => {
      const context = { patientId: patient, encounterId: visitOf(patient), userReference: CLINICIAN };
      const family: TokenFamily = { clientId: 'evoke-app', context, scopes: granted(asked).split(' ') };
      return desk.answer(family);
    },
    expireTokens: ledger.expireAccess,
    revokeAll: ledger.revokeAll,
    drift: desk.drift,
    notes: () => FORMS.flatMap((type) => store.all(type)),
  };
}

const statements = new Map<ProfileId, string>();

/** What this EHR says of the three forms, which is all that is asked about. Written once, because it never changes. */
async function shortStatement(profile: ProfileId, read: () => Promise<Response>): Promise<Response> {
  const known = statements.get(profile) ?? JSON.stringify(shortened(await (await read()).json()));
  statements.set(profile, known);
  return new Response(known, { headers: { 'Content-Type': 'application/fhir+json' } });
}

const shortened = ({ rest, ...statement }: CapabilityStatement): CapabilityStatement => ({
  ...statement,
  rest: (rest ?? []).map(({ resource, ...row }) => ({
    ...row,
    resource: (resource ?? []).filter(({ type }) => FORMS.some((form) => form === type)),
  })),
});

type Ledger = ReturnType<typeof createTokenLedger>;

function accessOf(ledger: Ledger): Access {
  return {
    grantOf: (request) => {
      const token = (request.headers.get('authorization') ?? '').replace(/^Bearer /, '');
      const entry = ledger.access(token);
      if (!entry) return undefined;
      const { clientId, context } = entry.family;
      const { userReference, patientId, encounterId } = context;
      return {
        ...{ clientId, userReference, scope: entry.scope, expiresAt: entry.expiresAt },
        ...(patientId !== undefined && { patientId }),
        ...(encounterId !== undefined && { encounterId }),
      };
    },
    expireAll: ledger.expireAccess,
  };
}

function createDesk(ledger: Ledger, renews: boolean) {
  let drifts = false;
  const answer = (family: TokenFamily): TokenAnswer => ({
    access_token: ledger.issueAccess(family, family.scopes.join(' '), LIFE_SECONDS),
    token_type: 'Bearer',
    expires_in: LIFE_SECONDS,
    scope: family.scopes.join(' '),
    patient: family.context.patientId ?? '',
    encounter: family.context.encounterId ?? '',
    ...(renews && { refresh_token: ledger.issueRefresh(family) }),
  });
  return {
    answer,
    drift: (next: boolean) => {
      drifts = next;
    },
    renew: async (request: Request): Promise<Response> => {
      const token = (await request.text()).replace(/^refresh_token=/, '');
      const entry = ledger.refresh(token);
      if (!entry || entry.spent) {
        if (entry) ledger.revoke(entry.family);
        return new Response('{"error":"invalid_grant"}', { status: 400 });
      }
      ledger.spendRefresh(token);
      const named = answer(entry.family);
      const patient = named['patient'] === 'pat' ? 'other' : 'pat';
      return new Response(JSON.stringify(drifts ? { ...named, patient } : named), {
        headers: { 'Content-Type': 'application/json' },
      });
    },
  };
}
