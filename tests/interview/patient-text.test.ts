// What patients read: measured for reading level, complete in both languages, and the same page on screen and as text.
import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import type { Day, EntryId, Instant, NoteId, Score } from '../../src/interview/ids.ts';
import { beginInterview, type Interview } from '../../src/interview/interview.ts';
import { composeNote } from '../../src/interview/note/compose-note.ts';
import { patientView, viewOfChangedNote } from '../../src/interview/patient/patient-view.ts';
import type { Language, PatientWords } from '../../src/interview/patient/patient-words.ts';
import { PATIENT_WORDS, planPage, planText } from '../../src/interview/patient/plan-page.ts';
import { callingName } from '../../src/interview/person-name.ts';
import type { Utterance } from '../../src/interview/talk/talk.ts';
import { BANNED_PHRASES } from '../support/banned-phrases.ts';
import { fleschKincaid, inflesz } from '../support/readability.ts';

const id = (name: string): EntryId => name as EntryId;
const AT = '2026-11-23T10:00:00-05:00' as Instant;

const heard = (name: string, text: string, side: 'change' | 'sustain' = 'change'): Utterance => ({
  id: id(name),
  at: AT,
  talk: { side, strand: 'reason' },
  words: text === '' ? { kind: 'mark-only' } : { kind: 'heard', text },
});

function interview(plan: Partial<Interview['plan']> = {}): Interview {
  const begun = beginInterview('note' as NoteId, AT);
  return {
    ...begun,
    engage: { ...begun.engage, agenda: [{ id: id('a'), text: ' Sleep ', raisedBy: 'patient' }], present: 'her sister' },
    focus: { ...begun.focus, target: { kind: 'named', label: 'Smoking', sensitive: false } },
    evoke: {
      ...begun.evoke,
      talk: [
        heard('kids', 'Quiero estar ahí para mis hijos.'),
        heard('relax', 'It is my only break.', 'sustain'),
        heard('mark', ''),
      ],
    },
    plan: { ...begun.plan, ...plan },
  };
}

const PERSON = { given: 'María Elena' };
const inSpanish = (of: Interview): Interview => ({ ...of, language: 'es' });
const view = (of: Interview, quotes: readonly string[] = []) =>
  patientView(of, PERSON, BEHAVIORS, new Set(quotes.map(id)));

/** The note of an interview, as the chart has it. */
function entryOf(of: Interview, standing: NoteEntry['standing'] = 'corrected'): NoteEntry {
  const note = composeNote(of, AT);
  if (!note.ok) throw new Error(note.error.kind);
  const filed = { form: 'observation', resourceId: 'o1' } as const;
  return { kind: 'note', note: note.value, filed, standing, authors: [], ours: true };
}

test('the plan of a filed note reads for the patient like the plan of its interview', () => {
  const followUp = { followUpDay: '2026-12-07' as Day, followUpHow: 'by phone' };
  const lines = { steps: [{ id: id('s'), text: 'Call the clinic', raisedBy: 'patient' as const }] };
  const whole = { ...followUp, ...lines, change: 'Stop smoking', reasons: [id('kids')], confidence: 7 as Score };
  for (const plan of [whole, { ...followUp, ending: 'not-today' as const, notTodayWhy: 'Too much at work' }]) {
    const of = interview(plan);
    expect(viewOfChangedNote(view(interview()), entryOf(of), BEHAVIORS).plan).toEqual(view(of).plan);
  }
});

test('a quote that a correction took out, and all of a retracted note, is shown no more', () => {
  const before = view(interview({ change: 'Stop smoking' }), ['kids', 'relax']);
  const corrected = entryOf(interview({ change: 'Stop smoking' }));
  const note = { ...corrected.note, talk: corrected.note.talk.slice(0, 1) };
  const after = viewOfChangedNote(before, { ...corrected, note }, BEHAVIORS);
  expect(after.quotes.map(({ text }) => text)).toEqual(['Quiero estar ahí para mis hijos.']);
  const retracted = viewOfChangedNote(before, { ...corrected, standing: 'retracted' }, BEHAVIORS);
  expect(before.topic).toBeDefined();
  expect(retracted).toMatchObject({ topics: [], offered: [], quotes: [], plan: { kind: 'none' } });
  expect(retracted.topic).toBeUndefined();
});

/** Every fixed line of one language, functions called with plain values. */
function fixedLines(words: object): readonly string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? fixedLines(value) : [];
  });
}

const wholeText = ({ self: _self, ...words }: PatientWords): string =>
  [
    ...fixedLines(words),
    words.plan.outOfTen(7),
    words.plan.heading('Pat'),
    words.plan.notTodayHeading('Pat'),
    words.sharing('Pat'),
  ].join('\n');

test('English fixed words read at grade 6 or below', () => {
  expect(fleschKincaid(wholeText(PATIENT_WORDS.en))).toBeLessThanOrEqual(6);
});

test('every English sentence of ten words or more reads at grade 6 or below', () => {
  const sentences = fixedLines(PATIENT_WORDS.en).filter((line) => line.split(' ').length >= 10);
  expect(sentences.length).toBeGreaterThan(0);
  for (const line of sentences) expect([line, fleschKincaid(line) <= 6]).toEqual([line, true]);
});

test('Spanish fixed words reach 65 on the INFLESZ scale', () => {
  expect(inflesz(wholeText(PATIENT_WORDS.es))).toBeGreaterThanOrEqual(65);
});

test.each([
  [
    'The readiness utterance necessitates administrative consideration.',
    'La administración necesita consideraciones complementarias.',
  ],
])('a hard sentence is measured as hard', (english, spanish) => {
  expect(fleschKincaid(english)).toBeGreaterThan(12);
  expect(inflesz(spanish)).toBeLessThan(40);
});

test('fixed words persuade nobody and label nobody', () => {
  const lines = fixedLines(PATIENT_WORDS.en);
  expect(
    lines.flatMap((line) => BANNED_PHRASES.filter(({ pattern }) => pattern.test(line)).map(({ name }) => name)),
  ).toEqual([]);
});

test('a plan is the same in English and Spanish but for the fixed words', () => {
  const made = view(
    inSpanish(
      interview({
        firstStep: 'Call the quit line on Monday after lunch',
        reasons: [id('kids')],
        supports: [{ id: id('s'), text: 'mi hermana Inés' }],
        confidence: 7 as Score,
        followUpDay: '2026-12-07' as Day,
        followUpHow: 'Phone',
      }),
    ),
  );
  expect(planText(planPage(made, 'en', { phone: '+1 555 0100' }))).toBe(
    [
      'María Elena’s plan',
      'What we talked about\n  Smoking',
      'Why it matters to me\n  “Quiero estar ahí para mis hijos.”',
      'My next step\n  Call the quit line on Monday after lunch',
      'Who or what helps me\n  mi hermana Inés',
      'How sure I am that I can do this\n  7 out of 10',
      'When we talk again\n  Monday, December 7, 2026\n  By phone',
      'Call us\n  +1 555 0100',
      'This plan is yours. You decide, and you can change it at any time.\n',
    ].join('\n\n'),
  );
  expect(planText(planPage(made, 'es', { phone: '+1 555 0100' }))).toBe(
    [
      'El plan de María Elena',
      'De qué hablamos\n  Fumar',
      'Por qué me importa\n  “Quiero estar ahí para mis hijos.”',
      'Mi próximo paso\n  Call the quit line on Monday after lunch',
      'Quién o qué me ayuda\n  mi hermana Inés',
      'Cuánta confianza tengo en lograrlo\n  7 de 10',
      'Cuándo volvemos a hablar\n  lunes 7 de diciembre de 2026\n  Por teléfono',
      'Llámenos\n  +1 555 0100',
      'Este plan es suyo. Usted decide, y lo puede cambiar cuando quiera.\n',
    ].join('\n\n'),
  );
});

test('quotes keep the language they were said in', () => {
  const [why] = planPage(view(inSpanish(interview({ reasons: [id('kids')] }))), 'en', {}).parts.filter(
    ({ id: part }) => part === 'why',
  );
  expect(why?.lines).toEqual([{ kind: 'quote', quote: { text: 'Quiero estar ahí para mis hijos.', language: 'es' } }]);
  expect(view(interview(), ['kids']).quotes).toEqual([{ text: 'Quiero estar ahí para mis hijos.', language: '' }]);
});

test('only quotes that were ticked, or are reasons of the plan, are shown', () => {
  expect(view(interview()).quotes).toEqual([]);
  expect(view(interview(), ['relax', 'mark']).quotes.map(({ text }) => text)).toEqual(['It is my only break.']);
  expect(view(interview({ reasons: [id('kids')] }), ['kids']).quotes).toEqual([]);
});

test('a quote to show is shown once, also if it is a reason of a plan that was left open', () => {
  const { quotes, plan } = view(interview({ reasons: [id('kids')], ending: 'not-today' }), ['kids']);
  expect(quotes.map(({ text }) => text)).toEqual(['Quiero estar ahí para mis hijos.']);
  expect(plan).toEqual({ kind: 'not-today' });
});

test('no plan yet, and no plan today, are said as what they are', () => {
  expect(planPage(view(interview()), 'en', {}).opening).toBe('There is no plan yet.');
  const door = planPage(
    view(interview({ ending: 'not-today', followUpHow: 'in person', firstStep: 'kept' })),
    'en',
    {},
  );
  expect(door.opening).toBe('No plan today, and that is fine. The door is open. Come back any time.');
  expect([door.heading, door.closing]).toEqual([
    'What we talked about: María Elena',
    'You decide if and when we talk about this again.',
  ]);
  expect(planText(door)).not.toMatch(/’s plan|This plan/);
  expect(planText(door)).not.toContain('kept');
  expect(planText(door)).toContain('in person');
});

test.each([
  ['en', /’s plan|This plan/],
  ['es', /El plan de|Este plan/],
] as const)('a page in %s with no plan yet calls nothing a plan of theirs', (language, words) => {
  expect(planText(planPage(view(interview()), language, {}))).not.toMatch(words);
});

test('apostrophes are curly in all that patients read in English', () => {
  expect(wholeText(PATIENT_WORDS.en)).toContain('What I’ll do if something gets in the way');
  expect(wholeText(PATIENT_WORDS.en)).not.toContain("'");
});

test('no line can begin with the dot between the day, the practice and the clinician', () => {
  const source = { day: '2026-11-30' as Day, practice: 'River Clinic', clinician: 'Dr. Ada Okafor' };
  const [made] = planPage(view(interview()), 'en', source).parts.filter((part) => part.id === 'made');
  expect(made?.lines).toEqual([
    { kind: 'text', text: 'Monday, November 30, 2026\u00A0· River Clinic\u00A0· Dr. Ada Okafor' },
  ]);
});

// "How much does this matter?" under the topic "Smoking" would ask how much smoking matters.
test('the rulers that a patient answers ask about the change, in the words of the page beside it', () => {
  const of = interview();
  const stops = { ...of, focus: { ...of.focus, direction: 'stop' as const } };
  expect(Object.values(view(stops).questions.en).map(({ question }) => question)).toEqual([
    'How important is it to you right now to stop smoking?',
    'If you decided to stop smoking, how confident are you that you could?',
    'How ready are you to stop smoking?',
  ]);
  expect(view(of).questions.es.importance.question).toBe(
    '¿Cuánto le importa en este momento cambiar algo en su forma de fumar?',
  );
  const typed = {
    ...of,
    focus: { ...of.focus, target: { kind: 'named', label: 'My knees', sensitive: false } as const },
  };
  expect(view(typed).questions.es.importance.question).toBe('¿Cuánto le importa esto en este momento: My knees?');
});

test('a topic that the patient refused for today is not in the questions of the rulers', () => {
  const of = interview();
  const refused = { ...of, focus: { ...of.focus, direction: 'stop' as const, permission: false } };
  expect(view(refused).questions.en.readiness.question).toBe('How ready are you to make a change?');
});

test('the questions of all topics read at grade 6 or below, and reach 65 on the INFLESZ scale', () => {
  const all = (language: Language): string =>
    BEHAVIORS.flatMap(({ label: { en: label }, directions }) =>
      directions.flatMap((direction) => {
        const of = interview();
        const target = { kind: 'named', label, sensitive: false } as const;
        const { questions } = view({ ...of, focus: { ...of.focus, target, direction } });
        return Object.values(questions[language]).map(({ question }) => question);
      }),
    ).join('\n');
  expect(fleschKincaid(all('en'))).toBeLessThanOrEqual(6);
  expect(inflesz(all('es'))).toBeGreaterThanOrEqual(65);
});

test.each([
  ['en', 'What we agreed', 'Stay off cigarettes'],
  ['es', 'Lo que acordamos', 'Seguir sin fumar'],
] as const)('the heading over the change in %s fits a person who goes on', (language, heading, change) => {
  const of = interview({ change: 'Stay off cigarettes' });
  expect(planText(planPage(view(of), language, {}))).toContain(`${heading}\n  ${change}`);
});

test.each([
  ['en', '2026-03-01', 'Sunday, March 1, 2026'],
  ['en', '2028-02-29', 'Tuesday, February 29, 2028'],
  ['es', '2027-01-01', 'viernes 1 de enero de 2027'],
] as const)('in %s the day %s is %s', (language: Language, day, words) => {
  expect(planText(planPage(view(interview({ followUpDay: day as Day })), language, {}))).toContain(words);
});

test('nothing but the allow-list is in the view', () => {
  const of = interview({ reasons: [id('kids')] });
  expect(Object.keys(view(of, ['relax'])).sort()).toEqual([
    'firstName',
    'offered',
    'plan',
    'questions',
    'quotes',
    'rulers',
    'topic',
    'topics',
  ]);
  const said = JSON.stringify(view(of, ['relax']));
  for (const hidden of ['sustain', 'strand', 'reason', 'kids"', AT, 'her sister', 'note"']) {
    expect([hidden, said.includes(hidden)]).toEqual([hidden, false]);
  }
});

test('says what is changed in the language of the page where our own words were taken over', () => {
  const of = interview({ change: 'Stop smoking' });
  const chosen = { ...of, focus: { ...of.focus, direction: 'stop' as const } };
  expect(planText(planPage(view(chosen), 'es', {}))).toContain('Dejar de fumar');
  expect(planText(planPage(view(chosen), 'es', {}))).not.toMatch(/[Ss]top|smok/);
  expect(planText(planPage(view(interview({ change: 'No cigarettes at work' })), 'es', {}))).toContain(
    'No cigarettes at work',
  );
});

test.each([
  [{ given: 'María José' }, 'María José'],
  [{ given: 'Mary Ann' }, 'Mary Ann'],
  [{ given: 'Thị Minh', family: 'Nguyễn' }, 'Thị Minh'],
  [{ given: 'Nguyễn Thị Minh' }, 'Nguyễn Thị Minh'],
  [{ given: 'María José', preferred: 'Majo' }, 'Majo'],
  [{}, undefined],
])('calls %j %s', (person, name) => {
  expect(callingName(person)).toBe(name);
});

test('says a change of ours in the language of the page, also after the direction was changed', () => {
  const of = interview({ change: 'Cut down on smoking' });
  const changed = { ...of, focus: { ...of.focus, direction: 'stop' as const } };
  expect(planText(planPage(view(changed), 'es', {}))).toContain('Fumar menos');
});

test('says topics of ours in the language of the page, and typed topics as they were typed', () => {
  const of = interview();
  const agenda = ['Alcohol', 'Sleep routine', 'My knees'].map((text) => ({
    id: id(text),
    text,
    raisedBy: 'both' as const,
  }));
  const { topics } = view({ ...of, engage: { ...of.engage, agenda } });
  expect(topics.map(({ es }) => es)).toEqual(['Alcohol', 'Rutina de sueño', 'My knees']);
  expect(topics.map(({ en }) => en)).toEqual(['Alcohol', 'Sleep routine', 'My knees']);
});

test('shows a topic of the agenda once, in whatever language it was typed, and today’s topic apart', () => {
  const of = interview();
  const agenda = ['Fumar', 'Smoking', 'My knees', 'my knees', 'Drinking'].map((text, place) => ({
    id: id(`topic-${place}`),
    text,
    raisedBy: 'both' as const,
  }));
  const shown = (label: string) => {
    const focus = { ...of.focus, permission: true, target: { kind: 'named', label, sensitive: false } as const };
    return view({ ...of, focus, engage: { ...of.engage, agenda } }).topics.map(({ en }) => en);
  };
  expect(shown('Sleep routine')).toEqual(['Smoking', 'My knees', 'Drinking']);
  expect(shown('Alcohol')).toEqual(['Smoking', 'My knees']);
});

test.each(['Visit', 'Phone', 'Message'])('says the way to follow up "%s" in Spanish', (followUpHow) => {
  const page = planText(planPage(view(interview({ followUpHow })), 'es', {}));
  expect(page).not.toContain(followUpHow);
});

test.each([
  ['Phone', 'es', 'Por teléfono'],
  ['Phone: after five', 'es', 'Por teléfono: after five'],
  ['Visit: with my sister', 'en', 'In person: with my sister'],
  ['Phone after five', 'es', 'Phone after five'],
  ['at the desk', 'es', 'at the desk'],
] as const)('how to follow up (%s) is read in %s as "%s"', (followUpHow, language, words) => {
  const [lines] = planPage(view(interview({ followUpHow })), language, {}).parts.filter(
    (part) => part.id === 'followUp',
  );
  expect(JSON.stringify(lines)).toContain(`"${words}"`);
});
