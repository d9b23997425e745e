// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LearnMemory, NOTHING_YET } from '../../src/learn/memory.ts';
import { AfterVisit } from '../../src/panels/learn/AfterVisit.tsx';
import { Learn } from '../../src/panels/learn/Learn.tsx';
import { LearnLink } from '../../src/panels/learn/LearnLink.tsx';

const DAY = 86_400_000;

function storageWith(memory: LearnMemory = NOTHING_YET, keeps = true) {
  const kept: LearnMemory[] = [memory];
  return {
    kept,
    load: async () => kept.at(-1) ?? memory,
    save: async (next: LearnMemory) => {
      kept.push(next);
      return keeps;
    },
  };
}

const opens = (memory?: LearnMemory, now = 1000 * DAY) => {
  const storage = storageWith(memory);
  render(
    <Learn storage={storage} memory={storage.kept[0] ?? NOTHING_YET} contacts={[{ label: 'Coach Kim' }]} now={now} />,
  );
  return storage;
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

test('the offer says how long ago practice began', () => {
  opens({ ...NOTHING_YET, startedOn: 1000 - 33 });
  expect(screen.getByText(/You began 4 weeks ago/)).toBeTruthy();
});

test('a refresher is offered after six weeks and goes away when put aside', async () => {
  const storage = opens({ ...NOTHING_YET, startedOn: 1000 - 43 });
  screen.getByRole('button', { name: 'Not now' }).focus();
  press('Not now');
  expect(await screen.findByText('Practice', { exact: true })).toBeTruthy();
  expect(document.activeElement?.id).toBe('page-heading');
  expect(storage.kept.at(-1)?.done).toEqual([6]);
});

test('putting a refresher aside keeps what another window counted meanwhile', async () => {
  const storage = opens({ ...NOTHING_YET, startedOn: 1000 - 43 });
  const tally = { visits: 1, reflections: 2 };
  await storage.save({ ...NOTHING_YET, startedOn: 1000 - 43, tally });
  press('Not now');
  await vi.waitFor(() => expect(storage.kept.at(-1)).toMatchObject({ done: [6], tally }));
});

const goesTo = (route: string): void => {
  location.hash = route;
  dispatchEvent(new Event('hashchange'));
};

/** Lets this many lines pass. The last press ends the set. */
async function letsPass(lines: number): Promise<void> {
  for (let line = 1; line <= lines; line += 1) {
    fireEvent.click(await screen.findByRole('button', { name: 'Let it pass' }));
    press(line < lines ? 'Next line' : 'See how it went');
  }
}

test('hearing the refresher to its end counts it as taken', async () => {
  const storage = opens({ ...NOTHING_YET, greeted: true, startedOn: 1000 - 90 });
  press('Two-minute refresher');
  goesTo('refresher');
  await letsPass(4);
  await vi.waitFor(() => expect(storage.kept.at(-1)?.done).toEqual([12]));
});

test('a refresher shows one part at a time, and says at its end when the next one comes', async () => {
  opens({ ...NOTHING_YET, greeted: true, startedOn: 1000 - 45 });
  goesTo('refresher');
  await screen.findByRole('heading', { name: '1. Mark four lines' });
  expect(screen.queryByRole('textbox')).toBeNull();
  await letsPass(4);
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'You keep trying.' } });
  expect(screen.queryByText(/^That’s the refresher/)).toBeNull();
  press('Compare with three others');
  await screen.findByText('That’s the refresher. Evoke offers the next one in about 6 weeks.');
  fireEvent.click(screen.getAllByRole('button', { name: 'All of Learn' }).at(-1) ?? document.body);
  await vi.waitFor(() => expect(location.hash).toBe(''));
});

test('a refresher keeps its lines when it is counted', async () => {
  opens({ ...NOTHING_YET, greeted: true, startedOn: 1000 - 90 });
  goesTo('refresher');
  const about = (await screen.findByText(/^The change in question/)).textContent;
  await letsPass(4);
  await screen.findByRole('textbox');
  expect(screen.getByText(/^The change in question/).textContent).toBe(about);
});

test('the end of a set has the focus, counts what fits, and offers the next set or the same one again', async () => {
  opens();
  goesTo('hearing/alcohol');
  await screen.findByText('I want my Saturdays back.');
  expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull();
  press('Let it pass');
  press('Stop here');
  const end = await screen.findByText('You heard 0 of 1 line as we do, or as some raters would.');
  expect(document.activeElement).toBe(end);
  expect(screen.getByRole('button', { name: 'Next: Other substances' })).toBeTruthy();
  press('Start over');
  await screen.findByText('Line 1 of 20');
  expect(document.activeElement?.textContent).toBe('Hearing: Alcohol');
});

test('the next stop becomes the main button only after the activity', async () => {
  opens();
  goesTo('tour/spirit');
  const isMain = (): boolean => /primary/.test(screen.getByRole('button', { name: /^Next: / }).className);
  await screen.findByRole('button', { name: /^Next: / });
  expect(isMain()).toBe(false);
  press(/^You want to move more/);
  await vi.waitFor(() => expect(isMain()).toBe(true));
});

test('another line to answer begins at the top of the page, with nothing written', async () => {
  opens();
  goesTo('saying');
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'You keep trying.' } });
  press('Compare with three others');
  press('Another line');
  await vi.waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe(''));
  expect(document.activeElement?.textContent).toBe('Saying');
});

test('the next line has the focus as soon as it is drawn, so that F9 pressed at once stays in the pad', async () => {
  opens({ ...NOTHING_YET, greeted: true, startedOn: 1000 - 90 });
  location.hash = 'refresher';
  dispatchEvent(new Event('hashchange'));
  fireEvent.click(await screen.findByRole('button', { name: 'Let it pass' }));
  const before = document.querySelector('blockquote')?.textContent;
  // Not fireEvent, which waits for every effect.
  screen.getByRole('button', { name: 'Next line' }).click();
  while (document.querySelector('blockquote')?.textContent === before) await null;
  expect(document.activeElement?.closest('blockquote')).not.toBeNull();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', bubbles: true }));
  expect(document.activeElement?.closest('#capture-pad')).not.toBeNull();
});

test('a count after a visit is kept as a number and nothing else', async () => {
  const storage = storageWith();
  render(<AfterVisit storage={storage} />);
  fireEvent.click(screen.getByLabelText('3'));
  press('Keep the count');
  const counted = await screen.findByText('Counted.');
  expect(document.activeElement).toBe(counted);
  expect(storage.kept.at(-1)).toEqual({ ...NOTHING_YET, tally: { visits: 1, reflections: 3 } });
});

test('a device that keeps nothing says so', async () => {
  render(<AfterVisit storage={storageWith(NOTHING_YET, false)} />);
  fireEvent.click(screen.getByLabelText('0'));
  press('Keep the count');
  await screen.findByText(/keeps nothing/);
});

test('a first visit shows one line on how a visit goes, which is gone with one press', async () => {
  render(<LearnLink address="https://evoke.example/learn.html" storage={storageWith()} now={1000 * DAY} isAtStart />);
  await screen.findByText('Pick a topic, ask the three questions, tap what you hear, sign.');
  press('Got it');
  expect(screen.queryByText(/^Pick a topic/)).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('link', { name: /^Learn/ }));
});

test('the line on how a visit goes is gone once something is written or filed', async () => {
  const link = (isAtStart: boolean) => (
    <LearnLink address="https://evoke.example/learn.html" storage={storage} now={1000 * DAY} isAtStart={isAtStart} />
  );
  const storage = storageWith();
  const { rerender } = render(link(true));
  await screen.findByText(/^Pick a topic/);
  rerender(link(false));
  expect(screen.queryByText(/^Pick a topic/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Got it' })).toBeNull();
  expect(screen.getByRole('link', { name: /^Learn/ })).toBeTruthy();
});

test('the 60-second start is offered once', async () => {
  const storage = storageWith();
  const { unmount } = render(
    <LearnLink address="https://evoke.example/learn.html" storage={storage} now={1000 * DAY} isAtStart />,
  );
  expect((await screen.findByRole('link', { name: /60-second start/ })).getAttribute('href')).toMatch(/#start$/);
  unmount();
  render(<LearnLink address="https://evoke.example/learn.html" storage={storage} now={1000 * DAY} isAtStart />);
  expect((await screen.findByRole('link', { name: /^Learn/ })).getAttribute('href')).toMatch(/learn\.html$/);
});

test('the link offers a refresher when one is due, and leads to it', async () => {
  const storage = storageWith({ ...NOTHING_YET, greeted: true, startedOn: 1000 - 14 });
  render(<LearnLink address="https://evoke.example/learn.html" storage={storage} now={1000 * DAY} isAtStart />);
  const link = await screen.findByRole('link', { name: /2-minute refresher/ });
  expect(link.getAttribute('href')).toMatch(/#refresher$/);
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

test('the practice summary holds what was done, and a count of the learner’s own', async () => {
  opens({ ...NOTHING_YET, tally: { visits: 2, reflections: 5 } });
  location.hash = 'summary';
  dispatchEvent(new Event('hashchange'));
  expect(await screen.findByText(/After 2 real visits: 5 reflections/)).toBeTruthy();
  expect(screen.getByText(/say nothing about skill in real conversations/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Print' })).toBeTruthy();
});

const DANA_LEAVES = [/^Your blood alcohol/, /^Everybody doesn’t/, /^Walking away is how/];

test('a patient who has left is not asked for a number', async () => {
  opens();
  goesTo('case/alcohol');
  fireEvent.click(await screen.findByRole('button', { name: 'Ask a ruler' }));
  for (const says of DANA_LEAVES) fireEvent.click(await screen.findByRole('button', { name: says }));
  await screen.findByRole('button', { name: 'See the summary' });
  expect(screen.queryByRole('button', { name: 'Ask a ruler' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Ask: / })).toBeNull();
  expect(screen.getByRole('button', { name: /^Mark what you hear/ })).toBeTruthy();
});

test('a conversation played to its end is in the practice summary, also without a look at its own', async () => {
  opens();
  goesTo('case/alcohol');
  for (const says of DANA_LEAVES) fireEvent.click(await screen.findByRole('button', { name: says }));
  await screen.findByRole('button', { name: 'See the summary' });
  goesTo('summary');
  await screen.findByText(/^Conversation, Dana, after a bad start: .* They pulled back\.$/);
  goesTo('case/alcohol');
  await screen.findByRole('heading', { name: 'Dana, after a bad start' });
  goesTo('summary');
  expect(await screen.findAllByText(/^Conversation, /)).toHaveLength(1);
});

test('what was marked and written in a refresher is in the practice summary', async () => {
  opens({ ...NOTHING_YET, greeted: true, startedOn: 1000 - 45 });
  goesTo('refresher');
  await letsPass(4);
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'You keep trying.' } });
  press('Compare with three others');
  goesTo('summary');
  await screen.findByText(/^Hearing, .* of 4 lines heard/);
  await screen.findByText(/^Wrote, to .*“You keep trying\.”$/);
});

test('an answer that is compared twice is in the practice summary once, and a changed one again', async () => {
  opens();
  goesTo('tour/skills');
  const answer = await screen.findByRole('textbox');
  fireEvent.input(answer, { target: { value: 'You keep trying.' } });
  press('Compare with three others');
  press('Compare with three others');
  fireEvent.input(answer, { target: { value: 'You want this.' } });
  press('Compare with three others');
  goesTo('summary');
  expect(await screen.findAllByText(/^Wrote, to /)).toHaveLength(2);
});

test('what was written at a stop of the tour is in the practice summary', async () => {
  opens();
  goesTo('tour/skills');
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'You keep trying.' } });
  press('Compare with three others');
  goesTo('summary');
  await screen.findByText(/^Wrote, to .*“You keep trying\.”$/);
});

test('a number pressed on a ruler is still there after the pad was open, and takes no focus', async () => {
  opens();
  goesTo('case/alcohol');
  fireEvent.click(await screen.findByRole('button', { name: 'Ask a ruler' }));
  press('Ask: Importance');
  const reply = await screen.findByText('They answer: “I’d say 6.”');
  expect(document.activeElement).toBe(reply);
  fireEvent.click(screen.getByRole('radio', { name: '6' }));
  press(/^Mark what you hear/);
  await vi.waitFor(() => expect(screen.queryByRole('radio', { name: '6' })).toBeNull());
  const rulers = screen.getByRole('button', { name: 'Ask a ruler' });
  rulers.focus();
  fireEvent.click(rulers);
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: '6' })).checked).toBe(true);
  expect(document.activeElement).toBe(rulers);
});
