// Runs Lighthouse in a process of its own, because its tools change that process. Arguments: the port of a Chromium,
// the mode (`opening` or `as it stands`), and an address to open or to find among the open pages. Prints one line of
// JSON with the address at the end, the scores from 0 to 100, and the failed audits.

import { navigation, snapshot } from 'lighthouse';
import puppeteer from 'puppeteer-core';

const [port, how, address] = process.argv.slice(2);
const flags = {
  onlyCategories: ['accessibility', 'best-practices'],
  logLevel: 'silent',
  // Measured without imitating a network or a processor.
  throttlingMethod: 'provided',
  screenEmulation: { disabled: true },
  formFactor: 'desktop',
};

const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });
try {
  const { lhr } = how === 'opening' ? await opening() : await snapshot(await standing(), { flags });
  const scores = Object.entries(lhr.categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]);
  const short = Object.values(lhr.audits)
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== 'informative')
    .map(({ id, title }) => `${id}: ${title}`);
  process.stdout.write(`${JSON.stringify({ at: lhr.finalDisplayedUrl, scores: Object.fromEntries(scores), short })}\n`);
} finally {
  await browser.disconnect();
}

async function opening() {
  const page = await browser.newPage();
  try {
    return await navigation(page, address, { flags });
  } finally {
    await page.close();
  }
}

async function standing() {
  const pages = await browser.pages();
  const contexts = await Promise.all(browser.browserContexts().map((context) => context.pages()));
  const page = [...pages, ...contexts.flat()].find((each) => each.url().startsWith(address));
  if (!page) throw new Error('No such page is open');
  return page;
}
