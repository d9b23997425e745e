// What the guide says to someone who keeps a change up, apart from its prompts: the lines after a mark, the recap and the
// menus.

import { expect, test } from 'vitest';
import { type LineToSay, linesAfterMarks, stemsFor } from '../../src/interview/guide/answers-to-talk.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { optionsFor } from '../../src/interview/guide/information.ts';
import { composeRecap } from '../../src/interview/guide/recap.ts';
import { readEntryId, readInstant } from '../../src/interview/ids.ts';
import { LANGUAGES } from '../../src/interview/patient/patient-words.ts';
import { DIRECTIONS } from '../../src/interview/talk/focus.ts';
import { SIDES, STRANDS, type Talk, type Utterance } from '../../src/interview/talk/talk.ts';
import { made } from '../support/arbitraries.ts';

const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'i');

/** Words that are false of a change already made: it is to come, or life now is life without it. */
const ONLY_AHEAD = {
  en: anyOf(
    // The change, or its beginning, is to come.
    /\bbegin\b|\bbe different\b|different this time|already picture|get better|could see yourself|\byou could\?/,
    /has to (?:give|change)|\bmuch longer\b|getting harder|\btime is right\b|\bit's time\b|\btoo soon\b|a try\b/,
    /you'd gain|it would help with|moved up|done it before|perfect moment|to wonder|says when\b|think about it, you'd/,
    // Life now is life without it.
    /costs you|\bin its place\?|a day without|in your day\b|you'd miss|rely on it|enjoy it\b|like how it|does for you/,
    /helps you with|been your way|worried you so far|see it differently|feel sure before|what would that be like/,
  ),
  es: anyOf(
    /empezar|diferente|ya se imagina|mejorar|podría\?|tiene que cambiar|mucho tiempo, porque|cada vez le cuesta/,
    /buen momento|ya es hora|muy pronto|lo probaría|ganaría|le ayudaría con|hecho antes|momento perfecto|preguntarse/,
    /usted cuándo|antes de pensarlo|cuesta más de lo|en lugar de eso|un día sin|en su día|extrañaría|cuenta con eso/,
    /lo disfruta|gusta cómo|que le da es|le ayuda con…|ha sido su manera|no le ha preocupado|de otra manera\?/,
    /seguridad antes|cómo sería eso/,
  ),
};

/** What suits only a person who still does it, or who has not begun. */
const MENU_AHEAD = {
  en: anyOf(
    /\bday to stop\b|cutting down|for stopping|how to stop|days without|smaller or weaker|later in the day/,
    /out of the bedroom, |\bfirst visit\b|beginners|\bone (?:more|meal|sweet)\b|smaller bottle|for weekends/,
    /leaving it out|starting the evening/,
  ),
  es: anyOf(
    /día para dejarlo|ir bajando|para dejarlo|cómo dejarlo|días sin|más pequeños|más tarde en el día|llevarlo al/,
    /primera cita|principiantes|una comida a la|una bebida dulce|vaso más|fin de semana|comida más|verdura más/,
  ),
};

/** Sixty marks of one kind, the first with words on the other side: every line for it comes up. */
function talkOf(talk: Talk): readonly Utterance[] {
  const other: Talk = { side: talk.side === 'change' ? 'sustain' : 'change', strand: 'reason' };
  return [other, ...Array.from({ length: 60 }, () => talk)].map((each, place) => ({
    id: made(readEntryId(`m${place}`)),
    at: made(readInstant('2026-11-30T10:00:00-05:00')),
    talk: each,
    words: { kind: 'heard', text: `…${place}` },
  }));
}

const KINDS = LANGUAGES.flatMap((language) =>
  SIDES.flatMap((side) => STRANDS.map((strand) => ({ language, side, strand }))),
);

test.each(KINDS)('says only what is also true of a change already made ($language, $side $strand)', (kind) => {
  const { language, side, strand } = kind;
  const offered = linesAfterMarks(talkOf({ side, strand }), language, 'keep-going').slice(1).flat();
  const texts = offered.filter((line: LineToSay) => line.kind !== 'both').map(({ text }) => text);
  const all = Object.values(stemsFor({ side, strand }, language, 'keep-going')).flat();
  expect(texts).toEqual(expect.arrayContaining(all));
  expect([...new Set(texts)].filter((text) => ONLY_AHEAD[language].test(text))).toEqual([]);
});

test.each(LANGUAGES)('asks at the end of the recap what will keep it going (%s)', (language) => {
  const quotes = { change: ['…'], sustain: ['…'] };
  const recap = composeRecap({ ...quotes, keeps: true }, language);
  expect(recap?.transition).toMatch(
    { en: /you'll do to keep this going\?$/, es: /va a hacer para seguir así\?$/ }[language],
  );
  expect(composeRecap(quotes, language)?.transition).toMatch({ en: /you'll do\?$/, es: /va a hacer\?$/ }[language]);
  expect(composeRecap(quotes, language)?.gathering).toBe(recap?.gathering);
  for (const text of Object.values(recap ?? {})) expect(text).not.toMatch(ONLY_AHEAD[language]);
});

test('says both to someone whose change is to come', () => {
  const offered = linesAfterMarks(talkOf({ side: 'change', strand: 'need' }), 'en').flat();
  const texts = offered.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['Something has to give…', 'It matters to you that…']));
});

const TOPICS = LANGUAGES.flatMap((language) => BEHAVIORS.map(({ key }) => ({ language, key })));

test.each(TOPICS)(
  'offers no way to a change already made, to keep going with $key ($language)',
  ({ language, key }) => {
    const options = optionsFor(key, language, 'keep-going');
    expect(options.filter((option) => MENU_AHEAD[language].test(option))).toEqual([]);
    expect(options.length).toBeGreaterThanOrEqual(4);
  },
);

test.each(TOPICS)('offers four ways or more in each direction of $key ($language)', ({ language, key }) => {
  const all = optionsFor(key, language);
  for (const direction of DIRECTIONS) {
    const options = optionsFor(key, language, direction);
    expect(options.length).toBeGreaterThanOrEqual(4);
    expect(all).toEqual(expect.arrayContaining([...options]));
  }
});

test('offers what fits the direction: no smaller drinks to stop, no day to stop to cut down', () => {
  expect(optionsFor('alcohol', 'en', 'cut-down').join()).toMatch(/smaller or weaker/);
  expect(optionsFor('alcohol', 'en', 'stop').join()).not.toMatch(/smaller or weaker/);
  expect(optionsFor('alcohol', 'en', 'stop').join()).toMatch(/how to stop safely/);
  expect(optionsFor('smoking', 'en', 'stop').join()).toMatch(/day to stop/);
  expect(optionsFor('smoking', 'en', 'cut-down').join()).not.toMatch(/day to stop/);
  expect(optionsFor('smoking', 'en', 'explore')).toEqual(optionsFor('smoking', 'en'));
});
