// The number of actions each piece of work takes, counted on the real page. A count that grows is a regression.
import { expect, test } from 'vitest';
import { expectFiled } from '../../scripts/bench/filed.ts';
import { actionsOf } from '../../scripts/bench/hands.ts';
import { SCENARIOS, type ScenarioName, walk } from '../../scripts/bench/scenarios.ts';
import { setOut } from '../support/journey.ts';
import { sampleOf } from '../support/sample.ts';

const COUNTS: readonly (readonly [scenario: ScenarioName, actions: number, clicks: number, text: number])[] = [
  ['s1.keyboard', 24, 0, 97],
  ['s1.pointer', 14, 11, 97],
  ['s2', 18, 0, 74],
  ['mark', 2, 0, 0],
  ['utterance', 2, 0, 28],
  ['anywhere', 4, 0, 28],
];

/** The whole visits, and the shortest piece of work. The bench counts the others, too. */
const SAMPLED: readonly ScenarioName[] = ['s1.keyboard', 's1.pointer', 'mark'];

test.each(sampleOf(COUNTS, ([name]) => SAMPLED.includes(name)))(
  '%s takes %i actions, %i of them clicks, besides %i keys of text',
  async (name, actions, clicks, text) => {
    const { ehr, opens } = await setOut();
    const { page } = await opens('proto');
    const tally = await walk(SCENARIOS[name], page);
    expectFiled(ehr.notesOf('proto')[0], SCENARIOS[name].files);
    expect({ actions: actionsOf(tally), clicks: tally.click, text: tally.textKey }).toEqual({ actions, clicks, text });
  },
);

test('s1 by touch at 420 by 800 files the same note with at most three scrolls', async () => {
  const { ehr, opens } = await setOut({ touch: true });
  const { page } = await opens('proto');
  await page.setViewportSize({ width: 420, height: 800 });
  const tally = await walk(SCENARIOS['s1.touch'], page);
  expectFiled(ehr.notesOf('proto')[0], SCENARIOS['s1.touch'].files);
  expect({ taps: tally.click, keys: tally.key, text: tally.textKey }).toEqual({ taps: 16, keys: 0, text: 97 });
  expect(tally.scroll).toBeLessThanOrEqual(3);
});

test('keys pressed faster than a slow computer draws file the same note', async () => {
  const { ehr, opens } = await setOut();
  const { page } = await opens('proto');
  const computer = await page.context().newCDPSession(page);
  await computer.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await walk(SCENARIOS['s1.keyboard'], page);
  expectFiled(ehr.notesOf('proto')[0], SCENARIOS['s1.keyboard'].files);
});
