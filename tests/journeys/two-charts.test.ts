// Two patients in one browser: whatever is reloaded, gone back to or signed, each note stays with its own person.
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clinician } from '../support/clinician.ts';
import { type ServedEvoke, type SiteJson, serveEvoke } from '../support/ehr-in-a-box.ts';
import { type Journey, setOut } from '../support/journey.ts';

const noteWords = (journey: Journey, patientId: string): string => JSON.stringify(journey.ehr.notesOf(patientId));

/** Each note is in its own chart and nowhere else. */
const SHIPPED: SiteJson = JSON.parse(readFileSync('site.config.json', 'utf8'));

// The site of these journeys keeps tokens for a reload.
let evoke: ServedEvoke;
beforeAll(async () => {
  evoke = await serveEvoke({
    site: { ...SHIPPED, ehrs: SHIPPED.ehrs.map((entry) => ({ ...entry, tokenStore: 'session' })) },
  });
});
afterAll(() => evoke?.close());

function expectEachInItsOwn(journey: Journey, before: number): void {
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
  expect(journey.ehr.notesOf('rosales')).toHaveLength(before + 1);
  expect(noteWords(journey, 'proto')).toContain('Said by Pat');
  expect(noteWords(journey, 'rosales')).toContain('Said by Malena');
  expect(noteWords(journey, 'proto')).not.toContain('Said by Malena');
  expect(noteWords(journey, 'rosales')).not.toContain('Said by Pat');
}

async function reloads(frame: Frame | Page): Promise<void> {
  const again = 'reload' in frame ? frame : frame.page();
  const loaded = again.waitForEvent('framenavigated', (one) => one === ('reload' in frame ? frame.mainFrame() : frame));
  await Promise.all([loaded, frame.evaluate(() => location.reload())]);
}

test('two charts in two panes of one page, both reloaded, both signed', async () => {
  const journey = await setOut({ grounds: evoke, width: 1280 });
  const before = journey.ehr.notesOf('rosales').length;
  const page = await journey.context.newPage();
  await page.goto(`${journey.ehr.chartPage}compare?left=proto&right=rosales`);
  const pane = (title: RegExp): Clinician =>
    new Clinician(page, page.getByTitle(title).contentFrame().getByTitle('Evoke', { exact: true }).contentFrame());
  const [pat, malena] = [pane(/^Chart of PROTO/), pane(/^Chart of ROSALES/)];
  await Promise.all([pat.isReady(), malena.isReady()]);
  await pat.hears('Change R Reason', 'Said by Pat');
  await malena.hears('Change D Desire', 'Said by Malena');
  await Promise.all([pat.seesItKept(), malena.seesItKept()]);

  for (const frame of page.frames().filter((one) => one.url().startsWith(evoke.appUrl))) await reloads(frame);
  await Promise.all([pat.isReady(), malena.isReady()]);
  await pat.sees('Said by Pat');
  await malena.sees('Said by Malena');
  await expect.poll(() => malena.pane.getByText('Said by Pat').count()).toBe(0);

  const [forPat, forMalena] = [await pat.reviews(), await malena.reviews()];
  expect(await forPat.textContent()).toContain('PROTO, Pat, born 14-Jul-1985');
  expect(await forMalena.textContent()).toContain('ROSALES-ÅKERLUND, María Elena, born 29-Feb-1972');
  await Promise.all([forPat.click(), forMalena.click()]);
  await Promise.all([pat.seesItFiled(), malena.seesItFiled()]);
  expectEachInItsOwn(journey, before);
});

test('two charts one after the other in one tab, gone back to and reloaded: the first patient does not come back as the second', async () => {
  const journey = await setOut({ grounds: evoke });
  const before = journey.ehr.notesOf('rosales').length;
  const pat = await journey.opens('proto');
  const { page } = pat;
  await pat.hears('Change R Reason', 'Said by Pat');
  await pat.seesItKept();
  await page.goto(journey.ehr.launch({ patientId: 'rosales' }));
  const malena = await new Clinician(page).isReady();
  await malena.pane
    .getByRole('region', { name: 'Patient' })
    .getByText(/ROSALES/)
    .waitFor();
  await malena.hears('Change D Desire', 'Said by Malena');
  await malena.seesItKept();
  await page.goBack();
  await pat.isReady();
  await pat.pane.getByRole('region', { name: 'Patient' }).getByText(/PROTO/).waitFor();
  await pat.sees('Said by Pat');
  await pat.signs();
  await pat.seesItFiled();
  await page.goForward();
  await malena.isReady();
  await malena.sees('Said by Malena');
  await reloads(page);
  await malena.isReady();
  await malena.signs();
  await malena.seesItFiled();
  expectEachInItsOwn(journey, before);
});

test('a launch that says the EHR shows the patient hides the banner in a pane alone, and not after going back to it', async () => {
  const { ehr, context, opens } = await setOut({
    grounds: evoke,
    width: 1280,
    behaves: { tokenReply: { need_patient_banner: false } },
  });
  // In a window of its own nobody else shows the patient: `opens` waits for the banner.
  const alone = await opens('proto');
  await alone.page.close();
  const page = await context.newPage();
  await page.goto(`${ehr.chartPage}compare?left=proto&right=haddad`);
  const left = page
    .getByTitle(/^Chart of PROTO/)
    .contentFrame()
    .getByTitle('Evoke', { exact: true })
    .contentFrame();
  await left.getByRole('heading', { name: /^Last time/ }).waitFor();
  const banner = left.getByRole('region', { name: 'Patient', exact: true });
  expect(await banner.count()).toBe(0);
  const isLeft = (one: Frame) => one.url().startsWith(evoke.appUrl) && one.parentFrame()?.url().includes('proto');
  await page
    .frames()
    .find(isLeft)
    ?.goto(ehr.launch({ patientId: 'rosales' }));
  await left.getByRole('heading', { name: /^Last time, / }).waitFor();
  await page.evaluate(() => history.back());
  await banner.getByText(/PROTO/).waitFor();
});

test('two tabs on one chart: the second says where the unfinished note is open, and files none of it', async () => {
  const journey = await setOut({ grounds: evoke });
  const one = await journey.opens('proto');
  await one.hears('Change R Reason', 'Said by Pat');
  await one.seesItKept();
  const two = await journey.opens('proto');
  await two.sees('Your unfinished note for this visit is open in another Evoke window.');
  expect(await two.page.locator('body').textContent()).not.toContain('Said by Pat');
  await two.signs();
  await two.isWarned('There is nothing to file yet.');
  await one.signs();
  await one.seesItFiled();
  expect(journey.ehr.notesOf('proto')).toHaveLength(1);
});
