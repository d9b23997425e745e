// The pad beside a scrollbar: Firefox takes 12 pixels of a pane of 420, and each side keeps its seven kinds in a row.
// Each ruler keeps its ends beside its name.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { drawInFont, FONTS } from '../support/fonts.ts';
import { setOut } from '../support/journey.ts';

/** For each side: how many chips are in the row of the first one, and the words that are cut off or broken. */
const rowsOfPad = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#capture-pad [data-row]')].map((side) => {
      const chips = [...side.querySelectorAll('button')];
      const top = chips[0]?.getBoundingClientRect().top;
      const broken = chips.flatMap((chip) => {
        const word = chip.lastElementChild;
        const range = document.createRange();
        if (word) range.selectNodeContents(word);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
        const text = word?.textContent ?? '';
        return lines > text.split(' ').length || chip.scrollWidth > chip.clientWidth ? [text] : [];
      });
      return { together: chips.filter((chip) => chip.getBoundingClientRect().top === top).length, broken };
    }),
  );

/** How many pixels the text of the ends begins below the name, for each ruler. */
const endsBelowNames = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#evoke [role=radiogroup]')].map((ruler) => {
      const topOf = (part: string): number =>
        ruler.querySelector(`[id$=${part}]`)?.getBoundingClientRect().top ?? Number.NaN;
      return topOf('ends') - topOf('name');
    }),
  );

test.each([420, 408])(
  'at %i px each side of the pad has its seven kinds in one row and each ruler its ends beside its name, in any font',
  async (width) => {
    const { opens } = await setOut({ width });
    const { page } = await opens('proto');
    for (const font of FONTS) {
      await drawInFont(page, font);
      const rows = await rowsOfPad(page);
      expect(rows, font.family).toEqual([
        { together: 7, broken: [] },
        { together: 7, broken: [] },
      ]);
      for (const below of await endsBelowNames(page)) expect(below, font.family).toBeLessThan(8);
    }
  },
);

test.each([320, 420, 1280])(
  'at %i px the question after an answer is on a line below the cells, and no cell moves as it comes',
  async (width) => {
    const { opens } = await setOut({ width });
    const clinician = await opens('rosales');
    const ruler = clinician.ruler('Importance');
    const six = ruler.getByRole('radio', { name: '6', exact: true });
    await six.scrollIntoViewIfNeeded();
    const before = await six.boundingBox();
    await six.click();
    const question = clinician.page.getByRole('button', { name: 'What makes it a 6 and not a 4?' });
    await question.waitFor();
    const [after, asked] = [await six.boundingBox(), await question.boundingBox()];
    expect(after?.y).toBe(before?.y);
    expect(asked?.y).toBeGreaterThan((after?.y ?? 0) + 24);
    expect(asked?.height).toBeLessThan(32);
    // The order of a line: the ends, then what was said last time.
    expect(await ruler.getByText(/^last time/).evaluate((last) => last.previousElementSibling?.id)).toMatch(/-ends$/);
  },
);

test('at rest "Declined" has the edge of a chip', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const edgeOf = (name: string) =>
    clinician.page
      .getByText(name, { exact: true })
      .first()
      .evaluate((word) => getComputedStyle(word.closest('label') ?? word).borderTopColor);
  expect(await edgeOf('Declined')).toBe(await edgeOf('Smoking'));
});

test('Undo stays where it is as it takes back the only mark', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  await clinician.hears('Change R Reason', 'My kids');
  const undo = clinician.page.getByRole('button', { name: 'Undo', exact: true });
  const before = await undo.boundingBox();
  for (const left of [1, 0]) {
    await undo.click();
    await expect.poll(async () => (await clinician.heardToday()).length).toBe(left);
  }
  expect(await undo.boundingBox()).toEqual(before);
});

test('F9 brings the whole pad into view, with the field for the words', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const { page } = clinician;
  // What is fetched last makes the page and its footer higher.
  await page.getByRole('button', { name: 'Another' }).first().waitFor();
  await page.getByRole('link', { name: '60-second start' }).waitFor();
  // How far the field is below the start of the footer.
  const below = () =>
    page.evaluate(() => {
      const [pad, footer] = [document.getElementById('capture'), document.querySelector('footer')];
      return (pad?.getBoundingClientRect().bottom ?? 0) - (footer?.getBoundingClientRect().top ?? 0);
    });
  // The first chips are in view already, and the other side of the pad is not.
  await page.evaluate((by) => scrollBy(0, by), (await below()) - 130);
  expect(await below()).toBeGreaterThan(100);
  await page.keyboard.press('F9');
  await expect.poll(below).toBeLessThan(0);
});

// WCAG 2.5.8. Below this width, less the margins, a folded ruler has its cells on a line of their own.
test('at 408 px each cell of a folded ruler is 24 px wide', async () => {
  const { opens } = await setOut({ width: 408 });
  const clinician = await opens('proto');
  await clinician.rates('Importance', 7);
  await clinician.rates('Confidence', 5);
  const cells = clinician.page.locator('[data-folded] label:has(input)');
  await cells.first().waitFor();
  const widths = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().width));
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(24);
});

test('a raised pad is lowered as the note is signed, and "Mark" is disabled meanwhile', async () => {
  const { opens, fails } = await setOut();
  const clinician = await opens('proto');
  const { page } = clinician;
  await clinician.rates('Importance', 5);
  const sign = await clinician.reviews();
  const mark = page.getByRole('button', { name: 'Mark what you hear' });
  await mark.click();
  await page.locator('#capture:popover-open').waitFor();
  fails('create-never');
  // The pad covers the button for a pointer, and not for a screen reader.
  await sign.evaluate((button: HTMLElement) => button.click());
  await clinician.isTold('Sending to the chart');
  await page.locator('#capture:not([popover])').waitFor({ state: 'attached' });
  expect(await mark.getAttribute('aria-disabled')).toBe('true');
});
