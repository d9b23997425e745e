// What becomes of a change between one try and the next.

import { expect, test } from 'vitest';
import type { LostPart } from '../../src/interview/note/lost-part.ts';
import { withChange } from '../../src/interview/note/note-change.ts';
import {
  asSent,
  type ChangeRoute,
  composeChange,
  draftOf,
  type Edit,
  earlierChange,
  editOf,
  hasTyped,
  isInChart,
  stateAfter,
} from '../../src/store/writing/change-edit.ts';
import { NEXT_ID, NOW } from '../ehr/changing.ts';
import { FILED_NOTE as base, fullNote, moment } from '../support/notes.ts';

const edit: Edit = { act: 'add', base, note: fullNote, words: 'He rang', id: NEXT_ID, attempted: false };
const sending = { way: { kind: 'update', confirmed: true }, person: {}, draftBinding: {} } as unknown as ChangeRoute;
const LATER = moment('2026-11-23T11:00:00+01:00');

function sent(): Edit {
  const first = composeChange(edit, sending, NOW);
  if (!first) throw new Error('nothing to send');
  const after = stateAfter(asSent(edit, first), { kind: 'absent', why: 'lost' }, 0);
  if (after.kind !== 'editing') throw new Error(after.kind);
  return after.edit;
}

test('the same words keep their moment in each try, and after the page died', () => {
  for (const again of [sent(), editOf(draftOf(sent()), base)]) {
    expect(composeChange(again, sending, LATER)?.change).toEqual({ act: 'add', at: NOW, words: 'He rang' });
    expect(earlierChange(again, sending)).toBeUndefined();
  }
});

test('other words have a moment of their own, and what left before is looked for by its own', () => {
  const again = { ...sent(), words: 'He rang twice' };
  expect(composeChange(again, sending, LATER)?.change).toMatchObject({ at: LATER });
  expect(earlierChange(again, sending)?.change).toEqual({ act: 'add', at: NOW, words: 'He rang' });
});

test('a sign that the chart shows encoded can be corrected, and what was typed is not taken for nothing', () => {
  const encoded = { ...fullNote, strengths: ['Mother &amp; father'] };
  const note = { ...fullNote, strengths: ['Mother & father'] };
  const correction: Edit = { ...edit, act: 'correct', base: { ...base, note: encoded }, note, words: '' };
  expect(hasTyped(correction)).toBe(true);
  expect(composeChange(correction, sending, NOW)?.change).toMatchObject({ act: 'correct', words: 'strengths' });
});

test('what was typed is discarded only if the chart has all of it', () => {
  const held = withChange(fullNote, { act: 'add', at: NOW, words: 'He rang' });
  expect(isInChart(sent(), held)).toBe(true);
  expect(isInChart({ ...sent(), words: 'He rang twice' }, held)).toBe(false);
  expect(isInChart(sent(), { ...held, talk: [] })).toBe(false);
});

test('a change of which the chart left out content keeps what was typed', () => {
  const done = (lost: readonly LostPart[]) =>
    stateAfter(sent(), { kind: 'filed', at: base.filed, entry: base, lost, unreached: [] }, 0);
  expect(done(['plan'])).toMatchObject({ kind: 'done', kept: { words: 'He rang' } });
  expect(done(['coded-parts', 'visit'])).toEqual(expect.not.objectContaining({ kept: expect.anything() }));
});
