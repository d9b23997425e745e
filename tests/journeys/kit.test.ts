// The component page of development: every part in every state passes what the panel's pages pass. Served by the
// development server, so it also shows that the page stands.
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { freePort } from '../../mocks/server.ts';
import { barriersOf, bringAxe } from '../support/barriers.ts';
import { bringMeasures, faintInForcedColours, faultsOfShape } from '../support/geometry.ts';
import { watchedContext } from '../support/journey.ts';

let server: ViteDevServer;
let address: string;

beforeAll(async () => {
  const port = await freePort();
  server = await createServer({ server: { port, strictPort: true }, logLevel: 'error' });
  await server.listen();
  address = `http://127.0.0.1:${port}/kit.html`;
}, 60_000);

afterAll(() => server.close());

test('every part in every state has no barrier: light, dark, forced colours, from 320 to 1280 px', async () => {
  const { context } = await watchedContext();
  onTestFinished(() => context.close());
  await bringAxe(context);
  await bringMeasures(context);
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('html[data-ready="yes"]').waitFor();
  const found: string[] = [];
  const note = (where: string, lines: readonly string[]) => found.push(...lines.map((line) => `${where}: ${line}`));
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 20_000 });
    note(`${width} px`, await faultsOfShape(page));
    // A part shown in five states is five landmarks of one name, here alone.
    const barriers = (await barriersOf(page)).filter((line) => !line.startsWith('landmark-unique'));
    note(`${width} px, ${colorScheme}`, barriers);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  note('forced colours', await faintInForcedColours(page));
  expect(found).toEqual([]);
}, 240_000);

test('the built app has no such page', async () => {
  const answer = await fetch(`${inject('grounds').appUrl}kit.html`);
  await answer.body?.cancel();
  expect(answer.status).toBe(404);
});
