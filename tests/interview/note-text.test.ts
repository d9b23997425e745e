import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNoteText, writeNoteText } from '../../src/interview/note-text.ts';
import { readinessNote, words } from '../support/arbitraries.ts';

test('reads back every note it wrote, in full', () => {
  fc.assert(
    fc.property(readinessNote, fc.option(words, { nil: undefined }), (note, givenName) => {
      const text = writeNoteText(note, givenName === undefined ? {} : { givenName });
      expect(readNoteText(text)).toEqual({ ok: true, value: { note, altered: false } });
    }),
    { numRuns: 500 },
  );
});
