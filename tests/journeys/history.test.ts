// Looking back: reviewing without a talk, a colleague's note, finding one among many, reading on into the past.
import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { chartWithVisits, visitorId } from '../../mocks/people/visits.ts';
import { barriersOf, bringAxe, overflowsOf } from '../support/barriers.ts';
import { Clinician } from '../support/clinician.ts';
import { type Journey, setOut } from '../support/journey.ts';
import { sampleOf } from '../support/sample.ts';

/** A chart with so many visits, and Evoke open on it. */
async function opensChartWith(count: number, options: Parameters<typeof setOut>[0] = {}) {
  const journey = await setOut({ planted: chartWithVisits(count, new Date()), ...options });
  return { journey, clinician: await journey.opens(visitorId(count)) };
}

async function looksBack({ pane }: Clinician): Promise<void> {
  await pane.getByRole('button', { name: /^Earlier notes/ }).click();
  await pane.getByRole('heading', { name: 'Earlier notes' }).waitFor();
}

const rows = ({ pane }: Clinician) => pane.getByRole('list', { name: /^Earlier notes/ }).getByRole('listitem');
const openers = (clinician: Clinician) => rows(clinician).getByRole('button');

/** Where the button is in the frame in which one jumps to it, and then ten frames later, in CSS pixels. */
const placesOf = (button: Locator) =>
  button.evaluate(async (element) => {
    element.scrollIntoView({ block: 'nearest' });
    const first = element.getBoundingClientRect().top;
    for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    return { first, later: element.getBoundingClientRect().top };
  });

/** Everything that was written to the chart from now on. */
function watchWrites({ ehr }: Journey): () => readonly string[] {
  const before = ehr.sandbox().store.versions().length;
  return () =>
    ehr
      .sandbox()
      .store.versions()
      .slice(before)
      .map(({ method, type }) => `${method} ${type}`);
}

test('who comes to review reads, and leaves neither a draft nor anything in the chart', async () => {
  const journey = await setOut({ planted: chartWithVisits(8, new Date()) });
  const written = watchWrites(journey);
  const page = await journey.context.newPage();
  await page.goto(journey.ehr.launch({ patientId: visitorId(8), intent: 'review' }));
  const clinician = new Clinician(page);
  await openers(clinician).first().click();
  await clinician.sees('In their own words');
  await page.getByRole('button', { name: 'Compare with previous visit' }).click();
  await page.getByRole('heading', { name: 'Then and now' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Two visits side by side' }).waitFor();
  expect(await page.getByRole('textbox', { name: /^First step/ }).isVisible()).toBe(false);
  expect(written()).toEqual([]);
  await clinician.isTold('No unsaved work');
  const stored = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  await page.goto(journey.ehr.launch({ patientId: visitorId(8), intent: 'review' }));
  await openers(clinician).first().waitFor();
  expect(await page.getByText(/^Draft kept/).count(), String(stored)).toBe(0);
});

test('a colleague’s note opens in full, and Esc leads back step by step to where one was', async () => {
  const { clinician } = await opensChartWith(8);
  const { page } = clinician;
  await looksBack(clinician);
  const row = rows(clinician).filter({ hasText: 'Samuel Brandt' }).first();
  await row.getByRole('button').click();
  const note = page.getByRole('article');
  for (const part of ['Rulers, 0 to 10', 'Plan', 'What kind of talk'] as const) {
    await note.getByRole('heading', { name: part }).waitFor();
  }
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('note-heading');
  await note.getByText('Details', { exact: true }).click();
  await note.getByRole('heading', { name: 'In the chart' }).waitFor();
  await note.getByText('Readiness note, visits-8-readiness-1', { exact: false }).waitFor();
  await page.keyboard.press('Escape');
  await row.waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^open-observation/);
  await page.keyboard.press('Escape');
  await clinician.ruler('Importance').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Earlier notes/);
});

test('notes are found by a word, and narrowed by what and by whom', async () => {
  const { clinician } = await opensChartWith(40);
  const { pane } = clinician;
  await looksBack(clinician);
  await pane.getByText('Showing the newest 30; there are more.').waitFor();
  await pane.getByRole('button', { name: 'Load older' }).click();
  await pane.getByText('40 notes.').waitFor();
  await pane.getByRole('button', { name: 'Find', exact: true }).click();
  await pane.getByRole('combobox', { name: 'About', exact: true }).selectOption({ label: 'Eating (4)' });
  await pane.getByText('4 matches in 40 read so far.').waitFor();
  await pane.getByRole('combobox', { name: 'Written by' }).selectOption({ label: 'Samuel Brandt, NP (13)' });
  await pane.getByText('0 matches in 40 read so far.').waitFor();
  await pane.getByRole('combobox', { name: 'About', exact: true }).selectOption('0');
  await pane.getByRole('combobox', { name: 'Written by' }).selectOption('0');
  await pane.getByRole('searchbox', { name: 'Find words' }).fill('GRANDSON saturdays');
  await pane.getByText(/^\d+ matches in 40 read so far\.$/).waitFor();
  expect(await rows(clinician).count()).toBeGreaterThan(2);
  for (const text of await rows(clinician).allInnerTexts()) expect(text).toContain('my grandson comes by on Saturdays');
});

test('a long chart opens with its newest page, and reads on when asked; a page that fails loses nothing', async () => {
  const journey = await setOut({ planted: chartWithVisits(700, new Date()), allowed: /500/ });
  const asked: string[] = [];
  journey.context.on('request', (request) => {
    if (/\/fhir\/Observation\?.*(?:category=|readiness-assessment|_page=)/.test(request.url()))
      asked.push(request.url());
  });
  const clinician = await journey.opens(visitorId(700));
  // Two searches, and no page after the newest.
  expect(asked.map((url) => /_page|_sort/.exec(url)?.[0])).toEqual(['_sort', '_sort']);
  await looksBack(clinician);
  await clinician.sees('Showing the newest 30; there are more.');
  journey.fails('search-500');
  await clinician.pane.getByRole('button', { name: 'Load older' }).click();
  await clinician.isWarned(/Older notes could not be read just now/);
  await clinician.sees('Showing the newest 30; there are more.');
  journey.mends();
  await clinician.pane.getByRole('button', { name: 'Load older' }).click();
  await clinician.sees('Showing the newest 330; there are more.');
  await clinician.pane.getByRole('button', { name: 'Load older' }).click();
  await clinician.sees('Showing the newest 630; there are more.');
  await clinician.pane.getByRole('button', { name: 'Load older' }).click();
  await clinician.sees('700 notes.');
});

test('what follows a long list stays where it is when one jumps to it', async () => {
  const { clinician } = await opensChartWith(700, { width: 420 });
  await looksBack(clinician);
  const older = clinician.pane.getByRole('button', { name: 'Load older' });
  for (const newest of [330, 630]) {
    await older.click();
    await clinician.sees(`Showing the newest ${newest}; there are more.`);
    const { first, later } = await placesOf(older);
    expect(later).toBeCloseTo(first, 1);
  }
});

test('on paper there is the person and what is read: every note, whole words, the charts as they are, nothing to press', async () => {
  const { clinician } = await opensChartWith(40);
  const { page, pane } = clinician;
  await looksBack(clinician);
  await pane.getByRole('button', { name: 'Load older' }).click();
  await pane.getByText('40 notes.').waitFor();
  await pane.getByText(/^As tables/).click();
  const dots = () =>
    page
      .locator('figure circle')
      .evaluateAll((all) => all.map((dot) => `${dot.getAttribute('cx')} ${dot.getAttribute('cy')}`));
  const before = await dots();
  await page.setViewportSize({ width: 680, height: 900 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect.poll(() => rows(clinician).count()).toBe(40);
  for (const [role, name] of [
    ['navigation', 'Interview'],
    ['button', 'Review'],
    ['button', 'Back to the conversation'],
    ['searchbox', 'Find words'],
  ] as const)
    expect(await pane.getByRole(role, { name }).count(), name).toBe(0);
  expect(await pane.getByRole('region', { name: 'Patient', exact: true }).isVisible()).toBe(true);
  expect(await dots()).toEqual(before);
  const [chart] = await page.locator('figure svg').evaluateAll((all) => all.map((one) => one.clientWidth));
  expect(chart).toBeGreaterThan(300);
  expect(await overflowsOf(page)).toEqual([]);
  const ink = await page.evaluate(() => getComputedStyle(document.documentElement).color);
  expect(ink).toBe('rgb(28, 39, 48)');
  await page.locator('button[id^="open-"]').first().dispatchEvent('click');
  await pane.getByRole('heading', { name: 'In the chart' }).waitFor();
  expect(await rows(clinician).count()).toBe(0);
  expect(await page.getByRole('article').getByRole('button').count()).toBe(0);
});

test('table headings are whole words in the narrowest pane', async () => {
  const { clinician } = await opensChartWith(8, { width: 320 });
  const { page, pane } = clinician;
  await looksBack(clinician);
  await pane.getByText(/^As tables/).click();
  const broken = () =>
    page.locator('thead th').evaluateAll((all) =>
      all.flatMap((th) => {
        const text = th.textContent ?? '';
        const lines = (word: string, from: number) => {
          const range = document.createRange();
          const node = th.firstChild ?? th;
          range.setStart(node, from);
          range.setEnd(node, from + word.length);
          return range.getClientRects().length;
        };
        return text.split(' ').filter((word) => lines(word, text.indexOf(word)) > 1);
      }),
    );
  expect(await broken()).toEqual([]);
  await openers(clinician).first().click();
  await pane.getByRole('heading', { name: 'What kind of talk' }).waitFor();
  expect(await broken()).toEqual([]);
});

const LOOKS = [
  [320, 'light'],
  [1280, 'dark'],
] as const;

/** `accessibility` looks back over forty visits in every run. */
const VISITS = sampleOf([1, 40], (visits) => visits === 1);

test.each(VISITS)(
  'looking back, visits: %s, has no barrier at the narrowest and the widest, light or dark',
  async (count) => {
    const journey = await setOut({ planted: chartWithVisits(count, new Date()) });
    await bringAxe(journey.context);
    const { page, pane } = await journey.opens(visitorId(count));
    await pane.getByRole('button', { name: /^Earlier notes/ }).click();
    await pane.getByText(/^As tables/).click();
    const found: string[] = [];
    const look = async (what: string): Promise<void> => {
      for (const [width, colorScheme] of LOOKS) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 4000 });
        const lines = [...(await overflowsOf(page)), ...(await barriersOf(page))];
        found.push(...lines.map((line) => `${what}, ${width} px, ${colorScheme}: ${line}`));
      }
    };
    await look('list');
    await page.locator('button[id^="open-"]').first().click();
    await look('note');
    if (count > 1) {
      await pane.getByRole('button', { name: 'Compare with previous visit' }).click();
      await look('compare');
    }
    expect(found).toEqual([]);
  },
);

test('the numbers over time stay in their card beside an open note, where it is narrowest', async () => {
  const journey = await setOut({ planted: chartWithVisits(8, new Date()), width: 930 });
  const page = await journey.context.newPage();
  await page.goto(journey.ehr.launch({ patientId: visitorId(8), intent: 'review' }));
  const clinician = new Clinician(page);
  await openers(clinician).first().click();
  await page.getByRole('heading', { name: 'Over time' }).waitFor();
  const beyond = await page.getByRole('figure').evaluate((figure) => {
    const card = figure.parentElement?.getBoundingClientRect().right ?? 0;
    return Math.max(...[...figure.querySelectorAll('*')].map((each) => each.getBoundingClientRect().right)) - card;
  });
  expect(beyond).toBeLessThanOrEqual(0);
});
