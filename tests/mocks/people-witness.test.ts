// The sandbox's own notes, written without the app's codec, read by it: each is a witness against the other.
import type { FhirResource, Observation } from 'fhir/r4';
import { expect, test } from 'vitest';
import { seed } from '../../mocks/people/people.ts';
import { decodeObservation } from '../../src/fhir/observation/decode-observation.ts';
import { readNoteText } from '../../src/interview/note/text/read-note-text.ts';
import { BASE } from '../fhir/forms.ts';

const filed = seed(new Date('2026-11-22T17:30:00Z'))
  .filter((each: FhirResource): each is Observation => each.resourceType === 'Observation')
  .filter(({ id }) => id?.includes('-readiness-'));

const ownerOf = ({ subject }: Observation): string => subject?.reference?.slice('Patient/'.length) ?? '';
const decode = (note: Observation) => decodeObservation(note, ownerOf(note), BASE);

test('the app reads every filed note as a note of its own, with nothing left over', () => {
  const unread = filed.filter((note) => {
    const entry = decode(note);
    return entry.kind !== 'note' || !entry.ours || entry.note.also.length > 0;
  });
  expect(filed.length).toBeGreaterThan(400);
  expect(unread.map(({ id }) => id)).toEqual([]);
});

test('the text beside the components passes its check and says the same', () => {
  const differing = filed.filter((note) => {
    const entry = decode(note);
    const text = readNoteText(note.note?.[0]?.text ?? '');
    if (entry.kind !== 'note' || !text.ok || text.value.altered) return true;
    return JSON.stringify(sorted(text.value.note)) !== JSON.stringify(sorted(entry.note));
  });
  expect(differing.map(({ id }) => id)).toEqual([]);
});

test('the app keeps a note from the other chart out', () => {
  const [note] = filed;
  expect(note && decodeObservation(note, 'somebody-else', BASE).kind).toBe('other-patient');
});

/** The same value with its keys in one order, so that two ways to build it compare. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
