// Every ruler question that can be asked, in both languages, held against what nobody would say aloud.
import { expect, test } from 'vitest';
import { type AskedAbout, askedAbout, BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { INFINITIVES } from '../../src/interview/guide/infinitives.ts';
import { questionAgain, rulerQuestion } from '../../src/interview/guide/ruler-questions.ts';
import { agreedChange } from '../../src/interview/note/agreed-change.ts';
import { type InLanguages, LANGUAGES } from '../../src/interview/patient/patient-words.ts';
import { RULERS } from '../../src/interview/ruler.ts';
import { DIRECTIONS } from '../../src/interview/talk/focus.ts';
import { bannedIn } from '../support/guide-language.ts';
import { fleschKincaid, inflesz } from '../support/readability.ts';

/** Verbs an infinitive of ours begins with. A bare noun after "to" is none of them. */
const VERBS = new Set(
  [
    ...['ask', 'be', 'change', 'check', 'cut', 'do', 'drink', 'eat', 'face', 'get', 'go', 'have', 'keep', 'learn'],
    ...['figure', 'make', 'pace', 'practice', 'set', 'smoke', 'start', 'stay', 'stop', 'take', 'use', 'walk'],
  ].map((verb) => verb),
);
const SPANISH_VERB = /^(?:[a-záéíóú]+(?:ar|er|ir)(?:se)?|ir|vacunarse)\b/;

/** What is wrong with an infinitive, in words. Undefined if nothing is. */
function faultIn({ en, es }: InLanguages): string | undefined {
  if (!VERBS.has(en.split(' ')[0] ?? '')) return `no verb after "to": ${en}`;
  if (/\b(?:start|stop) to\b|\bstart start|[.?!,]$/.test(en)) return `not English: ${en}`;
  if (/\b(?:make a change with|make more room|the how or when)\b/.test(en)) return `composed: ${en}`;
  if (!SPANISH_VERB.test(es)) return `no infinitive: ${es}`;
  if (/\b(?:decide|choice)\b/.test(en) || /^decidir\b/.test(es)) return `decides twice: ${en}`;
  // Spanish asks how near a person is to it, so it must be something to get to and not something to have or know.
  if (/^(?:tener (?!sexo)|saber)/.test(es)) return `a state: ${es}`;
  return /\b(?:tu|tus|te|mi|mis|me)\b/.test(es) ? `not the polite form: ${es}` : undefined;
}

const ROWS = BEHAVIORS.flatMap(({ key, label, directions }) =>
  directions.map((direction) => ({
    key,
    label: label.en,
    direction,
    about: askedAbout(label.en, direction, BEHAVIORS),
  })),
);
const infinitiveOf = (about: AskedAbout): InLanguages | undefined =>
  about.kind === 'known' ? about.infinitive : undefined;

test('has an infinitive in both languages for every behavior and every direction it offers', () => {
  expect(ROWS.filter(({ about }) => about.kind !== 'known')).toEqual([]);
  expect(Object.keys(INFINITIVES).toSorted()).toEqual(BEHAVIORS.map(({ key }) => key).toSorted());
  for (const { directions } of BEHAVIORS) {
    expect(directions).toContain('explore');
    expect(directions.length).toBeGreaterThanOrEqual(4);
  }
});

test.each(ROWS)('says $key, $direction in words a person would use', ({ about }) => {
  const infinitive = infinitiveOf(about);
  expect(infinitive && faultIn(infinitive)).toBeUndefined();
});

test.each([
  ['stop to smoke', 'dejar de fumar'],
  ['start to stop smoking', 'dejar de fumar'],
  ['dental care', 'cuidar los dientes'],
  ['make a change with salt', 'comer menos sal'],
  ['have the test', 'la prueba'],
  ['make a choice about the test', 'pensar en la prueba'],
  ['have the test', 'decidir sobre la prueba'],
  ['make your home smoke-free', 'tener una casa sin humo'],
  ['have the test', 'hacerte la prueba con tu médico'],
])('refuses "%s" with "%s"', (en, es) => {
  expect(faultIn({ en, es })).toBeDefined();
});

test('says one thing once: no two directions of a behavior sound the same', () => {
  for (const [key, all] of Object.entries(INFINITIVES)) {
    const said = Object.values(all ?? {});
    expect([key, new Set(said.map(({ en }) => en)).size]).toEqual([key, said.length]);
    expect([key, new Set(said.map(({ es }) => es)).size]).toEqual([key, said.length]);
  }
});

test('asks every ruler of every behavior and direction in both languages, plainly', () => {
  const asked = { en: new Set<string>(), es: new Set<string>() };
  for (const { about } of ROWS) {
    for (const ruler of RULERS) {
      for (const language of LANGUAGES) asked[language].add(rulerQuestion(ruler, about, language).question);
    }
  }
  expect(asked.en.size).toBeGreaterThan(500);
  for (const question of asked.en) {
    expect(question).not.toMatch(/start to (?:start|stop|make|have)|\bto to\b| {2}|\.\?/);
    expect([question, bannedIn(question)]).toEqual([question, []]);
  }
  for (const question of asked.es) expect(question).toMatch(/^(?:¿|Si decidiera .*¿)[^¿]*\?$/);
  expect(fleschKincaid([...asked.en].join('\n'))).toBeLessThanOrEqual(6);
  expect(inflesz([...asked.es].join('\n'))).toBeGreaterThanOrEqual(65);
});

test.each([
  ['Smoking', 'stop', 'How ready are you to stop smoking?'],
  ['Taking medicines', 'start', 'How ready are you to start taking your medicines?'],
  ['Having the test', 'start', 'How ready are you to have the test?'],
  ['Dental care', 'start', 'How ready are you to start a routine for your teeth?'],
  ['One thing I enjoy each week', 'start', 'How ready are you to do one thing you enjoy each week?'],
  ['Salt', 'stop', 'How ready are you to stop adding salt?'],
  ['Weight', 'start', 'How ready are you to start working on your weight?'],
  ['Alcohol', undefined, 'How ready are you to change something about your drinking?'],
  ['Alcohol', 'start', 'How ready are you to change something about your drinking?'],
  [' Eating less sugar ', 'cut-down', 'How ready are you for this: Eating less sugar?'],
  [undefined, undefined, 'How ready are you to make a change?'],
] as const)('asks readiness about %s, %s', (label, direction, question) => {
  expect(rulerQuestion('readiness', askedAbout(label, direction, BEHAVIORS), 'en').question).toBe(question);
});

test('asks in Spanish how near a person is to a change, and how willing to go on with one', () => {
  for (const { about, direction } of ROWS) {
    const { question, low } = rulerQuestion('readiness', about, 'es');
    const goesOn = direction === 'keep-going';
    expect(question).toMatch(
      goesOn ? /^¿Cuánta disposición tiene para (?:seguir|mantener) / : /^¿Qué tan cerca está de /,
    );
    expect(low).toBe(goesOn ? 'ninguna' : 'nada');
  }
});

test('asks how confident a person is to go on with a change, not what they would be if they decided to', () => {
  const confident = { en: /^How confident are you that you can /, es: /^¿Cuánta confianza tiene en que puede / };
  for (const { about, direction } of ROWS) {
    for (const language of LANGUAGES) {
      const { question } = rulerQuestion('confidence', about, language);
      expect([question, confident[language].test(question)]).toEqual([question, direction === 'keep-going']);
    }
  }
});

test('asks importance and confidence about typed words behind a colon', () => {
  const about = askedAbout('eating less sugar', undefined, BEHAVIORS);
  expect(RULERS.map((ruler) => rulerQuestion(ruler, about, 'en').question)).toEqual([
    'How important is this to you right now: eating less sugar?',
    'How confident are you that you could do this, if you decided to: eating less sugar?',
    'How ready are you for this: eating less sugar?',
  ]);
});

test('names the ruler that it asks again, so that no two questions are the same', () => {
  const [smoking, kept] = [undefined, 'keep-going' as const].map((each) => askedAbout('Smoking', each, BEHAVIORS));
  if (!smoking || !kept) throw new Error('no topic');
  expect(RULERS.map((ruler) => questionAgain(ruler, 7, smoking, 'en').question)).toEqual([
    'Earlier you said 7 for how important it is. What number is it now?',
    'Earlier you said 7 for how confident you are. What number is it now?',
    'Earlier you said 7 for how ready you are. What number is it now?',
  ]);
  expect(RULERS.map((ruler) => questionAgain(ruler, 7, kept, 'es').question)).toEqual([
    'Hace un rato le pregunté cuánto le importa y dijo 7. ¿Qué número sería ahora?',
    'Hace un rato le pregunté cuánta confianza tiene y dijo 7. ¿Qué número sería ahora?',
    'Hace un rato le pregunté cuánta disposición tiene y dijo 7. ¿Qué número sería ahora?',
  ]);
  expect(questionAgain('readiness', 7, smoking, 'es').question).toContain('qué tan cerca está');
});

test('begins a plan with the same words, in the language of the page', () => {
  const target = { kind: 'named', label: 'Alcohol', sensitive: true } as const;
  expect(agreedChange({ target, direction: 'cut-down' }, BEHAVIORS)).toBe('Cut down on drinking');
  expect(DIRECTIONS.map((direction) => agreedChange({ target, direction }, BEHAVIORS)).at(-1)).toBe('');
});
