// The plan on paper, printed from the pane inside the chart, and what is said where a chart forbids its pane to print.
import type { BrowserContext, Frame } from 'playwright';
import { expect, test } from 'vitest';
import { ChartReader, type Clinician } from '../support/clinician.ts';
import { drawInFont, FONTS, type TestFont } from '../support/fonts.ts';
import { type Journey, setOut } from '../support/journey.ts';
import { asPrinted, printedPages } from '../support/printed-text.ts';
import { sampleOf } from '../support/sample.ts';

declare global {
  interface Window {
    /** What a document was told of being printed, in order. */
    printing?: string[];
  }
}

const STAYS = 'Smoking is the only break I get';
const WEEK = 'On Monday after lunch I call the quit line from the kitchen and ask for the patches they send for free';

/** Each document writes down when it is printed. */
const witnessPrinting = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const told: string[] = [];
    window.printing = told;
    for (const kind of ['beforeprint', 'afterprint']) addEventListener(kind, () => told.push(kind));
  });

const toldIn = (frame: Frame): Promise<readonly string[]> => frame.evaluate(() => window.printing ?? []);

/** Opens the chart, and Evoke in the pane beside it. */
async function inTheChart({ ehr, context }: Journey) {
  const chart = new ChartReader(await context.newPage());
  await chart.opensChartOf(/^ROSALES/, ehr.chartPage);
  const clinician = await chart.opensEvoke();
  const frame = chart.page.frames().find((each) => each !== chart.page.mainFrame());
  if (!frame) throw new Error('The pane is not there');
  return { clinician, chart: chart.page, frame };
}

/** A talk with a plan in which everything is filled in, in long words. */
async function plansAtLength(clinician: Clinician): Promise<void> {
  await clinician.names('Smoking');
  await clinician.hears('Sustain D Desire', STAYS);
  await clinician.hears(
    'Change R Reason',
    'I want to be there when my daughter plays, and not stand outside with a cigarette',
  );
  await clinician.plans(WEEK, '2 weeks');
  const { pane } = clinician;
  await pane.getByText('More plan details').click();
  await pane.getByRole('checkbox', { name: /my daughter plays/ }).check();
  for (const [name, text] of [
    ['Goal', 'Stop smoking, first at work and then at home, before my daughter’s birthday'],
    ['Further steps, 1', 'Throw out the ashtrays and wash the curtains'],
    ['Further steps, 2', 'Walk around the block with Inés when the craving comes'],
    ['Who can help, and how, 1', 'Inés calls in the evening; my brother keeps his pack outside'],
    ['What could get in the way, 1', 'Night shifts, and the break room where everybody smokes'],
    ['What they will do if that happens, 1', 'I take my break on the stairs and chew gum'],
    ['How they will know it is working', 'A week without buying a pack'],
    ['If the plan does not work', 'I come back and we think again'],
    ['Plan in the patient’s words', 'I will call on Monday'],
    ['Who else they will see', 'The nurse at the quit line'],
  ] as const) {
    await pane.getByRole('textbox', { name, exact: true }).fill(text);
  }
  await pane
    .getByRole('radiogroup', { name: /^How sure they are/ })
    .getByRole('radio', { name: '7', exact: true })
    .check();
}

/** What a browser prints of a frame: the document in it, and nothing around it. */
async function printedOf(
  context: BrowserContext,
  frame: Frame,
  format: 'Letter' | 'A4' = 'Letter',
  font: TestFont = FONTS[0],
): Promise<readonly string[]> {
  const [address, document] = [new URL('/printed', frame.url()).href, await frame.content()];
  const paper = await context.newPage();
  await paper.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: document.replaceAll(/<script.*?<\/script>/gs, '') }),
  );
  await paper.goto(address);
  await drawInFont(paper, font);
  const pdf = await paper.pdf({ format });
  await paper.close();
  return printedPages(pdf);
}

/** Every word of the plan as shown in the pane. */
const planIn = async ({ pane }: Clinician): Promise<string> =>
  asPrinted((await pane.getByRole('article').textContent()) ?? '');

test('printing in the chart’s pane prints the pane alone, and of it the plan alone', async () => {
  const journey = await setOut();
  await witnessPrinting(journey.context);
  const { clinician, chart, frame } = await inTheChart(journey);
  await plansAtLength(clinician);
  await clinician.pane.getByRole('button', { name: 'Plan to take home' }).click();
  await clinician.pane.getByRole('button', { name: 'Print the plan' }).click();
  await expect.poll(() => toldIn(frame)).toEqual(['beforeprint', 'afterprint']);
  expect(await toldIn(chart.mainFrame())).toEqual([]);
  expect(await clinician.pane.getByRole('alert').count()).toBe(0);
  const plan = await planIn(clinician);
  for (const words of [WEEK, 'Inés calls', '7 out of 10', '+1 555 0100', 'You decide']) {
    expect(plan).toContain(asPrinted(words));
  }
  expect((await printedOf(journey.context, frame)).join('')).toBe(plan);
});

const LANGUAGES = [
  ['English', 'My next step'],
  ['Español', 'Mi próximo paso'],
] as const;

/** The formats of paper in a language: both in `npm run test:all`. */
const formatsIn = (language: (typeof LANGUAGES)[number][0]) =>
  sampleOf(['Letter', 'A4'] as const, (format) => (format === 'Letter') === (language === 'English'));

test('a plan with everything in it is one page in a narrow font, and no heading is alone in a wide one', async () => {
  const journey = await setOut();
  const { clinician, frame } = await inTheChart(journey);
  await plansAtLength(clinician);
  await clinician.pane.getByRole('button', { name: 'Plan to take home' }).click();
  const languages = clinician.pane.getByRole('radiogroup', { name: 'Language / Idioma' });
  for (const [language, heading] of LANGUAGES) {
    await languages.getByRole('radio', { name: language }).check();
    await clinician.sees(heading);
    const plan = await planIn(clinician);
    for (const format of formatsIn(language)) {
      expect(await printedOf(journey.context, frame, format, FONTS[1])).toEqual([plan]);
      const [first = '', ...others] = await printedOf(journey.context, frame, format, FONTS[0]);
      expect([first, ...others].join('')).toBe(plan);
      // The first page is as full as whole parts allow, and what follows is at most one page.
      expect(others.length).toBeLessThanOrEqual(1);
      expect(first.length).toBeGreaterThan(plan.length / 2);
    }
  }
});

test('a plan with a long step and a line in every other part is one page in the widest font', async () => {
  const journey = await setOut();
  const { clinician, frame } = await inTheChart(journey);
  await plansAtLength(clinician);
  await clinician.plans(`${WEEK}, and then I tell my sister, so that she can ask me how it went in the evening`);
  await clinician.pane.getByRole('textbox', { name: 'Further steps, 2', exact: true }).fill('');
  for (const field of await clinician.pane.locator('#plan details[open] :is(textarea, input[type=text])').all()) {
    if ((await field.inputValue()) !== '') await field.fill('On the stairs, with gum');
  }
  await clinician.pane.getByRole('button', { name: 'Plan to take home' }).click();
  const languages = clinician.pane.getByRole('radiogroup', { name: 'Language / Idioma' });
  for (const [language, heading] of LANGUAGES) {
    await languages.getByRole('radio', { name: language }).check();
    await clinician.sees(heading);
    for (const format of formatsIn(language)) {
      expect(await printedOf(journey.context, frame, format), `${language}, ${format}`).toHaveLength(1);
    }
  }
});

test('a plan too long for one page goes on on the next, in both languages, with every word of it', async () => {
  const journey = await setOut();
  const { clinician, frame } = await inTheChart(journey);
  await plansAtLength(clinician);
  await clinician.plans(Array.from({ length: 90 }, (_, place) => `${place + 1}. ${WEEK}.`).join('\n'));
  await clinician.pane.getByRole('button', { name: 'Plan to take home' }).click();
  const languages = clinician.pane.getByRole('radiogroup', { name: 'Language / Idioma' });
  for (const [language, heading] of LANGUAGES) {
    await languages.getByRole('radio', { name: language }).check();
    await clinician.sees(heading);
    const pages = await printedOf(journey.context, frame);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.join('')).toBe(await planIn(clinician));
  }
});

test('a filed note and the list of earlier notes are printed without a button', async () => {
  const { opens } = await setOut();
  const clinician = await opens('rosales');
  const { page } = clinician;
  // An earlier note is a button on the screen, and its date on paper.
  const printed = () => page.getByRole('button').filter({ visible: true, hasNotText: /\d-[A-Z][a-z]{2}-\d/ });
  await page.getByRole('button', { name: /^Earlier notes/ }).click();
  await page.getByRole('button', { name: 'Find', exact: true }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await printed().allInnerTexts()).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Back to the conversation' }).click();
  await clinician.rates('Importance', 7);
  await clinician.signs();
  await clinician.seesItFiled();
  await page.getByRole('button', { name: 'Correct', exact: true }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { name: /^Filed at/ }).waitFor();
  expect(await printed().allInnerTexts()).toEqual([]);
});

test('no word on paper is smaller than 12 pt', async () => {
  const journey = await setOut();
  const { clinician, frame } = await inTheChart(journey);
  await plansAtLength(clinician);
  await clinician.pane.getByRole('button', { name: 'Plan to take home' }).click();
  await clinician.pane.getByRole('article').waitFor();
  const sizes = await frame
    .locator('article :not(:has(*))')
    .evaluateAll((all) => all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)));
  expect(sizes.length).toBeGreaterThan(20);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
});

test('where a chart forbids its pane to print, the clinician is told what to do instead, and the text is there to copy', async () => {
  const journey = await setOut({ allowed: /Ignored call to 'print\(\)'|Clipboard API has been blocked/ });
  const { context } = journey;
  await witnessPrinting(context);
  await context.route('**/chart.js', async (route) => {
    const script = await (await route.fetch()).text();
    const fenced = `frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms'); frame.title =`;
    await route.fulfill({ contentType: 'text/javascript', body: script.replace('frame.title =', fenced) });
  });
  const { clinician, frame } = await inTheChart(journey);
  await clinician.plans('Call the quit line on Monday');
  const { pane } = clinician;
  await pane.getByRole('button', { name: 'Plan to take home' }).click();
  await pane.getByRole('button', { name: 'Print the plan' }).click();
  await clinician.isWarned('This chart does not let Evoke print here.');
  await clinician.isWarned(/Copy it as text and print that, or open Evoke from the chart in a window of its own/);
  expect(await toldIn(frame)).toEqual([]);
  // The notice is for the screen: the paper, should there be some after all, stays the plan's.
  expect(await printedOf(context, frame)).toEqual([await planIn(clinician)]);
  await pane.getByRole('button', { name: 'Copy as text' }).click();
  const text = pane.getByRole('textbox', { name: /Ctrl\+C/ });
  expect(await text.inputValue()).toContain('My next step\n  Call the quit line on Monday');
});
