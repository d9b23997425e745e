// Every variant of a page: widths, color schemes, forced colors, the theme of a host, the Tab order.

import type { Page } from 'playwright';
import { hostTokens } from '../../src/ui/host-theme.ts';
import { barriersOf, lowContrasts, overflowsOf } from './barriers.ts';
import { drawInFont, FONTS } from './fonts.ts';
import { faintInForcedColors, faultsOfShape, faultsOfTabbing } from './geometry.ts';
import { sampleOf, WHOLE } from './sample.ts';

const LOOKS = sampleOf(
  [
    [320, 'light'],
    [420, 'dark'],
    [772, 'light'],
    [1280, 'dark'],
  ] as const,
  ([width]) => width === 320 || width === 1280,
);

/** Where axe looks. The component page (kit.test.ts) shows it every part in dark and wide, too. */
const LOOKS_OF_AXE = sampleOf(LOOKS, ([width]) => width === 320);

/** The theme of an EHR. Every color of it is legible next to ours, or it would not be used. */
const HOST_LOOK = hostTokens({ background: '#f0f4f8', text: '#101820', accent: '#14507a', radius: 2, font: 'Georgia' });

async function wearsHostLook(page: Page): Promise<void> {
  await page.evaluate(
    (tokens) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`:root{${tokens.map(([name, value]) => `${name}:${value}`).join(';')}}`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    [...HOST_LOOK],
  );
}

/** Shows the whole page at once. A sticky bar then covers no target at any scroll position. */
export async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight + 200);
  await page.setViewportSize({ width, height });
}

/**
 * The faults of a page in its current state: at every width, light, dark, with forced colors, in the theme of a host.
 */
export async function faultsInEveryLook(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (where: string, lines: readonly string[]) => found.push(...lines.map((line) => `${where}: ${line}`));
  for (const look of LOOKS) {
    const [width, colorScheme] = look;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await showWhole(page, width);
    note(`${width} px`, [...(await overflowsOf(page)), ...(await faultsOfShape(page))]);
    if (LOOKS_OF_AXE.includes(look)) note(`${width} px, ${colorScheme}`, await barriersOf(page));
  }
  if (!WHOLE) return found;
  for (const font of FONTS) {
    await drawInFont(page, font);
    for (const width of [320, 420]) {
      await showWhole(page, width);
      note(`${width} px in ${font.family}`, [...(await overflowsOf(page)), ...(await faultsOfShape(page))]);
    }
  }
  await showWhole(page, 420);
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  note('forced colors', await faintInForcedColors(page));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await wearsHostLook(page);
  note('in the look of a host', await lowContrasts(page));
  return found;
}

/** One width of each layout, each low enough for sticky bars. */
const WALKS = sampleOf(
  [
    [320, 560],
    [1280, 720],
  ] as const,
  ([width]) => width === 320,
);

/** The faults of the Tab order in a page's current state. Presses keys, so it comes last. */
export async function faultsOfEveryWalk(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [width, height] of WALKS) {
    await page.setViewportSize({ width, height });
    found.push(...(await faultsOfTabbing(page)).map((line) => `${width} by ${height} px: ${line}`));
  }
  return found;
}
