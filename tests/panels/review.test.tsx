// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { WriteEnd, WriteStep } from '../../src/ehr/port.ts';
import { err } from '../../src/lib/result.ts';
import { FilingTrouble } from '../../src/panels/review/FilingTrouble.tsx';
import { Review } from '../../src/panels/review/Review.tsx';
import { PatientBanner } from '../../src/shell/PatientBanner.tsx';
import { Shown } from '../../src/shell/share/Shown.tsx';
import { instantAt } from '../../src/store/session/clock.ts';
import { score } from '../support/notes.ts';
import { type OpenedPanel, openPanel } from '../support/panel.tsx';

async function openReview(prepare: (panel: OpenedPanel) => void): Promise<OpenedPanel> {
  const panel = openPanel();
  prepare(panel);
  panel.store.openReview();
  panel.draws(<Review store={panel.store} onGo={() => {}} />);
  await screen.findByRole('group', { name: 'Time' });
  return panel;
}

const wrotePresent = (text: string) => (panel: OpenedPanel) => panel.store.dispatch({ kind: 'present-typed', text });

test('marks without words are listed with a field each, and stay while they are filled', async () => {
  const panel = await openReview(({ store }) => {
    store.capture.mark({ side: 'change', strand: 'need' });
    store.capture.mark({ side: 'sustain', strand: 'taking-steps' });
  });
  await panel.user.click(screen.getByText(/^2 marks without words/));
  const need = await screen.findByRole('textbox', { name: /^Change, need/ });
  await panel.user.type(need, 'something has to give');
  expect(screen.getByRole('textbox', { name: /^Change, need/ })).toBe(need);
  await panel.user.type(screen.getByRole('textbox', { name: /^Sustain, taking steps/ }), 'picked up a carton');
  expect(screen.getByText('Every mark has words now.')).toBeTruthy();
  expect(panel.store.interview.value.evoke.talk.map(({ words }) => words)).toMatchObject([
    { text: 'something has to give' },
    { text: 'picked up a carton' },
  ]);
});

test('what was written of a plan and is not in the note is named', async () => {
  const panel = await openReview(({ store }) => {
    store.capture.mark({ side: 'sustain', strand: 'reason' });
    store.capture.type('my brother drinks');
    for (const { id } of store.interview.value.evoke.talk) store.dispatch({ kind: 'talk-became-barrier', id });
    store.dispatch({ kind: 'plan-postponed' });
  });
  const gaps = await screen.findByRole('list', { name: 'What could still be filled in' });
  expect(gaps.textContent).toContain('You typed parts of a plan, and the outcome is “No plan yet”. They are not');
  panel.store.dispatch({ kind: 'plan-resumed' });
  await waitFor(() => expect(gaps.textContent).not.toContain('parts of a plan'));
});

test('a word of the clinician’s own is replaced with one press, and undone with one more', async () => {
  const panel = await openReview(wrotePresent('Her husband, who is noncompliant, and a frequent flyer'));
  const flags = await screen.findByRole('region', { name: /^Your own words/ });
  expect(within(flags).getAllByRole('listitem')).toHaveLength(2);
  await panel.user.click(within(flags).getByRole('button', { name: /^Replace “a frequent flyer”/ }));
  expect(panel.store.interview.value.engage.present).toBe(
    'Her husband, who is noncompliant, and a person with frequent visits',
  );
  panel.store.undo();
  expect(panel.store.interview.value.engage.present).toContain('frequent flyer');
});

test('what is kept stays kept for this note, and is asked about again in the next', async () => {
  const panel = await openReview(wrotePresent('a frequent flyer'));
  await panel.user.click(await screen.findByRole('button', { name: 'Keep “a frequent flyer”' }));
  expect(screen.queryByRole('region', { name: /^Your own words/ })).toBeNull();
  wrotePresent('a frequent flyer, again')(panel);
  expect(panel.store.wording.flagged.value).toEqual([]);
  await panel.store.beginAnother();
  wrotePresent('a frequent flyer')(panel);
  expect(panel.store.wording.flagged.value).toHaveLength(1);
});

test('the patient’s words are never flagged', async () => {
  const panel = await openReview(({ store }) => {
    store.capture.mark({ side: 'sustain', strand: 'reason' });
    store.capture.type('the doctor said I am a noncompliant frequent flyer');
    wrotePresent('a frequent flyer')({ store } as OpenedPanel);
  });
  await screen.findByRole('region', { name: /^Your own words/ });
  expect(panel.store.wording.flagged.value.map(({ written }) => written.where)).toEqual(['Who is in the room']);
});

test('stopping fills in the minutes since the start, and both can be corrected', async () => {
  const panel = await openReview(({ waits }) => waits(17.9));
  await panel.user.click(screen.getByRole('button', { name: 'Use time until now' }));
  const minutes = screen.getByRole<HTMLInputElement>('spinbutton', { name: /^Minutes/ });
  expect(minutes.value).toBe('17');
  const start = screen.getByLabelText<HTMLInputElement>('Started');
  fireEvent.input(start, { target: { value: start.value.replace(/:30$/, ':25') } });
  expect(panel.store.interview.value.time.minutes).toBe(22);
  fireEvent.input(minutes, { target: { value: '20' } });
  expect(panel.store.interview.value.time.minutes).toBe(20);
  fireEvent.input(minutes, { target: { value: '' } });
  expect(panel.store.interview.value.time.minutes).toBeUndefined();
});

test('a start is typed hour first: a time on the way clears no minutes, and no digit is taken back', async () => {
  const panel = await openReview(({ waits }) => waits(90));
  const minutes = screen.getByRole<HTMLInputElement>('spinbutton', { name: /^Minutes/ });
  fireEvent.input(minutes, { target: { value: '20' } });
  const start = screen.getByLabelText<HTMLInputElement>('Started');
  const [hour = 0, half = ''] = [Number(start.value.slice(0, 2)), start.value.slice(3)];
  const later = (hours: number, rest: string) => `${String((hour + hours) % 24).padStart(2, '0')}:${rest}`;
  start.focus();
  // The clock is an hour and a half after the start: the first is after the end, the second is in the future.
  for (const text of [later(1, half), later(2, half), '', later(0, '35'), later(0, '45')]) {
    fireEvent.input(start, { target: { value: text } });
    panel.store.dispatch({ kind: 'present-typed', text });
    await waitFor(() => expect(panel.store.interview.value.engage.present).toBe(text));
    expect(start.value).toBe(text);
  }
  expect(panel.store.interview.value.time.minutes).toBe(5);
});

test('a start typed digit by digit is one undo step with its minutes, and so are minutes and a second start', async () => {
  const panel = await openReview(({ waits }) => waits(90));
  const { time } = panel.store.interview.value;
  const start = screen.getByLabelText<HTMLInputElement>('Started');
  const minutes = screen.getByRole<HTMLInputElement>('spinbutton', { name: /^Minutes/ });
  const types = async (field: HTMLInputElement, texts: readonly string[]) => {
    field.focus();
    for (const text of texts) fireEvent.input(field, { target: { value: text } });
    await panel.user.tab();
    return panel.store.interview.value.time;
  };
  const hour = start.value.slice(0, 2);
  const told = await types(minutes, ['2', '20']);
  const first = await types(start, [`${hour}:02`, `${hour}:25`]);
  const second = await types(start, [`${hour}:02`, `${hour}:20`]);
  expect([told, first, second].map((each) => each.minutes)).toEqual([20, 25, 30]);
  for (const before of [first, told, time]) {
    panel.store.undo();
    expect(panel.store.interview.value.time).toEqual(before);
  }
});

test('a start that is left in the future is the one from before the typing again', async () => {
  const panel = await openReview(({ waits }) => waits(17));
  const { startedAt } = panel.store.interview.value.time;
  const start = screen.getByLabelText<HTMLInputElement>('Started');
  const before = start.value;
  const [hour = 0, half = ''] = [Number(before.slice(0, 2)), before.slice(3)];
  const later = (hours: number) => `${String((hour + hours + 24) % 24).padStart(2, '0')}:${half}`;
  start.focus();
  for (const text of [later(-2), later(1)]) fireEvent.input(start, { target: { value: text } });
  await panel.user.tab();
  expect(panel.store.interview.value.time.startedAt).toBe(startedAt);
  expect(start.value).toBe(before);
});

test('a start that is emptied after it was corrected is the corrected one again', async () => {
  const panel = await openReview(({ waits }) => waits(17));
  const start = screen.getByLabelText<HTMLInputElement>('Started');
  const corrected = start.value.replace(/:30$/, ':25');
  for (const text of [corrected, '']) {
    start.focus();
    fireEvent.input(start, { target: { value: text } });
    await panel.user.tab();
    expect(start.value).toBe(corrected);
  }
});

test('to discard a draft reads the warning first, so that a second Enter deletes nothing; to keep it or Esc goes back', async () => {
  const panel = await openReview(wrotePresent('her husband'));
  (await screen.findByRole('button', { name: 'Discard this draft' })).focus();
  await panel.user.keyboard('{Enter}{Enter}');
  expect(document.activeElement?.textContent).toMatch(/^Everything written here is deleted/);
  expect(panel.store.interview.value.engage.present).toBe('her husband');
  await panel.user.click(screen.getByRole('button', { name: 'Keep it' }));
  const isBack = () => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Discard this draft' }));
  await waitFor(isBack);
  await panel.user.keyboard('{Enter}{Escape}');
  await waitFor(isBack);
  await panel.user.keyboard('{Enter}');
  await panel.user.click(screen.getByRole('button', { name: 'Discard it' }));
  await waitFor(() => expect(panel.store.interview.value.engage.present).toBe(''));
});

test('a search for a lost note takes the focus once, not at each of its attempts', async () => {
  let report: ((step: WriteStep) => void) | undefined;
  const panel = openPanel({
    ehr: {
      readDestination: async () => ({ kind: 'form', form: 'observation', confirmed: true }),
      readContext: async () => {
        const unread = { kind: 'failed' } as const;
        return { conditions: unread, medicines: unread, measures: unread, otherPatients: 0 };
      },
      fileNote: (_signing, tells) => {
        report = tells;
        return new Promise<WriteEnd>(() => undefined);
      },
    },
  });
  await panel.store.begin();
  panel.store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  panel.draws(
    <>
      <FilingTrouble store={panel.store} />
      <button type="button">Elsewhere</button>
    </>,
  );
  void panel.store.filing.sign();
  await waitFor(() => expect(report).toBeTruthy());
  const looks = () => act(() => report?.('looking'));
  await looks();
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'What happened' }));
  screen.getByRole('button', { name: 'Elsewhere' }).focus();
  await looks();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Elsewhere' }));
});

test('a patient who could not be read is read again, with the focus in the banner', async () => {
  let asked = 0;
  const panel = openPanel({
    ehr: {
      readPerson: async () => {
        asked += 1;
        return asked === 1 ? err({ kind: 'offline' }) : new Promise(() => undefined);
      },
      readContext: () => new Promise(() => undefined),
    },
  });
  void panel.store.chart.load();
  panel.draws(<PatientBanner store={panel.store} />);
  await panel.user.click(await screen.findByRole('button', { name: 'Try again' }));
  await screen.findByText('Reading the chart');
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Patient' }));
});

test('an answer to information that was not written down is said to be missing from the note', async () => {
  await openReview(({ store }) => {
    const id = store.newEntry();
    store.dispatch({ kind: 'information-typed', id, text: ' ' });
    store.dispatch({ kind: 'information-view-typed', id, text: 'That is news to me' });
  });
  const missing = screen.getByRole('list', { name: 'What could still be filled in' });
  expect(within(missing).getByText(/^“What they make of it” is not in the note/)).toBeTruthy();
});

const NOT_YET = /will be filed|Nothing is filed yet/;

function inChart(fileNote: () => Promise<WriteEnd>): OpenedPanel {
  const unread = { kind: 'failed' } as const;
  return openPanel({
    ehr: {
      readDestination: async () => ({ kind: 'form', form: 'observation', confirmed: true }),
      readContext: async () => ({ conditions: unread, medicines: unread, measures: unread, otherPatients: 0 }),
      fileNote,
      findNote: async () => ({ kind: 'accepted' }),
    },
  });
}

test('a note that the chart accepted is called signed, in the review and as the patient will read it', async () => {
  const panel = inChart(async () => ({ kind: 'accepted' }));
  await panel.store.begin();
  panel.store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  panel.store.openReview();
  panel.draws(
    <>
      <Review store={panel.store} onGo={() => {}} />
      <Shown store={panel.store} />
    </>,
  );
  panel.store.view.show({ kind: 'note' });
  await waitFor(() => expect(document.body.textContent).toMatch(/This is what will be filed.*Nothing is filed yet/s));
  await panel.store.filing.sign();
  await waitFor(() => expect(screen.getAllByText(/^You have signed this note\./)).toHaveLength(2));
  expect(document.body.textContent).not.toMatch(NOT_YET);
});

test('a note that was written on after it was signed is said to have been written on', async () => {
  const panel = inChart(async () => ({ kind: 'accepted' }));
  await panel.store.begin();
  panel.store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  const signed = panel.store.interview.value;
  wrotePresent('her husband')(panel);
  await panel.store.filing.check({ at: instantAt(0), forms: ['observation'], signed });
  panel.store.openReview();
  panel.draws(<Review store={panel.store} onGo={() => {}} />);
  const note = await screen.findByRole('figure');
  expect(note.textContent).toContain('You wrote on after this note was signed.');
  expect(note.textContent).not.toMatch(NOT_YET);
});
