// What the review and the section links say of an interview whose topic is not written yet.
import { expect, test } from 'vitest';
import { readInstant, readNoteId } from '../../src/interview/ids.ts';
import { beginInterview, type Interview } from '../../src/interview/interview.ts';
import { gaps } from '../../src/interview/talk/gaps.ts';
import { holdsSomething } from '../../src/interview/talk/process-progress.ts';
import { made } from '../support/arbitraries.ts';

const begun = beginInterview(
  made(readNoteId('4f1c2f64-1111-4222-8333-444455556666')),
  made(readInstant('2026-11-23T10:42:07+01:00')),
);
const about = (label: string): Interview => ({
  ...begun,
  focus: { ...begun.focus, target: { kind: 'named', label, sensitive: false } },
});

test('an opened and empty field for another topic names no topic', () => {
  expect(gaps(about('  '))).toContain('target-not-named');
  expect(holdsSomething(about('  '), 'focus')).toBe(false);
});

test('a written topic is one', () => {
  expect(gaps(about('Cycling to work'))).not.toContain('target-not-named');
  expect(holdsSomething(about('Cycling to work'), 'focus')).toBe(true);
});
