import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeDraft, FORMAT } from '../../src/drafts/codec.ts';
import { decodeDraft } from '../../src/drafts/decode-draft.ts';
import { decodeInterview } from '../../src/drafts/decode-interview.ts';
import { FORMS } from '../../src/interview/history/history.ts';
import { anyInstant, anyInterview } from '../support/interview-arbitrary.ts';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('any interview comes back from JSON as it was', () => {
  fc.assert(
    fc.property(anyInterview, (interview) => {
      expect(decodeInterview(throughJson(interview))).toEqual({ ok: true, value: interview });
    }),
  );
});

const anyAttempt = fc.record({ at: anyInstant, forms: fc.subarray([...FORMS], { minLength: 1 }) });

test('any draft comes back from its text as it was', () => {
  const anyDraft = fc.record(
    { interview: anyInterview, savedAt: fc.nat(), attempted: anyAttempt },
    { requiredKeys: ['interview', 'savedAt'] },
  );
  fc.assert(
    fc.property(anyDraft, (content) => {
      expect(decodeDraft(FORMAT, encodeDraft(content))).toEqual({ ok: true, value: content });
    }),
  );
});

test('any JSON at all gives an interview or unreadable, never a throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(decodeInterview(json)).toEqual({ ok: false, error: { kind: 'unreadable' } });
      expect(decodeDraft(FORMAT, JSON.stringify(json)).ok).toBe(false);
    }),
  );
});

type Path = readonly (string | number)[];

function paths(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const deeper = Object.entries(value).flatMap(([key, each]) =>
    paths(each, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return [at, ...deeper];
}

/** A copy of the JSON with one place replaced, or taken out if there is nothing to put. */
function changed(value: unknown, [key, ...rest]: Path, put: readonly unknown[]): unknown {
  if (key === undefined) return put[0];
  const copy: Record<string | number, unknown> = Array.isArray(value) ? ([...value] as never) : { ...Object(value) };
  if (rest.length === 0 && put.length === 0) delete copy[key];
  else copy[key] = changed(copy[key], rest, put);
  return copy;
}

const anyPlace = anyInterview.chain((interview) => {
  const json = throughJson(interview);
  return fc.record({ json: fc.constant(json), path: fc.constantFrom(...paths(json)) });
});

test('an interview with one value of another type is unreadable', () => {
  fc.assert(
    fc.property(anyPlace, fc.constantFrom(null, [[]], 10.5, -1), ({ json, path }, wrong) => {
      expect(decodeInterview(changed(json, path, [wrong])).ok).toBe(false);
    }),
  );
});

test('an interview with a field of its own is unreadable', () => {
  const anyRecord = anyPlace.filter(({ json, path }) => {
    const found = path.reduce<unknown>((at, key) => Object(at)[key], json);
    return typeof found === 'object' && !Array.isArray(found);
  });
  fc.assert(
    fc.property(anyRecord, ({ json, path }) => {
      expect(decodeInterview(changed(json, [...path, 'discord'], ['yes'])).ok).toBe(false);
    }),
  );
});

const [sample] = fc.sample(anyInterview, { numRuns: 1, seed: 7 });

test.each<readonly [name: string, path: Path, wrong: unknown]>([
  ['an identifier that is no UUID', ['id'], 'note-1'],
  ['a start without a zone', ['time', 'startedAt'], '2026-11-22T10:00:00'],
  ['half a minute', ['time', 'minutes'], 0.5],
  [
    'a ruler of eleven',
    ['evoke', 'rulers', 'importance'],
    { kind: 'asked', answer: { kind: 'answered', score: 11 }, why: '', raise: '' },
  ],
  ['a score as text', ['plan', 'confidence'], '7'],
  ['a day that does not exist', ['plan', 'followUpDay'], '2026-02-30'],
  [
    'an unknown strand',
    ['evoke', 'talk'],
    [{ id: 'a', at: '2026-11-22T10:00:00Z', talk: { side: 'change', strand: 'hope' }, words: { kind: 'mark-only' } }],
  ],
  [
    'an unknown kind of words',
    ['evoke', 'talk'],
    [
      {
        id: 'a',
        at: '2026-11-22T10:00:00Z',
        talk: { side: 'change', strand: 'need' },
        words: { kind: 'sung', text: '' },
      },
    ],
  ],
  ['a third ending', ['plan', 'ending'], 'closed'],
  ['an unknown direction', ['focus', 'direction'], 'sideways'],
  ['a reason that names nothing', ['plan', 'reasons'], ['']],
])('%s is unreadable', (_, path, wrong) => {
  expect(decodeInterview(throughJson(sample)).ok).toBe(true);
  expect(decodeInterview(changed(throughJson(sample), path, [wrong]))).toEqual({
    ok: false,
    error: { kind: 'unreadable' },
  });
});

test.each([
  ['another format', FORMAT + 1, (text: string) => text],
  ['half a text', FORMAT, (text: string) => text.slice(0, text.length / 2)],
  ['no text', FORMAT, () => ''],
  [
    'an attempt that is none',
    FORMAT,
    (text: string) => text.replace('"savedAt"', '"attempted":"2026-11-22T15:30:00Z","savedAt"'),
  ],
  [
    'an attempt in an unknown form',
    FORMAT,
    (text: string) => text.replace('"savedAt"', '"attempted":{"at":"2026-11-22T15:30:00Z","forms":["fax"]},"savedAt"'),
  ],
  [
    'an attempt at no moment',
    FORMAT,
    (text: string) => text.replace('"savedAt"', '"attempted":{"at":"soon","forms":["document"]},"savedAt"'),
  ],
  ['a field of its own', FORMAT, (text: string) => text.replace('"savedAt"', '"score":7,"savedAt"')],
  ['no time of saving', FORMAT, (text: string) => text.replace('"savedAt":5', '"savedAt":null')],
])('a draft with %s is unreadable', (_, format, change) => {
  if (!sample) throw new Error('no sample');
  const text = encodeDraft({ interview: sample, savedAt: 5 });
  expect(decodeDraft(format, change(text))).toEqual({ ok: false, error: { kind: 'unreadable' } });
});

test('a draft of the format before this one is read whole', () => {
  const [interview] = fc.sample(anyInterview, { numRuns: 1, seed: 3 });
  if (!interview) throw new Error('no interview');
  expect(decodeDraft(FORMAT - 1, encodeDraft({ interview, savedAt: 5 }))).toMatchObject({
    ok: true,
    value: { interview },
  });
});

test('an attempt keeps what was signed', () => {
  const [interview, signed] = fc.sample(anyInterview, { numRuns: 2, seed: 4 });
  const [at] = fc.sample(anyInstant, { numRuns: 1, seed: 4 });
  if (!interview || !signed || !at) throw new Error('no interview');
  const content = { interview, savedAt: 5, attempted: { at, forms: ['observation'], signed } } as const;
  expect(decodeDraft(FORMAT, encodeDraft(content))).toEqual({ ok: true, value: content });
});
