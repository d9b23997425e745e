// The scripted tasks whose keys are counted. Each says what the chart must contain afterwards.
// The bench and the test tests/journeys/klm.test.ts share them.

import type { Locator, Page } from 'playwright';
import { dayIn, type Fact } from './filed.ts';
import { Hands, type Tally } from './hands.ts';

/** One scenario: where focus begins, what is done, and what the chart contains afterwards. */
export interface Scenario {
  /** Uncounted: brings the page to where the scenario starts. */
  readonly begins?: (page: Page) => Promise<void>;
  readonly does: (hands: Hands) => Promise<void>;
  /** Whether signing is counted. If not, the note is filed afterwards, uncounted, and then checked. */
  readonly signs: boolean;
  /** On a touch screen of 420 by 800 pixels. */
  readonly touch?: boolean;
  readonly files: readonly Fact[];
}

const KIDS = 'want to be there for my kids';
const TESTS = 'my liver tests scared me';
const SLEEP = "can't sleep without it";
const STEP = 'no drinks on weeknights';

const radio = (page: Page, group: RegExp, name: string): Locator =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });
const chip = (page: Page, name: string): Locator =>
  page.getByRole('toolbar', { name: 'Capture' }).getByRole('button', { name: new RegExp(`^${name}`) });
const firstStep = (page: Page): Locator => page.getByRole('textbox', { name: /^First step/ });

/** Waits, uncounted, until focus is inside an element. The page's own time is reported separately. */
async function focusIsIn(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((where) => document.activeElement?.closest(where) !== null, selector);
}

async function toPad(page: Page): Promise<void> {
  await page.keyboard.press('F9');
  await focusIsIn(page, '#capture-pad');
}

async function signsByKeys(hands: Pick<Hands, 'presses' | 'page'>): Promise<void> {
  await hands.presses('Control+Enter');
  await focusIsIn(hands.page, '#review');
  await hands.page.getByRole('button', { name: /Files to the chart/ }).waitFor();
  await hands.presses('Control+Enter');
}

async function captures(hands: Hands, letter: string, text: string): Promise<void> {
  hands.decides();
  await hands.presses(letter);
  await hands.types(text);
  await hands.presses('Enter');
}

async function rates(hands: Hands, ...keys: readonly string[]): Promise<void> {
  hands.decides();
  await hands.presses(...keys);
}

/** A note without a target is about health behavior as such. */
const NOT_NAMED: Fact = ['target-behaviour', '228272008'];
const RATED: readonly Fact[] = [
  ['importance', 7],
  ['confidence', 4],
  ['readiness', 6],
];
const PLANNED: readonly Fact[] = [
  ['plan-outcome', 'plan-agreed'],
  ['plan-first-step', STEP],
];

const S1_FILES: readonly Fact[] = [
  ['target-behaviour', '897148007'],
  ['sensitive-topic', true],
  ...RATED,
  ['ct-desire', KIDS],
  ['ct-reason', TESTS],
  ['st-ability', SLEEP],
  ['ct-count', 2],
  ['st-count', 1],
  ...PLANNED,
  ['plan-follow-up', dayIn(14)],
];

/** S1, the minimal note, with no click. */
const S1_KEYBOARD: Scenario = {
  signs: true,
  files: S1_FILES,
  does: async (hands) => {
    await rates(hands, 'Tab', 'Space');
    for (const digit of ['7', '4', '6']) await rates(hands, 'Tab', digit);
    await hands.presses('Tab');
    await captures(hands, 'd', KIDS);
    await captures(hands, 'r', TESTS);
    await captures(hands, 'Shift+A', SLEEP);
    hands.decides();
    await hands.presses('Tab', 'Tab');
    await hands.types(STEP);
    await rates(hands, 'Tab', 'Space');
    hands.decides();
    await signsByKeys(hands);
  },
};

async function clicks(hands: Hands, target: Locator): Promise<void> {
  hands.decides();
  await hands.clicks(target);
}

async function capturesByPointer(hands: Hands, name: string, text: string): Promise<void> {
  await clicks(hands, chip(hands.page, name));
  await hands.types(text);
  await hands.presses('Enter');
}

/** S1 by pointer: everything but the text and the Enter after each utterance is clicked. */
const S1_POINTER: Scenario = {
  signs: true,
  files: S1_FILES,
  does: async (hands) => {
    const { page } = hands;
    await clicks(hands, radio(page, /^Topic/, 'Alcohol'));
    await clicks(hands, radio(page, /^Importance/, '7'));
    await clicks(hands, radio(page, /^Confidence/, '4'));
    await clicks(hands, radio(page, /^Readiness/, '6'));
    await capturesByPointer(hands, 'Change D', KIDS);
    await capturesByPointer(hands, 'Change R', TESTS);
    await capturesByPointer(hands, 'Sustain A', SLEEP);
    await clicks(hands, firstStep(page));
    await hands.types(STEP);
    await clicks(hands, radio(page, /^Follow-up/, '2 weeks'));
    await clicks(hands, page.getByRole('button', { name: 'Review', exact: true }));
    await hands.clicks(page.getByRole('button', { name: /^Sign for/ }));
  },
};

async function taps(hands: Hands, target: Locator): Promise<void> {
  hands.decides();
  await hands.taps(target);
}

async function capturesByTouch(hands: Hands, name: string, text: string): Promise<void> {
  await taps(hands, chip(hands.page, name));
  await hands.taps(hands.page.getByRole('textbox', { name: 'Words', exact: true }));
  await hands.types(text);
}

/** S1 by touch at 420 by 800: the pad is opened from the footer, and the words are typed on the screen. */
const S1_TOUCH: Scenario = {
  touch: true,
  signs: true,
  files: S1_FILES,
  does: async (hands) => {
    const { page } = hands;
    await taps(hands, radio(page, /^Topic/, 'Alcohol'));
    await taps(hands, radio(page, /^Importance/, '7'));
    await taps(hands, radio(page, /^Confidence/, '4'));
    await taps(hands, radio(page, /^Readiness/, '6'));
    const mark = page.getByRole('button', { name: 'Mark what you hear' });
    await taps(hands, mark);
    await capturesByTouch(hands, 'Change D', KIDS);
    await capturesByTouch(hands, 'Change R', TESTS);
    await capturesByTouch(hands, 'Sustain A', SLEEP);
    await hands.taps(mark);
    await taps(hands, firstStep(page));
    await hands.types(STEP);
    await taps(hands, radio(page, /^Follow-up/, '2 weeks'));
    await taps(hands, page.getByRole('button', { name: 'Review', exact: true }));
    await hands.taps(page.getByRole('button', { name: /^Sign for/ }));
  },
};

async function anywhere(hands: Hands, letter: string, text: string): Promise<void> {
  hands.decides();
  await hands.presses('F9', letter);
  await hands.types(text);
  await hands.presses('Enter', 'Escape');
}

/** S2, conversation between the rulers. Focus starts in the first ruler and returns to where it was each time. */
const S2: Scenario = {
  begins: (page) => radio(page, /^Importance/, '0').focus(),
  signs: false,
  files: [
    NOT_NAMED,
    ...RATED,
    ['ct-desire', KIDS],
    ['st-ability', SLEEP],
    ['ct-reason', TESTS],
    ['ct-count', 2],
    ['st-count', 1],
  ],
  does: async (hands) => {
    await rates(hands, '7');
    await anywhere(hands, 'd', KIDS);
    await rates(hands, 'Tab', '4');
    await anywhere(hands, 'Shift+A', SLEEP);
    await rates(hands, 'Tab', '6');
    await anywhere(hands, 'r', TESTS);
  },
};

/** A mark without words. The next mark could follow at once. */
const MARK: Scenario = {
  begins: toPad,
  signs: false,
  // The kind of talk has a label and no code of its own.
  files: [NOT_NAMED, ['ct-count', 1], ['st-count', 0], ['', 'for change: desire']],
  does: async (hands) => {
    hands.decides();
    await hands.presses('d', 'Enter');
    await focusIsIn(hands.page, '#capture-pad');
  },
};

const ONE_UTTERANCE: readonly Fact[] = [NOT_NAMED, ['ct-desire', KIDS], ['ct-count', 1], ['st-count', 0]];

/** A coded utterance from the pad. The next one could follow at once. */
const UTTERANCE: Scenario = {
  begins: toPad,
  signs: false,
  files: ONE_UTTERANCE,
  does: async (hands) => {
    await captures(hands, 'd', KIDS);
    await focusIsIn(hands.page, '#capture-pad');
  },
};

/** From a half-filled field to the pad, and back into the same field. */
const ANYWHERE: Scenario = {
  begins: async (page) => {
    await firstStep(page).focus();
    await page.keyboard.type(STEP.slice(0, 5));
  },
  signs: false,
  files: [...ONE_UTTERANCE, ...PLANNED],
  does: async (hands) => {
    await anywhere(hands, 'd', KIDS);
    await hands.page.keyboard.type(STEP.slice(5));
  },
};

/** All scenarios by name. */
export const SCENARIOS = {
  's1.keyboard': S1_KEYBOARD,
  's1.pointer': S1_POINTER,
  's1.touch': S1_TOUCH,
  s2: S2,
  mark: MARK,
  utterance: UTTERANCE,
  anywhere: ANYWHERE,
} as const;

export type ScenarioName = keyof typeof SCENARIOS;

/** Runs a scenario on a page where Evoke is ready. The note is in the chart at the end. */
export async function walk({ begins, does, signs }: Scenario, page: Page): Promise<Tally> {
  await begins?.(page);
  const hands = new Hands(page);
  await does(hands);
  const { tally } = hands;
  if (!signs) await signsByKeys(new Hands(page));
  await page
    .getByRole('status')
    .filter({ hasText: /Filed in the chart/ })
    .first()
    .waitFor();
  return tally;
}
