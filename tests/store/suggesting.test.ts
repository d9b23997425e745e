import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { ChartContext, Measurements } from '../../src/interview/chart-context.ts';
import { MEASURES } from '../../src/interview/chart-context.ts';
import { BEHAVIOURS } from '../../src/interview/guide/behaviours.ts';
import type { Interview } from '../../src/interview/interview.ts';
import { createSuggesting } from '../../src/store/conversation/topic-suggestions.ts';
import type { ContextState } from '../../src/store/history/chart.ts';
import { run, startedInterview } from '../support/interviews.ts';

const missing = Object.fromEntries(MEASURES.map((measure) => [measure, { kind: 'missing' }])) as Measurements;
const DRINKS: ChartContext = {
  conditions: { kind: 'not-available' },
  medicines: { kind: 'not-available' },
  measures: {
    kind: 'read',
    partial: false,
    found: {
      ...missing,
      'audit-c': {
        kind: 'found',
        written: '7',
        reading: { kind: 'number', value: 7, unit: 'none' },
        source: 'screening',
      },
    },
  },
  otherPatients: 0,
};

function begin() {
  const interview = signal<Interview>(startedInterview());
  const context = signal<ContextState>({ kind: 'loading' });
  const suggesting = createSuggesting(interview, context, BEHAVIOURS);
  const first = () => suggesting.topics.value[0]?.key;
  const reads = async (): Promise<void> => {
    context.value = { kind: 'loaded', context: DRINKS };
    await expect.poll(() => suggesting.suggestions.value.kind).toBe('some');
  };
  return { interview, suggesting, first, reads };
}

test('the site’s order stands until the chart was read', async () => {
  const { suggesting, reads, first } = begin();
  expect(suggesting.topics.value).toEqual(BEHAVIOURS);
  await reads();
  expect(first()).toBe('alcohol');
});

test('an answer that comes after a hand reached the topics moves nothing, and is still suggested', async () => {
  const { suggesting, reads } = begin();
  suggesting.keepOrder();
  await reads();
  expect(suggesting.topics.value).toEqual(BEHAVIOURS);
  expect(suggesting.suggestions.value).toMatchObject({ list: [{ behaviour: { key: 'alcohol' } }] });
});

test('an answer that comes after the first thing was recorded moves nothing', async () => {
  const { interview, suggesting, reads } = begin();
  interview.value = run(interview.value, [{ kind: 'present-typed', text: 'His son' }]);
  await reads();
  expect(suggesting.topics.value).toEqual(BEHAVIOURS);
});

test('an order that was kept stays, and the next note is free again', async () => {
  const { interview, suggesting, reads, first } = begin();
  suggesting.keepOrder();
  await reads();
  interview.value = startedInterview();
  suggesting.freeOrder();
  expect(first()).toBe('alcohol');
});
