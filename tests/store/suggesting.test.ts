import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { ChartContext, Measurements } from '../../src/interview/chart-context.ts';
import { MEASURES } from '../../src/interview/chart-context.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import type { Interview } from '../../src/interview/interview.ts';
import { deferred } from '../../src/lib/deferred.ts';
import { createGuideTexts } from '../../src/store/conversation/guide-texts.ts';
import { loadGuideTexts } from '../../src/store/conversation/load-deferred.ts';
import { createTopicSuggestions } from '../../src/store/conversation/topic-suggestions.ts';
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

function begin(load = loadGuideTexts) {
  const interview = signal<Interview>(startedInterview());
  const context = signal<ContextState>({ kind: 'loading' });
  const guideTexts = createGuideTexts(load);
  const topicSuggestions = createTopicSuggestions(interview, context, BEHAVIORS, guideTexts);
  const first = () => topicSuggestions.topics.value[0]?.key;
  const reads = async (kind = 'some'): Promise<void> => {
    context.value = { kind: 'loaded', context: DRINKS };
    await guideTexts.retry();
    expect(topicSuggestions.suggestions.value.kind).toBe(kind);
  };
  return { interview, topicSuggestions, guideTexts, first, reads };
}

test('the site’s order stays until the chart was read', async () => {
  const { topicSuggestions, reads, first } = begin();
  expect(topicSuggestions.topics.value).toEqual(BEHAVIORS);
  await reads();
  expect(first()).toBe('alcohol');
});

test('an answer that comes after a hand reached the topics moves nothing, and is still suggested', async () => {
  const { topicSuggestions, reads } = begin();
  topicSuggestions.keepOrder();
  await reads();
  expect(topicSuggestions.topics.value).toEqual(BEHAVIORS);
  expect(topicSuggestions.suggestions.value).toMatchObject({ list: [{ behavior: { key: 'alcohol' } }] });
});

test('an answer that comes after the first thing was recorded moves nothing', async () => {
  const { interview, topicSuggestions, reads } = begin();
  interview.value = run(interview.value, [{ kind: 'present-typed', text: 'His son' }]);
  await reads();
  expect(topicSuggestions.topics.value).toEqual(BEHAVIORS);
});

test('an order that was kept stays, and the next note is free again', async () => {
  const { interview, topicSuggestions, reads, first } = begin();
  topicSuggestions.keepOrder();
  await reads();
  interview.value = startedInterview();
  topicSuggestions.freeOrder();
  expect(first()).toBe('alcohol');
});

test('rules that could not be fetched are said to be missing, and are fetched at the next try', async () => {
  let isOffline = true;
  const load = deferred(() => (isOffline ? Promise.reject(new Error('offline')) : loadGuideTexts()));
  const { topicSuggestions, guideTexts, first, reads } = begin(load);
  expect(topicSuggestions.suggestions.value.kind).toBe('reading');
  await reads('unavailable');
  expect(topicSuggestions.topics.value).toEqual(BEHAVIORS);
  isOffline = false;
  await guideTexts.retry();
  expect(topicSuggestions.suggestions.value.kind).toBe('some');
  expect(first()).toBe('alcohol');
});
