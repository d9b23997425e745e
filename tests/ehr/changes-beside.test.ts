// @vitest-environment happy-dom
// Retracting a note stored in several places marks only this very note, and only if it may be retracted.

import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { aimed } from '../../mocks/faults.ts';
import { namedFault } from '../../mocks/named-faults.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import { made } from '../support/arbitraries.ts';
import { fullNote, moment } from '../support/notes.ts';
import { type Bench, begin, changing, every, SCOPES, sends, signal, sureOf } from './changing.ts';
import { answerWith, asked, ISS, playNetwork } from './round-trip.ts';

playNetwork();

type Json = Record<string, unknown>;

const puts = () =>
  asked().flatMap(({ method, url }) => (method === 'PUT' ? [new URL(url).pathname.split('/').at(-2)] : []));
const documentIn = ({ sandbox }: Bench) => sandbox.store.all('DocumentReference')[0] as unknown as Json;

/** A note in two forms, of which the document has become something else since. */
async function withDocument(become: (document: Json) => Json, bench: Promise<Bench> = begin()) {
  const at = await bench;
  await at.files('observation');
  await at.files('document', fullNote, ['observation']);
  at.sandbox.store.update(become(documentIn(at)) as never);
  const filed = (await at.listed()).find(({ filed: { form } }) => form === 'observation');
  if (!filed) throw new Error('not in history');
  expect(filed.alsoFiled).toMatchObject([{ form: 'document' }]);
  const { retract } = await at.rights(filed);
  const what = changing(at, filed, retract, { change: { act: 'retract', words: 'Another person’s' } });
  return { bench: at, filed, what };
}

const saying = (more: string) => (document: Json) => {
  const [content] = document['content'] as [{ attachment: { data: string } }];
  const before = new TextDecoder().decode(Uint8Array.from(atob(content.attachment.data), (c) => c.charCodeAt(0)));
  const bytes = new TextEncoder().encode(before.replace(/(\n)(?=For software: )/, `\nNotes: ${more}$1`));
  const data = btoa(String.fromCharCode(...bytes));
  const { size: _, hash: __, ...attachment } = content.attachment as Json;
  return { ...document, content: [{ ...content, attachment: { ...attachment, data } }] };
};

test.each([
  ['a colleague’s document', (one: Json) => ({ ...one, author: [{ reference: 'Practitioner/another' }] })],
  ['a document that names no author', ({ author: _, ...one }: Json) => one],
  ['a document that says more', saying('A longer summary of mine')],
  ['a draft', (one: Json) => ({ ...one, docStatus: 'preliminary' })],
] as const)('%s that carries the number is left as it is, and named', async (_, become) => {
  const { bench, what } = await withDocument(become);
  const before = documentIn(bench);
  const end = await sends(bench, what);
  expect(end).toMatchObject({ kind: 'filed', unreached: [{ form: 'document' }] });
  expect(puts()).toEqual(['Observation']);
  expect(documentIn(bench)).toEqual(before);
});

test('a form this sign-in may not update is not even tried beside', async () => {
  const scopes = SCOPES.replace('DocumentReference.crus', 'DocumentReference.crs');
  const { bench, what } = await withDocument((one) => one, begin({ ...every(), scopes }));
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', unreached: [{ form: 'document' }] });
  expect(puts()).toEqual(['Observation']);
});

const ADDED = { act: 'add', words: 'He rang on Friday' } as const;

test('a correction of a note in two forms replaces its document under the same number', async () => {
  const { bench, filed } = await withDocument((one) => one);
  const { change, remains } = await bench.rights(filed);
  expect(remains).toBeUndefined();
  const what = changing(bench, filed, change, { edit: sureOf(9) });
  const end = await sends(bench, what);
  expect(end).toMatchObject({ kind: 'filed', lost: [], unreached: [] });
  const documents = bench.sandbox.store.all('DocumentReference') as unknown as readonly Json[];
  expect(documents.map(({ status }) => status).toSorted()).toEqual(['current', 'superseded']);
  const listed = await bench.listed();
  expect(listed).toMatchObject([{ note: what.note, filed: { form: 'observation' }, standing: 'corrected' }]);
  const newer = documents.find(({ status }) => status === 'current');
  const older = documents.find(({ status }) => status === 'superseded');
  expect(end.kind === 'filed' && end.entry).toMatchObject({
    alsoFiled: [{ resourceId: newer?.['id'] }, { resourceId: older?.['id'] }],
    replaces: { documents: [older?.['id']] },
  });
  // And once more: what was replaced is not touched again, and not called left.
  const [again] = listed;
  if (!again) throw new Error('not in history');
  const added = changing(bench, again, change, { change: ADDED });
  expect(await sends(bench, added)).toMatchObject({ kind: 'filed', unreached: [] });
  expect((await bench.listed()).map(({ note }) => note)).toEqual([added.note]);
  expect(bench.sandbox.store.all('DocumentReference')).toHaveLength(3);
});

test('form answers beside are corrected in their place', async () => {
  const bench = await begin();
  await bench.files('observation');
  const filed = await bench.files('response', fullNote, ['observation']);
  const { change } = await bench.rights(filed);
  const what = changing(bench, filed, change, { edit: sureOf(9) });
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', unreached: [] });
  expect(puts()).toEqual(['Observation', 'QuestionnaireResponse']);
  const [held] = bench.sandbox.store.all('QuestionnaireResponse');
  expect(held).toMatchObject({ status: 'amended' });
  expect((await bench.listed()).map(({ note }) => note)).toEqual([what.note]);
});

test('form answers beside that may not be updated are named, and are not written a second time', async () => {
  const scopes = SCOPES.replace('QuestionnaireResponse.crus', 'QuestionnaireResponse.crs');
  const bench = await begin({ ...every(), scopes });
  await bench.files('observation');
  const filed = await bench.files('response', fullNote, ['observation']);
  const { change } = await bench.rights(filed);
  const end = await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }));
  expect(end).toMatchObject({ kind: 'filed', unreached: [{ form: 'response' }] });
  expect(bench.sandbox.store.all('QuestionnaireResponse')).toHaveLength(1);
});

test('a copy in another form that a replacement reached is not called left', async () => {
  const bench = await begin();
  await bench.files('document');
  await bench.files('response', fullNote, ['document']);
  const [filed] = await bench.listed();
  expect(filed).toMatchObject({ filed: { form: 'document' }, alsoFiled: [{ form: 'response' }] });
  if (!filed) throw new Error('not in history');
  const { change } = await bench.rights(filed);
  const end = await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }));
  expect(bench.sandbox.store.all('QuestionnaireResponse')).toMatchObject([{ status: 'amended' }]);
  expect(end).toMatchObject({ kind: 'filed', unreached: [] });
  // The answers keep their number, so they are now a copy of a note that was replaced.
  const [newer] = await bench.listed();
  if (!newer) throw new Error('not in history');
  const at = moment('2026-11-23T10:50:07+01:00');
  const second = changing(bench, newer, change, { edit: sureOf(7), change: { at } });
  const id = made(readNoteId('22222222-2222-4333-8444-555555555555'));
  expect(await sends(bench, { ...second, note: { ...second.note, id } })).toMatchObject({ unreached: [] });
  expect(JSON.stringify(bench.sandbox.store.all('QuestionnaireResponse'))).toContain('10:50');
});

test('a correction replaces both documents that the network made of one note', async () => {
  const bench = await begin(every({ conditionalCreate: 'never' }));
  bench.sandbox.faults.set(namedFault('create-resent'), 1);
  const { ehr, person } = bench;
  const press = { note: fullNote, form: 'document', person, draftBinding: ehr.context.binding } as const;
  expect(await ehr.fileNote(press, () => undefined, signal())).toMatchObject({ kind: 'duplicated' });
  const [filed] = await bench.listed();
  if (!filed) throw new Error('not in history');
  const { change } = await bench.rights(filed);
  const end = await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }));
  expect(end).toMatchObject({ kind: 'filed', unreached: [] });
  const documents = bench.sandbox.store.all('DocumentReference') as unknown as readonly Json[];
  expect(documents.map(({ status }) => status).toSorted()).toEqual(['current', 'superseded', 'superseded']);
  expect(await bench.listed()).toHaveLength(1);
});

test('a second document that was refused is named and unchanged', async () => {
  const { bench, filed } = await withDocument((one) => one);
  const { change } = await bench.rights(filed);
  bench.sandbox.faults.set(aimed(namedFault('create-403'), { types: ['DocumentReference'] }));
  const end = await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }));
  expect(end).toMatchObject({ kind: 'filed', unreached: [{ form: 'document' }] });
  expect(bench.sandbox.store.all('DocumentReference')).toMatchObject([{ status: 'current' }]);
});

test('a place that cannot follow is known before a word is typed', async () => {
  const scopes = SCOPES.replace('DocumentReference.crus', 'DocumentReference.rs');
  const { bench, filed } = await withDocument((one) => one);
  const other = await begin({ ...every(), scopes }, {});
  expect((await bench.rights(filed)).remains).toBeUndefined();
  const remains = [{ form: 'document' }];
  expect((await other.rights(filed)).remains).toMatchObject({ change: remains, retract: remains });
});

test('a change that is found after a lost answer names the places that did not follow', async () => {
  const { bench, filed, what } = await withDocument((one) => one);
  bench.sandbox.store.update({
    ...bench.sandbox.store.read('Observation', filed.filed.resourceId),
    status: 'entered-in-error',
  } as never);
  expect(await bench.ehr.findChange(what, signal())).toMatchObject({
    kind: 'filed',
    unreached: [{ form: 'document' }],
  });
});

test('a place that the chart has marked is not called left, however the answer read', async () => {
  const { bench, what } = await withDocument((one) => one);
  const marks = () => {
    bench.sandbox.store.update({ ...documentIn(bench), status: 'entered-in-error' } as never);
    return new HttpResponse(null, { status: 202 });
  };
  answerWith(http.put(`${ISS}/DocumentReference/:id`, marks));
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', unreached: [] });
  expect(puts()).toEqual(['DocumentReference', 'Observation']);
});

test('a copy that one read does not find is not called retracted, and the chart keeps it', async () => {
  const { bench, what } = await withDocument((one) => one);
  answerWith(http.get(`${ISS}/DocumentReference/:id`, () => new HttpResponse(null, { status: 404 }), { once: true }));
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed', unreached: [{ form: 'document' }] });
  expect(bench.sandbox.store.all('DocumentReference')).toMatchObject([{ status: 'current' }]);
});
