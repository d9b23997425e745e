// @vitest-environment happy-dom
// Several targets in one visit: one note each, the first filed before the next is begun.
import { expect, test } from 'vitest';
import type { WriteEnd } from '../../src/ehr/port.ts';
import { entryId, score } from '../support/interviews.ts';
import { fullNote } from '../support/notes.ts';
import { openPanel, type PanelOptions } from '../support/panel.tsx';

const AT = { form: 'observation', resourceId: '1' } as const;
const FILED: WriteEnd = {
  kind: 'filed',
  at: AT,
  entry: { kind: 'note', note: fullNote, filed: AT, standing: 'current', authors: [], ours: true },
  lost: [],
  unreached: [],
};

async function talkAbout(end: WriteEnd | undefined) {
  const form = { kind: 'form', form: 'observation', confirmed: true } as const;
  const ehr: PanelOptions['ehr'] = { readDestination: async () => form, destination: () => form };
  const { store } = openPanel({
    ehr: {
      ...ehr,
      readContext: async () => {
        const failed = { kind: 'failed' } as const;
        return { conditions: failed, medicines: failed, measures: failed, otherPatients: 0 };
      },
      ...(end && { fileNote: async () => end }),
    },
  });
  await store.begin();
  const raise = (id: string, text: string): void =>
    store.dispatch({ kind: 'topic-typed', id: entryId(id), text, raisedBy: 'patient' });
  raise('a', 'Alcohol');
  raise('b', 'My knees');
  store.dispatch({ kind: 'present-typed', text: 'His son' });
  store.dispatch({ kind: 'target-chosen', target: { kind: 'named', label: 'Alcohol', sensitive: true } });
  store.dispatch({ kind: 'ruler-answered', ruler: 'importance', score: score(7) });
  const first = store.interview.value.id;
  if (end) await store.filing.sign();
  await store.beginAnother();
  return { interview: store.interview.value, first };
}

test('after the first note is filed, the rest of the agenda opens the next', async () => {
  const { interview, first } = await talkAbout(FILED);
  expect(interview.id).not.toBe(first);
  expect(interview.engage).toMatchObject({ agenda: [{ text: 'My knees' }], present: 'His son' });
  expect(interview.focus.target).toEqual({ kind: 'not-named' });
  expect(interview.evoke.rulers.importance).toEqual({ kind: 'not-asked' });
});

test('a note that was discarded leaves nothing behind', async () => {
  const { interview } = await talkAbout(undefined);
  expect(interview.engage).toMatchObject({ agenda: [], present: '' });
});

test('a note the chart refused is not filed, so none of it is taken over', async () => {
  const { interview } = await talkAbout({ kind: 'refused', why: { kind: 'notSupported' } });
  expect(interview.engage.agenda).toEqual([]);
});
