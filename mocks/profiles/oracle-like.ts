// An EHR modeled on the published statement (August 2026) and documents (May 2024) of Oracle Health Millennium.
import { type Answer, type Json, refusal, withBody } from '../alter.ts';
import { textsAt, valuesAt } from '../fhir/fields.ts';
import { granting, writingOnly } from './granting.ts';
import { contentApart, documentFault, keptOf } from './oracle-document.ts';
import { type Asked, bodyOf, type Profile, READING } from './profile.ts';
import { paging, refusing } from './searching.ts';

const SEARCHES = {
  Observation: ['_id', 'patient', 'subject', 'category', 'code', 'date', '_lastUpdated'],
  DocumentReference: ['_id', 'patient', 'encounter', 'period', 'type', 'category'],
};

async function writes(asked: Asked, next: Answer): Promise<Response> {
  const { interaction, type, request } = asked;
  if (interaction !== 'create' && interaction !== 'update') return next(request);
  const body = await bodyOf(request);
  if (body === undefined) return next(request);
  const fault = writeFault(asked, body);
  if (fault !== undefined) return refusal(422, 'business-rule', fault);
  const kept = type === 'DocumentReference' ? keptOf(body) : { ...body, identifier: undefined };
  return silent(await next(withBody(request, kept)));
}

function writeFault({ interaction, type }: Asked, body: Json): string | undefined {
  if (valuesAt(body, 'modifierExtension').length > 0) return 'Modifier elements are not supported.';
  if (type === 'Observation') return observationFault(body);
  if (type !== 'DocumentReference') return undefined;
  // Its update does not accept plain text, so a filed note cannot be changed.
  return interaction === 'update' ? 'Documents of plain text cannot be updated.' : documentFault(body);
}

function observationFault(body: Json): string | undefined {
  const codes = textsAt(body, 'category.coding.code');
  const [code = ''] = codes;
  const isTaken = codes.length === 1 && ['vital-signs', 'laboratory'].includes(code);
  return isTaken ? undefined : 'Observation.category must be one of vital-signs, laboratory.';
}

/** A successful write returns headers and no body. Location names no version. */
function silent(response: Response): Response {
  if (!response.ok) return response;
  const headers = new Headers(response.headers);
  const place = headers.get('Location');
  if (place !== null) headers.set('Location', place.replace(/\/_history\/.*$/, ''));
  for (const name of ['Content-Location', 'Content-Type']) headers.delete(name);
  return new Response(null, { status: response.status, headers });
}

/** Accepts notes as documents of one exact form, drops what it does not list, and responds with an empty body. */
export const ORACLE_LIKE: Profile = {
  id: 'oracle-like',
  name: 'Oracle-like',
  description:
    'Takes documents of one exact form, drops their identifier, answers 201 with an empty body, searches little; a sign-in lasts 570 seconds.',
  limits: {
    versionedUpdate: true,
    offers: {
      '*': READING,
      Observation: [...READING, 'create', 'update'],
      DocumentReference: [...READING, 'create', 'update'],
      QuestionnaireResponse: [...READING, 'update'],
    },
    searches: SEARCHES,
  },
  signIn: {
    accessTokenLifeSeconds: 570,
    refreshWithoutRotation: true,
    grant: granting({
      '*': ['rs'],
      Observation: ['rs', writingOnly('vital-signs'), writingOnly('laboratory')],
      DocumentReference: ['crus'],
      QuestionnaireResponse: ['rus'],
    }),
    discovery: {
      scopes_supported: [
        'openid',
        'fhirUser',
        'launch',
        'launch/patient',
        'online_access',
        'offline_access',
        'patient/*.rs',
        'user/*.rs',
      ],
    },
  },
  rules: [
    refusing(SEARCHES),
    paging({ DocumentReference: { preset: 10, most: 100 }, Observation: { preset: 50, most: 200 } }),
    writes,
    contentApart,
  ],
};
