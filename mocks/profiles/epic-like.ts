// An EHR modeled on Epic's published sandbox statement of May 2026 and its published error codes. Type mapping, author
// rules and the use of `identifier` are not published for this call, so the sandbox takes the strict reading.
import { type Answer, refusal } from '../alter.ts';
import { isShared } from '../fhir/compartment.ts';
import { isFields, textsAt, valuesAt } from '../fhir/fields.ts';
import { granting, writingOnly } from './granting.ts';
import { type Asked, bodyOf, type Profile, READING } from './profile.ts';
import { ignoring } from './searching.ts';

/** Vital signs with a flowsheet row: heart rate, breathing, temperature, height, weight, blood pressure, SpO2. */
const MAPPED_VITALS = ['8867-4', '9279-1', '8310-5', '8302-2', '29463-7', '85354-9', '59408-5'];
/** Progress note, consultation note, history and physical, discharge summary. */
const MAPPED_NOTES = ['11506-3', '11488-4', '34117-2', '18842-5'];
const RESTRICTED = ['R', 'V'];

const isWrite = ({ interaction }: Asked): boolean => interaction === 'create' || interaction === 'update';

/** A restricted chart opens only to a person who has given a reason at the chart itself. */
async function breakTheGlass({ type, grant, store, request }: Asked, next: Answer): Promise<Response> {
  const labels = textsAt(store.read('Patient', grant.patientId ?? ''), 'meta.security.code');
  const isClosed = type !== 'Patient' && !isShared(type) && labels.some((label) => RESTRICTED.includes(label));
  return isClosed ? refusal(403, 'forbidden', '4130: Break-the-glass security applies to this chart.') : next(request);
}

/** An Observation is a row of a flowsheet. Without one there is nowhere to file it. */
async function vitalsOnly(asked: Asked, next: Answer): Promise<Response> {
  if (asked.type !== 'Observation' || !isWrite(asked)) return next(asked.request);
  const body = await bodyOf(asked.request);
  const isVital = textsAt(body, 'category.coding.code').includes('vital-signs');
  const isMapped = isVital && textsAt(body, 'code.coding.code').some((code) => MAPPED_VITALS.includes(code));
  if (isMapped || body === undefined) return next(asked.request);
  return refusal(400, 'business-rule', '59188: The code is not mapped to a flowsheet row.');
}

async function documents(asked: Asked, next: Answer): Promise<Response> {
  if (asked.type !== 'DocumentReference' || !isWrite(asked)) return next(asked.request);
  const body = await bodyOf(asked.request);
  const fault = body && documentFault(body, asked.grant.userReference);
  if (fault !== undefined) return refusal(400, 'business-rule', fault);
  if (asked.interaction === 'create' && isFiled(asked, body)) {
    return refusal(400, 'duplicate', '59141: A document with this identifier is already in the chart.');
  }
  return next(asked.request);
}

function documentFault(body: unknown, user: string): string | undefined {
  const authors = textsAt(body, 'author.reference');
  if (!textsAt(body, 'type.coding.code').some((code) => MAPPED_NOTES.includes(code)))
    return 'The document type is not mapped to a note type.';
  if (authors.length !== 1 || !authors[0]?.endsWith(user)) return 'The author must be the signed-in user, alone.';
  if (valuesAt(body, 'content').length !== 1) return 'A document has one content.';
  const [contentType = ''] = textsAt(body, 'content.attachment.contentType');
  return contentType.startsWith('text/') ? undefined : 'The content must be text.';
}

/** True if the chart has a document with one of these identifiers. Two requests at the same moment both pass. */
function isFiled({ store, grant }: Asked, body: unknown): boolean {
  const ids = keysOf(body);
  const mine = store.find(
    'DocumentReference',
    { tests: [], sort: [] },
    grant.patientId ? [grant.patientId] : undefined,
  );
  return mine.some((each) => keysOf(each).some((key) => ids.includes(key)));
}

const keysOf = (resource: unknown): readonly string[] =>
  valuesAt(resource, 'identifier').flatMap((one) => (isFields(one) ? `${one['system']}|${one['value']}` : []));

/** Observations can be searched by category or code, never all at once. */
async function narrowEnough({ interaction, type, request }: Asked, next: Answer): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const isWide = ['category', 'code', '_id', '_page'].every((name) => !searchParams.has(name));
  if (interaction !== 'search' || type !== 'Observation' || !isWide) return next(request);
  return refusal(400, 'required', 'A search for Observation needs a category or a code.');
}

/** Documents and form answers may be created. Observations only if they have a flowsheet row. */
export const EPIC_LIKE: Profile = {
  id: 'epic-like',
  name: 'Epic-like',
  description:
    'Files Observations only as mapped vital signs (59188), takes documents, ignores what it cannot search (4122), knows no condition on a create.',
  limits: {
    versionedUpdate: true,
    offers: {
      '*': READING,
      Observation: [...READING, 'create', 'update'],
      DocumentReference: [...READING, 'create', 'update'],
      QuestionnaireResponse: [...READING, 'create'],
    },
  },
  signIn: {
    accessTokenLifeSeconds: 3600,
    grant: granting(
      {
        '*': ['rs'],
        Observation: ['rs', writingOnly('vital-signs')],
        DocumentReference: ['crus'],
        QuestionnaireResponse: ['crs'],
      },
      ['online_access'],
    ),
    discovery: {
      scopes_supported: [
        'openid',
        'fhirUser',
        'launch',
        'launch/patient',
        'offline_access',
        'patient/*.rs',
        'user/*.rs',
      ],
    },
  },
  rules: [breakTheGlass, vitalsOnly, documents, narrowEnough, ignoring('4122', ['identifier'])],
};
