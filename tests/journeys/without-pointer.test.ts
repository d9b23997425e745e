// A whole visit without a pointer: from the launch to the note in the chart, and back to a note filed before.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { Clinician } from '../support/clinician.ts';
import { setOut } from '../support/journey.ts';

// More stops than any page of ours has.
const MOST_STOPS = 150;

/** What has the focus, as it is called: its label, its words, or those of the group it belongs to. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const ids = element.closest('[role=radiogroup]')?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const group = ids.map((id) => document.getElementById(id)?.textContent).join(' ');
    const own = element.getAttribute('aria-label') ?? labels.map((label) => label.textContent).join(' ');
    return `${group} ${own || element.textContent}`.replaceAll(/\s+/g, ' ').trim();
  });
}

/** Presses Tab until what has the focus is called so. */
async function tabsTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  while (passed.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (name.test(here)) return;
    passed.push(here.slice(0, 30));
  }
  throw new Error(`No stop is called ${name}. Passed: ${passed.join(' | ')}`);
}

test('a whole visit goes by keys alone: topic, rulers, marks, plan, review, signature, and reading it again', async () => {
  const { ehr, context } = await setOut();
  const page = await context.newPage();
  await page.goto(ehr.launch({ patientId: 'proto' }));
  const clinician = await new Clinician(page).isReady();
  const { keyboard } = page;

  await tabsTo(page, /^Topic/);
  await keyboard.press('Space');
  await tabsTo(page, /^Importance/);
  await keyboard.press('7');
  await tabsTo(page, /^Confidence/);
  await keyboard.press('4');
  await tabsTo(page, /^Change \w/);
  await keyboard.press('r');
  await keyboard.type('My liver tests scared me');
  await keyboard.press('Enter');
  await keyboard.press('Shift+A');
  await keyboard.type('I can’t sleep without it');
  await keyboard.press('Enter');
  await tabsTo(page, /^First step/);
  await keyboard.type('No drinks on weeknights');
  await tabsTo(page, /^Review$/);
  await keyboard.press('Enter');
  await clinician.signButton.waitFor();
  await tabsTo(page, /^Sign for PROTO, Pat/);
  await keyboard.press('Enter');
  await clinician.seesItFiled();
  expect(ehr.notesOf('proto')).toHaveLength(1);

  await tabsTo(page, /^Begin another note/);
  await keyboard.press('Enter');
  await clinician.isReady();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('target-heading');
  await tabsTo(page, /^Earlier notes/);
  await keyboard.press('Enter');
  await tabsTo(page, /\d\d-[A-Z][a-z]{2}-\d{4}/);
  await keyboard.press('Enter');
  await page.getByRole('article').getByText('My liver tests scared me').first().waitFor();
});

// Signing and discarding end the work. The kinds of talk have tests of their own.
const NOT_PRESSED = /^(Sign for|Discard|Change [A-Z]\b|Sustain [A-Z]\b)/;

/** Focuses the first button whose place and name are not among `pressed`, and gives both. '' if there is none. */
const focusNext = (page: Page, pressed: readonly string[]): Promise<string> =>
  page.evaluate(
    ([known, source]) => {
      for (const button of document.querySelectorAll<HTMLElement>('button, summary')) {
        const name = (button.getAttribute('aria-label') ?? button.textContent ?? '').trim();
        const place = `${button.closest('section, footer, header')?.id}: ${name}`;
        if (known.includes(place) || new RegExp(source).test(name) || !button.checkVisibility()) continue;
        button.focus();
        return place;
      }
      return '';
    },
    [pressed, NOT_PRESSED.source] as const,
  );

const hasFocus = (page: Page): Promise<boolean> =>
  page
    .waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 1000 })
    .then(() => true)
    .catch(() => false);

test('no button of the visit takes the focus away with it when it is pressed by a key', async () => {
  const { opens } = await setOut();
  const clinician = await opens('rosales');
  const { page, pane } = clinician;
  await clinician.hears('Change R Reason', 'my daughter sings');
  await clinician.hears('Sustain D Desire', 'it is my only break');
  await clinician.rates('Importance', 7);
  const [pressed, lost]: [string[], string[]] = [[], []];
  for (let next = await focusNext(page, pressed); next !== ''; next = await focusNext(page, pressed)) {
    pressed.push(next);
    await page.keyboard.press('Enter');
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    if (!(await hasFocus(page))) lost.push(next);
    // A dialog, or the page for the patient.
    const isAway = await page.evaluate(() => document.querySelector('dialog[open]') || !document.querySelector('nav'));
    if (!isAway) continue;
    await page.keyboard.press('Escape');
    await pane.getByRole('navigation', { name: 'Interview' }).waitFor();
    if (!(await hasFocus(page))) lost.push(`${next}, and back`);
  }
  expect(pressed.length).toBeGreaterThan(40);
  expect(lost).toEqual([]);
});

test('a mark moved by a key keeps the focus, also in a browser that cannot move an element in place', async () => {
  const { context, opens } = await setOut();
  await context.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'moveBefore'));
  const clinician = await opens('proto');
  const { page, pane } = clinician;
  for (const words of ['to be there', 'something has to give', 'I walk more'])
    await clinician.hears('Change R Reason', words);
  await pane.getByRole('button', { name: /something has to give/ }).click();
  for (const [name, order] of [
    ['Move up', /something has to give.*to be there/s],
    ['Move down', /to be there.*something has to give/s],
  ] as const) {
    const button = pane.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await clinician.heardToday()).join('\n')).toMatch(order);
    expect(await focused(page)).toContain(name);
  }
});

test('a folded ruler that Tab opens just above the footer is in full view', async () => {
  const { opens } = await setOut({ width: 1280 });
  const clinician = await opens('castellanos');
  const { page } = clinician;
  await clinician.rates('Importance', 7);
  const under: number[] = [];
  for (const height of [640, 660, 680, 700, 720, 740, 760]) {
    await page.setViewportSize({ width: 1280, height });
    await page.evaluate(() => {
      document.getElementById('focus-heading')?.focus();
      window.scrollTo(0, 0);
    });
    await page.locator('[data-folded]').waitFor();
    await tabsTo(page, /^Importance/);
    await page.locator('[data-folded]').waitFor({ state: 'detached' });
    const hidden = await page.evaluate(() => {
      const bottom = document.activeElement?.getBoundingClientRect().bottom ?? Number.NaN;
      return bottom - (document.querySelector('footer')?.getBoundingClientRect().top ?? 0);
    });
    if (!(hidden <= 0)) under.push(height);
  }
  expect(under).toEqual([]);
});

test('Tab shows the whole of a text field, also of one whose first line was in view', async () => {
  const journey = await setOut();
  const clinician = await journey.opens('rosales');
  const { page } = clinician;
  const step = page.getByRole('textbox', { name: /^First step/ });
  await step.fill('One more line of the step\n'.repeat(8));
  // Its first line is above the footer, the rest is below, and the stop before it has the focus.
  await step.evaluate((field) => {
    (field as HTMLTextAreaElement).setSelectionRange(0, 0);
    const footer = document.querySelector('footer')?.getBoundingClientRect().top ?? window.innerHeight;
    window.scrollBy(0, field.getBoundingClientRect().top - footer + 40);
    const stops = [...document.querySelectorAll<HTMLElement>('button, input, textarea, a[href]')].filter(
      (each) => each.tabIndex === 0 && each.checkVisibility(),
    );
    stops[stops.indexOf(field as HTMLElement) - 1]?.focus({ preventScroll: true });
  });
  await page.keyboard.press('Tab');
  expect(await focused(page)).toMatch(/^First step/);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const below = await step.evaluate((field) => {
    const footer = document.querySelector('footer')?.getBoundingClientRect().top ?? window.innerHeight;
    return field.getBoundingClientRect().bottom - footer;
  });
  expect(below).toBeLessThanOrEqual(0);
});
