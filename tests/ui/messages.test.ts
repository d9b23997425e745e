// The words for errors are a tested product: three parts each, no address, no jargon, true for both kinds of drafts.

import { expect, test } from 'vitest';
import { FETCH_FAULTS } from '../../kit/data.ts';
import type { DraftFault } from '../../src/drafts/port.ts';
import type { FetchFault, GuardFault, LaunchFault } from '../../src/ehr/faults.ts';
import { changeMessage, doneWords } from '../../src/ui/messages/change-messages.ts';
import { draftMessage, fetchMessage, type Message } from '../../src/ui/messages/fault-messages.ts';
import { endMessage, type FilingTrouble, filingMessage, guardMessage } from '../../src/ui/messages/filing-messages.ts';
import { launchMessage } from '../../src/ui/messages/launch-messages.ts';
import { nameOfNote } from '../../src/ui/messages/note-words.ts';
import { visitNote } from '../support/earlier.ts';
import { fullNote } from '../support/notes.ts';

/** Every name of a union. A new one is an error of types here. */
const every = <Name extends string>(names: Readonly<Record<Name, true>>): readonly Name[] =>
  Object.keys(names) as Name[];

type Plain = Exclude<LaunchFault['kind'], 'storageBlocked' | 'refusedByEhr'>;
const launches = every<Plain>({
  badParameters: true,
  badSiteConfiguration: true,
  unknownEhr: true,
  discoveryFailed: true,
  notSmart: true,
  weakServer: true,
  foreignEndpoint: true,
  notLaunched: true,
  staleState: true,
  reloaded: true,
  heldElsewhere: true,
  exchangeFailed: true,
  noPatient: true,
  notAClinician: true,
  missingScope: true,
  wrongTenant: true,
  badIdToken: true,
  wrongClock: true,
  insecurePage: true,
  otherAddress: true,
});
const refusals = every<Extract<LaunchFault, { readonly kind: 'refusedByEhr' }>['code']>({
  access_denied: true,
  login_required: true,
  invalid_scope: true,
  server_error: true,
  temporarily_unavailable: true,
  other: true,
});
const fetches: readonly FetchFault[] = Object.values(FETCH_FAULTS);
const places = every<GuardFault['where']>({
  'sign-in': true,
  'loaded-patient': true,
  draft: true,
  encounter: true,
  'visit-hidden': true,
  author: true,
  issuer: true,
  'session-age': true,
  'other-window': true,
});
const drafts = every<DraftFault['kind']>({
  storageBlocked: true,
  quota: true,
  expired: true,
  unreadable: true,
  openElsewhere: true,
  site: true,
  unnamed: true,
});
const troubles = every<FilingTrouble>({
  emptyNote: true,
  looking: true,
  outcomeUnknown: true,
  unknownOffline: true,
  unknownSignedOut: true,
  absentLost: true,
  absentNotTaken: true,
  earlierDiffers: true,
  duplicated: true,
  duplicatedInChart: true,
  notRetracted: true,
  gone: true,
  mismatch: true,
  laterText: true,
  leftOut: true,
  lost: true,
  unverified: true,
  uncounted: true,
  accepted: true,
  visitHidden: true,
  visitMissing: true,
});

const launchFaults: readonly LaunchFault[] = [
  ...launches.map((kind) => ({ kind })),
  { kind: 'storageBlocked', newWindow: 'https://evoke.example/launch.html?iss=x' },
  ...refusals.map((code) => ({ kind: 'refusedByEhr', code }) as const),
];
const both = ['device', 'pane'] as const;
const rows: readonly (readonly [string, Message])[] = [
  ...launchFaults.map((fault) => [`launch ${JSON.stringify(fault)}`, launchMessage(fault)] as const),
  ...drafts.map((kind) => [`draft ${kind}`, draftMessage({ kind })] as const),
  ...both.flatMap((keeping) => [
    ...fetches.map((fault) => [`fetch ${fault.kind} ${keeping}`, fetchMessage(fault, keeping)] as const),
    ...places.map(
      (where) => [`guard ${where} ${keeping}`, guardMessage({ kind: 'guardStopped', where }, keeping)] as const,
    ),
    ...troubles.map((trouble) => [`filing ${trouble} ${keeping}`, filingMessage(trouble, keeping)] as const),
  ]),
];

test.each(rows)('%s says what happened, whether the work is safe, and what to do', (_name, message) => {
  for (const part of [message.happened, message.safe, message.next]) expect(part).toMatch(/^[A-Z].{8,}\.$/);
});

test.each(rows)('%s names no address and uses no jargon', (_name, message) => {
  const words = [message.happened, message.safe, message.next].join(' ');
  expect(words).not.toMatch(/https?:|www\.|\b[45]\d\d\b/);
  expect(words).not.toMatch(
    /\b(?:FHIR|SMART|OAuth|token|scope|PKCE|JSON|HTTP|CORS|issuer|endpoint|server|null|undefined)\b/i,
  );
});

test('never promises the device where drafts are kept in the pane only', () => {
  const inPane = rows.filter(([name]) => name.endsWith(' pane'));
  expect(inPane.length).toBeGreaterThan(20);
  for (const [name, { safe }] of inPane) expect(`${name}: ${safe}`).not.toMatch(/on this device/);
});

test('says to copy the text before Evoke is opened again, where drafts are kept in the pane only', () => {
  const reopening = rows.filter(([name, { next }]) => name.endsWith(' pane') && /open Evoke/i.test(next));
  expect(reopening.length).toBeGreaterThan(5);
  for (const [name, { next }] of reopening) {
    // This draft waits on the device of its own EHR.
    if (!name.startsWith('guard issuer')) expect(`${name}: ${next}`).toMatch(/copy the text.*open Evoke/i);
    expect(`${name}: ${next}`).not.toMatch(/will be here/);
  }
  expect(filingMessage('unknownSignedOut', 'pane').next).toMatch(/^Copy the text first\./);
});

test('a note that was not sent because the sign-in does not answer is said to be neither sent nor lost', () => {
  const message = endMessage({ kind: 'unsent', why: { kind: 'signInUnavailable' } }, 'device');
  expect(message?.happened).toBe('The EHR’s sign-in does not answer at the moment.');
  expect(message?.safe).toMatch(/^Nothing was sent\./);
});

test('a note that was not sent because a part of Evoke did not load does not blame the chart', () => {
  const message = endMessage({ kind: 'unsent', why: { kind: 'incomplete' } }, 'device');
  expect(message?.happened).toMatch(/^A part of Evoke could not be fetched/);
  expect(message?.next).toMatch(/open Evoke from the patient’s chart again/);
});

test.each([
  [1, 'Wait 1 second, then try again.'],
  [30, 'Wait 30 seconds, then try again.'],
  [91, 'Wait 2 minutes, then try again.'],
])('a chart that is busy for %i seconds says so', (retryAfterSeconds, next) => {
  expect(fetchMessage({ kind: 'tooMany', retryAfterSeconds }, 'device').next).toBe(next);
});

test('gives every ending of a launch its own words', () => {
  const said = launchFaults.map((fault) => launchMessage(fault).happened);
  expect(new Set(said).size).toBe(said.length);
});

test('offers a button only where pressing it can help', () => {
  const buttons = rows.filter(([, message]) => message.action).map(([name]) => name.split(' ').slice(0, 2).join(' '));
  expect(new Set(buttons)).toEqual(
    new Set([
      'fetch networkSignIn',
      'fetch signInUnavailable',
      'launch {"kind":"discoveryFailed"}',
      `launch ${JSON.stringify(launchFaults.find(({ kind }) => kind === 'storageBlocked'))}`,
      'fetch offline',
      'fetch tooMany',
    ]),
  );
});

test('a note that is looked for is not said to be sent, and a reload promises no draft', () => {
  for (const keeping of both) expect(filingMessage('looking', keeping).happened).not.toMatch(/sent/);
  expect(launchMessage({ kind: 'reloaded' }).safe).not.toMatch(/^Your draft is kept/);
});

test.each([
  ['offline', /cannot be reached/],
  ['blocked', /lost the answer/],
  ['timeout', /lost the answer/],
] as const)('a note whose sending ended with %s is not said to be sent', (kind, words) => {
  const message = endMessage({ kind: 'unknown', why: { kind } }, 'device');
  expect(message?.happened).toMatch(words);
  expect(message?.happened).toMatch(/not known whether the note arrived/);
  expect(message?.next).toMatch(/before any second try/);
});

test('entries that were not checked are not said to be left out, and the clinician is told to look', () => {
  const lost = ['unchecked-entries'] as const;
  const at = { form: 'observation', resourceId: '1' } as const;
  const end = { kind: 'filed', at, entry: { kind: 'note' } as never, lost, unreached: [] } as const;
  const filed = endMessage(end, 'device');
  expect(filed?.happened).toMatch(/could not check/);
  expect(filed?.happened).not.toMatch(/left out/);
  expect(filed?.next).toBe('Look at these entries in the chart.');
  const both = endMessage({ ...end, lost: ['plan', ...lost] }, 'device');
  expect(both?.happened).toMatch(/^The chart left out: plan\. Evoke could not check/);
  const retracted = doneWords('retract', end, 0);
  expect(retracted.safe).toMatch(/could not check/);
  expect(retracted.next).toBe('Look at these entries in the chart.');
});

test.each([
  ['2026', '2026, Alcohol'],
  ['2026-11', 'Nov-2026, Alcohol'],
  [undefined, '22-Nov-2026, Alcohol'],
])('a note whose date the chart gives as %s is named by no more than that', (date, name) => {
  const note = { ...fullNote, target: { label: 'Alcohol', sensitive: true } };
  expect(nameOfNote({ ...visitNote(fullNote.at, {}, {}, note), date })).toBe(name);
});

test('a change that is in the chart is not called unread if a newer version may be left', () => {
  const at = { form: 'document', resourceId: '7' } as const;
  const { happened } = changeMessage({ kind: 'unverified', at, why: 'uncounted' }, 'retract', 'device');
  expect(happened).toBe('The change is in the chart, but not every version could be searched.');
});
