// @vitest-environment happy-dom
// The form of a correction: what it shows, and that nothing signed or typed is lost by a press that is taken back.

import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { ChangeRequest } from '../../src/ehr/port.ts';
import type { AgreedPlan, ReadinessNote } from '../../src/interview/note/note.ts';
import { OPEN, opens, presses } from '../support/filed-note.tsx';
import { FILED_NOTE, fullNote } from '../support/notes.ts';

test('a correction changes the parts that were wrong and no other, and says which', async () => {
  const panel = await opens();
  await presses(panel, 'Correct');
  const confidence = screen.getByRole('radiogroup', { name: /^Confidence/ });
  await panel.user.click(within(confidence).getByRole('radio', { name: '5' }));
  const words = screen.getByRole('textbox', { name: 'Words 2' });
  await panel.user.clear(words);
  await panel.user.type(words, 'I can sleep without it');
  await panel.user.selectOptions(screen.getByRole('combobox', { name: 'Kind 2' }), 'For change, ability');
  const step = screen.getByRole('textbox', { name: /^First step/ });
  await panel.user.clear(step);
  await panel.user.type(step, 'Tea at nine');
  await panel.user.type(screen.getByRole('textbox', { name: /^What was wrong/ }), 'Misheard');
  expect(screen.getByText('Changed: confidence, quotes, counts of what was said, plan.')).toBeTruthy();
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  const [{ note, change } = {} as ChangeRequest] = panel.sent;
  expect(change.words).toBe('confidence, quotes, counts of what was said, plan. Misheard');
  expect(note.talk[1]).toEqual({ talk: { side: 'change', strand: 'ability' }, text: 'I can sleep without it' });
  expect(note.marks).toEqual({ change: 8, sustain: 2 });
  expect(note).toMatchObject({
    goal: fullNote.goal,
    minutes: 18,
    plan: { firstStep: 'Tea at nine', change: 'No drinks on weeknights' },
  });
  expect(note.rulers.importance).toEqual(fullNote.rulers.importance);
});

test('a press that is taken back loses no words, signed or typed', async () => {
  const panel = await opens();
  await presses(panel, 'Correct');
  const importance = screen.getByRole('radiogroup', { name: /^Importance(?!, asked)/ });
  await panel.user.click(within(importance).getByRole('radio', { checked: true }));
  await panel.user.keyboard('{Backspace}');
  expect(within(importance).queryByRole('radio', { checked: true })).toBeNull();
  await panel.user.click(within(importance).getByRole('radio', { name: '9' }));
  const again = within(screen.getByRole('radiogroup', { name: /^Importance, asked again/ }));
  await panel.user.click(again.getByRole('radio', { checked: true }));
  await panel.user.keyboard('{Backspace}');
  await panel.user.click(again.getByRole('radio', { name: '8' }));
  const step = () => screen.getByRole('textbox', { name: /^First step/ });
  await panel.user.clear(step());
  await panel.user.type(step(), 'Tea at nine');
  for (const ending of ['No plan yet, open to talk again', 'Not recorded', 'Plan agreed'])
    await panel.user.click(screen.getByRole('radio', { name: ending }));
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  const note = panel.sent[0]?.note;
  const nine = { kind: 'answered', score: 9 };
  expect(note?.rulers.importance).toEqual({ ...fullNote.rulers.importance, answer: nine });
  expect(note?.plan).toEqual({ ...fullNote.plan, firstStep: 'Tea at nine' });
});

test.each(['Plan agreed', 'No plan yet, open to talk again'])(
  'a follow-up changed under another outcome stays when the outcome is taken back and is %s again',
  async (again) => {
    const panel = await opens();
    await presses(panel, 'Correct');
    const chooses = (ending: string) => panel.user.click(screen.getByRole('radio', { name: ending }));
    await chooses('No plan yet, open to talk again');
    const how = screen.getByRole('textbox', { name: 'How to follow up' });
    await panel.user.clear(how);
    await panel.user.type(how, 'By letter');
    await chooses('Not recorded');
    await chooses(again);
    await presses(panel, /^Sign for/);
    await screen.findByText(/^Corrected in the chart/);
    expect(panel.sent[0]?.note.plan).toMatchObject({ followUp: { how: 'By letter' } });
  },
);

test('a follow-up typed where the signed note had no outcome stays when the outcome is taken back', async () => {
  const note: ReadinessNote = { ...fullNote, plan: { kind: 'none' } };
  const panel = await opens(undefined, OPEN, {}, { ...FILED_NOTE, note });
  await presses(panel, 'Correct');
  const chooses = (ending: string) => panel.user.click(screen.getByRole('radio', { name: ending, hidden: true }));
  await chooses('Plan agreed');
  await panel.user.type(screen.getByRole('textbox', { name: /^First step/, hidden: true }), 'Tea at nine');
  await panel.user.type(screen.getByRole('textbox', { name: 'How to follow up', hidden: true }), 'By letter');
  await chooses('Not recorded');
  await chooses('No plan yet, open to talk again');
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  expect(panel.sent[0]?.note.plan).toMatchObject({ kind: 'not-today', followUp: { how: 'By letter' } });
});

test('words that were missing count once they are typed, and a row left empty does not', async () => {
  const panel = await opens();
  await presses(panel, 'Correct');
  const more = { name: 'Add something that was said', hidden: true };
  for (const _ of ['once', 'twice']) await panel.user.click(screen.getByRole('button', more));
  expect(screen.queryByText(/^Changed:/)).toBeNull();
  const row = screen.getByRole('textbox', { name: `Words ${fullNote.talk.length + 1}` });
  await panel.user.type(row, 'My kids');
  expect(screen.getByRole('textbox', { name: `Words ${fullNote.talk.length + 1}` })).toBe(row);
  await panel.user.click(screen.getByRole('button', more));
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  const note = panel.sent[0]?.note;
  expect(note?.talk.at(-1)).toEqual({ talk: { side: 'change', strand: 'unsure' }, text: 'My kids' });
  expect(note?.marks).toEqual({ change: 8, sustain: 3 });
});

test('a topic of the list can be corrected to other words', async () => {
  const note: ReadinessNote = { ...fullNote, target: { label: 'Alcohol', sensitive: true } };
  const panel = await opens(undefined, OPEN, {}, { ...FILED_NOTE, note });
  await presses(panel, 'Correct');
  await panel.user.selectOptions(screen.getByRole('combobox', { name: 'Topic' }), 'Other topic…');
  await panel.user.type(await screen.findByRole('textbox', { name: 'Topic, in your words' }), 'The wine');
  await panel.user.type(screen.getByRole('textbox', { name: /^What was wrong/ }), 'Misheard');
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  expect(panel.sent[0]?.note.target).toEqual({ label: 'The wine', sensitive: true });
});

test('a note without a topic says so until one is named, and each kind has the name that it has on the pad', async () => {
  const note: ReadinessNote = { ...fullNote, target: { sensitive: false } };
  const panel = await opens(undefined, OPEN, {}, { ...FILED_NOTE, note });
  await presses(panel, 'Correct');
  const chosen = (name: string) =>
    screen.getByRole<HTMLSelectElement>('combobox', { name }).selectedOptions[0]?.textContent;
  expect(chosen('Topic')).toBe('No topic named');
  await panel.user.type(screen.getByRole('textbox', { name: 'Topic, in your words' }), 'Tea');
  expect(chosen('Topic')).toBe('Other topic…');
  await panel.user.selectOptions(screen.getByRole('combobox', { name: 'Kind 1' }), 'For change, will do');
  expect(chosen('Kind 1')).toBe('For change, will do');
});

test('words that begin like a topic of the list stay the clinician’s own', async () => {
  const panel = await opens();
  await presses(panel, 'Correct');
  const topic = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Topic' });
  await panel.user.selectOptions(topic, 'Alcohol');
  await panel.user.selectOptions(topic, 'Other topic…');
  await panel.user.type(screen.getByRole('textbox', { name: 'Topic, in your words' }), 'Alcohol and sleep');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Topic, in your words' }).value).toBe(
    'Alcohol and sleep',
  );
  expect(topic.selectedOptions[0]?.textContent).toBe('Other topic…');
});

test('a corrected topic is not sensitive for a name that its words only pass through', async () => {
  const note: ReadinessNote = { ...fullNote, target: { label: 'Sleep', sensitive: false } };
  const panel = await opens(undefined, OPEN, {}, { ...FILED_NOTE, note });
  await presses(panel, 'Correct');
  const words = screen.getByRole('textbox', { name: 'Topic, in your words' });
  await panel.user.clear(words);
  await panel.user.type(words, 'Drinking more water');
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  expect(panel.sent[0]?.note.target).toEqual({ label: 'Drinking more water', sensitive: false });
});

test('a quote that is removed leaves the focus on the one before it, and the last of all on the heading', async () => {
  const panel = await opens();
  await presses(panel, 'Correct');
  const removes = (nth: number) => screen.getByRole('button', { name: `Remove words ${nth}` });
  for (let nth = fullNote.talk.length; nth > 1; nth -= 1) {
    await panel.user.click(removes(nth));
    expect(document.activeElement).toBe(removes(nth - 1));
  }
  await panel.user.click(removes(1));
  expect(screen.queryByRole('button', { name: /^Remove words/ })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Correct this note' }));
});

test('a correction asks first what was wrong, and folds the facts that the note does not have', async () => {
  const note: ReadinessNote = {
    ...fullNote,
    rulers: { ...fullNote.rulers, readiness: { kind: 'not-asked' } },
    plan: { ...(fullNote.plan as AgreedPlan), ifThens: [] },
  };
  const panel = await opens(undefined, OPEN, {}, { ...FILED_NOTE, note });
  await presses(panel, 'Correct');
  const [first] = screen.getAllByRole('textbox');
  expect(first).toBe(screen.getByRole('textbox', { name: 'What was wrong?' }));
  const folded = screen.getByText('Something is missing from this note').closest('details');
  const isFolded = (label: RegExp): boolean => folded?.contains(screen.getByLabelText(label)) === true;
  expect(folded?.open).toBe(false);
  expect([/^What to do if that happens, 1/, /^First step/, /^Goal/].map(isFolded)).toEqual([true, false, false]);
  const ruler = (name: RegExp) => screen.getByRole('radiogroup', { name });
  expect(folded?.contains(ruler(/^Readiness/))).toBe(true);
  expect(folded?.contains(ruler(/^Confidence/))).toBe(false);
});

test('a follow-up date that is refused leaves the signed one in the note', async () => {
  const panel = await opens();
  await presses(panel, 'Correct');
  const date = screen.getByLabelText<HTMLInputElement>('Follow-up date');
  const signed = date.value;
  date.focus();
  fireEvent.input(date, { target: { value: '0026-11-30' } });
  await panel.user.tab();
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /^Not saved: this day is before the visit\. Still saved: \d/,
  );
  const step = screen.getByRole('textbox', { name: /^First step/ });
  await panel.user.type(step, ' at nine');
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  expect(panel.sent[0]?.note.plan).toMatchObject({ followUp: { day: signed } });
});

test('a corrected follow-up is on the day of the visit or later, and one before it stays in the field', async () => {
  const panel = await opens();
  await presses(panel, 'Correct');
  const date = screen.getByLabelText<HTMLInputElement>('Follow-up date');
  date.focus();
  fireEvent.input(date, { target: { value: '0026-11-30' } });
  await panel.user.tab();
  expect((await screen.findByRole('alert')).textContent).toContain('Not saved: this day is before the visit.');
  expect(date.value).toBe('0026-11-30');
  await panel.user.type(screen.getByRole('textbox', { name: /^What was wrong/ }), 'Misheard');
  expect(date.value).toBe('0026-11-30');
  fireEvent.input(date, { target: { value: fullNote.at.slice(0, 10) } });
  await presses(panel, /^Sign for/);
  await screen.findByText(/^Corrected in the chart/);
  expect(panel.sent[0]?.note.plan).toMatchObject({ followUp: { day: fullNote.at.slice(0, 10) } });
});
