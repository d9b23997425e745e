// The faults that the chart page offers and tests set, by name. Data only. `aimed` in faults.ts applies one to other
// requests.
import type { Alteration } from './alter.ts';
import type { Effect } from './fault-effects.ts';
import type { Fault, Strikes } from './faults.ts';
import { WRITE_HABITS } from './write-habits.ts';

const CREATE: Strikes = { interactions: ['create'] };
const WRITE: Strikes = { interactions: ['create', 'update'] };
const READ: Strikes = { interactions: ['read', 'vread'] };
const SEARCH: Strikes = { interactions: ['search'] };
const FHIR: Strikes = {
  interactions: ['create', 'read', 'vread', 'update', 'delete', 'search', 'history', 'transaction', 'capabilities'],
};

type Row = Omit<Fault, 'id'>;

const fault = (name: string, description: string, on: Strikes, effect: Effect): Row => ({
  name,
  description,
  on,
  effect,
});

const refusal = (
  status: number,
  code: string,
  text: string,
  more: { cors?: false; retryAfter?: number } = {},
): Effect => ({
  kind: 'refuse',
  status,
  code,
  text,
  ...more,
});

const loses = (what: string, alteration: Alteration): Row =>
  fault(`Stores no ${what}`, 'This part of a note is dropped without a word.', WRITE, {
    kind: 'store-altered',
    alteration,
  });

const ROWS = {
  'create-400': fault(
    'Create: 400',
    'The server calls the resource malformed.',
    CREATE,
    refusal(400, 'structure', 'The resource could not be parsed.'),
  ),
  'create-401': fault(
    'Create: 401',
    'The sign-in has ended.',
    CREATE,
    refusal(401, 'login', 'The token is not valid, or no longer.'),
  ),
  'create-401-bare': fault(
    'Create: 401 without CORS',
    'A gateway refuses before CORS headers are added, so a browser sees a network error.',
    CREATE,
    refusal(401, 'login', 'Unauthorized', { cors: false }),
  ),
  'create-403': fault(
    'Create: 403',
    'The user may not write here.',
    CREATE,
    refusal(403, 'forbidden', 'You may not write to this chart.'),
  ),
  'create-404': fault(
    'Create: 404',
    'The server does not know the form.',
    CREATE,
    refusal(404, 'not-supported', 'Unknown resource type.'),
  ),
  'create-405': fault(
    'Create: 405',
    'The server does not take the form.',
    CREATE,
    refusal(405, 'not-supported', 'Create is not supported.'),
  ),
  'create-409': fault(
    'Create: 409',
    'A conflict prevents it.',
    CREATE,
    refusal(409, 'conflict', 'The chart was changed meanwhile.'),
  ),
  'create-412': fault(
    'Create: 412',
    'More than one resource matches If-None-Exist.',
    CREATE,
    refusal(412, 'multiple-matches', '2 resources match If-None-Exist.'),
  ),
  'create-413': fault(
    'Create: 413',
    'The note is too large.',
    CREATE,
    refusal(413, 'too-long', 'The body is too large.'),
  ),
  'create-422': fault(
    'Create: 422',
    'A rule of the server is broken.',
    CREATE,
    refusal(422, 'business-rule', 'Observation.category is not one this server files.'),
  ),
  'create-429': fault(
    'Create: 429',
    'Too many requests; try again in 7 seconds.',
    CREATE,
    refusal(429, 'throttled', 'Too many requests.', { retryAfter: 7 }),
  ),
  'create-500': fault('Create: 500', 'The server failed.', CREATE, refusal(500, 'exception', 'Something went wrong.')),
  'create-503': fault(
    'Create: 503',
    'The server is down for maintenance for 7 seconds.',
    CREATE,
    refusal(503, 'transient', 'Down for maintenance.', { retryAfter: 7 }),
  ),
  'create-not-mapped': fault(
    'Create: not mapped',
    'Like Epic 59188: no flowsheet row takes this code. A build fault, never to be retried.',
    CREATE,
    refusal(400, 'business-rule', '59188: The code is not mapped to a flowsheet row.'),
  ),
  'create-never': fault('Create: no answer', 'The request hangs until the app gives up; nothing is written.', CREATE, {
    kind: 'never',
  }),
  'create-dropped': fault('Create: answer lost', 'The resource is written, but the answer never arrives.', CREATE, {
    kind: 'drop',
  }),
  ...WRITE_HABITS,
  'create-empty': fault('Create: empty 201', '201 with Location and no body, like Oracle Health.', CREATE, {
    kind: 'created',
    body: false,
    location: true,
  }),
  'create-unlocated': fault('Create: no Location', '201 with the body and no Location.', CREATE, {
    kind: 'created',
    body: true,
    location: false,
  }),
  'create-bare': fault('Create: bare 201', '201 with neither a body nor a Location.', CREATE, {
    kind: 'created',
    body: false,
    location: false,
  }),
  'create-accepted': fault('Create: 202, not stored', 'Accepted by the EHR, not in the chart yet.', CREATE, {
    kind: 'accepted',
    stored: false,
  }),
  'create-accepted-stored': fault('Create: 202, stored', 'Accepted, and already in the chart.', CREATE, {
    kind: 'accepted',
    stored: true,
  }),
  'write-401': fault(
    'Write: 401',
    'The sign-in ends at the first write.',
    WRITE,
    refusal(401, 'login', 'The token is not valid, or no longer.'),
  ),
  'update-412': fault(
    'Update: 412',
    'The note was changed meanwhile.',
    { interactions: ['update'] },
    refusal(412, 'conflict', 'The version is not the current one.'),
  ),
  'stores-without-components': loses('components', 'components'),
  'stores-without-notes': loses('notes', 'notes'),
  'stores-without-identifier': loses('identifier', 'identifier'),
  'stores-without-narrative': loses('narrative', 'narrative'),
  'stores-without-encounter': loses('visit', 'encounter'),
  'stores-other-value': fault('Stores other numbers', 'Every ruler is stored one higher.', WRITE, {
    kind: 'store-altered',
    alteration: 'value',
  }),
  'reads-other-patient': fault('Reads: another patient', 'What is read back names another patient.', READ, {
    kind: 'answer-altered',
    alteration: 'patient',
  }),
  'reads-other-value': fault('Reads: other numbers', 'What is read back has every ruler one higher.', READ, {
    kind: 'answer-altered',
    alteration: 'value',
  }),
  'read-401': fault(
    'Read: 401',
    'The sign-in has ended.',
    READ,
    refusal(401, 'login', 'The token is not valid, or no longer.'),
  ),
  'read-401-bare': fault(
    'Read: 401 without CORS',
    'A browser sees a network error.',
    READ,
    refusal(401, 'login', 'Unauthorized', { cors: false }),
  ),
  'read-404': fault(
    'Read: 404',
    'What was just written is not found yet.',
    READ,
    refusal(404, 'not-found', 'Not found.'),
  ),
  'read-500': fault('Read: 500', 'The server failed.', READ, refusal(500, 'exception', 'Something went wrong.')),
  'read-never': fault('Read: no answer', 'Reading hangs until the app gives up.', READ, { kind: 'never' }),
  'search-401': fault(
    'Search: 401',
    'The sign-in has ended.',
    SEARCH,
    refusal(401, 'login', 'The token is not valid, or no longer.'),
  ),
  'search-403': fault(
    'Search: 403',
    'The chart is restricted (Epic 4130).',
    SEARCH,
    refusal(403, 'forbidden', '4130: Break-the-glass security applies.'),
  ),
  'search-500': fault('Search: 500', 'The server failed.', SEARCH, refusal(500, 'exception', 'Something went wrong.')),
  'search-503': fault(
    'Search: 503',
    'The server is busy for a second.',
    SEARCH,
    refusal(503, 'transient', 'Busy.', { retryAfter: 1 }),
  ),
  'search-never': fault('Search: no answer', 'Searching hangs until the app gives up.', SEARCH, { kind: 'never' }),
  'search-everything': fault(
    'Search: filters ignored',
    'Only `patient` is looked at; everything of the patient comes back.',
    SEARCH,
    { kind: 'everything' },
  ),
  'search-other-patient': fault('Search: another patient', 'Every hit names another patient.', SEARCH, {
    kind: 'answer-altered',
    alteration: 'patient',
  }),
  'search-warning': fault('Search: warning inside', 'The Bundle warns that more data may exist (Epic 4119).', SEARCH, {
    kind: 'warning',
    code: '4119',
    text: 'Additional data may exist.',
  }),
  'search-foreign-next': fault('Search: foreign next link', 'The next page points to another server.', SEARCH, {
    kind: 'next',
    link: 'https://elsewhere.example/fhir/Observation?_page=2',
  }),
  'search-loop': fault('Search: pages in a loop', 'The next page is the same page, for ever.', SEARCH, {
    kind: 'next',
    link: 'self',
  }),
  'statement-missing': fault(
    'No statement',
    'The capability statement cannot be read.',
    { interactions: ['capabilities'] },
    refusal(500, 'exception', 'Something went wrong.'),
  ),
  'statement-no-observation': fault(
    'Observations are read-only',
    'The statement lists no create and update for Observation.',
    { interactions: ['capabilities'] },
    { kind: 'statement', without: ['Observation.create', 'Observation.update'] },
  ),
  'statement-no-writes': fault(
    'The chart is read-only',
    'The statement lists no create for any form of note.',
    { interactions: ['capabilities'] },
    {
      kind: 'statement',
      without: [
        'Observation.create',
        'Observation.update',
        'DocumentReference.create',
        'DocumentReference.update',
        'QuestionnaireResponse.create',
        'QuestionnaireResponse.update',
      ],
    },
  ),
  'not-json': fault('Not JSON', 'A portal page instead of an answer.', FHIR, { kind: 'not-json' }),
  truncated: fault('Truncated', 'Answers stop in the middle.', FHIR, { kind: 'truncated' }),
  slow: fault('Slow', 'Every answer takes two seconds longer.', {}, { kind: 'slow', ms: 2000 }),
  offline: fault('Offline', 'The network is gone.', {}, { kind: 'offline' }),
} satisfies Readonly<Record<string, Row>>;

/** The id of a named fault. */
export type FaultId = keyof typeof ROWS & string;

/** The named fault of an id. */
export const namedFault = (id: FaultId): Fault => ({ id, ...ROWS[id] });

/** All named faults, in the order a list should show them. */
export const NAMED_FAULTS: readonly Fault[] = Object.entries(ROWS).map(([id, row]) => ({ id, ...row }));
