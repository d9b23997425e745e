// @vitest-environment happy-dom
// The self-check for IT: what the EHR offers, what was granted, the form and why, the last requests. Never patient
// data.

import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SelfCheck } from '../../src/shell/cards/SelfCheck.tsx';
import { answerWith, ISS } from '../ehr/round-trip.ts';
import { openPanel } from '../support/panel.tsx';
import { type Circumstances, everyForm, open, playSittings } from './sitting.tsx';

playSittings();

async function checked(entry = everyForm(), circumstances: Circumstances = {}): Promise<string> {
  const sitting = await open(entry, circumstances);
  sitting.writes('I want to be there for my kids');
  cleanup();
  render(<SelfCheck store={sitting.store} onClose={() => {}} />);
  const told = screen.getByRole('status');
  expect(told.textContent).toBe('Looking');
  await screen.findByRole('heading', { name: 'Where a note goes' });
  expect(told.textContent).toBe('Checked.');
  return (document.body.textContent ?? '').replace(/\s+/g, ' ');
}

test('says that a part of Evoke could not be fetched, and does not look forever', async () => {
  const { store } = openPanel({ ehr: { readDiagnostics: async () => undefined } });
  render(<SelfCheck store={store} onClose={() => {}} />);
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/could not be fetched\. Close this/));
});

test('does not call a draft sealed before there is one', async () => {
  const { store } = await open();
  cleanup();
  render(<SelfCheck store={store} onClose={() => {}} />);
  await screen.findByRole('heading', { name: 'Where a note goes' });
  expect(document.body.textContent).toMatch(/Draftsnothing to keep yet/);
});

test('says which form would be used and why, what was asked and what was granted', async () => {
  const report = await checked();
  expect(report).toMatch(
    /Next noteObservation, the first in the site’s order that is open \(the statement says that this EHR takes it\)/,
  );
  expect(report).toMatch(/Observationnumber 1 in the site’s order; statement: create yes, update yes, search yes;/);
  expect(report).toMatch(/DocumentReferencenumber 2 in the site’s order/);
  expect(report).toMatch(/Asked forlaunch openid fhirUser/);
  expect(report).toMatch(/Identitysignature checked/);
});

test.each([
  [
    'a scope withheld',
    everyForm(),
    { oddity: { grant: (asked: readonly string[]) => asked.filter((one) => !/^patient\/Obs/.test(one)) } },
    /Next noteDocumentReference.*Not grantedpatient\/Observation\.crus/,
  ],
  [
    'an EHR that lets only vital signs be created',
    everyForm(),
    { profile: 'epic-like' },
    /Next noteDocumentReference.*granted: create no, read yes/,
  ],
  [
    'a site that overrules',
    everyForm({ capabilities: { Observation: 'no' } }),
    {},
    /Next noteDocumentReference.*the site says no/,
  ],
  [
    'a site that files nothing',
    everyForm({ order: [] }),
    {},
    /Next notecopied text, because the site’s order is empty/,
  ],
] as const)('%s is named as the reason', async (_, entry, circumstances, words) => {
  const report = await checked(entry, circumstances as Circumstances);
  const ordered = words.source.split('.*');
  for (const part of ordered) expect(report).toMatch(new RegExp(part));
});

test('an answer without scopes is said to be taken as asked', async () => {
  expect(await checked(everyForm(), { oddity: { tokenReply: { scope: undefined } } })).toMatch(
    /Grantednot said by the EHR: taken as asked/,
  );
});

test('lists what happened by type and status, without anything about the patient', async () => {
  answerWith(http.get(`${ISS}/Condition`, () => HttpResponse.json({}, { status: 403 })));
  const report = await checked();
  expect(report).toMatch(/GET metadata: 200/);
  expect(report).toMatch(/GET Patient: 200/);
  expect(report).toMatch(/GET Observation: 200/);
  expect(report).not.toMatch(/PROTO|\bPat\b|1985|kids|Bearer|https?:|patient=|Patient\/|visit/);
  expect(report).not.toContain('ehr.example');
});
