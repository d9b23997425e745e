// A visit held in Spanish: every line to say has its Spanish text, and none of ours comes in English.
import { expect, test } from 'vitest';
import { linesAfterMarks, stemsFor } from '../../src/interview/guide/answers-to-talk.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { DISCORD_CUES } from '../../src/interview/guide/cues.ts';
import { INFORMATION_STEPS, optionsFor } from '../../src/interview/guide/information.ts';
import { PROMPTS } from '../../src/interview/guide/prompts/choose-prompt.ts';
import { composeRecap } from '../../src/interview/guide/recap.ts';
import { questionsAfter } from '../../src/interview/guide/ruler-questions.ts';
import { PROMPTS_ES } from '../../src/interview/guide/spanish/prompts-es.ts';
import { readEntryId, readInstant, readScore } from '../../src/interview/ids.ts';
import { DIRECTIONS } from '../../src/interview/talk/focus.ts';
import { PROCESSES } from '../../src/interview/talk/process-progress.ts';
import { SIDES, STRANDS, type Utterance } from '../../src/interview/talk/talk.ts';
import { made } from '../support/arbitraries.ts';
import { inflesz } from '../support/readability.ts';

const IDS = PROCESSES.flatMap((process) => PROMPTS[process]).map(({ id }) => id);
const PAIRS = SIDES.flatMap((side) => STRANDS.map((strand) => ({ side, strand })));
const STEM_LINES = PAIRS.flatMap((pair) => Object.values(stemsFor(pair, 'es')).flat());
const OPTIONS = BEHAVIORS.flatMap(({ key }) => optionsFor(key, 'es'));
const SCORES = Array.from({ length: 11 }, (_, value) => made(readScore(value)));
const FOLLOW_UPS = SCORES.flatMap((score) => Object.values(questionsAfter({ kind: 'answered', score }, 'es')));
const CARDS = [...DISCORD_CUES.map(({ says }) => says.es), ...INFORMATION_STEPS.flatMap(({ says }) => says.es)];
const ALL = [...Object.values(PROMPTS_ES), ...STEM_LINES, ...OPTIONS, ...FOLLOW_UPS, ...CARDS].map(
  (text) => text ?? '',
);

test('has a Spanish text for each prompt, and none without a prompt', () => {
  expect(Object.keys(PROMPTS_ES).toSorted()).toEqual(IDS.toSorted());
});

test.each(PAIRS)('has a Spanish stem for each English one of $side $strand', (pair) => {
  for (const direction of DIRECTIONS) {
    const [spanish, english] = [stemsFor(pair, 'es', direction), stemsFor(pair, 'en', direction)];
    expect(Object.values(spanish).map(({ length }) => length)).toEqual(
      Object.values(english).map(({ length }) => length),
    );
  }
});

test.each(BEHAVIORS)('offers in Spanish what others tried for $key', ({ key }) => {
  expect(optionsFor(key, 'es')).toHaveLength(optionsFor(key, 'en').length);
  expect(optionsFor(key, 'es')).not.toEqual(optionsFor(key, 'en'));
});

test.each(DISCORD_CUES)('says $id in Spanish', ({ says }) => {
  expect(says.es).not.toBe(says.en);
});

test.each(INFORMATION_STEPS)('asks in Spanish at the step $id', ({ says }) => {
  expect(says.es).toHaveLength(says.en.length);
  expect(says.es).not.toEqual(says.en);
});

test('says each stem for one strand only, as a stem or an open question', () => {
  expect(new Set(STEM_LINES).size).toBe(STEM_LINES.length);
  for (const line of STEM_LINES) expect(line).toMatch(/^(?:[A-ZÁÉÍÓÚÑ].*…|¿[A-ZÁÉÍÓÚÑ].*\?)$/);
});

const INFORMAL = /\b(?:tú|tu|tus|te|ti|tienes|puedes|quieres|vosotros|vuestr[oa]s?)\b/i;
const PRESSING = /\b(?:debe(?:ría)?|tiene que dejar|usted tiene que|hay que|por qué no|pero usted dijo|obviamente)\b/i;
const ENGLISH = /\b(?:the|you|your|what|would|with|and|how)\b/i;
/** English puts "if any" and "if anything" last. Spanish begins with the condition. */
const CALQUE = /, si (?:acaso|quisiera|alguna)\?$/;
const CLOSED = /^¿(?:Puede|Quiere|Tiene|Es|Está|Ha|Va|Cree|Piensa|Sabe|Le gusta)\b/;

test.each(ALL)('keeps "%s" polite, without pressure or English', (line) => {
  for (const pattern of [INFORMAL, PRESSING, ENGLISH, CALQUE, CLOSED]) expect(line).not.toMatch(pattern);
  expect(line.split(' ').length).toBeLessThanOrEqual(14);
  expect(line.match(/[¿?]/g)?.length ?? 0).toBe(line.includes('?') ? 2 : 0);
});

test('refuses a line that orders, a line in the informal form and a closed question', () => {
  expect('Usted debe dejar de fumar').toMatch(PRESSING);
  expect('¿Qué quieres hacer?').toMatch(INFORMAL);
  expect('¿Quiere dejar de fumar?').toMatch(CLOSED);
});

test('reads fairly easily by the published formula', () => {
  const lines = ALL.map((line) => line.replaceAll('…', '.'));
  expect(inflesz(lines.join('\n'))).toBeGreaterThanOrEqual(65);
});

const mark = (place: number, { side, strand }: (typeof PAIRS)[number], text: string): Utterance => ({
  id: made(readEntryId(`m${place}`)),
  at: made(readInstant('2026-11-28T10:00:00-05:00')),
  talk: { side, strand },
  words: { kind: 'heard', text, language: 'es' },
});

test('reflects twice for each question after every mark, and says both sides with change last', () => {
  const offered = linesAfterMarks(
    PAIRS.toReversed().map((pair, place) =>
      mark(place, pair, `${pair.side === 'change' ? 'quiero' : 'me gusta'} ${place}`),
    ),
    'es',
  ).flat();
  const questions = offered.filter(({ kind }) => kind === 'ask').length;
  expect((offered.length - questions) / questions).toBeGreaterThanOrEqual(2);
  expect(offered.find(({ kind }) => kind === 'both')?.text).toBe(
    'Por un lado, «me gusta 8», y al mismo tiempo, «quiero 9»…',
  );
  for (const { text } of offered) expect(text).not.toMatch(ENGLISH);
});

test('gathers what was said in Spanish', () => {
  const recap = composeRecap(
    { givenName: 'Pat', change: ['quiero estar ahí', 'ir más lejos'], sustain: ['es mi único descanso.'] },
    'es',
  );
  expect(recap?.gathering).toBe(
    'Esto es lo que le oí, Pat. Por un lado, usted dijo «es mi único descanso». ' +
      'Y al mismo tiempo, dijo «quiero estar ahí» e «ir más lejos». ¿Qué agregaría?',
  );
  expect(recap?.transition).toContain(PROMPTS_ES['plan-next'] ?? '?');
});
