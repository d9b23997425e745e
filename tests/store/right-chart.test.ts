// @vitest-environment happy-dom
// A note goes into its own chart or nowhere, and the clinician reads why.

import { HttpResponse, http } from 'msw';
import { expect, test, vi } from 'vitest';
import { answerWith, asked, ISS, site } from '../ehr/round-trip.ts';
import { everyForm, open, playSittings, reopen, says } from './sitting.tsx';

playSittings();

const creates = () => asked().filter((one) => one.method === 'POST' && one.url.startsWith(`${ISS}/`));

test('a visit of another patient stops the signature', async () => {
  const sitting = await open();
  const subject = { reference: 'Patient/other' };
  answerWith(
    http.get(`${ISS}/Encounter/visit`, () => HttpResponse.json({ resourceType: 'Encounter', id: 'visit', subject })),
  );
  await sitting.signs();
  await says(/The open visit belongs to another patient\. Nothing was sent\. Your note is kept on this device\./);
  expect(creates()).toHaveLength(0);
});

test('a visit that the chart does not show to this clinician stops the signature in its own words', async () => {
  const sitting = await open();
  answerWith(http.get(`${ISS}/Encounter/visit`, () => new HttpResponse(null, { status: 403 })));
  await sitting.signs();
  await says(/The chart does not show this visit\. Nothing was sent\./);
  expect(sitting.page()).not.toMatch(/another patient/);
  expect(creates()).toHaveLength(0);
});

test('a renewed sign-in that names another patient stops the signature', async () => {
  const sitting = await open(everyForm(), {
    oddity: { accessTokenLifeSeconds: 570, refreshReply: { patient: 'other' } },
  });
  const now = Date.now() + 540_000;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  await sitting.signs();
  await says(/Your sign-in now names another patient\. Nothing was sent\./);
  expect(creates()).toHaveLength(0);
});

test('a sign-in older than the site allows signs nothing', async () => {
  const sitting = await open();
  const now = Date.now() + 8 * 3_600_000 + 1;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  await sitting.signs();
  await says(/This sign-in is older than this site allows\. Nothing was sent\./);
  expect(creates()).toHaveLength(0);
});

test('another patient’s panel puts a standing line at both sign buttons, for as long as it is open', async () => {
  const pat = await open();
  const other = await reopen(pat.sandbox, site(everyForm()), { patientId: 'other' });
  const lines = () => pat.page().match(/Evoke is also open for another patient/g)?.length ?? 0;
  await vi.waitFor(() => expect(lines()).toBe(2), { timeout: 10_000 });
  other.dies();
  await vi.waitFor(() => expect(lines()).toBe(0), { timeout: 10_000 });
});

test('a draft goes on with its own patient only', async () => {
  const pat = await open();
  pat.writes('for my kids');
  await pat.store.interviewDraft.flush();
  pat.dies();
  const other = await reopen(pat.sandbox, site(everyForm()), { patientId: 'other' });
  expect(other.store.interview.value.plan.firstStep).toBe('');
  other.dies();
  expect((await reopen(pat.sandbox)).store.interview.value.plan.firstStep).toBe('for my kids');
});
