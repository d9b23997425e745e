// The navigation says where the clinician is, at every width. The bars cover nothing that has the focus, in any size of text.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Stored } from '../../mocks/fhir/store.ts';
import { SECTIONS } from '../../src/shell/SectionNav.tsx';
import { bringAxe } from '../support/barriers.ts';
import type { Clinician, SectionName } from '../support/clinician.ts';
import { bringMeasures, faultsOfTabbing } from '../support/geometry.ts';
import { setOut } from '../support/journey.ts';
import { sampleOf } from '../support/sample.ts';

const NAMES: readonly SectionName[] = ['Engage', 'Focus', 'Evoke', 'Plan', 'Review'];

const current = ({ pane }: Clinician): Promise<string> =>
  pane
    .getByRole('navigation', { name: 'Interview' })
    .locator('[aria-current]')
    .first()
    .evaluate((link) => link.textContent ?? '');

const says = (clinician: Clinician, section: SectionName) =>
  expect.poll(() => current(clinician), { message: section }).toContain(section);

test.each(sampleOf([320, 420, 516, 772, 1280], (width) => width === 320 || width === 772))(
  'at %i px the current section is the one gone to, and the one touched',
  async (width) => {
    expect(SECTIONS).toHaveLength(NAMES.length);
    const { opens } = await setOut({ width });
    const clinician = await opens('asante');
    for (const section of NAMES) {
      await clinician.goesTo(section);
      await says(clinician, section);
    }
    await clinician.names('Taking medicines');
    await says(clinician, 'Focus');
    await clinician.rates('Confidence', 5);
    await says(clinician, 'Evoke');
    await clinician.firstStep.click();
    await says(clinician, 'Plan');
    await clinician.hears('Change D Desire');
    await says(clinician, 'Evoke');
  },
);

test('earlier notes shown alone are in no section, and the way back says where one is again', async () => {
  const { opens } = await setOut();
  const clinician = await opens('asante');
  const { pane } = clinician;
  await pane.getByRole('button', { name: /^Earlier notes/ }).click();
  await pane.getByRole('heading', { name: 'Earlier notes' }).waitFor();
  const marked = pane.getByRole('navigation', { name: 'Interview' }).locator('[aria-current]');
  await expect.poll(() => marked.count()).toBe(0);
  await pane.getByRole('button', { name: 'Back to the conversation' }).click();
  await says(clinician, 'Engage');
});

const scrolled = (page: Page): Promise<number> => page.evaluate(() => Math.round(window.scrollY));

test('Tab through the links of the sticky navigation and the footer does not scroll the page', async () => {
  const { opens } = await setOut();
  const clinician = await opens('asante');
  const { page } = clinician;
  await page.evaluate(() => window.scrollTo(0, 700));
  const before = await scrolled(page);
  await clinician.link('Engage').evaluate((link: HTMLElement) => link.focus({ preventScroll: true }));
  for (const _ of NAMES.slice(1)) {
    await page.keyboard.press('Tab');
    expect(await scrolled(page)).toBe(before);
  }
  const share = clinician.pane.getByRole('button', { name: 'Share the screen with the patient' });
  await share.evaluate((button: HTMLElement) => button.focus({ preventScroll: true }));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await scrolled(page)).toBe(before);
});

test('the page is where it was after sharing, also in a browser that does not say when scrolling ends', async () => {
  const { context, opens } = await setOut();
  await context.addInitScript(() =>
    window.addEventListener('scrollend', (event) => event.stopImmediatePropagation(), true),
  );
  const { page, pane } = await opens('asante');
  await page.evaluate(() => window.scrollTo(0, 700));
  await page.keyboard.press('F8');
  await pane.getByRole('heading', { name: /^Sharing/ }).waitFor();
  expect(await scrolled(page)).toBe(0);
  await page.keyboard.press('F8');
  await expect.poll(() => scrolled(page)).toBe(700);
});

/** The part of the pane's height that sticky bars take. */
const barsOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const bars = [...document.querySelectorAll('header, footer')].filter(
      (bar) => getComputedStyle(bar).position === 'sticky',
    );
    return bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0) / window.innerHeight;
  });

test.each(sampleOf([100, 150, 200], (percent) => percent !== 150))(
  'with text of %i percent in a pane of 320 by 640 the bars take at most a quarter, and no focus is hidden',
  async (size) => {
    const { context, opens } = await setOut({ width: 320 });
    await bringAxe(context);
    await bringMeasures(context);
    const clinician = await opens('rosales');
    const { page } = clinician;
    await page.getByRole('button', { name: 'Got it' }).click();
    await page.evaluate((percent) => (document.documentElement.style.fontSize = `${percent}%`), size);
    await page.setViewportSize({ width: 320, height: 640 });
    await clinician.hears('Change D Desire', 'want to be there');
    await expect.poll(() => barsOf(page)).toBeLessThanOrEqual(0.25);
    expect(await faultsOfTabbing(page)).toEqual([]);
  },
  120_000,
);

test('at 320 px the main button is beside the status, and Learn moves none of the other buttons', async () => {
  const { opens } = await setOut({ width: 320 });
  const clinician = await opens('proto');
  const { page } = clinician;
  await page.getByRole('button', { name: 'Got it' }).click();
  const footer = page.getByRole('contentinfo');
  const middle = async (name: RegExp, role: 'button' | 'link' = 'button') => {
    const box = await footer.getByRole(role, { name }).boundingBox();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  };
  const quiet = () => Promise.all([/^Safety/, /^Keys/, /^Share/, /^Mark/].map((name) => middle(name)));
  const before = await quiet();
  const lines = new Set([...before, await middle(/^Learn/, 'link')].map(({ y }) => Math.round(y)));
  expect(lines.size).toBe(1);
  const status = await clinician.status.boundingBox();
  const review = await middle(/^Review$/);
  expect(Math.abs((status?.y ?? 0) + (status?.height ?? 0) / 2 - review.y)).toBeLessThan(2);
  expect((await footer.boundingBox())?.height).toBeLessThan(110);
  await footer.getByRole('link', { name: /^Learn/ }).evaluate((link) => link.remove());
  expect(await quiet()).toEqual(before);
});

test('a name of many lines scrolls away, and the birth date and the links stay in view', async () => {
  const { ehr, opens } = await setOut({ width: 320 });
  const { store } = ehr.sandbox();
  const family = 'Wolfeschlegelsteinhausen de la Santísima Trinidad y Todos los Santos y Remedios';
  const given = ['Adolph', 'Blaine', 'Charles', 'Frederick', 'Hubert', 'Irvin', 'Kenneth', 'Lloyd'];
  store.update({ ...(store.read('Patient', 'rosales') as Stored), ...{ name: [{ family, given }] } });
  const { page } = await opens('rosales');
  await page.getByRole('button', { name: 'Got it' }).click();
  await page.evaluate(() => window.scrollTo(0, 700));
  await expect.poll(() => scrolled(page)).toBe(700);
  const born = page.getByRole('region', { name: 'Patient', exact: true }).getByText(/^Born/);
  expect((await born.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  const links = await page.getByRole('navigation', { name: 'Interview' }).boundingBox();
  expect((links?.y ?? 0) + (links?.height ?? 0)).toBeLessThanOrEqual(0.25 * 900);
});
