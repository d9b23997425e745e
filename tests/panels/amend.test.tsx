// @vitest-environment happy-dom
// What a clinician can do with a filed note, and what they read when it cannot be done.

import { cleanup, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { ChangeRequest, ChangeRights, Ehr, WriteEnd } from '../../src/ehr/port.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { changesIn } from '../../src/interview/note/note-change.ts';
import { NoteActions } from '../../src/panels/amend/NoteActions.tsx';
import { after, closed, OPEN, opens, presses } from '../support/filed-note.tsx';
import { FILED_NOTE, fullNote } from '../support/notes.ts';

test('an addition keeps the note as it is, is signed for the person, and is in the list with its date', async () => {
  const panel = await opens();
  await presses(panel, 'Add to this note');
  await panel.user.type(screen.getByRole('textbox', { name: /What to add/ }), ' He rang on Friday ');
  await presses(panel, /^Sign for ROSALES, Marisol\s?, born 14-Jul-1985/);
  await screen.findByText(/^Added to the note in the chart at \d\d:\d\d, checked\.$/);
  const [{ note, change, base } = {} as ChangeRequest] = panel.sent;
  expect(change).toMatchObject({ act: 'add', words: 'He rang on Friday' });
  expect({ ...note, also: base.note.also, signedAt: base.note.signedAt }).toEqual(base.note);
  const history = panel.store.chart.history.value;
  const [entry] = history.kind === 'loaded' ? history.found.entries : [];
  expect(entry?.kind === 'note' && changesIn(entry.note)).toEqual([change]);
});

test('nothing is sent while nothing is changed', async () => {
  const panel = await opens();
  await presses(panel, 'Correct');
  await presses(panel, /^Sign for/);
  await screen.findByText('There is nothing to sign yet.');
  await presses(panel, 'Close and finish later');
  await presses(panel, 'Retract');
  await presses(panel, /^Retract the note of/);
  await screen.findByText('Give a reason for the retraction.');
  expect(panel.sent).toEqual([]);
});

test('where nothing was typed, nothing is said to be kept; where something was, it is', async () => {
  const panel = await opens();
  await presses(panel, 'Retract');
  await presses(panel, /^Retract the note of/);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toMatch(/nothing to sign yet.*The note in the chart is as it was\..*Give a reason/);
  expect(alert.textContent).not.toMatch(/typed|kept/);
  await presses(panel, 'Close and finish later');
  await presses(panel, 'Correct');
  await panel.user.type(screen.getByRole('textbox', { name: /^What was wrong/ }), 'Misheard');
  await presses(panel, /^Sign for/);
  expect((await screen.findByRole('alert')).textContent).toMatch(/What you typed is kept/);
  expect(panel.sent).toEqual([]);
});

test('after a refusal the alert names the next way, and its button leads to the one that signs', async () => {
  const learned: ChangeRights[] = [
    OPEN,
    { change: { kind: 'replace', form: 'document' }, retract: closed('not-taken') },
  ];
  const changeRights: Ehr['changeRights'] = async () => learned.shift() ?? OPEN;
  const refused: WriteEnd = { kind: 'refused', why: { kind: 'forbidden', issues: [] } };
  const panel = await opens(() => refused, OPEN, { changeRights });
  await presses(panel, 'Correct');
  await panel.user.type(screen.getByRole('textbox', { name: /^First step/ }), ' at nine');
  await presses(panel, /^Sign for/);
  const alert = within(await screen.findByRole('alert'));
  await panel.user.click(
    alert.getByRole('button', { name: /^Go to signing.*a new clinical document that names this one/ }),
  );
  expect(document.activeElement?.textContent).toMatch(/^Sign for .*a new clinical document that names this one/);
  expect(panel.sent).toHaveLength(1);
});

test('after a refusal that leaves no way the alert says so, and has no button that leads nowhere', async () => {
  const learned: ChangeRights[] = [OPEN, { change: closed('not-taken'), retract: closed('not-taken') }];
  const changeRights: Ehr['changeRights'] = async () => learned.shift() ?? OPEN;
  const refused: WriteEnd = { kind: 'refused', why: { kind: 'forbidden', issues: [] } };
  const panel = await opens(() => refused, OPEN, { changeRights });
  await presses(panel, 'Add to this note');
  await panel.user.type(screen.getByRole('textbox', { name: /What to add/ }), 'He rang');
  await presses(panel, /^Sign for/);
  const alert = within(await screen.findByRole('alert'));
  expect(alert.getByText(/does not let apps change this kind of note\. Copy the text instead\./)).toBeTruthy();
  expect(alert.getAllByRole('button').map((one) => one.textContent)).toEqual(['Copy what you typed']);
});

test('a retraction asks why, and its button names the note and not the patient', async () => {
  const panel = await opens();
  await presses(panel, 'Retract');
  await panel.user.click(screen.getByRole('radio', { name: 'Wrong chart' }));
  const button = screen.getByRole('button', { name: /^Retract the note of 22-Nov-2026, Alcohol/ });
  expect(button.textContent).not.toMatch(/rosales/i);
  await panel.user.click(button);
  await screen.findByText(/^Marked as entered in error in the chart/);
  expect(panel.sent).toMatchObject([{ change: { act: 'retract', words: 'Written in the wrong chart' } }]);
});

test('a reason that the chart did not store stays to be copied, until it is closed', async () => {
  const lost = ['also'] as const;
  const panel = await opens((changing) => ({
    kind: 'filed',
    at: FILED_NOTE.filed,
    entry: after(changing),
    lost,
    unreached: [],
  }));
  await presses(panel, 'Retract');
  await panel.user.type(screen.getByRole('textbox', { name: 'In your own words' }), 'Told by somebody else');
  await presses(panel, /^Retract the note/);
  await screen.findByText(/The chart left out: the reason\./);
  expect(screen.getByText('Told by somebody else')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy what you typed' })).toBeTruthy();
  await presses(panel, 'Done');
  expect(screen.queryByText('Told by somebody else')).toBeNull();
});

test.each([
  ['someone-else', /This note is a colleague’s/],
  ['role-unread', /If this note is yours, open Evoke again/],
  ['no-author', /does not say who wrote this note/],
  ['other-software', /made by other software/],
  ['altered', /changed in the chart since it was filed/],
  ['retracted', /marked as entered in error, and stays so/],
  ['replaced', /A newer note stands for this one/],
  ['no-clinician', /does not name a clinician/],
] as const)('a note that is closed (%s) shows no button and says why', async (why, words) => {
  await opens(undefined, { change: closed(why), retract: closed(why) });
  await screen.findByText(words);
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('where no update is taken, the next way is said before a word is typed, and a retraction is for the chart', async () => {
  await opens(undefined, { change: { kind: 'replace', form: 'response' }, retract: closed('not-taken') });
  await screen.findByText(/filed as new form answers that name this one/);
  expect(screen.queryByRole('button', { name: 'Retract' })).toBeNull();
  expect(screen.getByText(new RegExp(`its number is ${fullNote.id}`))).toBeTruthy();
});

test('a replacement that the chart accepted and does not show yet is not offered to be sent again', async () => {
  const rights: ChangeRights = { change: { kind: 'replace', form: 'observation' }, retract: closed('not-taken') };
  const absent: Ehr['findChange'] = async () => ({ kind: 'absent', why: 'lost' });
  const panel = await opens(() => ({ kind: 'accepted' }), rights, { findChange: absent });
  await presses(panel, 'Add to this note');
  await panel.user.type(screen.getByRole('textbox', { name: /What to add/ }), 'She called');
  await presses(panel, /^Sign for/);
  await screen.findByText(/accepted/);
  await presses(panel, 'Check again');
  await screen.findByText(/accepted/);
  expect(screen.queryByRole('button', { name: /^Sign/ })).toBeNull();
});

test('what a change cannot reach is said before signing', async () => {
  const at = { form: 'document', resourceId: 'd1' } as const;
  const panel = await opens(undefined, { ...OPEN, remains: { change: [], retract: [at] } });
  await presses(panel, 'Add to this note');
  expect(screen.queryByText(/Evoke cannot change that copy/)).toBeNull();
  await presses(panel, 'Close and finish later');
  await presses(panel, 'Retract');
  await screen.findByText(/also filed as a clinical document\. Evoke cannot change that copy, and it will still say/);
});

test('without the scope it says so before a word is typed', async () => {
  await opens(undefined, { change: closed('no-scope'), retract: closed('no-scope') });
  expect(await screen.findAllByText(/Your sign-in does not allow changing notes here/)).toHaveLength(2);
  expect(screen.queryAllByRole('button')).toEqual([]);
});

const OFFLINE = { kind: 'offline' } as const;
const ENDS: readonly (readonly [string, WriteEnd, happened: RegExp, next: RegExp])[] = [
  ['offline before it left', { kind: 'refused', why: OFFLINE }, /cannot be reached/, /Try again/],
  [
    '403',
    { kind: 'refused', why: { kind: 'forbidden', issues: [] } },
    /does not let you change this note/,
    /way shown/,
  ],
  ['405', { kind: 'refused', why: { kind: 'notSupported' } }, /does not let apps change/, /way shown/],
  ['413', { kind: 'refused', why: { kind: 'tooLarge' } }, /too large/, /Shorten/],
  ['422', { kind: 'refused', why: { kind: 'invalid', issues: [] } }, /refused a part/, /support team/],
  ['429', { kind: 'refused', why: { kind: 'tooMany' } }, /busy. Nothing was changed/, /Wait/],
  [
    'another patient',
    { kind: 'unsent', why: { kind: 'guardStopped', where: 'sign-in' } },
    /another patient/,
    /open Evoke/,
  ],
  [
    'lost',
    { kind: 'absent', why: 'lost' },
    /answer was lost, and the change was not found in the chart/,
    /Sign it again/,
  ],
  ['409', { kind: 'absent', why: 'not-taken' }, /did not take the change/, /Sign it again/],
  ['gone', { kind: 'gone' }, /no longer in the chart/, /Copy/],
];

test.each(ENDS)(
  '%s: says what happened, that the words are safe, and what to do; the form stays',
  async (_, end, happened, next) => {
    const panel = await opens(() => end);
    await presses(panel, 'Add to this note');
    await panel.user.type(screen.getByRole('textbox', { name: /What to add/ }), 'He rang');
    await presses(panel, /^Sign for/);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(happened);
    expect(alert.textContent).toMatch(/kept/);
    expect(alert.textContent).toMatch(next);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /What to add/ }).value).toBe('He rang');
  },
);

const OPEN_ENDS: readonly (readonly [string, WriteEnd, RegExp])[] = [
  ['unknown', { kind: 'unknown', why: OFFLINE }, /We lost the answer/],
  ['202', { kind: 'accepted' }, /accepted, and is not in the chart yet/],
  ['unverified', { kind: 'unverified', at: FILED_NOTE.filed }, /could not be read back/],
  [
    'mismatch',
    { kind: 'mismatch', at: FILED_NOTE.filed, parts: ['plan'] },
    /something different from what was sent: plan/,
  ],
];

test.each(OPEN_ENDS)('%s: cannot be signed again before the note was read', async (_, end, happened) => {
  const looked: ChangeRequest[] = [];
  const findChange: Ehr['findChange'] = async (changing) => {
    looked.push(changing);
    return { kind: 'filed', at: FILED_NOTE.filed, entry: after(changing), lost: [], unreached: [] };
  };
  const panel = await opens(() => end, OPEN, { findChange });
  await presses(panel, 'Add to this note');
  await panel.user.type(screen.getByRole('textbox', { name: /What to add/ }), 'He rang');
  await presses(panel, /^Sign for/);
  expect((await screen.findByRole('alert')).textContent).toMatch(happened);
  expect(screen.queryByRole('button', { name: /^Sign/ })).toBeNull();
  await presses(panel, 'Check again');
  await screen.findByText(/^Added to the note in the chart/);
  expect(looked).toEqual(panel.sent);
});

test('a conflict shows both sides; mine goes on top of theirs, and theirs is carried along', async () => {
  const theirs: NoteEntry = {
    ...FILED_NOTE,
    standing: 'amended',
    filed: { ...FILED_NOTE.filed, version: '2' },
    note: { ...fullNote, also: [...fullNote.also, { label: 'Told at the desk', value: 'He rang on Friday' }] },
  };
  const panel = await opens((changing) =>
    changing.base.standing === 'amended'
      ? { kind: 'filed', at: FILED_NOTE.filed, entry: after(changing), lost: [], unreached: [] }
      : { kind: 'conflict', theirs },
  );
  await presses(panel, 'Correct');
  const step = screen.getByRole('textbox', { name: /^First step/ });
  await panel.user.clear(step);
  await panel.user.type(step, 'Tea at nine');
  await presses(panel, /^Sign for/);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Nothing was overwritten.*They differ in: plan/s);
  expect(screen.getByRole('region', { name: 'In the chart now' }).textContent).toMatch(/He rang on Friday/);
  expect(screen.getByRole('region', { name: 'What you typed' }).textContent).toMatch(/Tea at nine/);
  expect(screen.getByRole('alert').parentElement?.textContent).not.toMatch(/READINESS NOTE|For software|Signed:/);
  await presses(panel, 'Discard changes');
  await presses(panel, 'Keep it');
  await presses(panel, 'File mine as a newer version');
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  const last = panel.sent.at(-1);
  expect(last?.base).toEqual(theirs);
  expect(last?.note.also).toContainEqual({ label: 'Told at the desk', value: 'He rang on Friday' });
  expect(last?.note.plan).toMatchObject({ firstStep: 'Tea at nine' });
});

test('what was typed waits when the form is put away, and is discarded only when asked', async () => {
  const panel = await opens();
  await presses(panel, 'Add to this note');
  await panel.user.type(screen.getByRole('textbox', { name: /What to add/ }), 'He rang');
  await presses(panel, 'Close and finish later');
  await screen.findByText('An addition to this note is waiting, and is not in the chart.');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'The note' }));
  await presses(panel, 'Discard changes');
  await presses(panel, 'Keep it');
  await presses(panel, 'Go on');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /What to add/ }).value).toBe('He rang');
  await presses(panel, 'Discard changes');
  await presses(panel, 'Keep it');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /What to add/ }).value).toBe('He rang');
  await presses(panel, 'Discard changes');
  await presses(panel, 'Discard it');
  await screen.findByRole('button', { name: 'Add to this note' });
  expect(panel.sent).toEqual([]);
});

test('three presses send once', async () => {
  const panel = await opens();
  await presses(panel, 'Add to this note');
  await panel.user.type(screen.getByRole('textbox', { name: /What to add/ }), 'He rang');
  await panel.user.tripleClick(screen.getByRole('button', { name: /^Sign for/ }));
  await screen.findByText(/^Added to the note/);
  expect(panel.sent).toHaveLength(1);
});

test('the message that a change is in the chart ends when the note is left, and the actions are back', async () => {
  const panel = await opens();
  await presses(panel, 'Add to this note');
  await panel.user.type(screen.getByRole('textbox', { name: /What to add/ }), 'He rang');
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Added to the note in the chart/);
  cleanup();
  const history = panel.store.chart.history.value;
  const [entry] = history.kind === 'loaded' ? history.found.entries : [];
  if (!entry) throw new Error('no note');
  panel.draws(<NoteActions store={panel.store} entry={entry} />);
  expect(await screen.findByRole('button', { name: 'Correct' })).toBeTruthy();
  expect(screen.queryByText(/^Added to the note/)).toBeNull();
});

test('the message stays until it is read, if another place still has the earlier text', async () => {
  const elsewhere = { form: 'document', resourceId: 'd1' } as const;
  const panel = await opens((changing) => ({
    ...{ kind: 'filed', at: FILED_NOTE.filed, entry: after(changing), lost: [] },
    unreached: [elsewhere],
  }));
  await presses(panel, 'Add to this note');
  await panel.user.type(screen.getByRole('textbox', { name: /What to add/ }), 'He rang');
  await presses(panel, /^Sign for/);
  await screen.findByText(/Nothing changed there: change it in the chart/);
  cleanup();
  panel.draws(<NoteActions store={panel.store} entry={FILED_NOTE} />);
  expect(await screen.findByText(/Nothing changed there: change it in the chart/)).toBeTruthy();
});
