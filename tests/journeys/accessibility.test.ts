// The panel in every state, width and colour scheme: no barrier that axe knows, and nothing to scroll sideways for.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { barriersOf, bringAxe, overflowsOf } from '../support/barriers.ts';
import type { Clinician } from '../support/clinician.ts';
import { type Journey, setOut } from '../support/journey.ts';

const LOOKS = [
  [320, 'light'],
  [320, 'dark'],
  [420, 'light'],
  [772, 'dark'],
  [1280, 'light'],
] as const;

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);
const LONG_QUOTE = `${'I keep saying to myself that this is the year. '.repeat(42)}${LONG_WORD}\n\n“And then?” 🙂`;

async function talksAtLength(clinician: Clinician): Promise<void> {
  await clinician.names('Smoking');
  await clinician.rates('Importance', 10);
  await clinician.rates('Confidence', 0);
  await clinician.declines('Readiness');
  for (const said of ['Change D Desire', 'Sustain A Ability', 'Change R Reason', 'Sustain N Need'] as const) {
    await clinician.hears(said, LONG_QUOTE);
  }
  await clinician.hears('Change V Activation');
  await clinician.hears('Sustain U Not sure', LONG_WORD);
  await clinician.plans(LONG_QUOTE, '3 months');
}

async function talksShortly(clinician: Clinician): Promise<void> {
  await clinician.rates('Importance', 7);
  await clinician.hears('Change R Reason', 'My liver tests scared me');
}

type State = readonly [
  name: string,
  patientId: string,
  reach: (clinician: Clinician, journey: Journey) => Promise<void>,
];

const STATES: readonly State[] = [
  ['just opened', 'proto', async () => {}],
  ['just opened with years of notes', 'nguyen', async () => {}],
  ['full of long words', 'featherstone', talksAtLength],
  [
    'in review, full of long words',
    'featherstone',
    async (clinician) => {
      await talksAtLength(clinician);
      await clinician.reviews();
    },
  ],
  [
    'after filing',
    'rosales',
    async (clinician) => {
      await talksShortly(clinician);
      await clinician.signs();
      await clinician.seesItFiled();
    },
  ],
  [
    'after a refusal',
    'rosales',
    async (clinician, journey) => {
      await talksShortly(clinician);
      journey.fails('create-422');
      await clinician.signs();
      await clinician.isWarned('The chart refused a part of this note.');
    },
  ],
  [
    'shared with the patient, at a ruler',
    'featherstone',
    async (clinician) => {
      await talksAtLength(clinician);
      await clinician.page.keyboard.press('F8');
      await clinician.page.getByRole('button', { name: 'How much it matters' }).click();
      await clinician.page.getByRole('radio', { name: '10', exact: true, checked: true }).waitFor();
    },
  ],
  [
    'shared with the patient, at a long plan',
    'featherstone',
    async (clinician) => {
      await talksAtLength(clinician);
      await clinician.page.getByRole('button', { name: 'Plan to take home' }).click();
      await clinician.page.getByRole('heading', { name: /plan$/, level: 2 }).waitFor();
    },
  ],
  [
    'showing the note as the patient will read it',
    'featherstone',
    async (clinician) => {
      await talksAtLength(clinician);
      await clinician.reviews();
      await clinician.page.getByRole('button', { name: 'Read it as the patient will' }).click();
      await clinician.page.getByRole('heading', { name: 'As the patient will read it' }).waitFor();
    },
  ],
  [
    'in quiet mode',
    'proto',
    async (clinician) => {
      await clinician.page.keyboard.press('F1');
      await clinician.page.getByRole('button', { name: 'Go quiet' }).click();
      await clinician.page.getByRole('heading', { name: 'Evoke, quiet' }).waitFor({ state: 'attached' });
      await clinician.page.keyboard.press('n');
    },
  ],
  [
    'signing nothing',
    'proto',
    async (clinician) => {
      await clinician.signs();
      await clinician.isWarned('There is nothing to file yet.');
    },
  ],
];

/** Lets minutes go by; the page notices as it does after sleep. */
const waits =
  (minutes: number) =>
  async (clinician: Clinician): Promise<void> => {
    await talksShortly(clinician);
    await clinician.seesItKept();
    await clinician.page.evaluate((ahead) => {
      const before = Date.now;
      Date.now = () => before() + ahead;
      document.dispatchEvent(new Event('visibilitychange'));
    }, minutes * 60_000);
  };

const STATES_OF_TRUST: readonly State[] = [
  [
    'with the safety card',
    'proto',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Safety: pause the talk' }).click();
      await page.getByRole('dialog', { name: 'Safety first' }).waitFor();
    },
  ],
  [
    'with the self-check',
    'proto',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Keys and settings' }).click();
      await page.getByRole('button', { name: 'Self-check for IT' }).click();
      await page.getByRole('heading', { name: 'What happened lately' }).waitFor();
    },
  ],
  ['a minute before it locks', 'proto', waits(9.25)],
  [
    'locked',
    'proto',
    async (clinician) => {
      await waits(11)(clinician);
      await clinician.page.getByRole('heading', { name: /^Locked/ }).waitFor();
    },
  ],
  [
    'in review, for someone under age',
    'castellanos',
    async (clinician) => {
      await talksShortly(clinician);
      await clinician.reviews();
    },
  ],
];

async function expectNoBarriers(page: Page): Promise<void> {
  const found: string[] = [];
  for (const [width, colorScheme] of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    // All of it at once: what a sticky bar covers at some place of the scroll is no smaller for that.
    await page.setViewportSize({
      width,
      height: await page.evaluate(() => document.documentElement.scrollHeight + 200),
    });
    const lines = [...(await overflowsOf(page)), ...(await barriersOf(page))];
    found.push(...lines.map((line) => `${width} px, ${colorScheme}: ${line}`));
  }
  expect(found).toEqual([]);
}

test.each([...STATES, ...STATES_OF_TRUST])(
  'the panel %s (%s) has no barrier at any width, light or dark',
  async (_, patientId, reach) => {
    const journey = await setOut();
    await bringAxe(journey.context);
    const clinician = await journey.opens(patientId);
    await reach(clinician, journey);
    await expectNoBarriers(clinician.page);
  },
);

test('the page of a refused launch has no barrier at any width, light or dark', async () => {
  const journey = await setOut({ behaves: { discoveryStatus: 500 } });
  await bringAxe(journey.context);
  const page = await journey.context.newPage();
  await page.goto(journey.ehr.launch({ patientId: 'proto' }));
  await page.getByRole('alert').waitFor();
  await expectNoBarriers(page);
});

test('the page of a refused sign-in has no barrier at any width, light or dark', async () => {
  const journey = await setOut({ behaves: { tokenError: 'invalid_grant' } });
  await bringAxe(journey.context);
  const page = await journey.context.newPage();
  await page.goto(journey.ehr.launch({ patientId: 'proto' }));
  await page.getByRole('alert').waitFor();
  await expectNoBarriers(page);
});

const SIZES = [
  [
    'text of twice the size',
    [420, 772],
    (page: Page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%')),
  ],
  [
    'a page read from right to left',
    [320, 420],
    (page: Page) => page.evaluate(() => (document.documentElement.dir = 'rtl')),
  ],
] as const;

test.each(SIZES)('%s fits the pane, at work and turned to the patient', async (_, widths, change) => {
  const journey = await setOut();
  const clinician = await journey.opens('featherstone');
  const { page } = clinician;
  await talksAtLength(clinician);
  await clinician.reviews();
  await change(page);
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await overflowsOf(page)).map((line) => `work at ${width}: ${line}`));
    await page.keyboard.press('F8');
    for (const sheet of ['How much it matters', 'My plan']) {
      await page.getByRole('button', { name: sheet }).click();
      found.push(...(await overflowsOf(page)).map((line) => `${sheet} at ${width}: ${line}`));
    }
    await page.keyboard.press('Escape');
    await page.getByRole('toolbar', { name: 'Capture' }).waitFor();
  }
  expect(found).toEqual([]);
});

test('with forced colours every control of the pane and of the shared screen can still be told', async () => {
  const journey = await setOut();
  await bringAxe(journey.context);
  const clinician = await journey.opens('rosales');
  const { page } = clinician;
  await clinician.rates('Importance', 7);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 420, height: 6000 });
  const chosen = page.locator('label:has(:checked)').first();
  const outline = () => chosen.evaluate((cell) => getComputedStyle(cell).outlineStyle);
  expect(await outline()).toBe('solid');
  expect(await barriersOf(page)).toEqual([]);
  await page.keyboard.press('F8');
  await page.getByRole('button', { name: 'How much it matters' }).click();
  expect(await outline()).toBe('solid');
  expect(await barriersOf(page)).toEqual([]);
});
