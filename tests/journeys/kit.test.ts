// The component page of development: every part in every state passes what the panel's pages pass. Served by the
// development server, so it also shows that the page works.
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../mocks/server.ts';
import { barriersOf, bringAxe } from '../support/barriers.ts';
import { bringMeasures, faintInForcedColors, faultsOfShape } from '../support/geometry.ts';
import { ownGrounds } from '../support/grounds.ts';
import { watchedContext } from '../support/journey.ts';
import { sampleOf } from '../support/sample.ts';

let server: ViteDevServer;
let address: string;

beforeAll(async () => {
  const port = await freePort();
  server = await createServer({ server: { port, strictPort: true }, logLevel: 'error' });
  await server.listen();
  address = `http://127.0.0.1:${port}/kit.html`;
}, 60_000);

afterAll(() => server.close());

/** Light in the narrowest pane, dark in the widest. */
const LOOKS = [
  [320, 'light'],
  [1280, 'dark'],
] as const;
type Looks = readonly (typeof LOOKS)[number][];

/** The component page, measured. Its faults are put into `found`. */
async function opens() {
  const { context } = await watchedContext();
  onTestFinished(() => context.close());
  await bringAxe(context);
  await bringMeasures(context);
  const page = await context.newPage();
  const found: string[] = [];
  const note = (where: string, lines: readonly string[]) => found.push(...lines.map((line) => `${where}: ${line}`));
  const shows = async (name: string): Promise<void> => {
    // The development server compiles every source at the first request.
    await page.goto(name === '' ? address : `${address}#${encodeURIComponent(name)}`, { timeout: 60_000 });
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['ready'])).toBe(name || 'yes');
    const loading = () => page.getByText('One moment').count();
    await expect.poll(loading, { timeout: 20_000 }).toBe(name === '' ? LOOKING : 0);
  };
  const judge = async (where: string, height: number, looks: Looks = LOOKS): Promise<void> => {
    for (const [width, colorScheme] of looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      note(`${where}${width} px`, await faultsOfShape(page));
      // A part shown in five states is five landmarks of one name, here alone.
      const barriers = (await barriersOf(page)).filter((line) => !line.startsWith('landmark-unique'));
      note(`${where}${width} px, ${colorScheme}`, barriers);
    }
    if (looks !== LOOKS) return;
    await page.emulateMedia({ forcedColors: 'active' });
    note(`${where}forced colors`, await faintInForcedColors(page));
    await page.emulateMedia({ forcedColors: 'none' });
  };
  return { page, found, shows, judge };
}

/** One state shows that something is being looked for. */
const LOOKING = 1;

test('every part in every state has no barrier: light, dark, forced colors, from 320 to 1280 px', async () => {
  const { found, shows, judge } = await opens();
  await shows('');
  await judge('', 20_000);
  expect(found).toEqual([]);
}, 240_000);

test('changing a note, the review, what follows it and the patient’s views have no barrier in any state', async () => {
  const { page, found, shows, judge } = await opens();
  await shows('');
  const names = await page.locator('#wholes a').allTextContents();
  expect(names.length).toBeGreaterThan(30);
  const looks = sampleOf(LOOKS, ([width]) => width === 320);
  for (const name of names) {
    await shows(name);
    await judge(`${name}: `, 3000, looks);
  }
  expect(found).toEqual([]);
}, 480_000);

test('the built app has no such page', async () => {
  const answer = await fetch(`${ownGrounds().appUrl}kit.html`);
  await answer.body?.cancel();
  expect(answer.status).toBe(404);
});
