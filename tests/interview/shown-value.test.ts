// Other software writes what it likes. A clinician reads words, never raw JSON.
import { expect, test } from 'vitest';
import { sectionsOf } from '../../src/interview/note/note-sections.ts';
import { readView } from '../../src/interview/note/read-view.ts';
import { shownValue } from '../../src/interview/note/shown-value.ts';
import { fullNote } from '../support/notes.ts';

const RAW = '{"reference":"Device/7","display":"Cuff"}';

test.each([RAW, '[{"value":4}]', '[4,5]', `${RAW.slice(0, 20)}`])('%s is not shown as it is', (value) => {
  expect(shownValue(value)).toBe('a value in a form that cannot be shown here');
});

test.each(['4 of 10', '[sic] she laughed', '{she laughed}', '“{”', ''])('%s is shown as it is', (value) => {
  expect(shownValue(value)).toBe(value);
});

test('no view of a note shows raw JSON', () => {
  const note = {
    ...fullNote,
    rulers: { ...fullNote.rulers, readiness: { kind: 'unreadable', written: RAW } as const },
    also: [{ label: 'Told at the desk', value: RAW }],
  };
  expect(JSON.stringify([sectionsOf(note), readView(note)])).not.toContain('Device/7');
});
