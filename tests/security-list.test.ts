// The tests that must exist (docs/design/sign-in-and-security.md, "Tests that must exist"): each item of the list, and the test that shows it. One that
// is renamed or removed is missed here.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const LIST: readonly (readonly [item: string, file: string, words: string])[] = [
  ['hostile issuers', 'ehr/launch', 'refuses %s as an unknown EHR'],
  ['hostile issuers, in the browser', 'journeys/hostile-launch', 'is refused before any request'],
  ['repeated and extra parameters', 'ehr/launch', "['iss twice'"],
  ['state absent', 'ehr/handshake', "['a code without state'"],
  ['state foreign, __proto__, getItem', 'ehr/handshake', "'__proto__', 'getItem'"],
  ['state old', 'ehr/handshake', 'begun more than ten minutes ago'],
  ['a code twice', 'ehr/handshake', 'refuses a code that comes twice'],
  ['discovery without S256', 'ehr/launch', "['no PKCE'"],
  ['foreign endpoints', 'ehr/launch', "['a foreign token endpoint'"],
  ['http endpoints', 'ehr/launch', "['an http endpoint'"],
  ['our parameter in the endpoint', 'ehr/handshake', 'a sign-in address whose own query names one of our parameters'],
  ['no patient', 'ehr/handshake', 'refuses %j as the patient'],
  ['no scope: goes on', 'store/self-check', 'an answer without scopes is said to be taken as asked'],
  ['less scope', 'ehr/handshake', "['less than reading the patient'"],
  ['a Patient as fhirUser', 'journeys/hostile-launch', "['user-patient', NO_CLINICIAN]"],
  [
    'need_patient_banner as a string',
    'ehr/handshake',
    'hides the banner only inside a frame, and only for the value false',
  ],
  ['id_token none and HS256', 'ehr/id-token', 'a token nobody signed, and one signed with a shared secret'],
  ['id_token issuer', 'ehr/id-token', "['another issuer'"],
  ['id_token audience, several', 'ehr/id-token', "['several audiences without azp'"],
  ['id_token nonce', 'ehr/id-token', "['another nonce'"],
  ['id_token end', 'ehr/id-token', "['an end in the past'"],
  ['id_token unknown kid', 'ehr/id-token', 'when it does not know the kid'],
  ['id_token name beyond ASCII', 'ehr/id-token', 'reads a name beyond ASCII'],
  ['scope parser', 'ehr/scopes', 'never grants what no part of the text grants'],
  ['scope parser, union and disorder', 'ehr/scopes', 'forms the union of its parts'],
  ['scope parser, granular', 'ehr/scopes', 'counts a granular grant only for a resource that matches it'],
  ['foreign next', 'ehr/listing', 'follows a next link under the base only'],
  ['a loop', 'ehr/listing', 'does not go round in circles'],
  ['page 21', 'ehr/pages', "[21, 20, ['cut-short']]"],
  ['401 with refresh', 'ehr/session', 'mends a 401 by one refresh'],
  ['401 without refresh', 'ehr/session', 'no refresh token is normal'],
  ['401 on a write', 'ehr/fetch', 'never repeats a plain POST after a 401'],
  ['rotation', 'ehr/session', 'uses each rotated refresh token once'],
  ['refresh failing while others wait', 'ehr/session', 'ends the session for every waiter alike'],
  ['refresh in flight at lock', 'ehr/session', 'also when a refresh is under way'],
  ['outcome text escaped', 'journeys/hostile-content', 'a refusal whose words are script'],
  ['script in every text', 'journeys/hostile-content', 'every text of every resource read is script'],
  [
    'timeout then found, then not found',
    'ehr/filing',
    'finds the note whose answer was lost, and does not find one that never arrived',
  ],
  ['double press', 'journeys/signing', 'three presses of the button make one create'],
  ['412', 'ehr/filing', "['create-412', 'absent', { why: 'not-taken' }]"],
  ['guard: person, draft, author, issuer', 'ehr/filing', 'sends nothing when the %s is not the one of the launch'],
  ['guard: visit', 'ehr/filing', 'sends nothing when the visit belongs to another patient'],
  ['guard: token', 'store/right-chart', 'a renewed sign-in that names another patient'],
  ['guard: age', 'store/right-chart', 'signs nothing'],
  ['lock clears page, storage, timers', 'store/locked', 'locks: the page is cleared, the tokens are gone'],
  ['lock stops timers', 'store/locking', 'once locked nothing opens it, and nothing runs any more'],
  ['lock stops requests', 'store/locked', 'a request that is under way when it locks is stopped'],
  ['lock, in the browser', 'journeys/idle-lock', 'nobody there for ten minutes'],
  ['draft: patient, user, visit, server', 'drafts/open-drafts', '%s finds nothing and disturbs nothing'],
  ['draft: expired', 'drafts/open-drafts', 'an expired draft is said to be expired once'],
  ['draft: corrupt', 'drafts/open-drafts', "['with a damaged text'"],
  ['draft: quota', 'drafts/open-drafts', 'a full device is reported as full'],
  ['two panels, two patients, reload, sign both', 'journeys/two-charts', 'both reloaded, both signed'],
  ['Back', 'journeys/two-charts', 'gone back to and reloaded'],
  ['duplicated tab', 'ehr/two-tabs', 'a duplicated tab asks to be opened from the chart'],
  [
    'blocked storage, new window',
    'journeys/keeping',
    'where storage is blocked, offers a window of its own, which works',
  ],
  ['headers on the built output', 'hosting/build', 'with exactly the headers of its site'],
  ['headers by nginx', 'journeys/nginx', 'exactly the headers of the site, path by path'],
  ['framing', 'journeys/keeping', 'in a frame of a page this site does not name'],
  ['nothing left in storage, history, referrer, network', 'journeys/nothing-left', 'leaves no word of it anywhere'],
  ['no console, no foreign host, in any journey', 'support/journey', 'expectSilence(lookout'],
];

const EXTENSIONS = ['.test.ts', '.test.tsx', '.ts'];

function textOf(file: string): string {
  for (const extension of EXTENSIONS) {
    try {
      return readFileSync(`tests/${file}${extension}`, 'utf8');
    } catch {
      // The next spelling.
    }
  }
  return '';
}

test.each(LIST)('%s is shown by tests/%s', (_, file, words) => {
  expect(textOf(file)).toContain(words);
});

test('the table of hostile issuers has twenty rows and more', () => {
  const [, table = ''] = /const HOSTILE[^=]*= \[([\s\S]*?)\n\];/.exec(textOf('ehr/launch')) ?? [];
  expect(table.match(/^ {2}\[/gm)?.length ?? 0).toBeGreaterThanOrEqual(20);
});
