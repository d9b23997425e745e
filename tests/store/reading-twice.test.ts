// @vitest-environment happy-dom
// Two readings of the chart at once: what one of them found stays, although the other one fails later.

import { expect, test, vi } from 'vitest';
import type { Ehr } from '../../src/ehr/port.ts';
import type { ChartContext } from '../../src/interview/chart-context.ts';
import { err, ok } from '../../src/lib/result.ts';
import { openPanel, PERSON } from '../support/panel.tsx';

type PersonRead = Awaited<ReturnType<Ehr['readPerson']>>;

const failed = { kind: 'failed' } as const;
const absent = { kind: 'not-available' } as const;
const WHOLE: ChartContext = { conditions: absent, medicines: absent, measures: absent, otherPatients: 0 };
const FAILED: ChartContext = { conditions: failed, medicines: failed, measures: failed, otherPatients: 0 };

test('the patient stays on the screen, with the sign button', async () => {
  const answers: ((read: PersonRead) => void)[] = [];
  const { store } = openPanel({
    ehr: { readPerson: () => new Promise((resolve) => answers.push(resolve)), readContext: async () => WHOLE },
  });
  const readings = [store.chart.load(), store.chart.retry()];
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[0]?.(ok(PERSON));
  await vi.waitFor(() => expect(store.chart.person.value.kind).toBe('loaded'));
  answers[1]?.(err({ kind: 'timeout' }));
  await Promise.all(readings);
  expect(store.chart.person.value).toEqual({ kind: 'loaded', person: PERSON });
});

test('a part of the chart context that was read stays when a later reading of it fails', async () => {
  const reads: ChartContext[] = [
    { ...FAILED, conditions: { kind: 'read', found: [], partial: false } },
    { ...FAILED, medicines: absent },
  ];
  const { store } = openPanel({ ehr: { readContext: async () => reads.shift() ?? FAILED } });
  await store.chart.loadContext();
  await store.chart.loadContext();
  await store.chart.loadContext();
  expect(store.chart.context.value).toMatchObject({
    context: { conditions: { kind: 'read' }, medicines: absent, measures: failed },
  });
});

test('an error while older notes are read leaves the list and its button', async () => {
  const found = { entries: [], shortfalls: ['more-to-load'], otherPatients: 0 } as const;
  const listOlder = async () => Promise.reject(new RangeError('Maximum call stack size exceeded'));
  const { store } = openPanel({ ehr: { listNotes: async () => ok(found), listOlder, readContext: async () => WHOLE } });
  await store.chart.load();
  await store.chart.loadOlder();
  expect(store.chart.isLoadingOlder.value).toBe(false);
  expect(store.chart.history.value).toMatchObject({ found: { shortfalls: ['more-to-load', 'search-failed'] } });
});

test('the chart context stays', async () => {
  const answers: ((read: ChartContext) => void)[] = [];
  const { store } = openPanel({ ehr: { readContext: () => new Promise((resolve) => answers.push(resolve)) } });
  const readings = [store.chart.loadContext(), store.chart.loadContext()];
  answers[0]?.(WHOLE);
  await vi.waitFor(() => expect(store.chart.context.value.kind).toBe('loaded'));
  answers[1]?.(FAILED);
  await Promise.all(readings);
  expect(store.chart.context.value).toEqual({ kind: 'loaded', context: WHOLE });
});
