// @vitest-environment happy-dom
// A server that ignores whose notes were asked for: what it brings of someone else is counted, and never fetched.

import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { begin, changing, sends, signal, sureOf } from './changing.ts';
import { answerWith, asked, ISS, playNetwork } from './round-trip.ts';

playNetwork();

const binaries = () => asked().flatMap(({ url }) => (url.includes('/Binary/') ? [new URL(url).pathname] : []));

/** A chart that holds a document of this patient, and answers every search with another person's beside it. */
async function withStranger() {
  const bench = await begin();
  const filed = await bench.files('document');
  const own = bench.sandbox.store.all('DocumentReference')[0] as unknown as Record<string, unknown>;
  const [content] = own['content'] as [{ attachment: { contentType: string } }];
  const { contentType } = content.attachment;
  const theirs = {
    ...own,
    id: 'theirs',
    subject: { reference: 'Patient/somebody-else' },
    content: [{ ...content, attachment: { contentType, url: `${ISS}/Binary/theirs` } }],
  };
  const entry = [own, theirs].map((resource) => ({ resource }));
  const answer = () => HttpResponse.json({ resourceType: 'Bundle', type: 'searchset', entry });
  answerWith(http.get(`${ISS}/DocumentReference`, answer));
  return { bench, filed };
}

test('another person’s document is counted in the list, and its words are not asked for', async () => {
  const { bench } = await withStranger();
  const read = await bench.ehr.listNotes(signal());
  expect(read).toMatchObject({ ok: true, value: { otherPatients: 1, entries: [{ kind: 'note' }] } });
  expect(binaries()).toEqual([]);
});

test('looking for what replaced a note reads no other person’s words', async () => {
  const { bench, filed } = await withStranger();
  const { change } = await bench.rights(filed);
  expect(await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }))).toMatchObject({ kind: 'changed' });
  expect(binaries()).toEqual([]);
});
