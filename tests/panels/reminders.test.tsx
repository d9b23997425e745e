// @vitest-environment happy-dom
// What is worth a thought before signing, and the way out of a talk when safety comes first.

import { screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { Person } from '../../src/interview/visit.ts';
import { ok } from '../../src/lib/result.ts';
import { Review } from '../../src/panels/review/Review.tsx';
import { App } from '../../src/shell/App.tsx';
import { entryId, instant } from '../support/interviews.ts';
import { openPanel, type PanelOptions } from '../support/panel.tsx';

const PERSON: Person = { id: 'pat-1', family: 'Rosales', given: 'Marisol', deceased: false };
const born = (birthDate: string): Partial<PanelOptions> => ({
  ehr: { readPerson: async () => ok({ ...PERSON, birthDate }), readContext: () => new Promise(() => undefined) },
});
const reminders = () => screen.queryByRole('list', { name: 'Before you sign' })?.textContent ?? '';

async function reviewed(options: PanelOptions) {
  const panel = openPanel(options);
  void panel.store.begin();
  await vi.waitFor(() => expect(panel.store.chart.person.value.kind).toBe('loaded'));
  panel.store.openReview();
  panel.draws(<Review store={panel.store} onGo={() => {}} />);
  await screen.findByRole('group', { name: 'Time' });
  return panel;
}

// The panel's clock says 22-Nov-2026.
test.each([
  ['2008-11-23', true],
  ['2008-11-22', false],
  ['2010', true],
  ['2008', true],
  ['2007', false],
  ['2008-12', true],
  ['2008-10', false],
  ['1985-07-14', false],
])('someone born %s: a word about under age is %s', async (birthDate, isThere) => {
  await reviewed(born(birthDate));
  expect(/Marisol (?:is 1\d|may be under 18)\. A parent may see this note in the portal\./.test(reminders())).toBe(
    isThere,
  );
});

test('words that were heard may name others; a mark alone names nobody', async () => {
  const { store } = await reviewed(born('1985-07-14'));
  const at = instant('2026-11-22T15:31:00Z');
  store.dispatch({ kind: 'talk-marked', id: entryId('m'), at, talk: { side: 'change', strand: 'reason' } });
  expect(reminders()).toBe('');
  store.dispatch({ kind: 'words-typed', id: entryId('m'), text: 'My wife worries' });
  await waitFor(() =>
    expect(reminders()).toMatch(/Does this name family or friends\? Leave names out; they did not agree to it\./),
  );
});

test.each([
  [true, /42 CFR Part 2 program\. This note is labeled as restricted\. A copy has no label/],
  [false, /42 CFR Part 2 program\. This EHR takes no labels/],
])('a Part 2 program says so before signing (labels %s)', async (securityLabels, words) => {
  await reviewed({ ...born('1985-07-14'), policy: { part2Program: true, securityLabels } });
  expect(reminders()).toMatch(words);
});

const STEP = (text: string, phone?: string) => ({ text, ...(phone && { phone }) });
const SAFETY = {
  selfHarm: STEP('Stay with the person.', '555 0101'),
  withdrawal: STEP('Call the physician on duty.'),
  violence: STEP('Speak alone.', '555 0103'),
};

test('one press shows the site’s own protocol, with its numbers; nothing is written down', async () => {
  const { store, user, draws } = openPanel({ ...born('1985-07-14'), policy: { safety: SAFETY } });
  draws(<App store={store} />);
  const before = store.interview.value;
  await user.click(screen.getByRole('button', { name: 'Safety: pause the conversation' }));
  const card = await screen.findByRole('dialog', { name: 'Safety first' });
  for (const words of [
    'Stay with the person.',
    '555 0101',
    'Call the physician on duty.',
    'Speak alone.',
    '555 0103',
  ]) {
    expect(card.textContent).toContain(words);
  }
  expect(store.interview.value).toBe(before);
  await user.click(screen.getByRole('button', { name: 'Back to the conversation' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a site without texts of its own still says to pause', async () => {
  const { store, user, draws } = openPanel(born('1985-07-14'));
  draws(<App store={store} />);
  await user.click(screen.getByRole('button', { name: 'Safety: pause the conversation' }));
  expect((await screen.findByRole('dialog')).textContent).toContain('Pause the interview. Follow your local protocol');
});
