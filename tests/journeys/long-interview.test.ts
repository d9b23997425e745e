// Twenty minutes of talk, 130 utterances, some only three seconds apart: nothing is dropped, nothing changes places.
import { expect, test } from 'vitest';
import { factsIn } from '../../scripts/bench/filed.ts';
import { heardRows, INTERVIEW, takesDown } from '../../scripts/bench/long-interview.ts';
import { setOut } from '../support/journey.ts';
import { WHOLE } from '../support/sample.ts';

/** The hour and minute a page shows for a moment. */
function clockFace(millis: number): string {
  const date = new Date(millis);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

test('the script is as long, as dense and as wordy as it claims', () => {
  const gaps = INTERVIEW.slice(1).map(({ at }, place) => at - (INTERVIEW[place]?.at ?? 0));
  expect(INTERVIEW).toHaveLength(130);
  expect(INTERVIEW.at(-1)?.at).toBeLessThanOrEqual(20 * 60);
  expect(INTERVIEW.at(-1)?.at).toBeGreaterThan(19 * 60);
  expect(Math.min(...gaps)).toBe(3);
  expect(INTERVIEW.filter(({ text }) => text.length === 1200)).toHaveLength(10);
  expect(new Set(INTERVIEW.map(({ text }) => text)).size).toBe(130);
});

/** The first minutes, in which everything of the rest occurs. */
const PLAYED = INTERVIEW.slice(0, WHOLE ? undefined : 50);

test('a long interview keeps every mark in order with its time, and the chart holds every word', async () => {
  const { ehr, opens } = await setOut();
  const clinician = await opens('proto');
  const { page } = clinician;
  const begin = Date.now();
  await takesDown(page, PLAYED, { clockIs: (seconds) => page.clock.setFixedTime(begin + seconds * 1000) });

  // A row is drawn one frame after its words are stored.
  await expect.poll(async () => (await heardRows(page)).filter((row) => /no words yet/.test(row))).toEqual([]);
  const rows = await heardRows(page);
  expect(rows).toHaveLength(PLAYED.length);
  for (const [place, { at, text }] of PLAYED.entries()) {
    expect(rows[place]).toContain(text);
    expect(rows[place]).toContain(clockFace(begin + at * 1000));
  }

  await clinician.signs();
  await clinician.seesItFiled();
  const filed = factsIn(ehr.notesOf('proto')[0]).filter(([code]) => /^[cs]t-/.test(code) && !code.endsWith('-count'));
  expect(filed).toEqual(PLAYED.map(({ code, text }) => [code, text]));
});
