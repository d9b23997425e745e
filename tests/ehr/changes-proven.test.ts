// @vitest-environment happy-dom
// A change is reported as done only if the chart has its text.

import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { namedFault } from '../../mocks/named-faults.ts';
import { FORMS, type Form } from '../../src/interview/history/history.ts';
import { readNoteId } from '../../src/interview/ids.ts';
import { made } from '../support/arbitraries.ts';
import { moment } from '../support/notes.ts';
import { begin, changing, NOW, sends, signal, sureOf } from './changing.ts';
import { answerWith, asked, ISS, playNetwork } from './round-trip.ts';

playNetwork();

test('a server that takes the status and none of the words: the addition is not called added', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const keepsStatus = () => {
    const before = bench.sandbox.store.read('Observation', filed.filed.resourceId);
    return HttpResponse.json(bench.sandbox.store.update({ ...before, status: 'amended' } as never) as never);
  };
  answerWith(http.put(`${ISS}/Observation/:id`, keepsStatus));
  const what = changing(bench, filed, change, { change: { act: 'add', words: 'He rang on Friday' } });
  expect(await sends(bench, what)).toMatchObject({ kind: 'unverified' });
});

test('the retracted note of another patient at the place of a note proves no retraction', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { retract } = await bench.rights(filed);
  const what = changing(bench, filed, retract, { change: { act: 'retract', at: NOW, words: 'Written twice' } });
  expect(await sends(bench, what)).toMatchObject({ kind: 'filed' });
  bench.sandbox.faults.set(namedFault('reads-other-patient'));
  expect(await bench.ehr.findChange(what, signal())).toEqual({ kind: 'unknown', why: { kind: 'badResponse' } });
});

test('a change that a replica does not show yet is unverified, and not called something different', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const before = { ...bench.sandbox.store.read('Observation', filed.filed.resourceId) };
  answerWith(http.get(`${ISS}/Observation/:id`, () => HttpResponse.json(before, { headers: { etag: 'W/"1"' } })));
  const what = changing(bench, filed, change, { edit: sureOf(9) });
  expect(await sends(bench, what)).toMatchObject({ kind: 'unverified' });
});

test('a check of a replacement that was itself replaced finds the newest note', async () => {
  const bench = await begin();
  const filed = await bench.files('document');
  const { change } = await bench.rights(filed);
  const first = changing(bench, filed, change, { edit: sureOf(9) });
  expect(await sends(bench, first)).toMatchObject({ kind: 'filed' });
  const [newer = filed] = await bench.listed();
  const at = moment('2026-11-23T10:50:07+01:00');
  const second = changing(bench, newer, change, { edit: sureOf(7), change: { at } });
  const third = { ...second, note: { ...second.note, id: made(readNoteId('22222222-2222-4333-8444-555555555555')) } };
  expect(await sends(bench, third)).toMatchObject({ kind: 'filed' });
  const end = await bench.ehr.findChange(first, signal());
  expect(end).toMatchObject({ kind: 'conflict', theirs: { note: { id: third.note.id } } });
});

test('a correction that was corrected since is a conflict, and not called something different', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  const first = changing(bench, filed, change, { edit: sureOf(9) });
  expect(await sends(bench, first)).toMatchObject({ kind: 'filed' });
  const [newer = filed] = await bench.listed();
  const at = moment('2026-11-23T10:50:07+01:00');
  const second = changing(bench, newer, change, { edit: sureOf(7), change: { at } });
  expect(await sends(bench, second)).toMatchObject({ kind: 'filed' });
  const conflict = { kind: 'conflict', theirs: { note: second.note } };
  expect(await bench.ehr.findChange(first, signal())).toMatchObject(conflict);
  expect(await sends(bench, { ...first, attempted: true })).toMatchObject(conflict);
});

const LATER = moment('2026-11-23T10:50:07+01:00');
const OTHER_ID = made(readNoteId('22222222-2222-4333-8444-555555555555'));

/** A change of this note, and the change that another computer made over it. */
async function changedAfter(form: Form, act: 'add' | 'correct', over: 'add' | 'correct' = 'correct') {
  const bench = await begin();
  const filed = await bench.files(form);
  const { change } = await bench.rights(filed);
  const mine = changing(bench, filed, change, act === 'add' ? { change: { act } } : { edit: sureOf(9) });
  expect(await sends(bench, mine)).toMatchObject({ kind: 'filed' });
  const [newer = filed] = await bench.listed();
  const edit = over === 'add' ? {} : { edit: sureOf(7) };
  const what = changing(bench, newer, change, { ...edit, change: { act: over, at: LATER, words: 'Asked again' } });
  const theirs = change.kind === 'replace' ? { ...what, note: { ...what.note, id: OTHER_ID } } : what;
  expect(await sends(bench, theirs)).toMatchObject({ kind: 'filed' });
  return { bench, filed, mine, theirs };
}

test.each(FORMS)('an addition that is in a newer version was filed, and is not sent again: %s', async (form) => {
  const { bench, mine, theirs } = await changedAfter(form, 'add');
  const writes = () => asked().filter(({ method }) => method !== 'GET').length;
  const before = writes();
  const filed = { kind: 'filed', lost: [], entry: { note: theirs.note } };
  expect(await sends(bench, { ...mine, attempted: true })).toMatchObject(filed);
  expect(await bench.ehr.findChange(mine, signal())).toMatchObject(filed);
  expect(writes()).toBe(before);
});

test.each(FORMS)('a correction that is whole in a newer version was filed: %s', async (form) => {
  const { bench, mine } = await changedAfter(form, 'correct', 'add');
  const filed = { kind: 'filed', lost: [], entry: { note: { rulers: mine.note.rulers } } };
  expect(await sends(bench, { ...mine, attempted: true })).toMatchObject(filed);
  expect(await bench.ehr.findChange(mine, signal())).toMatchObject(filed);
});

test('an update that arrived late is not filed once more as a new note', async () => {
  const bench = await begin();
  const filed = await bench.files('observation');
  const { change } = await bench.rights(filed);
  expect(await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }))).toMatchObject({ kind: 'filed' });
  const way = { kind: 'replace', form: 'observation' } as const;
  const again = changing(bench, filed, way, { edit: sureOf(9), attempted: true });
  expect(await sends(bench, again)).toMatchObject({ kind: 'filed', at: { resourceId: filed.filed.resourceId } });
  expect(bench.sandbox.store.all('Observation')).toHaveLength(1);
});

test.each(FORMS)('a note that another computer has retracted is retracted, without this reason: %s', async (form) => {
  const { bench, filed, mine } = await changedAfter(form, 'correct');
  const { retract } = await bench.rights(filed);
  const over = { act: 'retract', words: 'Wrong chart', at: LATER } as const;
  const [newest = filed] = await bench.listed();
  expect(await sends(bench, changing(bench, newest, retract, { change: over }))).toMatchObject({ kind: 'filed' });
  const also = changing(bench, mine.base, retract, { change: { act: 'retract', words: 'Said by another' } });
  const end = { kind: 'filed', lost: ['also'], entry: { standing: 'retracted' } };
  expect(await sends(bench, also)).toMatchObject(end);
  expect(await bench.ehr.findChange(also, signal())).toMatchObject(end);
});

test.each([
  ['the words of an earlier change', (text: string) => text.replaceAll('Misheard the number', 'Misheard'), ['also']],
  ['the author', (text: string) => text.replaceAll('Practitioner/nunez', 'Practitioner/another'), ['author']],
] as const)('a server that altered %s has something different', async (_, alter, parts) => {
  const { bench, theirs, mine } = await changedAfter('observation', 'correct');
  const [stored] = bench.sandbox.store.all('Observation');
  bench.sandbox.store.update(JSON.parse(alter(JSON.stringify(stored))));
  const sent = parts[0] === 'author' ? mine : theirs;
  const found = await bench.ehr.findChange(sent, signal());
  expect(found).toMatchObject({ kind: 'mismatch' });
  expect(found.kind === 'mismatch' && found.parts).toEqual(expect.arrayContaining([...parts]));
});
