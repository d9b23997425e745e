// Firefox, driven over WebDriver BiDi.

import puppeteer, { type Frame } from 'puppeteer-core';
import { FIREFOX, requireProgram } from '../../scripts/engine-programs.ts';
import type { Engine } from './tab.ts';

/** Rejects storage in frames of other sites, as a strict policy does. Source: Firefox, network.cookie.cookieBehavior. */
const REJECT_FOREIGN = { 'network.cookie.cookieBehavior': 1 };

export const firefox: Engine = {
  name: 'Firefox',
  firstHour: ['12', '01', 'AM'],
  start: async ({ blocked }) => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: requireProgram(FIREFOX),
      ...(blocked && { extraPrefsFirefox: REJECT_FOREIGN }),
    });
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 900 });
    let frame: Frame = page.mainFrame();
    const tab = {
      goTo: async (address: string) => {
        await page.goto(address);
        frame = page.mainFrame();
      },
      enterFrame: async (title: string) => {
        const holder = await page.waitForSelector(`iframe[title="${title}"]`);
        const inner = await holder?.contentFrame();
        if (!inner) throw new Error(`There is no frame "${title}".`);
        frame = inner;
      },
      read: (expression: string) => frame.evaluate(expression),
      click: async (expression: string) => {
        const element = (await frame.evaluateHandle(expression)).asElement();
        if (!element) throw new Error(`Nothing to click: ${expression}`);
        await (element as Awaited<ReturnType<Frame['$']>>)?.click();
      },
      type: (text: string) => page.keyboard.type(text),
      pressSign: async () => {
        await page.keyboard.down('Control');
        await page.keyboard.press('Enter');
        await page.keyboard.up('Control');
      },
      print: () => page.pdf({ format: 'A4' }),
    };
    return { tab, close: () => browser.close() };
  },
};
