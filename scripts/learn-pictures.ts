// The pictures of Learn: one of each kind of activity, in a pane and in a wide window, and the practice summary on paper.

import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { drawPaper } from './paper.ts';
import { FOLDER, open, PANE, shoot } from './screenshot.ts';

/** One activity: its address in Learn, and what the learner does before the picture is taken. */
interface LearnScene {
  readonly name: string;
  readonly route: string;
  readonly act?: (page: Page) => Promise<void>;
}

/** A window of its own, as the link of a visit opens it. */
const WIDE = 1280;

const presses =
  (...names: readonly RegExp[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) await page.getByRole('button', { name }).first().click();
  };

const writes = async (page: Page): Promise<void> => {
  await page.getByLabel('Your words').fill('You’re worn out by it, and you’d like more of your mornings back.');
  await presses(/^Compare with/)(page);
};

/** A bad start, then an apology. */
const talks = presses(/^Your blood alcohol/, /^I led with a number/);

/** Every kind of activity. */
const SCENES: readonly LearnScene[] = [
  { name: 'list', route: '' },
  { name: 'stop', route: 'tour/skills', act: presses(/^Next line/, /^Next line/) },
  { name: 'stop-choice', route: 'tour/rulers', act: presses(/^Only a four/) },
  { name: 'hearing', route: 'hearing/alcohol', act: presses(/^Change D Desire/) },
  { name: 'feedback', route: 'hearing/alcohol', act: presses(/^Sustain A Ability/, /^Compare/) },
  { name: 'saying', route: 'saying', act: writes },
  { name: 'conversation', route: 'case/alcohol', act: talks },
  { name: 'conversation-pad', route: 'case/alcohol', act: presses(/^You came in with a wrist/, /^Mark what you hear/) },
  {
    name: 'summary',
    route: 'case/alcohol',
    act: presses(/^Your blood alcohol/, /^Everybody doesn’t/, /^Walking away is how/, /^See the summary/),
  },
  { name: 'refresher', route: 'refresher' },
];

/** Opens the scene on a page of its own. */
async function openScene(browser: Browser, appUrl: string, scene: LearnScene): Promise<Page> {
  const page = await open(browser, PANE, 1);
  await page.goto(`${appUrl}learn.html#${scene.route}`);
  await page.locator('#page-heading').waitFor();
  await scene.act?.(page);
  return page;
}

async function takePaper(browser: Browser, page: Page): Promise<void> {
  await page.getByRole('button', { name: 'All of Learn' }).click();
  await page.getByRole('button', { name: 'Today’s practice' }).click();
  await page.getByRole('button', { name: 'Print', exact: true }).waitFor();
  await writeFile(
    `${FOLDER}/learn-printed-summary.png`,
    await drawPaper(browser, await page.pdf({ format: 'Letter' })),
  );
  process.stdout.write(`${FOLDER}/learn-printed-summary.png\n`);
}

/** Takes all of them. The summary on paper has the conversation in it. */
export async function takeLearn(browser: Browser, appUrl: string): Promise<void> {
  for (const scene of SCENES) {
    const page = await openScene(browser, appUrl, scene);
    await shoot(page, `learn-${scene.name}-${PANE.width}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(page, `learn-${scene.name}-${PANE.width}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: WIDE, height: PANE.height });
    await shoot(page, `learn-${scene.name}-${WIDE}`);
    if (scene.name === 'summary') await takePaper(browser, page);
    await page.context().close();
  }
}
