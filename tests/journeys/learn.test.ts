// Learn without a launch: a stop of the tour, a set to hear, a written answer, one conversation badly and well. Each by
// keyboard, by touch and in the accessibility tree.
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { headingsOf, landmarksOf, nameless, readTree, skippedLevels } from '../support/ax-tree.ts';
import { ownGrounds } from '../support/grounds.ts';
import { expectSilence, watchedContext } from '../support/journey.ts';
import { byKeyboard, byTouch, byTree, type Learner, type WayToLearn } from '../support/learner.ts';
import { sampleOf } from '../support/sample.ts';

async function openLearn(touch = false): Promise<Page> {
  const { context, lookout } = await watchedContext({ width: 420, touch });
  onTestFinished(async () => {
    await context.close();
    expectSilence(lookout);
  });
  const page = await context.newPage();
  await page.goto(`${ownGrounds().appUrl}learn.html`);
  await page.getByRole('heading', { name: 'Practice motivational interviewing' }).waitFor();
  return page;
}

async function takesTheFirstStop({ press, sees }: Learner): Promise<void> {
  await press(/^1 The spirit/);
  await sees(/1\. The spirit/);
  for (let line = 1; line < 7; line += 1) await press(new RegExp(`^Next line \\(${line} of 7\\)`));
  await sees(/Righting reflex\./);
  await press(/^You could take the stairs/);
  await sees(/Look again\./);
  await press(/^You want to move more/);
  await sees(/That fits\./);
  await sees(/does not replace training/);
  await press(/^Next: Four processes/);
  await sees(/2\. Four processes/);
}

async function hearsRightWrongMissedAndDisputed({ press, mark, sees }: Learner): Promise<void> {
  await press(/^All of Learn/);
  await press(/^Alcohol/);
  await sees(/I want my Saturdays back/);
  await mark('Change D Desire');
  await press(/^Compare/);
  await sees(/We hear the same/);
  await press(/^Next line/);
  await mark('Sustain A Ability');
  await press(/^Compare/);
  await sees(/We hear the other side/);
  await press(/^Next line/);
  await press(/^Let it pass/);
  await sees(/Missed: Sustain \(desire\)/);
  await press(/^Next line/);
  await mark('Change T Taking steps');
  await press(/^Compare/);
  await sees(/Some raters hear it that way/);
  await sees(/6 of 10: Change \(ability\)/);
  await press(/^Stop here/);
  await sees(/You heard 2 of 4 lines as we do/);
}

async function writesAReflection({ press, write, sees }: Learner): Promise<void> {
  await press(/^All of Learn/);
  await press(/^Write reflections/);
  await write('Your words', 'You should stop, but you tried?');
  await press(/^Compare with three others/);
  await sees(/It has a “but”/);
  await sees(/It sounds like advice/);
  await sees(/You’re worn out, and you’ve kept trying\./);
}

async function talksBadlyAndThenWell({ press, mark, sees }: Learner): Promise<void> {
  await press(/^All of Learn/);
  await press(/^Dana, after a bad start/);
  for (const says of [/^Your blood alcohol/, /^Everybody doesn’t/, /^Walking away is how/]) await press(says);
  await sees(/You people are all the same/);
  await press(/^See the summary/);
  await sees(/They pulled back/);
  await sees(/Confronting\./);
  await sees(/You marked nothing this time/);
  await press(/^Talk again from the start/);
  for (const says of [/^You came in with a wrist/, /^What’s this wrist/, /^Your hands are your whole/])
    await press(says);
  await mark('Change D Desire');
  await press(/^Ask a ruler/);
  await press(/^Ask: Importance/);
  await sees(/I’d say 6\./);
  await press(/^What makes it a 6 and not a 4/);
  await sees(/No wrist, no knife, no rent/);
  for (const says of [/^Quitting isn’t what/, /^A whole month/, /^Which part of that/]) await press(says);
  await press(/^See the summary/);
  await sees(/It ends with a first step/);
  await sees(/MITI 4\.2\.1: fair \/ good/);
  await sees(/Missed:/);
}

const PARTS = [
  ['a stop of the tour', takesTheFirstStop],
  ['right, wrong, missed and disputed marks', hearsRightWrongMissedAndDisputed],
  ['a written reflection', writesAReflection],
  ['one conversation, badly and then well', talksBadlyAndThenWell],
] as const;

const WAYS: readonly (readonly [string, WayToLearn])[] = [
  ['by keyboard', byKeyboard],
  ['by touch', byTouch],
  ['in the accessibility tree', byTree],
];

test.each(sampleOf(WAYS, ([, begin]) => begin !== byTree))(
  'a learner works %s through the tour, hearing, saying and a conversation',
  async (_, begin) => {
    const page = await openLearn(begin === byTouch);
    const learner = begin(page);
    const unread: string[] = [];
    for (const [part, takes] of PARTS) {
      await takes(learner);
      await page.getByText('Practice', { exact: true }).first().waitFor();
      const tree = await readTree(page);
      const levels = headingsOf(tree).filter((each) => each.startsWith('1 '));
      const mains = landmarksOf(tree).filter((each) => each.startsWith('main'));
      const faults = [...nameless(tree), ...skippedLevels(tree)];
      if (levels.length !== 1 || mains.length !== 1) faults.push('not one heading of level 1 and one main');
      unread.push(...faults.map((fault) => `${part}: ${fault}`));
    }
    expect(unread).toEqual([]);
    await learner.press(/^All of Learn/);
    await learner.press(/^Today’s practice/);
    await learner.sees(/Tour stop: The spirit/);
    await learner.sees(/Hearing, Alcohol: 2 of 4 lines heard as/);
    await learner.sees(/Dana, after a bad start: 0 reflections/);
  },
  180_000,
);

test('after an answer the patient’s reply has the focus, and all answers are in sight', async () => {
  const page = await openLearn();
  const { press, mark } = byKeyboard(page);
  await page.setViewportSize({ width: 420, height: 800 });
  await press(/^Ray and his cigarettes/);
  await press(/^You came in ready/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/crying on the phone/);
  for (const answer of await page.getByRole('region', { name: 'What do you say?' }).getByRole('button').all())
    expect(await answer.evaluate((one) => one.getBoundingClientRect().bottom)).toBeLessThan(800);
  await mark('Change R Reason');
  await page.getByText('Your marks: Change (reason)').waitFor();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-label')))
    .toBe('What do you say?');
});

test('with the pad open, the patient’s line, the pad and all answers are in sight', async () => {
  const page = await openLearn();
  const { press } = byKeyboard(page);
  await page.setViewportSize({ width: 420, height: 900 });
  await press(/^Dana, after a bad start/);
  await press(/^You came in with a wrist/);
  await press(/^Mark what you hear/);
  const answers = page.getByRole('region', { name: 'What do you say?' }).getByRole('button');
  for (const part of [page.locator('#latest-line'), page.locator('#capture-pad'), ...(await answers.all())]) {
    const { top, bottom } = await part.evaluate((one) => one.getBoundingClientRect().toJSON());
    const header = await page.locator('header').evaluate((one) => one.getBoundingClientRect().bottom);
    expect(top).toBeGreaterThanOrEqual(header);
    expect(bottom).toBeLessThanOrEqual(900);
  }
});
