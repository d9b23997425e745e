// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Evoke } from '../../src/panels/evoke/Evoke.tsx';
import { Plan } from '../../src/panels/plan/Plan.tsx';
import { score } from '../support/interviews.ts';
import { type OpenedPanel, openPanel } from '../support/panel.tsx';

function openTalk(): OpenedPanel {
  const panel = openPanel();
  panel.draws(
    <>
      <Evoke store={panel.store} onLeave={() => {}} />
      <Plan store={panel.store} />
    </>,
  );
  return panel;
}

const plan = ({ store }: OpenedPanel) => store.interview.value.plan;
const pad = () => screen.getByRole('toolbar', { name: 'Capture' });

test('the agreed change is offered, and taken over with one press', async () => {
  const panel = openTalk();
  panel.store.dispatch({ kind: 'target-chosen', target: { kind: 'named', label: 'Alcohol', sensitive: true } });
  panel.store.dispatch({ kind: 'direction-chosen', direction: 'cut-down' });
  await panel.user.click(screen.getByText('More plan details'));
  await panel.user.click(await screen.findByRole('button', { name: 'Use “Cut down on drinking”' }));
  expect(plan(panel).change).toBe('Cut down on drinking');
  expect(screen.queryByRole('button', { name: /^Use “/ })).toBeNull();
});

test('the rest of their reasons is shown with one press, and the focus goes on to the first of it', async () => {
  const panel = openTalk();
  for (const words of ['my kids', 'my sleep', 'my liver', 'money', 'work']) {
    panel.store.capture.mark({ side: 'change', strand: 'reason' });
    panel.store.capture.type(words);
    panel.store.capture.rest();
  }
  await panel.user.click(await screen.findByRole('button', { name: 'Show all 5' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'my kids' })));
});

test('how they talk again is one press, and still free text', async () => {
  const panel = openTalk();
  await panel.user.click(screen.getByRole('button', { name: '+ Date, how to follow up' }));
  const channels = screen.getByRole('radiogroup', { name: /^How to follow up/ });
  await panel.user.click(within(channels).getByRole('radio', { name: 'Phone' }));
  expect(plan(panel).followUpHow).toBe('Phone');
  await panel.user.type(screen.getByRole('textbox', { name: /^Details/ }), ' after six');
  expect(plan(panel).followUpHow).toBe('Phone after six');
  expect(within(channels).getByRole<HTMLInputElement>('radio', { name: 'Phone' }).checked).toBe(false);
  await panel.user.click(within(channels).getByRole('radio', { name: 'Visit' }));
  expect(plan(panel).followUpHow).toBe('Visit: Phone after six');
  await panel.user.click(within(channels).getByRole('radio', { name: 'Message' }));
  expect(plan(panel).followUpHow).toBe('Message: Phone after six');
  await panel.user.keyboard('{Backspace}');
  expect(plan(panel).followUpHow).toBe('Phone after six');
});

test('undo of a pressed way to talk again keeps the details typed before it and after it', async () => {
  const panel = openTalk();
  const undoes = () => panel.store.undo();
  await panel.user.click(screen.getByRole('button', { name: '+ Date, how to follow up' }));
  await panel.user.type(screen.getByRole('textbox', { name: /^Details/ }), 'after six');
  await panel.user.click(screen.getByRole('radio', { name: 'Phone' }));
  await panel.user.type(screen.getByRole('textbox', { name: /^Details/ }), ', first her sister');
  expect(plan(panel).followUpHow).toBe('Phone: after six, first her sister');
  undoes();
  expect(plan(panel).followUpHow).toBe('Phone: after six');
  undoes();
  expect(plan(panel).followUpHow).toBe('after six');
});

test('undo of the words typed after the agreed change was taken over leaves that change', async () => {
  const panel = openTalk();
  panel.store.dispatch({ kind: 'target-chosen', target: { kind: 'named', label: 'Alcohol', sensitive: true } });
  panel.store.dispatch({ kind: 'direction-chosen', direction: 'cut-down' });
  await panel.user.click(screen.getByText('More plan details'));
  await panel.user.click(await screen.findByRole('button', { name: 'Use “Cut down on drinking”' }));
  await panel.user.type(screen.getByRole('textbox', { name: 'Goal' }), ' on weekdays');
  panel.store.undo();
  expect(plan(panel).change).toBe('Cut down on drinking');
});

test.each([
  [7, true],
  [8, false],
])('a smaller step is offered at %i: %s', async (sure, offered) => {
  const panel = openTalk();
  panel.store.dispatch({ kind: 'plan-confidence-recorded', score: score(sure) });
  await screen.findByRole('radiogroup', { name: /How sure they are/ });
  expect(screen.queryByText(/smaller step may feel more doable/) !== null).toBe(offered);
});

test('sustain talk marked from Plan can move to barriers, and talk marked elsewhere is left alone', async () => {
  const panel = openTalk();
  await panel.user.click(within(pad()).getByRole('button', { name: /^Sustain A/ }));
  await panel.user.keyboard('no willpower{Enter}');
  screen.getByRole('textbox', { name: /^First step/ }).focus();
  within(pad())
    .getByRole('button', { name: /^Change D/ })
    .focus();
  await panel.user.keyboard('{Shift>}r{/Shift}my brother drinks{Enter}');
  const offers = screen.getByRole('list', { name: /more likely barriers/ });
  expect(within(offers).getAllByRole('listitem')).toHaveLength(1);
  await panel.user.click(within(offers).getByRole('button', { name: 'Move to barriers' }));
  expect(plan(panel).barriers.map(({ text }) => text)).toEqual(['my brother drinks']);
  expect(panel.store.interview.value.evoke.talk).toHaveLength(1);
});

test('the outcome is shown for every part of a plan, and without one a press on it adds no step to undo', async () => {
  const panel = openTalk();
  const agreed = screen.getByRole<HTMLInputElement>('radio', { name: 'Plan agreed' });
  await panel.user.click(agreed);
  expect(agreed.checked).toBe(false);
  expect(panel.store.undoSteps.value.undo).toBe(0);
  panel.store.dispatch({ kind: 'plan-confidence-recorded', score: score(6) });
  await waitFor(() => expect(agreed.checked).toBe(true));
  panel.store.dispatch({ kind: 'plan-confidence-recorded' });
  await waitFor(() => expect(agreed.checked).toBe(false));
  panel.store.capture.mark({ side: 'change', strand: 'reason' });
  panel.store.capture.type('my kids');
  await panel.user.click(await screen.findByRole('checkbox', { name: 'my kids' }));
  expect(agreed.checked).toBe(true);
});

test('while no plan is agreed, nothing moves to barriers, because they would not be in the note', async () => {
  const panel = openTalk();
  panel.store.capture.comeFrom('planning');
  panel.store.capture.mark({ side: 'sustain', strand: 'reason' });
  panel.store.capture.type('my brother drinks');
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Move to barriers' })).toHaveLength(2));
  await panel.user.click(screen.getByRole('button', { name: /my brother drinks/ }));
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Move to barriers/ })).toHaveLength(3));
  panel.store.dispatch({ kind: 'plan-postponed' });
  const ofMark = await waitFor(() => screen.getByRole('button', { name: 'Move to barriers' }));
  expect(ofMark.getAttribute('aria-disabled')).toBe('true');
  await panel.user.click(ofMark);
  expect(plan(panel).barriers).toEqual([]);
});

test('an answered ruler can be asked again, and both numbers stay', async () => {
  const panel = openTalk();
  expect(screen.queryByText('Ask a question again')).toBeNull();
  panel.store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  panel.store.dispatch({ kind: 'ruler-declined', ruler: 'readiness' });
  await panel.user.click(await screen.findByText('Ask a question again'));
  const again = await screen.findByRole('radiogroup', { name: /^Asked again: confidence/ });
  expect(screen.queryByRole('radiogroup', { name: /^Asked again: readiness/ })).toBeNull();
  await panel.user.click(within(again).getByRole('radio', { name: '6' }));
  expect(panel.store.interview.value.evoke.rulers.confidence).toMatchObject({
    answer: { score: 4 },
    again: { score: 6 },
  });
});

test('in a visit held in Spanish, what is asked at the end is Spanish', async () => {
  const panel = openTalk();
  panel.store.dispatch({ kind: 'visit-language-chosen', language: 'es' });
  panel.store.dispatch({ kind: 'ruler-answered', ruler: 'readiness', score: score(4) });
  panel.store.dispatch({ kind: 'plan-confidence-recorded', score: score(6) });
  await panel.user.click(await screen.findByText('Ask a question again'));
  const again = await screen.findByRole('radiogroup', { name: /^Asked again: readiness/ });
  const asked = within(again).getByText(
    'Hace un rato le pregunté qué tan cerca está de hacerlo y dijo 4. ¿Qué número sería ahora?',
  );
  expect(asked.getAttribute('lang')).toBe('es');
  expect(within(again).getByText('muy cerca', { exact: false })).toBeDefined();
  expect((await screen.findByText('¿Qué haría falta para que fuera un 8?')).getAttribute('lang')).toBe('es');
  const sure = screen.getByRole('radiogroup', { name: /^How sure they are/ });
  expect(
    within(sure)
      .getByText(/puede dar este paso/)
      .getAttribute('lang'),
  ).toBe('es');
  expect(within(sure).getByText('ninguna', { exact: false })).toBeDefined();
});

test('a ruler asked again has the ends that it had the first time', async () => {
  const { store, user } = openTalk();
  store.dispatch({ kind: 'visit-language-chosen', language: 'es' });
  store.dispatch({ kind: 'target-chosen', target: { kind: 'named', label: 'Smoking', sensitive: false } });
  store.dispatch({ kind: 'direction-chosen', direction: 'keep-going' });
  store.dispatch({ kind: 'ruler-answered', ruler: 'readiness', score: score(4) });
  await user.click(await screen.findByText('Ask a question again'));
  const again = await screen.findByRole('radiogroup', { name: /^Asked again: readiness/ });
  expect(within(again).getByText('muchísima', { exact: false })).toBeDefined();
});

test('Tab enters the follow-up at the usual choice, arrows reach the one before, and a choice takes the stop with it', async () => {
  const panel = openTalk();
  const days = within(screen.getByRole('radiogroup', { name: 'Follow-up' })).getAllByRole<HTMLInputElement>('radio');
  expect(days.map((each) => each.labels?.[0]?.textContent)).toEqual(['1 week', '2 weeks', '4 weeks', '3 months']);
  expect(days.map((each) => each.tabIndex)).toEqual([-1, 0, 0, 0]);
  await panel.user.click(screen.getByRole('radio', { name: '1 week' }));
  expect(plan(panel).followUpDay).toBe(panel.store.day(7));
  expect(days.map((each) => each.tabIndex)).toEqual([0, 0, 0, 0]);
});

test('a follow-up whose year is half typed is not stored yet, and what is typed stays in the field', async () => {
  const panel = openTalk();
  await panel.user.click(screen.getByRole('button', { name: '+ Date, how to follow up' }));
  const date = screen.getByLabelText<HTMLInputElement>('Date');
  // As a browser reports each digit of the year.
  for (const [text, stored] of [
    ['0002-11-30', undefined],
    ['0026-11-30', undefined],
    ['2026-11-30', '2026-11-30'],
  ] as const) {
    fireEvent.input(date, { target: { value: text } });
    expect(plan(panel).followUpDay).toBe(stored);
    panel.store.dispatch({ kind: 'plan-typed', part: 'followUpHow', text });
    await waitFor(() =>
      expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Details/ }).value).toBe(text),
    );
    expect(date.value).toBe(text);
  }
});

test('a follow-up before today is said to be not saved, until another day is chosen', async () => {
  const panel = openTalk();
  await panel.user.click(screen.getByRole('button', { name: '+ Date, how to follow up' }));
  const date = screen.getByLabelText<HTMLInputElement>('Date');
  date.focus();
  fireEvent.input(date, { target: { value: '2025-11-30' } });
  expect(screen.queryByRole('alert')).toBeNull();
  await panel.user.tab();
  expect((await screen.findByRole('alert')).textContent).toBe('Not saved: this day is before today.');
  expect([date.value, plan(panel).followUpDay]).toEqual(['2025-11-30', undefined]);
  await panel.user.click(screen.getByRole('radio', { name: '1 week' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(date.value).toBe(panel.store.day(7));
});

/** Opens the date field of a plan, with a follow-up in two weeks. */
async function openDate() {
  const panel = openTalk();
  await panel.user.click(screen.getByRole('button', { name: '+ Date, how to follow up' }));
  await panel.user.click(screen.getByRole('radio', { name: '2 weeks' }));
  const date = screen.getByLabelText<HTMLInputElement>('Date');
  await waitFor(() => expect(date.value).toBe(panel.store.day(14)));
  date.focus();
  // Browsers report a date without all of its parts as empty and as bad input.
  const types = (value: string, badInput = false) => {
    Object.defineProperty(date, 'validity', { value: { badInput }, configurable: true });
    fireEvent.input(date, { target: { value } });
  };
  return { ...panel, date, types };
}

test('a refused date leaves the agreed day saved, and says so when the field is left', async () => {
  const panel = await openDate();
  const isPressed = () => screen.getByRole<HTMLInputElement>('radio', { name: '2 weeks' }).checked;
  for (const year of ['0002', '2026', '2020']) panel.types(`${year}-11-30`);
  expect([plan(panel).followUpDay, isPressed()]).toEqual([panel.store.day(14), true]);
  await panel.user.tab();
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Not saved: this day is before today. Still saved: 06-Dec-2026.',
  );
  expect(panel.date.value).toBe('2020-11-30');
});

test('a date without all of its parts leaves the agreed day saved, and says so at Enter', async () => {
  const panel = await openDate();
  panel.types('', true);
  expect(plan(panel).followUpDay).toBe(panel.store.day(14));
  expect(screen.queryByRole('alert')).toBeNull();
  await panel.user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Not saved: the date is not complete. Still saved: 06-Dec-2026.',
  );
  panel.types('2026-12-24');
  expect([plan(panel).followUpDay, screen.queryByRole('alert')]).toEqual(['2026-12-24', null]);
});

test('a date that is emptied part by part is removed when the field is left', async () => {
  const panel = await openDate();
  panel.types('', true);
  // The last part goes without an event, because the value was empty before.
  Object.defineProperty(panel.date, 'validity', { value: { badInput: false }, configurable: true });
  await panel.user.tab();
  expect(plan(panel).followUpDay).toBeUndefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a refused date does not come back after another day was chosen and cleared', async () => {
  const panel = openTalk();
  await panel.user.click(screen.getByRole('button', { name: '+ Date, how to follow up' }));
  const date = screen.getByLabelText<HTMLInputElement>('Date');
  date.focus();
  fireEvent.input(date, { target: { value: '2025-11-30' } });
  await panel.user.tab();
  await panel.user.click(screen.getByRole('radio', { name: '1 week' }));
  await waitFor(() => expect(date.value).toBe(panel.store.day(7)));
  await panel.user.keyboard('{Backspace}');
  await waitFor(() => expect(date.value).not.toBe(panel.store.day(7)));
  expect([date.value, screen.queryByRole('alert')]).toEqual(['', null]);
});
