// Every state of the pages that people see, as data: how to get there. Other files check them.

import type { Page } from 'playwright';
import { chartWithVisits, visitorId } from '../../mocks/people/visits.ts';
import type { Clinician } from './clinician.ts';
import type { Journey, JourneyOptions } from './journey.ts';

/** One state of a page: its name completes "the page ...". */
export interface Scenario {
  readonly name: string;
  readonly options?: JourneyOptions;
  /** Goes there and returns the page in that state. */
  readonly reach: (journey: Journey) => Promise<Page>;
}

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);
const LONG_QUOTE = `${'I keep saying to myself that this is the year. '.repeat(42)}${LONG_WORD}\n\n“And then?” 🙂`;

/** An interview in which everything is said at length. */
export async function talksAtLength(clinician: Clinician): Promise<void> {
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

const VISITS = 40;

const inPanel = (
  name: string,
  patientId: string,
  go: (clinician: Clinician, journey: Journey) => Promise<void> = async () => {},
  options?: JourneyOptions,
): Scenario => ({
  name,
  ...(options && { options }),
  reach: async (journey) => {
    const clinician = await journey.opens(patientId);
    await go(clinician, journey);
    return clinician.page;
  },
});

/** A panel on a chart of many visits, with the earlier notes open. */
const lookingBack = (name: string, go: (clinician: Clinician) => Promise<void>): Scenario => {
  const planted = chartWithVisits(VISITS, new Date());
  const opens = async (clinician: Clinician): Promise<void> => {
    await clinician.pane.getByRole('button', { name: /^Earlier notes/ }).click();
    await clinician.pane.getByRole('heading', { name: 'Over time' }).waitFor();
    await go(clinician);
  };
  return inPanel(name, visitorId(VISITS), opens, { planted });
};

/** Opens every part of the page that can be opened. */
async function unfolds({ page }: Clinician): Promise<void> {
  const opener = page.locator('main [aria-expanded="false"]:visible, main details:not([open]) > summary:visible');
  for (let count = await opener.count(); count > 0; count -= 1) await opener.nth(count - 1).click();
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
}

/** Advances the clock by minutes. The page notices as it does after sleep. */
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

const presses = async ({ pane }: Clinician, name: string | RegExp): Promise<void> =>
  pane.getByRole('button', { name }).click();

const AT_WORK: readonly Scenario[] = [
  inPanel('just opened', 'proto'),
  inPanel('just opened with years of notes', 'nguyen'),
  inPanel('full of long words', 'featherstone', talksAtLength),
  inPanel('with every part of the talk unfolded', 'rosales', async (clinician) => {
    await talksShortly(clinician);
    await clinician.hears('Sustain N Need');
    await unfolds(clinician);
  }),
  inPanel('in review, full of long words', 'featherstone', async (clinician) => {
    await talksAtLength(clinician);
    await clinician.reviews();
  }),
  inPanel('in review, for someone under age', 'castellanos', async (clinician) => {
    await talksShortly(clinician);
    await clinician.reviews();
  }),
  inPanel('signing nothing', 'proto', async (clinician) => {
    await clinician.signs();
    await clinician.isWarned('There is nothing to file yet.');
  }),
  inPanel('after filing', 'rosales', async (clinician) => {
    await talksShortly(clinician);
    await clinician.signs();
    await clinician.seesItFiled();
  }),
  inPanel('after a refusal', 'rosales', async (clinician, journey) => {
    await talksShortly(clinician);
    journey.fails('create-422');
    await clinician.signs();
    await clinician.isWarned('The chart refused a part of this note.');
  }),
];

const LOOKING_BACK: readonly Scenario[] = [
  lookingBack('looking back over forty visits', unfolds),
  lookingBack('reading an earlier note', async ({ page }) => {
    await page.locator('button[id^="open-"]').first().click();
    await page.getByRole('article').getByText('Details', { exact: true }).click();
    await page.getByRole('article').getByRole('heading', { name: 'In the chart' }).waitFor();
  }),
  lookingBack('comparing two visits', async (clinician) => {
    await presses(clinician, 'Two visits side by side');
    await clinician.pane.getByRole('heading', { name: 'Then and now' }).waitFor();
  }),
];

/** Opens the clinician's own filed note and presses one of its buttons. */
const changing = (name: string, button: string, then: (clinician: Clinician) => Promise<void>): Scenario =>
  inPanel(name, 'proto', async (clinician) => {
    await clinician.rates('Confidence', 3);
    await talksShortly(clinician);
    await clinician.plans('No drinks on weeknights');
    await clinician.signs();
    await clinician.seesItFiled();
    await presses(clinician, 'Begin another note');
    await presses(clinician, /^Earlier notes/);
    await clinician.page.locator('button[id^="open-"]').first().click();
    await clinician.pane.getByRole('article').getByRole('button', { name: button, exact: true }).click();
    await then(clinician);
  });

const CHANGING: readonly Scenario[] = [
  changing('correcting a filed note', 'Correct', async (clinician) => {
    await clinician.pane
      .getByRole('article')
      .getByRole('button', { name: /^Sign for/ })
      .click();
    await clinician.isWarned('There is nothing to sign yet.');
  }),
  changing('retracting a filed note', 'Retract', async ({ pane }) =>
    pane.getByRole('radio', { name: 'Written twice' }).check(),
  ),
];

const IN_FRONT_OF_THE_PATIENT: readonly Scenario[] = [
  inPanel('shared with the patient, at a ruler', 'featherstone', async (clinician) => {
    await talksAtLength(clinician);
    await clinician.page.keyboard.press('F8');
    await presses(clinician, 'How much it matters');
    await clinician.pane.getByRole('radio', { name: '10', exact: true, checked: true }).waitFor();
  }),
  inPanel('shared with the patient, at a long plan', 'featherstone', async (clinician) => {
    await talksAtLength(clinician);
    await presses(clinician, 'Plan to take home');
    await clinician.pane.getByRole('heading', { name: /plan$/, level: 2 }).waitFor();
  }),
  inPanel('showing the note as the patient will read it', 'featherstone', async (clinician) => {
    await talksAtLength(clinician);
    await clinician.reviews();
    await presses(clinician, 'Preview as patient');
    await clinician.pane.getByRole('heading', { name: 'As the patient will read it' }).waitFor();
  }),
  inPanel('in quiet mode', 'proto', async (clinician) => {
    await clinician.page.keyboard.press('F1');
    await presses(clinician, 'Go quiet');
    await clinician.pane.getByRole('heading', { name: 'Evoke, quiet' }).waitFor({ state: 'attached' });
    await clinician.page.keyboard.press('n');
  }),
];

const OF_TRUST: readonly Scenario[] = [
  inPanel('with the keys and settings', 'proto', async (clinician) => {
    await presses(clinician, 'Keys and settings');
    await clinician.pane.getByRole('dialog', { name: 'Keys and settings' }).waitFor();
  }),
  inPanel('with the safety card', 'proto', async (clinician) => {
    await presses(clinician, 'Safety: pause the conversation');
    await clinician.pane.getByRole('dialog', { name: 'Safety first' }).waitFor();
  }),
  inPanel('with the self-check', 'proto', async (clinician) => {
    await presses(clinician, 'Keys and settings');
    await presses(clinician, 'Self-check for IT');
    await clinician.pane.getByRole('heading', { name: 'What happened lately' }).waitFor();
  }),
  inPanel('a minute before it locks', 'proto', waits(9.25)),
  inPanel('locked', 'proto', async (clinician) => {
    await waits(11)(clinician);
    await clinician.pane.getByRole('heading', { name: /^Locked/ }).waitFor();
  }),
];

/** Pages that end before a panel opens. */
const ending = (name: string, address: (journey: Journey) => string, options?: JourneyOptions): Scenario => ({
  name,
  ...(options && { options }),
  reach: async (journey) => {
    const page = await journey.context.newPage();
    await page.goto(address(journey));
    await page.getByRole('alert').waitFor();
    return page;
  },
});

const launched = ({ ehr }: Journey): string => ehr.launch({ patientId: 'proto' });

const ENDED: readonly Scenario[] = [
  ending('of a launch that was refused', launched, { behaves: { discoveryStatus: 500 } }),
  ending('of a sign-in that was refused', launched, { behaves: { tokenError: 'invalid_grant' } }),
  ending('opened without a launch', ({ appUrl }) => `${appUrl}launch.html`),
  ending('opened without a sign-in', ({ appUrl }) => `${appUrl}index.html`),
];

/** All of them. */
export const SCENARIOS: readonly Scenario[] = [
  ...AT_WORK,
  ...LOOKING_BACK,
  ...CHANGING,
  ...IN_FRONT_OF_THE_PATIENT,
  ...OF_TRUST,
  ...ENDED,
];
