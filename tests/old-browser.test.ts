// @vitest-environment happy-dom
// The check every page begins with: what an old browser reads, and that nothing else is loaded.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';

const checkIn = (page: string): string => /<script>(.*?)<\/script>/s.exec(readFileSync(page, 'utf8'))?.[1] ?? '';

/** Runs the check as a browser with these abilities would, while it still reads the head of the page. */
function runCheck(code: string) {
  document.documentElement.replaceChildren(document.createElement('head'));
  const stop = vi.fn();
  const CSS = { registerProperty: () => undefined, supports: () => true };
  runInNewContext(code, { document, CSS, window: { CSS, stop } });
  return { stop, alert: document.querySelector('[role=alert]')?.textContent };
}

const WITHOUT = 'delete Array.prototype.toSorted;';

const PAGES = ['launch.html', 'index.html', 'learn.html'];

test.each(PAGES)('%s tells an old browser so and stops loading', (page) => {
  const { stop, alert } = runCheck(WITHOUT + checkIn(page));
  expect(alert).toMatch(
    /^This browser is too old for Evoke\. Nothing was changed in the chart\. Use Edge or Chrome 111/,
  );
  expect(stop).toHaveBeenCalledOnce();
});

test('every page has the same check, before every other script, and a new browser passes it', () => {
  const code = checkIn('launch.html');
  for (const page of PAGES) {
    expect(checkIn(page)).toBe(code);
    expect(readFileSync(page, 'utf8').indexOf('<script')).toBe(readFileSync(page, 'utf8').indexOf('<script>'));
  }
  const { stop, alert } = runCheck(code);
  expect([stop.mock.calls.length, alert]).toEqual([0, undefined]);
});
