// A later search that finds nothing: a note that the chart has, or said that it took, is never offered to be sent again.

import { expect, test } from 'vitest';
import type { WriteEnd } from '../../src/ehr/port.ts';
import { endAfterSearch } from '../../src/store/writing/write-ends.ts';
import { FILED_NOTE } from '../support/notes.ts';

const at = FILED_NOTE.filed;
const TAKEN: readonly WriteEnd[] = [
  { kind: 'accepted' },
  { kind: 'unverified', at, why: 'uncounted' },
  { kind: 'mismatch', at, parts: ['plan'] },
  { kind: 'earlierDiffers', at, parts: ['plan'] },
  { kind: 'duplicated', places: [at, { ...at, resourceId: 'o2' }] },
];

test.each(TAKEN)('$kind stays, although a search finds nothing', (before) => {
  expect(endAfterSearch(before, { kind: 'absent', why: 'lost' })).toBe(before);
  expect(endAfterSearch(before, { kind: 'unknown', why: { kind: 'offline' } })).toBe(before);
});

test('an end of which nobody knows whether the note arrived becomes what the search found', () => {
  const absent: WriteEnd = { kind: 'absent', why: 'lost' };
  expect(endAfterSearch({ kind: 'unknown', why: { kind: 'offline' } }, absent)).toBe(absent);
});
