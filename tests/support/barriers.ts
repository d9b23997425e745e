// Finds barriers in a page: axe with the WCAG 2.2 AA and best-practice rules, and room to reflow.

import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Loads axe into every page of a context. Call it before the first page opens, because the site's own policy would
 * refuse it later.
 */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: axe.source });
}

/** Each barrier as one line: the rule, its severity, its place. Empty if there is none. */
export function barriersOf(page: Page): Promise<readonly string[]> {
  return judge(page, { type: 'tag', values: TAGS });
}

/** Text with too little contrast (WCAG 1.4.3), in the page's current colors. */
export function lowContrasts(page: Page): Promise<readonly string[]> {
  return judge(page, { type: 'rule', values: ['color-contrast'] });
}

function judge(page: Page, rules: axe.RunOnly): Promise<readonly string[]> {
  return page.evaluate(async (runOnly) => {
    const { violations, incomplete } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly,
      resultTypes: ['violations', 'incomplete'],
      // Style sheets and sounds are for rules that do not run here.
      preload: false,
    });
    // Axe reports controls that move focus by arrows as "incomplete", whatever their size.
    const unsure = incomplete.filter(({ id }) => id === 'target-size');
    return [...violations, ...unsure].flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${impact}) at ${target.join(' ')}: ${failureSummary}`),
    );
  }, rules);
}

/**
 * Elements that make the page wider than its window, outermost first, and chips that cut their words. Empty if
 * everything fits.
 */
export function overflowsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    // A word that a chip cuts off widens nothing, but cannot be read.
    const cut = [...document.querySelectorAll('[role=toolbar] button')]
      .filter((chip) => chip.scrollWidth > chip.clientWidth)
      .map((chip) => `cut short: ${chip.getAttribute('aria-label')}`);
    if (scrollWidth <= clientWidth) return cut;
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const name = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;
    return [...cut, `${scrollWidth} px wide: ${wide.slice(0, 6).map(name).join(' > ')}`];
  });
}
