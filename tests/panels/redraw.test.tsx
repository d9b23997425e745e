// @vitest-environment happy-dom
// What a key costs: how much of the page is drawn again for one more mark, or one more letter, in a long talk.
import { fireEvent, screen, within } from '@testing-library/preact';
import { options, render, type VNode } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Engage } from '../../src/panels/engage/Engage.tsx';
import { Evoke } from '../../src/panels/evoke/Evoke.tsx';
import { Focus } from '../../src/panels/focus/Focus.tsx';
import { Plan } from '../../src/panels/plan/Plan.tsx';
import { App } from '../../src/shell/App.tsx';
import type { Store } from '../../src/store/store.ts';
import { type OpenedPanel, openPanel } from '../support/panel.tsx';

const MARKS = 130;

interface Drawn {
  rows: number;
  cells: number;
  fields: number;
}

/** Counts what is drawn from now on: rows of the list, cells of the rulers and choices, text fields. */
function counts(): Drawn {
  const drawn: Drawn = { rows: 0, cells: 0, fields: 0 };
  const before = options.vnode;
  const count = ({ type, props }: VNode): void => {
    const given: Readonly<Record<string, unknown>> = { ...props };
    if (type === 'button' && given['data-stop'] === 'row') drawn.rows += 1;
    if (type === 'input') drawn.cells += 1;
    if (type === 'textarea') drawn.fields += 1;
  };
  options.vnode = (vnode) => {
    count(vnode);
    before?.(vnode);
  };
  onTestFinished(() => {
    if (before) options.vnode = before;
    else delete options.vnode;
  });
  return drawn;
}

function Talk({ store }: { readonly store: Store }) {
  return (
    <>
      <Engage store={store} />
      <Focus store={store} />
      <Evoke store={store} onLeave={() => {}} />
      <Plan store={store} />
    </>
  );
}

/** Opens all that Focus folds away, and waits for the part that comes last. */
async function unfoldsFocus(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: '+ Agenda, permission, direction' }));
  await screen.findByText(/^Topics they bring up/);
}

async function openLongTalk(): Promise<OpenedPanel> {
  const panel = openPanel({ settings: { cues: 'off' } });
  for (let mark = 0; mark < MARKS; mark += 1) {
    panel.store.capture.mark({ side: mark % 3 ? 'change' : 'sustain', strand: 'reason' });
    panel.store.capture.type(`reason number ${mark}`);
  }
  panel.store.capture.rest();
  panel.draws(<Talk store={panel.store} />);
  await unfoldsFocus();
  return panel;
}

test('one more mark after 130 draws its own row and none of the others, no ruler and no field but its words', async () => {
  await openLongTalk();
  const drawn = counts();
  fireEvent.keyDown(within(screen.getByRole('toolbar')).getByRole('button', { name: /^Change N/ }), { key: 'n' });
  expect(await screen.findByText('Marked, no words yet')).toBeTruthy();
  expect(drawn).toEqual({ rows: 1, cells: 0, fields: 1 });
});

test('a letter in the words of one mark draws that row and its field', async () => {
  const { store } = await openLongTalk();
  store.capture.write(store.interview.value.evoke.talk[70]?.id ?? store.newEntry());
  const words = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Words' });
  await screen.findByDisplayValue('reason number 70');
  const drawn = counts();
  fireEvent.input(words, { target: { value: 'reason number 70 or so' } });
  expect(await screen.findByRole('button', { name: /reason number 70 or so/ })).toBeTruthy();
  expect(drawn).toEqual({ rows: 1, cells: 0, fields: 1 });
});

test('opening one row draws that row alone', async () => {
  const panel = await openLongTalk();
  const row = screen.getByRole('button', { name: /reason number 3 / });
  const drawn = counts();
  await panel.user.click(row);
  expect(row.getAttribute('aria-expanded')).toBe('true');
  expect(drawn.rows).toBe(1);
});

test('the first frame after a code names the mark next to its words, and the next frame has its row and the announcement', async () => {
  const waiting: (() => void)[] = [];
  const { store, draws } = openPanel({ afterFrame: (then) => void waiting.push(then) });
  draws(<Talk store={store} />);
  await unfoldsFocus();
  const drawn = counts();
  const pad = within(screen.getByRole('toolbar'));
  fireEvent.keyDown(pad.getByRole('button', { name: /^Sustain N/ }), { key: 'n', shiftKey: true });
  expect(screen.getByText('Sustain: need')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Words' }));
  expect(drawn).toEqual({ rows: 0, cells: 0, fields: 1 });
  expect(store.announcements.said.value).toBeUndefined();
  // Already in the interview, and so in the draft: nothing waits for a picture but the picture.
  expect(store.interview.value.evoke.talk).toHaveLength(1);
  for (const then of waiting.splice(0)) then();
  expect(await screen.findByText('Marked, no words yet')).toBeTruthy();
  expect(await screen.findByText(/^Said today: /)).toBeTruthy();
  expect(store.announcements.said.value).toMatchObject({ words: 'Sustain need marked' });
});

test('the first frame holds the topics, the rulers and the pad, and F9 reaches the pad at once', async () => {
  const { store } = openPanel();
  const page = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => {
    render(null, page);
    page.remove();
  });
  render(<App store={store} />, page);
  const heads = () => screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent?.split(' ')[0]);
  expect(heads()).toEqual(['Engage', 'Focus', 'Evoke']);
  fireEvent.keyDown(document, { key: 'F9' });
  await screen.findByRole('toolbar', { name: 'Capture' });
  expect(document.activeElement?.closest('#capture-pad')).toBeTruthy();
});

test('the page is not laid out at once to focus nothing', async () => {
  const focused = vi.spyOn(document.body, 'focus');
  onTestFinished(() => focused.mockRestore());
  await openLongTalk();
  expect(focused).not.toHaveBeenCalled();
});
