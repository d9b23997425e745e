// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { expect, onTestFinished, test } from 'vitest';
import { KeyCard } from '../../src/shell/cards/KeyCard.tsx';
import { onGlobalKey } from '../../src/shell/keys.ts';
import { isShown } from '../../src/shell/navigation.ts';
import { type OpenedPanel, openPanel, type PanelOptions } from '../support/panel.tsx';

function openCard(options?: PanelOptions): OpenedPanel {
  const panel = openPanel(options);
  panel.draws(<KeyCard store={panel.store} onClose={() => {}} onCheck={() => {}} />);
  return panel;
}

const dialog = () => screen.getByRole('dialog', { name: 'Keys and settings' });

test('a switch takes effect at once and is kept on the device', async () => {
  const panel = openCard();
  expect(within(dialog()).getByText('mark change talk')).toBeTruthy();
  await panel.user.click(within(dialog()).getByRole('checkbox', { name: /^Letters/ }));
  expect(within(dialog()).queryByText('mark change talk')).toBeNull();
  expect(panel.keptSettings.at(-1)).toEqual({ letters: 'off', digits: 'on', cues: 'on', keys: 'function' });
});

test('a browser that keeps nothing is told, and the settings hold for this pane', async () => {
  const panel = openCard({ keeps: false });
  await panel.user.click(within(dialog()).getByRole('checkbox', { name: /^Coaching tips/ }));
  expect(await within(dialog()).findByText(/until you close this pane/)).toBeTruthy();
  expect(panel.store.settings.current.value.cues).toBe('off');
});

test('the card lists the keys of the preset chosen', async () => {
  const panel = openCard();
  expect(within(dialog()).getByText('F9')).toBeTruthy();
  await panel.user.click(within(dialog()).getByRole('radio', { name: 'Ctrl keys' }));
  expect(within(dialog()).queryByText('F9')).toBeNull();
  expect(within(dialog()).getByText('Ctrl .')).toBeTruthy();
});

test.each([
  ['function', { key: 'F9' }, 'pad'],
  ['function', { key: 'F1' }, 'card'],
  ['function', { key: '.', ctrlKey: true }, undefined],
  ['control', { key: '.', ctrlKey: true }, 'pad'],
  ['control', { key: '/', metaKey: true }, 'card'],
  ['control', { key: '/', ctrlKey: true, shiftKey: true }, 'card'],
  ['function', { key: 'F8' }, 'share'],
  ['control', { key: "'", ctrlKey: true }, 'share'],
  ['control', { key: '.' }, undefined],
  ['control', { key: 'F9' }, undefined],
  ['none', { key: 'F9' }, undefined],
  ['none', { key: '.', ctrlKey: true }, undefined],
] as const)('with %s keys, %o leads to %s', (keys, press, leadsTo) => {
  const { store } = openPanel({ settings: { keys } });
  const reached: string[] = [];
  const event = new KeyboardEvent('keydown', { ...press, cancelable: true });
  onGlobalKey(event, store, {
    review: () => reached.push('review'),
    pad: () => reached.push('pad'),
    card: () => reached.push('card'),
    share: () => reached.push('share'),
  });
  expect(reached).toEqual(leadsTo === undefined ? [] : [leadsTo]);
  expect(event.defaultPrevented).toBe(leadsTo !== undefined);
});

test('keys held by an open dialog reach nothing behind it', () => {
  const panel = openCard();
  const reached: string[] = [];
  const event = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true });
  onGlobalKey(event, panel.store, {
    review: () => reached.push('review'),
    pad: () => {},
    card: () => {},
    share: () => {},
  });
  expect(reached).toEqual([]);
});

test('in quiet mode the keys of undo and redo do what they do elsewhere', () => {
  const { store } = openPanel();
  const nowhere = { review: () => {}, pad: () => {}, card: () => {}, share: () => {} };
  const press = (init: KeyboardEventInit) =>
    onGlobalKey(new KeyboardEvent('keydown', { ...init, ctrlKey: true, cancelable: true }), store, nowhere);
  const marks = () => store.interview.value.evoke.talk.length;
  for (const strand of ['need', 'desire'] as const) store.capture.mark({ side: 'change', strand });
  store.view.show({ kind: 'quiet' });
  press({ key: 'z' });
  expect(marks()).toBe(1);
  press({ key: 'Z', shiftKey: true });
  expect(marks()).toBe(2);
  press({ key: 'z' });
  press({ key: 'y' });
  expect(marks()).toBe(2);
});

test('undo changes nothing unseen: not in the earlier notes, and not while they hide the conversation', () => {
  const { store } = openPanel();
  const nowhere = { review: () => {}, pad: () => {}, card: () => {}, share: () => {} };
  store.capture.mark({ side: 'change', strand: 'need' });
  const page = document.createElement('div');
  page.innerHTML = `<h2 id="evoke-heading">Evoke</h2>
    <section aria-labelledby="earlier-heading"><input type="radio"></section>`;
  document.body.append(page);
  onTestFinished(() => page.remove());
  const press = (on: string) => {
    const event = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true });
    page.addEventListener('keydown', (heard) => onGlobalKey(heard, store, nowhere), { once: true });
    page.querySelector(on)?.dispatchEvent(event);
    return store.interview.value.evoke.talk.length;
  };
  const heading = page.querySelector('#evoke-heading');
  Object.assign(heading ?? {}, { checkVisibility: () => true });
  expect(press('input')).toBe(1);
  Object.assign(heading ?? {}, { checkVisibility: () => false });
  expect(press('h2')).toBe(1);
  Object.assign(heading ?? {}, { checkVisibility: () => true });
  expect(press('h2')).toBe(0);
});

test('a part that is not laid out is known in browsers without checkVisibility too', () => {
  const pad = document.createElement('div');
  pad.id = 'the-pad';
  document.body.append(pad);
  onTestFinished(() => pad.remove());
  const laidOut = (...boxes: readonly DOMRect[]) => {
    Object.assign(pad, { checkVisibility: undefined, getClientRects: () => boxes });
    return isShown('#the-pad');
  };
  expect(laidOut()).toBe(false);
  expect(laidOut(new DOMRect(0, 0, 400, 90))).toBe(true);
});
