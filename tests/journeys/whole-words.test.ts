// The narrowest pane: a date, a scope or a kind of talk is read whole, and never ends at a hyphen with the line.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { chartWithVisits, visitorId } from '../../mocks/people/visits.ts';
import type { Clinician } from '../support/clinician.ts';
import { setOut } from '../support/journey.ts';

const opensAt320 = async () => {
  const { opens } = await setOut({ width: 320, planted: chartWithVisits(8, new Date()) });
  return opens(visitorId(8));
};

/** The words that match and are in more than one line. */
const brokenOf = (page: Page, kind: RegExp): Promise<readonly string[]> =>
  page.evaluate((matches) => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      for (const { 0: word, index } of node.textContent?.matchAll(matches) ?? []) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(word);
      }
    }
    return found;
  }, kind);

const DATE = /\d\d-[A-Z][a-z]{2}-\d{4}/g;

async function looksBack({ page }: Clinician): Promise<void> {
  await page.getByRole('button', { name: /^Earlier notes/ }).click();
  await page.getByRole('heading', { name: 'Over time' }).waitFor();
}

test('at 320 px the tables have whole dates and words, and the names of the rulers keep apart', async () => {
  const clinician = await opensAt320();
  const { page } = clinician;
  await looksBack(clinician);
  await page.getByText(/^As tables/).click();
  const table = page.getByRole('table', { name: /^Rulers at each visit/ });
  await table.waitFor();
  // How far the table is beyond its card.
  const beyond = () =>
    table.evaluate((element) => {
      const card = element.closest('section')?.getBoundingClientRect();
      return element.getBoundingClientRect().right - (card?.right ?? 0);
    });
  for (const width of [320, 420, 772]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await brokenOf(page, DATE)).toEqual([]);
    expect(await brokenOf(page, /declined/g)).toEqual([]);
    expect(await beyond()).toBeLessThan(0);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  const names = await table.getByRole('columnheader').evaluateAll((all) =>
    all.slice(1).map((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return range.getBoundingClientRect();
    }),
  );
  for (const [place, { left }] of names.entries()) {
    expect(left - (names[place - 1]?.right ?? 0)).toBeGreaterThanOrEqual(8);
  }
});

test('at 320 px two visits side by side have whole dates', async () => {
  const clinician = await opensAt320();
  await looksBack(clinician);
  await clinician.page.getByRole('button', { name: 'Two visits side by side' }).click();
  await clinician.page.getByRole('heading', { name: 'Then and now' }).waitFor();
  expect(await brokenOf(clinician.page, DATE)).toEqual([]);
});

test('at 320 px the button that retracts a note has the whole date, and a long kind of talk takes two lines', async () => {
  const { opens } = await setOut({ width: 320 });
  const clinician = await opens('proto');
  await clinician.hears('Change D Desire', 'I want to be there');
  await clinician.hears('Sustain T Taking steps', 'I bought a carton');
  await clinician.signs();
  await clinician.seesItFiled();
  const next = await opens('proto');
  await next.page.getByRole('button', { name: /^Earlier notes/ }).click();
  await next.page
    .getByRole('list', { name: /^Earlier notes/ })
    .getByRole('button')
    .first()
    .click();
  await next.page.getByRole('button', { name: 'Retract', exact: true }).click();
  await next.page.getByRole('button', { name: /^Retract the note of/ }).waitFor();
  expect(await brokenOf(next.page, DATE)).toEqual([]);
  await next.page.getByRole('button', { name: 'Discard changes' }).click();
  await next.page.getByRole('button', { name: 'Correct', exact: true }).click();
  const heights = await Promise.all(
    ['Kind 1', 'Kind 2'].map(
      async (name) => (await next.page.getByRole('combobox', { name }).boundingBox())?.height ?? 0,
    ),
  );
  expect(heights[1]).toBeGreaterThan((heights[0] ?? 0) + 8);
});

test('at 320 px the self-check keeps each scope and each time in one line', async () => {
  const clinician = await opensAt320();
  const { page } = clinician;
  await page.getByRole('button', { name: 'Keys and settings' }).click();
  await page.getByRole('button', { name: /Self-check/ }).click();
  await page.getByText('Checked.').waitFor();
  expect(await brokenOf(page, /patient\/[A-Z]\w{1,17}\.\w+/g)).toEqual([]);
  expect(await brokenOf(page, /\d{4}-\d\d-\d\dT\S+/g)).toEqual([]);
});
