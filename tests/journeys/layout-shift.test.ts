// What is under a finger stays there: what comes later, from the chart or after a press, moves nothing that is in use.
import type { Locator } from 'playwright';
import { expect, test } from 'vitest';
import { Clinician } from '../support/clinician.ts';
import type { Around } from '../support/ehr-in-a-box.ts';
import { type JourneyOptions, setOut } from '../support/journey.ts';

/** Opens the chart with these requests unanswered. `answers` lets the answers go. */
async function opensWithout(requests: RegExp, patientId: string, options: JourneyOptions) {
  let answers = (): void => {};
  const held = new Promise<void>((resolve) => {
    answers = resolve;
  });
  const around: Around = (answer) => async (request) => {
    if (requests.test(request.url)) await held;
    return answer(request);
  };
  const { context, ehr } = await setOut({ ...options, around });
  const page = await context.newPage();
  await page.goto(ehr.launch({ patientId }));
  return { clinician: new Clinician(page), answers };
}

/** Where it begins and ends in the pane, from top to bottom. */
async function placeOf(part: Locator): Promise<{ readonly top: number; readonly bottom: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { top: box.y, bottom: box.y + box.height };
}

test.each([320, 420])(
  'at %i px the codes of a raised pad stay where they are as the first mark is made',
  async (width) => {
    const { opens } = await setOut({ width });
    const clinician = await opens('proto');
    await clinician.pane.getByRole('button', { name: 'Got it' }).click();
    await clinician.pane.getByRole('button', { name: 'Mark what you hear' }).click();
    const reason = clinician.chip('Change R Reason');
    const before = await placeOf(reason);
    await reason.click();
    await clinician.pane.getByRole('list', { name: 'What you might say next' }).waitFor();
    expect(await placeOf(reason)).toEqual(before);
  },
);

test('an answer by a press does not fold its ruler, not even for a moment', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const ruler = clinician.ruler('Importance');
  const folds = await ruler.evaluateHandle((group) => {
    const seen: string[] = [];
    new MutationObserver((changes) => seen.push(...changes.map(({ attributeName }) => String(attributeName)))).observe(
      group.parentElement ?? group,
      { attributeFilter: ['data-folded'] },
    );
    return seen;
  });
  await clinician.rates('Importance', 6);
  await clinician.pane.getByRole('button', { name: 'What makes it a 6 and not a 4?' }).waitFor();
  expect(await folds.jsonValue()).toEqual([]);
});

test.each([420, 1280])('at %i px earlier notes that come late do not move the topic that was chosen', async (width) => {
  const { clinician, answers } = await opensWithout(/\/Observation\?/, 'asante', { width });
  await clinician.names('Smoking');
  const topic = clinician.pane.getByRole('radio', { name: 'Smoking', exact: true });
  const before = await placeOf(topic);
  answers();
  await clinician.pane.getByRole('heading', { name: /^Last time,/ }).waitFor();
  await expect.poll(async () => (await placeOf(topic)).top).toBeCloseTo(before.top, 0);
});

test('earlier notes that come before anything was pressed are at the top of the page', async () => {
  const { clinician, answers } = await opensWithout(/\/Observation\?/, 'asante', {});
  await clinician.pane.getByRole('radiogroup', { name: 'Topic' }).waitFor();
  answers();
  await clinician.isReady();
  expect(await clinician.page.evaluate(() => window.scrollY)).toBe(0);
});

test.each([320, 420, 1280])('at %i px the sign button does not come where another button was', async (width) => {
  const { clinician, answers } = await opensWithout(/\/Patient\//, 'asante', { width });
  await clinician.rates('Importance', 6);
  await clinician.goesTo('Review');
  const copy = clinician.pane.getByRole('button', { name: 'Copy note text' });
  await copy.scrollIntoViewIfNeeded();
  const before = await placeOf(copy);
  answers();
  await clinician.signButton.waitFor();
  expect((await placeOf(clinician.signButton)).bottom).toBeLessThan(before.top);
});

test.each([320, 420, 1280])('at %i px a name that comes late moves nothing below it', async (width) => {
  const { clinician, answers } = await opensWithout(/\/Patient\//, 'proto', { width });
  const sections = clinician.pane.getByRole('navigation', { name: 'Interview' });
  const before = await placeOf(sections);
  answers();
  await clinician.isReady();
  expect((await placeOf(sections)).top).toBeCloseTo(before.top, 0);
});
