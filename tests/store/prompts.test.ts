import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import type { Interview } from '../../src/interview/interview.ts';
import type { InterviewEvent } from '../../src/interview/talk/events.ts';
import { createGuide } from '../../src/store/conversation/guide.ts';
import { createGuideTexts } from '../../src/store/conversation/guide-texts.ts';
import { loadGuideTexts } from '../../src/store/conversation/load-deferred.ts';
import { run, startedInterview } from '../support/interviews.ts';

async function begin() {
  const interview = signal<Interview>(startedInterview());
  const guideTexts = createGuideTexts(loadGuideTexts);
  const guide = createGuide(interview, BEHAVIORS, guideTexts);
  const shown = () => guide.prompt.evoke.value;
  const happens = (...events: readonly InterviewEvent[]): void => {
    interview.value = run(interview.value, events);
  };
  const asksForMore = (times: number): void => {
    for (let press = 0; press < times; press++) guide.another('evoke');
  };
  happens({ kind: 'target-chosen', target: { kind: 'named', label: 'Alcohol', sensitive: true } });
  await guideTexts.retry();
  return { shown, happens, asksForMore };
}

test('each press shows a prompt that was not shown before', async () => {
  const { shown, asksForMore } = await begin();
  const first = shown();
  asksForMore(1);
  const second = shown();
  expect(second).not.toBe(first);
  asksForMore(1);
  expect([first, second]).not.toContain(shown());
});

test('a person who refuses is asked what leaves the door open, however many prompts were passed', async () => {
  const { shown, happens, asksForMore } = await begin();
  asksForMore(4);
  happens({ kind: 'permission-recorded', given: false });
  expect(shown()).toBe('Would it be OK if I asked again sometime?');
  asksForMore(1);
  expect(shown()).not.toBe('Would it be OK if I asked again sometime?');
});
