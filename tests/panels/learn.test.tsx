// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LearnMemory, NOTHING_YET } from '../../src/learn/memory.ts';
import { AfterVisit } from '../../src/panels/learn/AfterVisit.tsx';
import { Learn } from '../../src/panels/learn/Learn.tsx';
import { LearnLink } from '../../src/panels/learn/LearnLink.tsx';

const DAY = 86_400_000;

function shelfWith(memory: LearnMemory = NOTHING_YET, keeps = true) {
  const kept: LearnMemory[] = [memory];
  return {
    kept,
    open: async () => kept.at(-1) ?? memory,
    keep: async (next: LearnMemory) => {
      kept.push(next);
      return keeps;
    },
  };
}

const opens = (memory?: LearnMemory, now = 1000 * DAY) => {
  const shelf = shelfWith(memory);
  render(<Learn shelf={shelf} memory={shelf.kept[0] ?? NOTHING_YET} contacts={[{ label: 'Coach Kim' }]} now={now} />);
  return shelf;
};
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  location.hash = '';
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('the list says Practice, names local contacts and offers no refresher to a beginner', () => {
  opens();
  expect(screen.getByText('Practice', { exact: true })).toBeTruthy();
  expect(screen.getByText('Coach Kim')).toBeTruthy();
  expect(screen.queryByText(/weeks ago/)).toBeNull();
});

test('a refresher is offered after six weeks and goes away when put aside', async () => {
  const shelf = opens({ ...NOTHING_YET, startedOn: 1000 - 43 });
  press('Not now');
  expect(await screen.findByText('Practice', { exact: true })).toBeTruthy();
  expect(shelf.kept.at(-1)?.done).toEqual([6]);
});

test('a count after a visit is kept as a number and nothing else', async () => {
  const shelf = shelfWith();
  render(<AfterVisit shelf={shelf} />);
  fireEvent.click(screen.getByLabelText('3'));
  press('Keep the count');
  await screen.findByText('Counted.');
  expect(shelf.kept.at(-1)).toEqual({ ...NOTHING_YET, tally: { visits: 1, reflections: 3 } });
});

test('a device that keeps nothing says so', async () => {
  render(<AfterVisit shelf={shelfWith(NOTHING_YET, false)} />);
  fireEvent.click(screen.getByLabelText('0'));
  press('Keep the count');
  await screen.findByText(/keeps nothing/);
});

test('the 60-second start is offered once', async () => {
  const shelf = shelfWith();
  const { unmount } = render(<LearnLink address="https://evoke.example/learn.html" shelf={shelf} />);
  expect((await screen.findByRole('link', { name: /60-second start/ })).getAttribute('href')).toMatch(/#start$/);
  unmount();
  render(<LearnLink address="https://evoke.example/learn.html" shelf={shelf} />);
  expect((await screen.findByRole('link', { name: /^Learn/ })).getAttribute('href')).toMatch(/learn\.html$/);
});
