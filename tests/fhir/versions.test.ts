// The versions of one note, out of whatever a server calls its history.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeObservation } from '../../src/fhir/observation/decode-observation.ts';
import { encodeObservation } from '../../src/fhir/observation/encode-observation.ts';
import { decodeVersions } from '../../src/fhir/server/decode-versions.ts';
import type { FiledAt } from '../../src/interview/history/history.ts';
import { fullNote } from '../support/notes.ts';
import { BASE } from './forms.ts';

const AT: FiledAt = { form: 'observation', resourceId: 'o-1', version: '3' };
const read = (resources: readonly unknown[]) =>
  decodeVersions(resources, AT, (one) => decodeObservation(one, 'pat', BASE));
const stored = (over: object) => ({
  ...encodeObservation(fullNote, { patientId: 'pat', socialHistory: false, rulerValue: 'integer' }),
  id: 'o-1',
  ...over,
});
const version = (versionId: string, lastUpdated: string, over: object = {}) =>
  stored({ meta: { versionId, lastUpdated }, ...over });

test('versions come newest first, each once, with the moment the chart took them in', () => {
  const first = version('1', '2026-11-22T20:52:10Z');
  const versions = read([
    first,
    version('2', '2026-11-23T09:42:07.500Z', { status: 'corrected' }),
    first,
    version('10', '2026-11-23T09:42:07.500Z', { status: 'entered-in-error' }),
  ]);
  expect(versions).toMatchObject([
    { recorded: '2026-11-23T09:42:07.500Z', entry: { kind: 'note', standing: 'retracted', filed: { version: '10' } } },
    { recorded: '2026-11-23T09:42:07.500Z', entry: { kind: 'note', standing: 'corrected', filed: { version: '2' } } },
    { recorded: '2026-11-22T20:52:10Z', entry: { kind: 'note', standing: 'current', note: { id: fullNote.id } } },
  ]);
  expect(versions).toHaveLength(3);
});

test('versions whose ids are not numbers are sorted by time, else in the order of the history', () => {
  const same = '2026-11-23T09:42:07Z';
  const versions = read([
    version('aa-first', '2026-11-22T20:52:10Z'),
    version('bb-third', same),
    version('cc-second', same),
  ]);
  expect(versions.map(({ entry }) => entry.filed.version)).toEqual(['bb-third', 'cc-second', 'aa-first']);
});

test.each([
  ['another patient’s', { subject: { reference: 'Patient/other' } }],
  ['of another number', { id: 'o-2' }],
  ['of another kind', { resourceType: 'Condition' }],
])('an entry %s is a version that cannot be read, and none of it is kept', (_what, over) => {
  const [only, ...rest] = read([version('2', '2026-11-22T20:52:10Z', over)]);
  expect(rest).toEqual([]);
  expect(only).toEqual({
    entry: { kind: 'unreadable', why: 'malformed', filed: { form: 'observation', resourceId: 'o-1' } },
  });
});

test('a version that says it is something else by now keeps its number and no words', () => {
  const [only] = read([version('2', '2026-11-22T20:52:10Z', { identifier: [], code: { text: 'Body weight' } })]);
  expect(only).toEqual({
    recorded: '2026-11-22T20:52:10Z',
    entry: { kind: 'unreadable', why: 'not-a-note', filed: { form: 'observation', resourceId: 'o-1', version: '2' } },
  });
});

test('any JSON is a version, and never a throw', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.jsonValue(), fc.constant(version('1', 'yesterday')))), (resources) => {
      const versions = read(resources);
      expect(versions.length).toBeLessThanOrEqual(resources.length);
      for (const { entry } of versions) expect(['note', 'unreadable']).toContain(entry.kind);
    }),
  );
});
