// @vitest-environment happy-dom
// Buttons that lead on are offered only if they can work.
import { act, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { err } from '../../src/lib/result.ts';
import { App } from '../../src/shell/App.tsx';
import { openPanel } from '../support/panel.tsx';

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
      readDestination: async () => ({ kind: 'form', form: 'observation', confirmed: true }),
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
