import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { beginInterview } from '../../src/interview/interview.ts';
import { beginNext, isTarget, raiserOf, targetAgain } from '../../src/interview/talk/agenda.ts';
import { targetFromTopic, topicsInOrder, topicToggled } from '../../src/interview/talk/agenda-map.ts';
import type { InterviewEvent } from '../../src/interview/talk/events.ts';
import type { RaisedBy } from '../../src/interview/talk/focus.ts';
import { interviewEvents } from '../support/event-arbitrary.ts';
import { entryId, instant, noteId, run, startedInterview } from '../support/interviews.ts';

const NEXT_ID = noteId('7b1d3c52-08d4-4d8e-9d8e-2f6f0f5b9a01');
const LATER = instant('2026-11-22T15:50:00-05:00');

const topic = (id: string, text: string, raisedBy: RaisedBy): InterviewEvent => ({
  kind: 'topic-typed',
  id: entryId(id),
  text,
  raisedBy,
});
const agendaOf = (...events: readonly InterviewEvent[]) => run(startedInterview(), events).engage.agenda;
const about = (label: string, raisedBy?: RaisedBy): InterviewEvent => ({
  kind: 'target-chosen',
  target: { kind: 'named', label, sensitive: false },
  ...(raisedBy ? { raisedBy } : {}),
});

test('lays out the patient’s topics first, and leaves empty lines out', () => {
  const agenda = agendaOf(
    topic('a', 'Smoking', 'clinician'),
    topic('b', ' ', 'patient'),
    topic('c', 'Alcohol', 'both'),
    topic('d', 'My knees', 'patient'),
    topic('e', 'Sleep', 'patient'),
  );
  expect(topicsInOrder(agenda).map(({ text }) => text)).toEqual(['My knees', 'Sleep', 'Alcohol', 'Smoking']);
});

test.each<readonly [string, readonly InterviewEvent[], RaisedBy | undefined]>([
  ['nobody', [topic('a', 'Smoking', 'patient')], undefined],
  ['the patient', [topic('a', ' alcohol ', 'patient')], 'patient'],
  ['both, when each brought it up', [topic('a', 'Alcohol', 'patient'), topic('b', 'alcohol', 'clinician')], 'both'],
])('tells that a topic was raised by %s', (_who, events, expected) => {
  expect(raiserOf('Alcohol', agendaOf(...events), BEHAVIORS)).toBe(expected);
});

test('a topic typed in Spanish is the same topic as its English name', () => {
  const agenda = agendaOf(topic('a', 'fumar', 'patient'));
  const target = targetFromTopic('fumar', BEHAVIORS);
  expect(isTarget('fumar', target, BEHAVIORS)).toBe(true);
  expect(raiserOf('Smoking', agenda, BEHAVIORS)).toBe('patient');
  expect(topicToggled('Smoking', agenda, BEHAVIORS, entryId('b'))).toEqual(topic('a', 'fumar', 'both'));
  const before = run(startedInterview(), [topic('a', 'fumar', 'patient'), { kind: 'target-chosen', target }]);
  expect(beginNext(before, BEHAVIORS, NEXT_ID, LATER).engage.agenda).toEqual([]);
});

test('a topic from the chart comes on the agenda and goes again in two presses', () => {
  const once = agendaOf(topicToggled('Alcohol', [], BEHAVIORS, entryId('a')));
  expect(once).toEqual([{ id: 'a', text: 'Alcohol', raisedBy: 'clinician' }]);
  expect(
    run(startedInterview(), [
      topic('a', 'Alcohol', 'clinician'),
      topicToggled('alcohol', once, BEHAVIORS, entryId('b')),
    ]).engage.agenda,
  ).toEqual([]);
});

test('a topic the patient raised stays theirs when the chart brings it to mind as well', () => {
  const theirs = agendaOf(topic('a', 'alcohol', 'patient'));
  const toggled = topicToggled('Alcohol', theirs, BEHAVIORS, entryId('b'));
  expect(toggled).toEqual(topic('a', 'alcohol', 'both'));
  const both = agendaOf(toggled);
  expect(topicToggled('Alcohol', both, BEHAVIORS, entryId('c'))).toEqual(topic('a', 'alcohol', 'patient'));
});

test('a topic that names a behavior brings its code, and any other keeps the typed text', () => {
  expect(targetFromTopic('alcohol', BEHAVIORS)).toMatchObject({
    label: 'Alcohol',
    sensitive: true,
    code: { code: '897148007' },
  });
  expect(targetFromTopic(' my knees ', BEHAVIORS)).toEqual({ kind: 'named', label: 'my knees', sensitive: false });
});

test.each([
  ['Drinking', true],
  ['alcohol and sleep', true],
  ['Drinking more water', false],
  ['my knees', false],
])('a topic in the words %j is sensitive: %s', (text, sensitive) => {
  expect(targetFromTopic(text, BEHAVIORS)).toMatchObject({ sensitive });
});

test('who raised a topic is forgotten with the topic, and kept while its words are typed', () => {
  const raiser = (...events: readonly InterviewEvent[]) => run(startedInterview(), events).focus.raisedBy;
  expect(raiser(about('Alcohol', 'patient'))).toBe('patient');
  expect(raiser(about('Alcohol', 'patient'), about('Smoking'))).toBeUndefined();
  expect(raiser(about('Alcohol', 'patient'), about('Alcohol'))).toBe('patient');
  const told: InterviewEvent = { kind: 'raised-by-recorded', raisedBy: 'both' };
  expect(raiser(told, about('Alcohol'))).toBe('both');
  expect(raiser(told, about('Alcohol', 'clinician'))).toBe('both');
  expect(raiser(about('Alcohol', 'clinician'), told, about('Alcohol', 'clinician'))).toBe('both');
  expect(raiser(about('my knees', 'patient'), { kind: 'target-typed', text: 'my knees on stairs' })).toBe('patient');
});

test('permission to talk about one topic is not permission, or a no, for the next', () => {
  const permission = (...events: readonly InterviewEvent[]) => run(startedInterview(), events).focus.permission;
  const no: InterviewEvent = { kind: 'permission-recorded', given: false };
  expect(permission(about('Alcohol'), no, about('Smoking'))).toBeUndefined();
  expect(permission(about('Alcohol'), no, about('Alcohol'))).toBe(false);
  expect(permission(no, about('Alcohol'))).toBe(false);
});

test('a topic that is chosen again with the permission it had is talked about with that permission', () => {
  const focus = run(startedInterview(), [
    about('Alcohol'),
    { kind: 'permission-recorded', given: true },
    about('Smoking'),
    { kind: 'target-chosen', target: { kind: 'named', label: 'Alcohol', sensitive: true }, permission: true },
  ]).focus;
  expect(focus).toMatchObject({ target: { label: 'Alcohol' }, permission: true });
});

test('words of one’s own carry no code', () => {
  const { target } = run(startedInterview(), [
    { kind: 'target-chosen', target: targetFromTopic('Alcohol', BEHAVIORS) },
    { kind: 'target-typed', text: 'Wine on weekdays' },
  ]).focus;
  expect(target).toEqual({ kind: 'named', label: 'Wine on weekdays', sensitive: true });
});

test('the next note begins with the rest of the agenda and the same people in the room', () => {
  const before = run(startedInterview(), [
    topic('a', 'Alcohol', 'clinician'),
    topic('b', 'My knees', 'patient'),
    { kind: 'present-typed', text: 'Her daughter' },
    about('alcohol'),
    { kind: 'goal-typed', text: 'Sleep through' },
  ]);
  const fresh = beginInterview(NEXT_ID, LATER);
  expect(beginNext(before, BEHAVIORS, NEXT_ID, LATER)).toEqual({
    ...fresh,
    engage: { ...fresh.engage, agenda: [{ id: 'b', text: 'My knees', raisedBy: 'patient' }], present: 'Her daughter' },
  });
});

test('whatever was said before, the next note takes nothing along but open topics, who is present and the language', () => {
  fc.assert(
    fc.property(interviewEvents, (events) => {
      const before = run(startedInterview(), events);
      const { engage, language, ...rest } = beginNext(before, BEHAVIORS, NEXT_ID, LATER);
      expect(language).toBe(before.language);
      const { engage: empty, ...others } = beginInterview(NEXT_ID, LATER);
      expect(rest).toEqual(others);
      expect({ ...engage, agenda: [], present: '' }).toEqual(empty);
      for (const each of engage.agenda) expect(before.engage.agenda).toContain(each);
    }),
  );
});

test.each([
  ['Tobacco', 'Smoking'],
  ['fumar', 'Smoking'],
  ['Smoking', 'Smoking'],
  ['Vaping', 'Vaping'],
  ['No drinks on weeknights', 'No drinks on weeknights'],
])('a talk about %s is taken up again as one about %s', (label, expected) => {
  expect(targetAgain({ kind: 'named', label, sensitive: false }, BEHAVIORS).label).toBe(expected);
});

test('a topic that the site does not offer is taken over unchanged and stays sensitive', () => {
  const code = { system: 'http://snomed.info/sct', code: '229819007' };
  const before = { kind: 'named', label: 'Tobacco', code, sensitive: true } as const;
  const others = BEHAVIORS.filter(({ key }) => key !== 'smoking');
  expect(targetAgain(before, others)).toEqual(before);
  expect(targetAgain(before, BEHAVIORS)).toEqual({ ...before, label: 'Smoking' });
});
