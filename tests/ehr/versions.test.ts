// @vitest-environment happy-dom
// The versions of a filed note: read where the chart gives them, and plainly not given where it does not.

import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { Form } from '../../src/interview/history/history.ts';
import { begin, changing, sends, signal, sureOf } from './changing.ts';
import { answerWith, asked, ISS, playNetwork } from './round-trip.ts';

playNetwork();

const histories = () => asked().filter(({ url }) => url.includes('_history'));

test.each(['observation', 'response'] as const)(
  'every version of a changed %s is read, newest first',
  async (form: Form) => {
    const bench = await begin();
    const filed = await bench.files(form);
    const { change, retract } = await bench.rights(filed);
    await sends(bench, changing(bench, filed, change, { edit: sureOf(9) }));
    const [corrected] = await bench.listed();
    if (!corrected) throw new Error('not in history');
    await sends(bench, changing(bench, corrected, retract, { change: { act: 'retract', words: 'Wrong chart' } }));
    expect(histories()).toEqual([]);
    const read = await bench.ehr.readVersions(filed.filed, signal());
    expect(read).toMatchObject({
      kind: 'read',
      isWhole: true,
      versions: [
        { entry: { standing: 'retracted', filed: { version: '3' } } },
        { entry: { note: { rulers: { confidence: { answer: { score: 9 } } } }, filed: { version: '2' } } },
        { entry: { standing: 'current', note: filed.note, filed: { version: '1' } } },
      ],
    });
    expect(read.kind === 'read' && read.versions.every(({ recorded }) => recorded !== undefined)).toBe(true);
  },
);

test('an EHR whose statement offers no history is not asked', async () => {
  const bench = await begin(undefined, { profile: 'epic-like' });
  expect(await bench.ehr.readVersions({ form: 'document', resourceId: 'd' }, signal())).toEqual({ kind: 'not-given' });
  expect(histories()).toEqual([]);
});

test.each([403, 404, 405, 410])(
  '%i means that the chart has no versions to give, and is not a fault',
  async (status) => {
    const bench = await begin();
    const { filed } = await bench.files('observation');
    answerWith(http.get(`${ISS}/Observation/:id/_history`, () => new HttpResponse(null, { status })));
    expect(await bench.ehr.readVersions(filed, signal())).toEqual({ kind: 'not-given' });
  },
);

test('a fault of this moment can be tried again', async () => {
  const bench = await begin();
  const { filed } = await bench.files('observation');
  answerWith(http.get(`${ISS}/Observation/:id/_history`, () => HttpResponse.error(), { once: true }));
  expect(await bench.ehr.readVersions(filed, signal())).toMatchObject({ kind: 'failed' });
  expect(await bench.ehr.readVersions(filed, signal())).toMatchObject({ kind: 'read', versions: [{}] });
});

test('a history that leads elsewhere, or holds another patient’s, is not complete and shows none of it', async () => {
  const bench = await begin();
  const { filed } = await bench.files('observation');
  const own = bench.sandbox.store.read('Observation', filed.resourceId);
  const theirs = { ...own, subject: { reference: 'Patient/other' }, meta: { versionId: '0' } };
  answerWith(
    http.get(`${ISS}/Observation/:id/_history`, () =>
      HttpResponse.json({
        resourceType: 'Bundle',
        type: 'history',
        link: [{ relation: 'next', url: 'https://elsewhere.example/fhir/Observation/_history' }],
        entry: [null, 7, { request: { method: 'DELETE' } }, { resource: theirs }, { resource: own }],
      }),
    ),
  );
  const read = await bench.ehr.readVersions(filed, signal());
  expect(read).toMatchObject({
    kind: 'read',
    isWhole: false,
    versions: [{ entry: { kind: 'note' } }, { entry: { kind: 'unreadable', why: 'malformed' } }],
  });
  expect(asked().filter(({ url }) => url.includes('elsewhere'))).toEqual([]);
});
