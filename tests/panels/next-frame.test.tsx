// @vitest-environment happy-dom
// Two keys within one picture, and a page whose pictures never come: what is drawn may lag, what is done never does.
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { Evoke } from '../../src/panels/evoke/Evoke.tsx';
import { Plan } from '../../src/panels/plan/Plan.tsx';
import { Review } from '../../src/panels/review/Review.tsx';
import { afterNextFrame } from '../../src/store/conversation/next-frame.ts';
import { score } from '../support/interviews.ts';
import { type OpenedPanel, openPanel } from '../support/panel.tsx';

/** A panel whose pictures are drawn by hand. */
function openSlowly(): OpenedPanel & { readonly draw: () => void; readonly hold: () => void } {
  const waiting: (() => void)[] = [];
  let held = false;
  const panel = openPanel({ afterFrame: (then) => (held ? void waiting.push(then) : then()) });
  const draw = (): void => {
    for (const then of waiting.splice(0)) then();
  };
  return {
    ...panel,
    draw,
    hold: () => {
      held = true;
    },
  };
}

const words = ({ store }: OpenedPanel) =>
  store.interview.value.evoke.talk.map((mark) => (mark.words.kind === 'heard' ? mark.words.text : '-'));

test('the reason for a number, kept twice before its row is drawn, is one mark', async () => {
  const panel = openSlowly();
  panel.store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  panel.store.dispatch({ kind: 'ruler-why-typed', ruler: 'confidence', text: 'nine weeks last spring' });
  panel.draws(<Evoke store={panel.store} onLeave={() => {}} />);
  const why = await screen.findByRole('textbox', { name: 'What makes it a 4 and not a 2?' });
  panel.hold();
  for (const _ of [1, 2]) fireEvent.keyDown(why, { key: 'k', ctrlKey: true });
  expect(words(panel)).toEqual(['nine weeks last spring']);
});

test('words meant for a mark that was just undone go into no other mark', async () => {
  const panel = openSlowly();
  const { store } = panel;
  store.capture.mark({ side: 'change', strand: 'need' });
  store.capture.type('first');
  const first = store.interview.value.evoke.talk[0]?.id;
  store.capture.rest();
  store.capture.mark({ side: 'change', strand: 'reason' });
  const second = store.interview.value.evoke.talk[1]?.id;
  if (!first || !second) throw new Error('Two marks were made');
  store.capture.write(first);
  panel.hold();
  store.undo();
  store.capture.write(second);
  store.capture.type('meant for the second');
  expect(words(panel)).toEqual(['first']);
  expect(store.interview.value.evoke.loose).toBe('meant for the second');
});

test('a code chosen for a mark that is gone is heard as a mark of its own', () => {
  const { store } = openPanel();
  store.capture.mark({ side: 'change', strand: 'need' });
  const id = store.interview.value.evoke.talk[0]?.id ?? store.newEntry();
  store.capture.recode(id);
  store.undo();
  store.capture.mark({ side: 'sustain', strand: 'ability' });
  expect(store.interview.value.evoke.talk.map(({ talk }) => talk)).toEqual([{ side: 'sustain', strand: 'ability' }]);
});

test('the next note begins without anything of the one before, not even for one frame', async () => {
  const panel = openSlowly();
  panel.store.capture.mark({ side: 'change', strand: 'need' });
  panel.store.capture.type('words of the note before');
  panel.hold();
  await panel.store.beginAnother();
  panel.draws(<Evoke store={panel.store} onLeave={() => {}} />);
  expect(screen.queryByText('words of the note before')).toBeNull();
});

test('a mark that is not drawn yet has its field in the review', async () => {
  const panel = openSlowly();
  panel.store.capture.mark({ side: 'change', strand: 'need' });
  panel.store.openReview();
  panel.draws(<Review store={panel.store} onGo={() => {}} />);
  panel.hold();
  panel.store.capture.mark({ side: 'sustain', strand: 'reason' });
  await panel.user.click(await screen.findByText(/^2 marks without words/));
  expect(await screen.findByRole('textbox', { name: /^Sustain, reason/ })).toBeTruthy();
});

test('where no picture is ever drawn, what waits for one comes all the same', () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const then = vi.fn();
  afterNextFrame(then);
  vi.runAllTimers();
  expect(then).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('where a picture is drawn, what waited for it comes once', () => {
  vi.useFakeTimers();
  const then = vi.fn();
  afterNextFrame(then);
  vi.runAllTimers();
  expect(then).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

test('focus on a mark that is undone goes to the mark before it', async () => {
  const panel = openPanel();
  panel.draws(<Evoke store={panel.store} onLeave={() => {}} />);
  for (const strand of ['need', 'reason'] as const) panel.store.capture.mark({ side: 'change', strand });
  const row = await screen.findByRole('button', { name: /^Change R Reason: / });
  row.focus();
  panel.store.undo();
  await vi.waitFor(() => expect(row.isConnected).toBe(false));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Change N Need: / }));
});

test('focus on a mark that is undone with the one before it, and no other, goes to the pad', async () => {
  const waiting: (() => void)[] = [];
  const panel = openPanel({ afterFrame: (then) => void waiting.push(then) });
  const draw = (): void => {
    for (const then of waiting.splice(0)) then();
  };
  panel.draws(<Evoke store={panel.store} onLeave={() => {}} />);
  for (const strand of ['need', 'reason'] as const) panel.store.capture.mark({ side: 'change', strand });
  draw();
  const row = await screen.findByRole('button', { name: /^Change R Reason: / });
  row.focus();
  panel.store.undo();
  panel.store.undo();
  draw();
  await vi.waitFor(() => expect(row.isConnected).toBe(false));
  expect(document.activeElement?.closest('#capture-pad')).toBeTruthy();
});

test('an obstacle moved to the barriers leaves the focus on the page', async () => {
  const panel = openPanel();
  panel.draws(<Plan store={panel.store} />);
  panel.store.capture.comeFrom('planning');
  for (const said of ['one', 'two']) {
    panel.store.capture.mark({ side: 'sustain', strand: 'reason' });
    panel.store.capture.type(said);
  }
  const offers = () => screen.queryAllByRole('button', { name: 'Move to barriers' });
  const press = async (left: number): Promise<void> => {
    const [offer] = offers();
    if (!offer) throw new Error('Nothing is offered');
    await panel.user.click(offer);
    await vi.waitFor(() => expect(offers()).toHaveLength(left));
  };
  await vi.waitFor(() => expect(offers()).toHaveLength(2));
  await press(1);
  expect(document.activeElement).toBe(offers()[0]);
  await press(0);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: /^Plan/ }));
});

test('an obstacle moved from the line after its mark leads back to the pad, and takes no other with it', async () => {
  const panel = openPanel();
  panel.draws(<Evoke store={panel.store} onLeave={() => {}} />);
  panel.store.capture.comeFrom('planning');
  for (const said of ['it helps me sleep', 'my brother drinks']) {
    panel.store.capture.mark({ side: 'sustain', strand: 'reason' });
    panel.store.capture.type(said);
  }
  await panel.user.dblClick(await screen.findByRole('button', { name: 'Move to barriers' }));
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Move to barriers' })).toBeNull());
  expect(screen.getByRole('toolbar', { name: 'Capture' }).contains(document.activeElement)).toBe(true);
  expect(panel.store.interview.value.plan.barriers.map(({ text }) => text)).toEqual(['my brother drinks']);
});

test('a mark moved to the end keeps the focus on the button that moved it, which then does nothing', async () => {
  const panel = openPanel();
  panel.draws(<Evoke store={panel.store} onLeave={() => {}} />);
  for (const strand of ['need', 'reason'] as const) panel.store.capture.mark({ side: 'change', strand });
  await panel.user.click(await screen.findByRole('button', { name: /^Change N Need: / }));
  const later = await screen.findByRole('button', { name: 'Move down' });
  await panel.user.click(later);
  await vi.waitFor(() => expect(later.getAttribute('aria-disabled')).toBe('true'));
  expect(document.activeElement).toBe(later);
  const order = () => panel.store.interview.value.evoke.talk.map(({ talk }) => talk.strand);
  expect(order()).toEqual(['reason', 'need']);
  await panel.user.click(later);
  expect(order()).toEqual(['reason', 'need']);
});

test('a focused “Move to barriers” keeps focus and Tab stop when the plan is left open', async () => {
  const panel = openPanel();
  panel.draws(<Evoke store={panel.store} onLeave={() => {}} />);
  panel.store.capture.mark({ side: 'sustain', strand: 'reason' });
  panel.store.capture.type('my brother drinks');
  await panel.user.click(await screen.findByRole('button', { name: /my brother drinks/ }));
  const tool = await screen.findByRole('button', { name: 'Move to barriers' });
  tool.focus();
  panel.store.dispatch({ kind: 'plan-postponed' });
  await vi.waitFor(() => expect(tool.getAttribute('aria-disabled')).toBe('true'));
  const stops = [...screen.getByRole('group', { name: 'Said today' }).querySelectorAll('[data-stop][tabindex="0"]')];
  expect(stops).toEqual([tool]);
  expect(document.activeElement).toBe(tool);
});
