// @vitest-environment happy-dom
// Where a note goes is known early enough to sign, however long the server takes for its capability statement.

import { afterEach, expect, test, vi } from 'vitest';
import type { Destination, Ehr } from '../../src/ehr/port.ts';
import { openPanel } from '../support/panel.tsx';

afterEach(() => vi.useRealTimers());

const UNCONFIRMED: Destination = { kind: 'form', form: 'observation', confirmed: false };
const CONFIRMED: Destination = { ...UNCONFIRMED, form: 'document', confirmed: true };

test('a statement that takes long leaves the destination unconfirmed, and decides it once it is there', async () => {
  vi.useFakeTimers();
  let arrives: (destination: Destination) => void = () => undefined;
  const readDestination: Ehr['readDestination'] = () =>
    new Promise((resolve) => {
      arrives = resolve;
    });
  const failed = { kind: 'failed' } as const;
  const readContext = async () => ({ conditions: failed, medicines: failed, measures: failed, otherPatients: 0 });
  const { chart } = openPanel({ ehr: { readDestination, destination: () => UNCONFIRMED, readContext } }).store;
  const loading = chart.load();
  expect(chart.destination.value).toEqual({ kind: 'unknown' });
  await vi.advanceTimersByTimeAsync(1_500);
  expect(chart.destination.value).toEqual(UNCONFIRMED);
  arrives(CONFIRMED);
  await loading;
  expect(chart.destination.value).toEqual(CONFIRMED);
});
