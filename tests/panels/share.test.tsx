// @vitest-environment happy-dom
// A shared screen nobody is at: the clinician reads that it will lock, lit or blank, and nothing more of anybody.

import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Score } from '../../src/interview/ids.ts';
import { firstSheet } from '../../src/shell/navigation.ts';
import { Shown } from '../../src/shell/share/Shown.tsx';
import type { Store } from '../../src/store/store.ts';
import type { View } from '../../src/store/view.ts';
import { openPanel } from '../support/panel.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LINE = 'This screen locks in a minute';

const VIEWS: readonly View[] = [
  { kind: 'sharing', sheet: 'topics' },
  { kind: 'sharing', sheet: 'plan' },
  { kind: 'note' },
  { kind: 'quiet' },
];

const UNREAD = { kind: 'failed' } as const;

const line = () => screen.getAllByRole('status').at(-1);

test.each(VIEWS)('whatever is shown ($kind $sheet), it is said that it locks, until somebody stirs', async (view) => {
  const { store, waits, draws } = openPanel({ policy: { idleLockMinutes: 5 } });
  store.view.show(view);
  draws(<Shown store={store} />);
  expect(line()?.textContent).toBe('');
  waits(4.5);
  store.idleLock.checkNow();
  await vi.advanceTimersByTimeAsync(50);
  expect(line()?.textContent).toBe(LINE);
  store.idleLock.onActivity();
  await vi.advanceTimersByTimeAsync(50);
  expect(line()?.textContent).toBe('');
});

test('a shared screen that went blank says it aloud and shows nothing else', async () => {
  const { store, waits, draws } = openPanel({ policy: { idleLockMinutes: 5 } });
  store.dispatch({ kind: 'target-chosen', target: { kind: 'named', label: 'Smoking', sensitive: false } });
  store.view.show({ kind: 'sharing', sheet: 'topics' });
  draws(<Shown store={store} />);
  expect(document.body.textContent).toContain('Smoking');
  const before = line();
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  const blank = screen.getByRole('button', { name: 'Touch the screen to go on.' });
  expect(document.activeElement).toBe(blank);
  expect(document.body.textContent).toBe('Touch the screen to go on.');
  waits(4.5);
  store.idleLock.checkNow();
  await vi.advanceTimersByTimeAsync(50);
  // The same region as before: a screen reader would not announce a new one.
  expect(line()).toBe(before);
  expect(blank.contains(before ?? null)).toBe(false);
  expect(document.body.textContent).toBe(`Touch the screen to go on.${LINE}`);
});

test('a ruler asked a second time shows the second number, and a tap changes that one and not the first', () => {
  const { store, draws } = openPanel();
  store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: 4 as Score });
  store.dispatch({ kind: 'ruler-answered-again', ruler: 'confidence', score: 6 as Score });
  store.view.show({ kind: 'sharing', sheet: 'confidence' });
  draws(<Shown store={store} />);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '6' }).checked).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: '8' }));
  expect(store.interview.value.evoke.rulers.confidence).toMatchObject({
    answer: { kind: 'answered', score: 4 },
    again: { kind: 'answered', score: 8 },
  });
});

test('where no topic is named, each topic is a card, and a touched one is theirs', () => {
  const { store, draws } = openPanel();
  store.view.show({ kind: 'sharing', sheet: 'topics' });
  draws(<Shown store={store} />);
  const offered = screen.getAllByRole('button');
  const after = offered[offered.findIndex(({ textContent }) => textContent === 'Alcohol') + 1];
  fireEvent.click(screen.getByRole('button', { name: 'Alcohol' }));
  expect(document.activeElement).toBe(after);
  expect(store.interview.value.engage.agenda).toMatchObject([{ text: 'Alcohol', raisedBy: 'patient' }]);
  expect(screen.queryByRole('button', { name: 'Alcohol' })).toBeNull();
  expect(screen.getByText('Alcohol')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Smoking' })).toBeTruthy();
});

test('undo of what is typed in a topic that the patient touched leaves the topic', () => {
  const { store, draws } = openPanel();
  store.view.show({ kind: 'sharing', sheet: 'topics' });
  draws(<Shown store={store} />);
  fireEvent.click(screen.getByRole('button', { name: 'Smoking' }));
  const [topic] = store.interview.value.engage.agenda;
  if (topic) store.dispatch({ kind: 'topic-typed', ...topic, text: 'Smoking at work' });
  store.undo();
  expect(store.interview.value.engage.agenda).toEqual([topic]);
});

test('share begins with the ruler answered last, never with a question that was declined, else with the topics', () => {
  const { store } = openPanel();
  const first = (section?: string) => firstSheet(store.interview.value, section);
  expect([first(), first('evoke'), first('plan')]).toEqual(['topics', 'topics', 'plan']);
  store.dispatch({ kind: 'ruler-answered', ruler: 'importance', score: 7 as Score });
  store.dispatch({ kind: 'ruler-declined', ruler: 'confidence' });
  expect([first(), first('focus')]).toEqual(['importance', 'topics']);
});

test.each([
  ['names the practice', { practice: 'River Clinic' }, ['Made on', 'River Clinic', 'Dr. Ada Okafor']],
  ['names no practice', {}, ['Made on']],
])('the plan of a site that %s says when it was made, and by whom if the site allows', (_site, policy, shown) => {
  const context = { ...openPanel().store.context, clinicianName: 'Dr. Ada Okafor' };
  const { store, draws } = openPanel({ policy, ehr: { context } });
  store.view.show({ kind: 'sharing', sheet: 'plan' });
  draws(<Shown store={store} />);
  const text = screen.getByRole('article').textContent ?? '';
  for (const words of shown) expect(text).toContain(words);
  expect(text.includes('Okafor')).toBe(shown.length > 1);
});

test.each([
  ['a page without a plan', 'Print this page', () => {}],
  [
    'a plan',
    'Print the plan',
    (store: Store) => store.dispatch({ kind: 'plan-typed', part: 'firstStep', text: 'Call on Monday' }),
  ],
])('the button that prints names %s as such', (_, name, plans) => {
  const { store, draws } = openPanel();
  plans(store);
  store.view.show({ kind: 'sharing', sheet: 'plan' });
  draws(<Shown store={store} />);
  expect(screen.getAllByRole('button', { name: /^Print/ }).map(({ textContent }) => textContent)).toEqual([name]);
});

test('the choice of language says in each language what it is', () => {
  const { store, draws } = openPanel();
  store.view.show({ kind: 'sharing', sheet: 'topics' });
  draws(<Shown store={store} />);
  const choice = screen.getByRole('radiogroup', { name: 'Language / Idioma' });
  expect(choice.querySelector('[lang=es]')?.textContent).toContain('Idioma');
});

const unread = { kind: 'failed' } as const;
const unreadContext = async () => ({ conditions: unread, medicines: unread, measures: unread, otherPatients: 0 });

test('quiet mode says whose chart it is, and starts with nothing said before', async () => {
  const { store, draws } = openPanel({ ehr: { readContext: unreadContext } });
  await store.chart.load();
  store.announcements.say('Change reason marked');
  store.view.show({ kind: 'quiet' });
  draws(<Shown store={store} />);
  expect(screen.getByRole('region', { name: 'Patient' }).textContent).toContain('ROSALES, Marisol');
  expect(screen.getAllByRole('status')[0]?.textContent).toBe('Ready');
  store.capture.mark({ side: 'change', strand: 'need' });
  await vi.advanceTimersByTimeAsync(50);
  expect(screen.getAllByRole('status')[0]?.textContent).toBe('Change need marked');
  // Only new contents are read aloud, so the same mark once more is another element.
  const first = screen.getByText('Change need marked');
  store.capture.mark({ side: 'change', strand: 'need' });
  await vi.advanceTimersByTimeAsync(50);
  expect(screen.getByText('Change need marked')).not.toBe(first);
});

test('a topic that is on the agenda in both languages is one card', () => {
  const { store, draws } = openPanel();
  for (const text of ['Smoking', 'fumar'])
    store.dispatch({ kind: 'topic-typed', id: store.newEntry(), text, raisedBy: 'patient' });
  store.view.show({ kind: 'sharing', sheet: 'topics' });
  draws(<Shown store={store} />);
  expect(screen.getAllByText('Smoking')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Smoking' })).toBeNull();
});

test('a topic that the patient refused for today is not said to be the topic', () => {
  const { store, draws } = openPanel();
  const target = { kind: 'named', label: 'Alcohol', sensitive: true } as const;
  store.dispatch({ kind: 'target-chosen', target });
  store.dispatch({ kind: 'permission-recorded', given: false });
  store.view.show({ kind: 'sharing', sheet: 'topics' });
  draws(<Shown store={store} />);
  expect(screen.queryByText(/Today we talk about/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Smoking' })).toBeTruthy();
});

test('after signing, the patient sees the plan alone, because no answer would be kept', async () => {
  const { store, draws } = openPanel({
    ehr: {
      readContext: unreadContext,
      readDestination: async () => ({ kind: 'form', form: 'observation', confirmed: true }),
      fileNote: async () => ({ kind: 'accepted' }),
    },
  });
  await store.chart.load();
  store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: 6 as Score });
  await store.filing.sign();
  expect(store.filing.isLocked()).toBe(true);
  store.view.show({ kind: 'sharing', sheet: 'confidence' });
  draws(<Shown store={store} />);
  expect(screen.queryAllByRole('radio', { name: '8' })).toEqual([]);
  expect(screen.getByRole('article')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /How sure/ })).toBeNull();
});

test.each([
  ['absent', { kind: 'absent', why: 'lost' }],
  ['sessionEnded', { kind: 'sessionEnded' }],
] as const)('after %s, the page for the patient does not say that nothing is filed', async (_, end) => {
  vi.useRealTimers();
  const form = { kind: 'form', form: 'observation', confirmed: true } as const;
  const { store, draws } = openPanel({
    ehr: {
      readDestination: async () => form,
      destination: () => form,
      readContext: async () => ({ conditions: UNREAD, medicines: UNREAD, measures: UNREAD, otherPatients: 0 }),
      fileNote: async () => end,
    },
  });
  await store.begin();
  store.dispatch({ kind: 'ruler-answered', ruler: 'importance', score: 7 as Score });
  await store.filing.sign();
  store.view.show({ kind: 'note' });
  draws(<Shown store={store} />);
  expect(screen.getByText(/^You have signed this note/)).toBeTruthy();
});
