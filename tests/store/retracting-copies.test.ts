// @vitest-environment happy-dom
// The panel does not lock while extra copies are being retracted.

import { expect, test } from 'vitest';
import type { WriteEnd } from '../../src/ehr/port.ts';
import { FILED_NOTE } from '../support/notes.ts';
import { openPanel } from '../support/panel.tsx';

const FAILED = { kind: 'failed' } as const;
const PLACES = [
  { form: 'observation', resourceId: '1' },
  { form: 'observation', resourceId: '2' },
] as const;

test('a retraction of extra copies holds the lock back until it has ended, like any other write', async () => {
  let isOld = false;
  let ends = (_: WriteEnd): void => undefined;
  const { store } = openPanel({
    ehr: {
      isTooOld: () => isOld,
      readContext: async () => ({ conditions: FAILED, medicines: FAILED, measures: FAILED, otherPatients: 0 }),
      retractDuplicates: () => new Promise<WriteEnd>((resolve) => (ends = resolve)),
    },
  });
  await store.begin();
  const retracted = store.changes.retractDuplicates(FILED_NOTE, PLACES);
  isOld = true;
  store.idleLock.checkNow();
  expect(store.idleLock.state.value.kind).toBe('open');
  ends({ kind: 'unknown', why: { kind: 'aborted' } });
  await retracted;
  store.idleLock.checkNow();
  expect(store.idleLock.state.value.kind).toBe('locked');
});
