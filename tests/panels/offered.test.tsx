// @vitest-environment happy-dom
// Buttons that lead on are offered only if they can work.
import { act, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { err } from '../../src/lib/result.ts';
import { App } from '../../src/shell/App.tsx';
import { score } from '../support/notes.ts';
import { openPanel } from '../support/panel.tsx';

const FORM = { kind: 'form', form: 'observation', confirmed: true } as const;
const UNREAD = { kind: 'failed' } as const;

test('after the sign-in ended nothing is offered that needs it', async () => {
  let isSignedIn = true;
  const ended = new AbortController();
  const { store, draws } = openPanel({
    ehr: {
      isSignedIn: () => isSignedIn,
      signInEnded: ended.signal,
      readPerson: async () => err({ kind: 'offline' }),
      listNotes: async () => err({ kind: 'offline' }),
      readContext: () => new Promise(() => undefined),
    },
  });
  void store.chart.load();
  store.historyView.show({ kind: 'list' });
  draws(<App store={store} />);
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(2));
  isSignedIn = false;
  act(() => ended.abort());
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull());
  const alert = screen.getByRole('alert').textContent;
  expect(alert).toMatch(/The patient could not be read.*Open Evoke again from the chart/);
});

test('without the name of the patient the footer leads to copying, because nothing can be signed', async () => {
  const { store, draws } = openPanel({
    ehr: {
      readDestination: async () => FORM,
      readPerson: async () => err({ kind: 'offline' }),
      readContext: () => new Promise(() => undefined),
    },
  });
  void store.chart.load();
  store.openReview();
  draws(<App store={store} />);
  await screen.findByText(/name could not be read, so nothing can be signed/);
  expect(screen.queryByRole('button', { name: 'Go to signing' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Go to copying' })).toBeTruthy();
});

test('after a refusal that closed no form, no other form is offered', async () => {
  const { store, draws } = openPanel({
    ehr: {
      readDestination: async () => FORM,
      destination: () => FORM,
      readContext: async () => ({ conditions: UNREAD, medicines: UNREAD, measures: UNREAD, otherPatients: 0 }),
      fileNote: async () => ({ kind: 'refused', why: { kind: 'tooMany' } }),
    },
  });
  await store.begin();
  store.dispatch({ kind: 'ruler-answered', ruler: 'confidence', score: score(4) });
  store.openReview();
  draws(<App store={store} />);
  await store.filing.sign();
  const trouble = await screen.findByRole('group', { name: 'What happened' });
  expect(within(trouble).getByText('Wait a minute, then try again.')).toBeTruthy();
  expect(within(trouble).queryByRole('button')).toBeNull();
});
