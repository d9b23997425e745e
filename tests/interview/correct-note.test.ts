// A signed note while it is being corrected: nothing that was signed is lost by a press that is taken back.

import { expect, test } from 'vitest';
import { withEnding } from '../../src/interview/note/correct-note.ts';
import { fullNote } from '../support/notes.ts';

const { plan: signed } = fullNote;

test.each([['not-today'], ['none']] as const)(
  'another ending (%s) and back again: the signed plan is back',
  (ending) => {
    expect(signed).toMatchObject({ kind: 'agreed', followUp: {} });
    const away = withEnding(fullNote, ending, signed);
    expect(away.plan.kind).toBe(ending);
    expect(withEnding(away, 'agreed', signed).plan).toEqual(signed);
  },
);

test('an ending that was taken out does not take the follow-up of the next one with it', () => {
  const none = withEnding(fullNote, 'none', signed);
  const followUp = signed.kind === 'agreed' ? signed.followUp : undefined;
  expect(withEnding(none, 'not-today', signed).plan).toEqual({ kind: 'not-today', followUp });
});

test('a follow-up that was changed last comes back with an ending, also with one that had another before', () => {
  const followUp = { how: 'By letter' };
  const none = withEnding(fullNote, 'none', signed);
  expect(withEnding(none, 'agreed', signed, { kind: 'not-today', followUp }).plan).toEqual({ ...signed, followUp });
});
