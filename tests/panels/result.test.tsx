// @vitest-environment happy-dom
// What a clinician sees after signing, and where each button leads.

import { screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Drafts } from '../../src/drafts/port.ts';
import type { Ehr, Filed } from '../../src/ehr/port.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { ok } from '../../src/lib/result.ts';
import { App } from '../../src/shell/App.tsx';
import { fullNote, score } from '../support/notes.ts';
import { type OpenedPanel, openPanel } from '../support/panel.tsx';

const FORM = { kind: 'form', form: 'observation', confirmed: true } as const;
const AT = { form: 'observation', resourceId: 'o1', version: '1' } as const;
const UPDATE = { kind: 'update', confirmed: true } as const;
const CLOSED = { kind: 'closed', why: 'site' } as const;
const UNREAD = { kind: 'failed' } as const;
const AGREED = { kind: 'agreed', reasons: [], steps: [], supports: [], barriers: [], ifThens: [] } as const;

const filed = (note: ReadinessNote, standing: 'current' | 'corrected' = 'current'): Filed => ({
  kind: 'filed',
  at: AT,
  entry: { kind: 'note', note, filed: AT, standing, authors: [], ours: true },
  lost: [],
  unreached: [],
});

/** A chart that takes every note and every change. */
const IN_CHART: Partial<Ehr> = {
  readDestination: async () => FORM,
  destination: () => FORM,
  readContext: async () => ({ conditions: UNREAD, medicines: UNREAD, measures: UNREAD, otherPatients: 0 }),
  fileNote: async ({ note }) => filed(note),
  changeNote: async ({ note }) => filed(note, 'corrected'),
};

/** A note with a confidence of 4, signed in a chart that takes every note. */
async function files(
  rights = { change: UPDATE, retract: UPDATE } as Awaited<ReturnType<Ehr['changeRights']>>,
  more: Partial<Ehr> = {},
  drafts: Partial<Drafts> = {},
) {
  const panel = openPanel({ ehr: { ...IN_CHART, changeRights: async () => rights, ...more }, drafts });
  await panel.store.begin();
  panel.store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  panel.draws(<App store={panel.store} />);
  await panel.store.filing.sign();
  const page = await screen.findByRole('region', { name: /^Filed/ });
  return { ...panel, page };
}

const press = async ({ user }: OpenedPanel, name: string | RegExp): Promise<void> =>
  user.click(await screen.findByRole('button', { name }));

/** In the open form, changes confidence to 5 and signs. Returns the filed page, which shows the 5. */
async function correctsConfidence(panel: OpenedPanel): Promise<HTMLElement> {
  const confidence = await screen.findByRole('radiogroup', { name: /^Confidence/ });
  await panel.user.click(within(confidence).getByRole('radio', { name: '5' }));
  await press(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  await press(panel, 'Back to the filed note');
  const page = await screen.findByRole('region', { name: /^Filed at/ });
  expect(within(page).getByRole('group', { name: 'Rulers, 0 to 10' }).textContent).toContain('Confidence5');
  return page;
}

test('the filed page shows the note as people read it, and folds its numbers under Details', async () => {
  const { page } = await files();
  expect(within(page).getByRole('group', { name: 'Rulers, 0 to 10' }).textContent).toContain('Confidence4');
  const details = within(page).getByText('Details').closest('details');
  expect(details?.open).toBe(false);
  expect(details?.textContent).toMatch(/Note [0-9a-f-]{36}/);
  const buttons = within(page).getAllByRole('button');
  expect(buttons.map(({ textContent }) => textContent)).toEqual([
    'Print page',
    'Correct',
    'Copy',
    'Done',
    'Begin another note',
  ]);
});

test('Correct opens the filed note with the form, and the filed page then shows the corrected note', async () => {
  const panel = await files();
  await press(panel, 'Correct');
  await screen.findByRole('heading', { name: 'Correct this note' });
  const page = await correctsConfidence(panel);
  expect(within(page).getByText(/^Corrected since/)).toBeTruthy();
});

test('a note with an agreed plan prints its plan, and one without a plan prints a page', async () => {
  const panel = openPanel({ ehr: IN_CHART });
  await panel.store.begin();
  panel.store.dispatch({ kind: 'plan-typed', part: 'firstStep', text: 'Tea at nine' });
  panel.draws(<App store={panel.store} />);
  await panel.store.filing.sign();
  const page = await screen.findByRole('region', { name: /^Filed/ });
  expect(within(page).getByRole('button', { name: 'Print plan' })).toBeTruthy();
  panel.store.chart.rewrite(
    (entries) =>
      entries.map((entry) =>
        entry.kind === 'note'
          ? { ...entry, note: { ...entry.note, plan: { kind: 'none' } }, standing: 'corrected' }
          : entry,
      ),
    undefined,
  );
  await within(page).findByRole('button', { name: 'Print page' });
});

test('a note that a correction replaced is shown as it is now', async () => {
  const place = { form: 'document', resourceId: 'd2', version: '1' } as const;
  const panel = await files(
    { change: { kind: 'replace', form: 'document' }, retract: CLOSED },
    {
      changeNote: async ({ base, note }) => {
        const entry = { ...filed(note).entry, filed: place, replaces: { note: base.note.id } };
        return { ...filed(note), at: place, entry };
      },
    },
  );
  await press(panel, 'Correct');
  const page = await correctsConfidence(panel);
  expect(within(page).getByText(/^Replaced by a newer one/)).toBeTruthy();
  expect(within(page).getByRole('button', { name: 'Correct' })).toBeTruthy();
});

test('a note retracted since is said to be entered in error, and nothing more is made of it', async () => {
  const { store } = await files();
  store.chart.rewrite(
    (entries) => entries.map((entry) => (entry.kind === 'note' ? { ...entry, standing: 'retracted' } : entry)),
    undefined,
  );
  const page = await screen.findByRole('region', { name: 'Entered in error' });
  const buttons = within(page).getAllByRole('button');
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['Copy', 'Begin another note']);
  expect(screen.getByRole('contentinfo').textContent).toContain('Filed at 15:30, now entered in error');
});

test('a chart that takes no change offers no Correct', async () => {
  const { page } = await files({ change: CLOSED, retract: CLOSED });
  await waitFor(() => expect(within(page).queryByRole('button', { name: 'Correct' })).toBeNull());
  expect(within(page).getByRole('button', { name: 'Done' })).toBeTruthy();
});

test.each([
  ['all of a note', [], /^Filed at/, true],
  ['a note with parts missing', ['plan'], /^Filed, with parts missing/, false],
] as const)('the filed page of %s is green only if all of it is in the chart', async (_, lost, words, isGreen) => {
  const fileNote: Ehr['fileNote'] = async ({ note }) => ({ ...filed(note), lost });
  const { page } = await files(undefined, { fileNote });
  const heading = within(page).getByRole('heading', { name: words });
  const status = screen.getByText(/^Filed in the chart|^Filed; the chart dropped/);
  expect([heading, status].map(({ className }) => /sure/.test(className))).toEqual([isGreen, isGreen]);
});

test('Done takes the note off the screen and keeps focus on the heading', async () => {
  const panel = await files();
  await press(panel, 'Done');
  expect(panel.page.textContent).not.toContain('Confidence');
  expect(document.activeElement?.id).toBe('result-heading');
  expect(within(panel.page).getByRole('button', { name: 'Begin another note' })).toBeTruthy();
});

test('the button that files a second form keeps the focus while it is sent, and then the outcome has it', async () => {
  const answers: (() => void)[] = [];
  const panel = await files(undefined, {
    nextForm: () => 'document',
    fileNote: ({ note, form }) =>
      form === 'document'
        ? new Promise((resolve) => answers.push(() => resolve(filed(note))))
        : Promise.resolve({ ...filed(note), lost: ['plan'] }),
  });
  await press(panel, 'File it as a clinical document too');
  const button = screen.getByRole('button', { name: 'File it as a clinical document too' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(document.activeElement).toBe(button);
  // A correction that begins now would not reach the second form.
  expect(screen.getByRole('button', { name: 'Correct' }).getAttribute('aria-disabled')).toBe('true');
  answers[0]?.();
  await screen.findByText(/^Also filed as a clinical document/);
  await waitFor(() => expect(document.activeElement?.id).toBe('second-form'));
});

test('a note that may be in the chart twice is not said to be missing from it', async () => {
  const { store, draws, user } = openPanel({
    ehr: {
      readDestination: async () => FORM,
      destination: () => FORM,
      readContext: async () => ({ conditions: UNREAD, medicines: UNREAD, measures: UNREAD, otherPatients: 0 }),
      fileNote: async () => ({ kind: 'unverified', at: AT, why: 'uncounted' }),
    },
  });
  await store.begin();
  store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  draws(<App store={store} />);
  await store.filing.sign();
  await user.click(await screen.findByRole('button', { name: 'Begin another note' }));
  await screen.findByText('This note may be in the chart twice. Check again before you begin another.');
  expect(screen.queryByText(/may not be in the chart/)).toBeNull();
  expect(document.activeElement?.textContent).toMatch(/^This note may be in the chart twice/);
  const signed = store.interview.value;
  await user.keyboard('{Enter}');
  expect(store.interview.value).toBe(signed);
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(screen.queryByText(/may be in the chart twice\. Check/)).toBeNull();
  expect(document.activeElement?.textContent).toBe('Begin another note');
  expect(store.interview.value).toBe(signed);
});

test('a note that the chart took and did not show again leaves no button of the conversation in the footer', async () => {
  const { store, draws } = openPanel({
    ehr: {
      readDestination: async () => FORM,
      destination: () => FORM,
      readContext: async () => ({ conditions: UNREAD, medicines: UNREAD, measures: UNREAD, otherPatients: 0 }),
      fileNote: async () => ({ kind: 'unverified', at: AT }),
    },
  });
  await store.begin();
  store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  draws(<App store={store} />);
  await store.filing.sign();
  await screen.findByRole('heading', { name: 'Sent, and not yet confirmed' });
  const footer = screen.getByRole('contentinfo');
  expect(within(footer).getByRole('status').textContent).toContain('Sent, not confirmed yet');
  expect(within(footer).queryByRole('button', { name: 'Mark what you hear' })).toBeNull();
  expect(within(footer).queryByRole('button', { name: /What happened|Review/ })).toBeNull();
});

test('a change of the filed note that is not sent yet keeps the page from saying that the work is in the chart', async () => {
  const panel = await files();
  await press(panel, 'Correct');
  await panel.user.type(await screen.findByRole('textbox', { name: /^What was wrong/ }), 'The number was a 6');
  await press(panel, 'Close and finish later');
  await press(panel, 'Back to the filed note');
  const page = await screen.findByRole('region', { name: /^Filed at/ });
  expect(within(page).queryByRole('button', { name: 'Done' })).toBeNull();
  expect(screen.getByRole('contentinfo').textContent).toMatch(/checked\. Change kept/);
});

test('a change that an earlier page left on the device keeps the page from saying that the work is in the chart', async () => {
  const waits: Partial<Drafts> = {
    changes: async () => ({
      keep: async () => ok(1),
      has: async () => true,
      find: async (at) => {
        const note = fullNote;
        const id = note.id;
        return { at, act: 'add', base: note, standing: 'current', note, words: 'He rang', id, sent: undefined };
      },
      delete: async () => undefined,
    }),
  };
  await files(undefined, {}, waits);
  expect(await screen.findByText(/^A change of a filed note is waiting, and is not in the chart/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
});

test('the page for the patient has the plan as the chart has it now', async () => {
  const firstStep = 'Tea at nine instead';
  const panel = await files(undefined, {
    changeNote: async ({ note }) => filed({ ...note, plan: { ...AGREED, firstStep } }, 'corrected'),
  });
  await press(panel, 'Correct');
  const confidence = await screen.findByRole('radiogroup', { name: /^Confidence/ });
  await panel.user.click(within(confidence).getByRole('radio', { name: '5' }));
  await press(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  await press(panel, 'Back to the filed note');
  await press(panel, 'Print plan');
  expect(await screen.findAllByText(firstStep)).toBeTruthy();
});

test.each([
  [{ kind: 'form', form: 'document', confirmed: true }, 'Copy the text. Or sign it as a clinical document.'],
  [{ kind: 'copy', why: 'not-taken' }, 'Copy the text.'],
] as const)('after a refusal the message names the next form, if there is one: %j', async (destination, next) => {
  const { store, draws } = openPanel({
    ehr: {
      readDestination: async () => FORM,
      destination: () => (store.filing.state.value.kind === 'ready' ? FORM : destination),
      readContext: async () => ({ conditions: UNREAD, medicines: UNREAD, measures: UNREAD, otherPatients: 0 }),
      fileNote: async () => ({ kind: 'refused', why: { kind: 'forbidden', issues: [] } }),
    },
  });
  await store.begin();
  store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  store.openReview();
  draws(<App store={store} />);
  await store.filing.sign();
  const trouble = await screen.findByRole('group', { name: 'What happened' });
  expect(within(trouble).getByText(next)).toBeTruthy();
});
