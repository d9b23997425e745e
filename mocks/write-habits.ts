// What real networks, gateways and servers do that decides whether one press files one note. Data only: rows of
// named-faults.ts.

import type { Alteration } from './alter.ts';
import type { Effect } from './fault-effects.ts';
import type { Fault, Strikes } from './faults.ts';
import { VERSION_2_ONLY } from './fhir/scopes.ts';
import { MARKS_REPLACED } from './fhir/server.ts';

const CREATE: Strikes = { interactions: ['create'] };
const SEARCH: Strikes = { interactions: ['search'] };
const READ_BACK: Strikes = { interactions: ['read', 'vread', 'search', 'history'] };
const TRANSACTION: Strikes = { interactions: ['transaction'] };
const FHIR: Strikes = { interactions: ['create', 'read', 'vread', 'update', 'search', 'history'] };

type Row = Omit<Fault, 'id'>;

const fault = (name: string, description: string, on: Strikes, effect: Effect): Row => ({
  ...{ name, description, on, effect },
});

const INDEXED: Strikes = { interactions: ['search', 'create'] };
/** Statuses that a gateway may return after the server has stored the note. */
const STORED_STATUSES = [400, 403, 408, 422, 425, 429, 499, 504] as const;

const NETWORK_STATUSES = [407, 431, 511] as const;

const cors = (...without: readonly string[]): Row =>
  fault(`CORS without ${without.join(', ')}`, 'Requests with this header never leave the browser.', FHIR, {
    kind: 'preflight',
    without,
  });

const encodes = (how: string, alteration: Alteration): Row =>
  fault(`Reads: texts as ${how}`, 'Texts come back encoded for another reader, with the same words.', READ_BACK, {
    ...{ kind: 'answer-altered', alteration },
  });

/** The rows. */
export const WRITE_HABITS = {
  'create-resent': fault(
    'Create: sent twice by the network',
    'A browser repeats a POST whose reused connection dies. The second response arrives.',
    CREATE,
    { kind: 'resend', times: 2 },
  ),
  ...(Object.fromEntries(
    STORED_STATUSES.map((status) => [
      `create-stored-${status}` as const,
      fault(`Create: stored, then ${status}`, 'The note is stored, and the response says no.', CREATE, {
        kind: 'commit-then',
        status,
      }),
    ]),
  ) as Record<`create-stored-${(typeof STORED_STATUSES)[number]}`, Row>),
  ...(Object.fromEntries(
    NETWORK_STATUSES.map((status) => [
      `create-${status}` as const,
      fault(`Create: ${status}`, 'The network or the server refuses before anything is stored.', CREATE, {
        ...{ kind: 'refuse', status, code: 'processing', text: 'Refused.' },
      }),
    ]),
  ) as Record<`create-${(typeof NETWORK_STATUSES)[number]}`, Row>),
  'create-held': fault('Create: held for 25 s', 'A gateway holds the request. It is stored after 25 s.', CREATE, {
    kind: 'held',
    ms: 25_000,
  }),
  'condition-refused': fault(
    'Conditions refused',
    'Conditional create is advertised, and each one is refused (Helios).',
    CREATE,
    { kind: 'header-refused', header: 'If-None-Exist', status: 403 },
  ),
  'cors-without-if-none-exist': cors('If-None-Exist'),
  'cors-without-if-match': cors('If-Match'),
  'cors-without-prefer': cors('Prefer'),
  'cors-without-optional': cors('If-None-Exist', 'If-None-Match', 'If-Match', 'Prefer'),
  'cors-without-content-type': cors('Content-Type', 'If-None-Exist'),
  'transaction-dropped': fault(
    'Transaction: answer lost',
    'Everything is written, but the answer never arrives.',
    TRANSACTION,
    { kind: 'drop' },
  ),
  'transaction-refused': fault(
    'Transaction: 405',
    'Transactions are advertised, and each one is refused.',
    TRANSACTION,
    {
      kind: 'refuse',
      status: 405,
      code: 'not-supported',
      text: 'POST is not allowed here.',
    },
  ),
  'transaction-first-only': fault(
    'Transaction: first entry only',
    'Only the first entry is stored, without its references to the others.',
    TRANSACTION,
    { kind: 'entries-kept', count: 1 },
  ),
  'statement-no-transaction': fault(
    'No transactions',
    'The statement lists no transaction.',
    { interactions: ['capabilities'] },
    { kind: 'statement-without-system', code: 'transaction' },
  ),
  'marks-replaced': fault(
    'Marks replaced documents',
    'A document that replaces another marks the older one as superseded. Most servers do not.',
    CREATE,
    { kind: 'request-header', name: MARKS_REPLACED },
  ),
  'scopes-version-1-refused': fault(
    'Scopes: version 1 refused',
    'A token with scopes such as patient/Patient.read gets 403 at every request (Helios).',
    {},
    { kind: 'request-header', name: VERSION_2_ONLY },
  ),
  'search-lags-3s': fault('Search: 3 s behind', 'A new note is in no search for 3 s.', INDEXED, {
    kind: 'index-lag',
    ms: 3_000,
  }),
  'search-lags-15s': fault('Search: 15 s behind', 'A new note is in no search for 15 s.', INDEXED, {
    kind: 'index-lag',
    ms: 15_000,
  }),
  'search-reused': fault('Search: old results', 'The same search gets the same response for 60 s.', SEARCH, {
    kind: 'search-reused',
    ms: 60_000,
  }),
  'update-stale-409': fault(
    'Update: 409 for a stale version',
    'A version that is no longer the newest gets 409, as HAPI answers, and not 412.',
    { interactions: ['update'] },
    { kind: 'status', from: 412, to: 409 },
  ),
  'absolute-400': fault(
    'Writes: absolute references refused',
    'A reference to an address of the server itself is 400 (HAPI).',
    { interactions: ['create', 'update'] },
    { kind: 'absolute-refused' },
  ),
  'pages-expired': fault('Search: page links expired', 'Every next link answers 410.', SEARCH, {
    kind: 'pages-expired',
  }),
  'reads-internal-host': fault(
    'Reads: references at an internal host',
    'References come back absolute, at an address that only the server can reach.',
    READ_BACK,
    { kind: 'answer-altered', alteration: 'internal-host' },
  ),
  'reads-html': encodes('HTML', 'html'),
  'reads-html-blocks': encodes('paragraphs of HTML', 'html-blocks'),
  'reads-markdown': encodes('Markdown', 'markdown'),
  'reads-one-line': encodes('one line', 'one-line'),
  'links-http': fault(
    'Links without TLS',
    'Behind a proxy that ends TLS, every address of the server begins with http.',
    FHIR,
    { kind: 'links-http' },
  ),
  'binary-raw': fault(
    'Binary: as it is',
    'The content of a Binary comes as text, and not as a resource.',
    { interactions: ['read'], types: ['Binary'] },
    { kind: 'binary-raw' },
  ),
  'statement-update-create': fault(
    'Update-as-create offered',
    'The statement says that a PUT to a new id creates.',
    { interactions: ['capabilities'] },
    { kind: 'statement-says', flags: { updateCreate: true } },
  ),
} satisfies Readonly<Record<string, Row>>;
