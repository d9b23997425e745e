// Takes one screenshot of a page, in one of the looks that the pictures have.

import type { Browser, Page } from 'playwright';

export const FOLDER = 'docs/pictures';

/** The window and the colors of a picture. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly colors: 'light' | 'dark';
}

/** The pane of an EHR. */
export const PANE: Look = { width: 420, height: 900, colors: 'light' };

/** A page in that look, in a context of its own. */
export async function open(browser: Browser, { width, height, colors }: Look, sharp = 2): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: colors,
    // A wide screenshot is sharp enough without scaling.
    deviceScaleFactor: width > 1000 ? 1 : sharp,
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** Takes the picture and closes the page. */
export async function keep(page: Page, name: string): Promise<void> {
  await shoot(page, name);
  await page.context().close();
}

/** Takes the picture. Writes its path. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled', caret: 'hide' });
  process.stdout.write(`${FOLDER}/${name}.png\n`);
}
