// The patient looks on, taps, takes the plan home. What they must not see is searched for in the whole document.
import { expect, test } from 'vitest';
import type { Clinician } from '../support/clinician.ts';
import { setOut } from '../support/journey.ts';

const QUOTE = 'I want to be there when my daughter plays';
const STAYS = 'Smoking is the only break I get';
const LINE = 'Her sister smokes as well';

/** A talk with everything in it that a patient is not shown. Rosales has earlier notes, with numbers. */
async function talks(clinician: Clinician): Promise<void> {
  await clinician.names('Smoking');
  await clinician.hears('Change R Reason', QUOTE);
  await clinician.hears('Sustain D Desire', STAYS);
  await clinician.hears('Change N Need');
  await clinician.rates('Confidence', 4);
  await clinician.plans('Call the quit line on Monday', '2 weeks');
  await clinician.pane.getByRole('button', { name: '+ Who is here' }).click();
  await clinician.pane.getByRole('textbox', { name: /in the room/ }).fill(LINE);
}

/** Everything that can be read of the page: the document, its title, and the text for a screen reader. */
async function everything({ page }: Clinician): Promise<string> {
  const [document, tree] = [await page.content(), await page.locator('body').ariaSnapshot()];
  // Fixed parts of every page: class names are made from file names, and the site's settings are not patient data.
  const spoken = document.replaceAll(/<script.*?<\/script>|<link[^>]*>|<style.*?<\/style>| class="[^"]*"/gs, '');
  return `${await page.title()}\n${spoken}\n${tree}`;
}

const FORBIDDEN = [
  ...[STAYS, LINE, 'María Elena Rosales', 'ROSALES', '1972', 'MRN', 'sustain', 'Sustain', 'Change R', 'Change N'],
  ...['last time', 'Last time', 'Earlier note', 'Need', 'marked', 'for staying the same', 'Draft kept', 'Sign for'],
];

test('the shared screen holds nothing but the view for the patient, in any of its parts', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('rosales');
  await talks(clinician);
  const { page } = clinician;
  await page.keyboard.press('F8');
  for (const [sheet, shows] of [
    ['What to talk about', 'Smoking'],
    ['How much it matters', 'How important is it to you right now to change something about your smoking?'],
    ['How sure I am', 'If you decided to change something about your smoking, how confident are you that you could?'],
    ['How ready I am', 'How ready are you to change something about your smoking?'],
    ['My plan', 'Call the quit line on Monday'],
  ] as const) {
    await page.getByRole('button', { name: sheet }).click();
    await clinician.sees(shows);
    const all = await everything(clinician);
    expect(FORBIDDEN.filter((words) => all.includes(words))).toEqual([]);
    expect(all).not.toContain(QUOTE);
  }
  await page.getByRole('heading', { name: 'Sharing with Malena' }).waitFor();
  await page.keyboard.press('F9');
  await page.keyboard.press('Control+Enter');
  expect(await page.getByRole('toolbar', { name: 'Capture' }).count()).toBe(0);
  expect(journey.lookout.requests.filter((each) => each.startsWith('POST') && each.includes('/fhir/'))).toEqual([]);
});

test('in a pane of 320 by 560 the question and all its numbers are in view, and so is the chosen chip', async () => {
  const journey = await setOut({ width: 320 });
  const clinician = await journey.opens('rosales');
  const { page } = clinician;
  await page.setViewportSize({ width: 320, height: 560 });
  await clinician.names('Smoking');
  await page.getByRole('button', { name: 'Visit in Spanish' }).click();
  await page.keyboard.press('F8');
  const chips = page.getByRole('main').getByRole('listitem').getByRole('button');
  await chips.first().waitFor();
  const widths = () => chips.evaluateAll((all) => all.map((chip) => chip.getBoundingClientRect().width));
  const before = await widths();
  for (let place = 0; place < before.length - 1; place += 1) {
    await chips.nth(place).focus();
    await page.keyboard.press('Enter');
    const chosen = await page.locator('[aria-current=true]').boundingBox();
    expect(chosen?.x).toBeGreaterThanOrEqual(0);
    expect((chosen?.x ?? 0) + (chosen?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(await widths()).toEqual(before);
    const ten = page.getByText('10', { exact: true });
    if ((await ten.count()) === 0) continue;
    const box = await ten.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(560);
  }
});

test('a quote is shown once it is ticked, and no other', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('rosales');
  await talks(clinician);
  const { page } = clinician;
  await page.getByRole('button', { name: QUOTE }).click();
  await page.getByRole('button', { name: 'OK to show' }).click();
  await page.getByRole('button', { name: 'Plan to take home' }).click();
  await clinician.sees(`“${QUOTE}”`);
  expect(await everything(clinician)).not.toContain(STAYS);
});

test('the patient taps a 6, and the clinician finds it set, with the question that follows', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('proto');
  const { page } = clinician;
  await page.getByRole('button', { name: 'Share the screen with the patient' }).click();
  await page.getByRole('button', { name: 'How much it matters' }).click();
  await page.getByRole('radio', { name: '6', exact: true }).click();
  await page.keyboard.press('Escape');
  const importance = clinician.ruler('Importance');
  await importance.getByRole('radio', { name: '6', exact: true, checked: true }).waitFor();
  await page.getByRole('button', { name: 'What makes it a 6 and not a 4?' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('share-button');
});

test('a view opened from the page closes onto the button that opened it, in view', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('proto');
  const { page } = clinician;
  await clinician.rates('Importance', 6);
  await clinician.reviews();
  // Folds while the view is shown, and the page is shorter then.
  await page.getByText('More plan details').click();
  for (const [name, heading] of [
    ['Preview as patient', 'As the patient will read it'],
    ['Plan to take home', 'Sharing with Pat'],
    ['Quiet mode: pad and rulers only', 'Evoke, quiet'],
  ] as const) {
    const button = page.getByRole('button', { name });
    await button.click();
    await page.getByRole('heading', { name: heading }).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => button.evaluate((one) => one === document.activeElement), { message: name }).toBe(true);
    const seen = await button.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(seen, name).toBe(true);
  }
});

test('the plan prints on one page without the pane around it, and long plans on more pages without a word lost', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('rosales');
  await talks(clinician);
  const { page } = clinician;
  const pages = async (): Promise<number> =>
    ((await page.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
  await page.getByRole('button', { name: 'Plan to take home' }).click();
  await page.getByRole('heading', { name: 'Malena’s plan' }).waitFor();
  expect(await pages()).toBe(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await page.getByText('Call the quit line on Monday').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await clinician.plans(Array.from({ length: 120 }, (_, place) => `Step ${place + 1}: go for a walk.`).join('\n'));
  await page.getByRole('button', { name: 'Plan to take home' }).click();
  await clinician.sees(/Step 120: go for a walk\./);
  expect(await pages()).toBeGreaterThan(1);
});

test('a Spanish and an English page come from the same talk, with the quote marked in the language it was said in', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('proto');
  const { page } = clinician;
  await clinician.names('Smoking');
  await clinician.hears('Change R Reason', 'Quiero estar ahí para mis hijos');
  await page.getByRole('button', { name: 'Quiero estar ahí' }).click();
  await page.getByRole('button', { name: 'OK to show' }).click();
  await page.getByRole('button', { name: 'Visit in Spanish' }).click();
  await page.getByRole('button', { name: 'Plan to take home' }).click();
  await page.getByRole('heading', { name: 'Lo que hablamos hoy: Pat' }).waitFor();
  const quote = page.getByText('“Quiero estar ahí para mis hijos”');
  for (const [language, heading, topic] of [
    ['English', 'What we talked about: Pat', 'Smoking'],
    ['Español', 'Lo que hablamos hoy: Pat', 'Fumar'],
  ] as const) {
    await page.getByRole('radiogroup', { name: 'Language / Idioma' }).getByRole('radio', { name: language }).check();
    await page.getByRole('heading', { name: heading }).waitFor();
    await clinician.sees(topic);
    expect(await quote.getAttribute('lang')).toBe('es');
    expect(await page.getByRole('article').getAttribute('lang')).toBe(language === 'English' ? 'en' : 'es');
  }
});

test('if the clipboard is forbidden, the plan appears as text to copy', async () => {
  const journey = await setOut();
  await journey.context.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    Object.defineProperty(document, 'execCommand', { value: () => false });
  });
  const clinician = await journey.opens('proto');
  await clinician.plans('Call the quit line on Monday');
  await clinician.page.getByRole('button', { name: 'Plan to take home' }).click();
  await clinician.page.getByRole('button', { name: 'Copy as text' }).click();
  const text = clinician.page.getByRole('textbox', { name: /Ctrl\+C/ });
  expect(await text.inputValue()).toContain('My next step\n  Call the quit line on Monday');
});

test.each([
  ['cannot be fetched', /^This part of Evoke could not be fetched\. Your work is still here\./],
  ['does not come', 'One moment'],
] as const)('if the code for sharing %s, a press leads back to the work', async (how, words) => {
  const journey = await setOut({ allowed: /ERR_FAILED/ });
  await journey.context.route(/\/assets\/Shown-/, (route) => (how === 'does not come' ? undefined : route.abort()));
  const clinician = await journey.opens('proto');
  await clinician.hears('Change R Reason', QUOTE);
  await clinician.page.getByRole('button', { name: 'Share the screen with the patient' }).click();
  await clinician.sees(words);
  await clinician.page.getByRole('button', { name: 'Back to the note' }).click();
  await clinician.sees(QUOTE);
});

test('the note can be read as the patient will read it, and nothing is filed by that', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('proto');
  await clinician.hears('Change R Reason', QUOTE);
  await clinician.reviews();
  await clinician.page.getByRole('button', { name: 'Preview as patient' }).click();
  await clinician.page.getByRole('heading', { name: 'As the patient will read it' }).waitFor();
  await clinician.sees(QUOTE);
  expect(await clinician.signButton.count()).toBe(0);
  await clinician.page.keyboard.press('Escape');
  await clinician.signButton.waitFor();
  expect(journey.ehr.notesOf('proto')).toHaveLength(0);
});

test('in quiet mode marks and rulers are set by touch-typing, and are in the work afterwards', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('rosales');
  const { page } = clinician;
  await page.keyboard.press('F1');
  await page.getByRole('button', { name: 'Go quiet' }).click();
  await page.getByRole('heading', { name: 'Evoke, quiet' }).waitFor({ state: 'attached' });
  await page.keyboard.press('n');
  await clinician.isTold('Change need marked');
  await page.keyboard.press('Shift+D');
  await clinician.isTold('Sustain desire marked');
  await page.keyboard.press('Tab');
  await page.keyboard.press('7');
  await clinician.isTold('Importance 7');
  await page.keyboard.press('Enter');
  await page.keyboard.press('c');
  expect(await page.getByText('last time').count()).toBe(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => clinician.heardToday().then((rows) => rows.length)).toBe(3);
  await clinician.ruler('Importance').getByRole('radio', { name: '7', exact: true, checked: true }).waitFor();
});
