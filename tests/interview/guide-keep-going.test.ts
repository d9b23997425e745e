// The guide with someone who has already changed and wants to keep going: it never asks as if the change were ahead.

import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { type Heard, hear } from '../../src/interview/guide/heard.ts';
import { workOn } from '../../src/interview/guide/hints.ts';
import { nextPrompts, PROMPTS, promptIn } from '../../src/interview/guide/prompts/choose-prompt.ts';
import type { Need } from '../../src/interview/guide/prompts/prompt.ts';
import { readInstant, readNoteId, readScore } from '../../src/interview/ids.ts';
import { beginInterview } from '../../src/interview/interview.ts';
import { LANGUAGES } from '../../src/interview/patient/patient-words.ts';
import type { Answer } from '../../src/interview/ruler.ts';
import type { Direction } from '../../src/interview/talk/focus.ts';
import { PROCESSES } from '../../src/interview/talk/process-progress.ts';
import { made } from '../support/arbitraries.ts';

const EMPTY = beginInterview(
  made(readNoteId('4f3e2d1c-0b1a-4c3d-8e5f-000000000001')),
  made(readInstant('2026-11-30T10:00:00+01:00')),
);

/** What is heard before anything was said about the behavior `key`. Undefined: free text. */
function heardAbout(key: string | undefined, direction: Direction | undefined): Heard {
  const target = { kind: 'named', label: key ?? 'my own words', sensitive: false } as const;
  const focus = { ...EMPTY.focus, target, direction };
  return hear(
    { ...EMPTY, focus },
    BEHAVIORS.find((each) => each.key === key),
  );
}

const KEYS = [undefined, ...BEHAVIORS.map(({ key }) => key)];

const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'i');

/** Words that presuppose that the change has not happened, or not fully: ours, and those of the prompts kept back. */
const STILL_AHEAD = {
  en: anyOf(
    // The change, or its beginning, is to come.
    /\b(?:if this|nothing|has to|from|one|a) chang(?:e|es|ed|ing)\b|made this change,|be different\?|all went well/,
    /reasons to do it|decided to\b|about how to|come easiest|small piece|even for a day|ready to try|do about it/,
    /\bso what do you think you'll do\?|which way to go/,
    /\bfirst (?:step|visit)|to start\?|already done|have you started|time is right|\bpace would\b|would that look/,
    // Life now is life without it.
    /as they are|how things are now|leave things alone|suits you for now|like back|were going better|about how you use/,
    /money you'd save|do instead|easier breathing|hope to get|extra hour|with less worry/,
    // It is done only now and then.
    /\b(?:days|evenings) you (?:drink|use|take|check)|more days|went a while|after an evening|fewer sweet/,
    // What it would be like, or what would make it possible.
    /\bwould (?:make(?! it worth)|mean|it mean|it help|it be like|be easiest|a smoke-free home)\b|might you get out/,
  ),
  es: anyOf(
    /cambiara\b|tiene que cambiar|qué cambio|hiciera este cambio|un cambio\?|sea diferente|todo saliera bien/,
    /para hacerlo\?|decidiera|de cómo hacerlo|parte pequeña|aunque sea un día|animara a probar|algo al respecto|ritmo/,
    /entonces, ¿qué cree que va a hacer\?|qué camino/,
    /\bprimer paso|gustaría empezar|primera cita|ha hecho ya|ha empezado|buen momento|sería eso en/,
    /siga igual|dejaría como|funciona así, y|están bien así|de consumir, |recuperar|iban mejor|cómo están las cosas/,
    /ahorrara|con ese dinero|respirara mejor|esperaría de|hora más|menos preocupación/,
    /(?:noches|días) en que|los días que (?:sí|se)|más días|pasó un tiempo|después de una noche|con menos bebidas/,
    /ganar(?:ían|a)?\b|sería (?:más fácil|necesitarlo)|haría (?:más fácil|que el|fácil)|lo haría|saber qué/,
  ),
};
const EVERY_PROMPT = PROCESSES.flatMap((process) => PROMPTS[process]);

test.each(KEYS)('asks nothing as if the change were ahead, to keep going with %s', (key) => {
  const heard = heardAbout(key, 'keep-going');
  for (const process of PROCESSES) {
    for (const permission of [undefined, false]) {
      const asked = nextPrompts(process, { ...heard, permission });
      for (const language of LANGUAGES)
        expect(asked.map((one) => promptIn(one, language)).filter((text) => STILL_AHEAD[language].test(text))).toEqual(
          [],
        );
    }
  }
});

test.each(EVERY_PROMPT.filter(({ change }) => change === 'ahead'))(
  'keeps $id from someone who keeps going because of its words',
  (prompt) => {
    for (const language of LANGUAGES) expect(promptIn(prompt, language)).toMatch(STILL_AHEAD[language]);
  },
);

test.each(KEYS)('still asks for each strand and at each moment, to keep going with %s', (key) => {
  const heard = heardAbout(key, 'keep-going');
  const evoking = nextPrompts('evoke', heard);
  for (const strand of ['desire', 'ability', 'reason', 'need'] as const)
    expect(evoking.filter(({ asks }) => asks === strand).length).toBeGreaterThanOrEqual(3);
  for (const strand of ['commitment', 'activation', 'taking-steps'] as const)
    expect(evoking.map(({ asks }) => asks)).toContain(strand);
  const moments: readonly Need[] = ['low-importance', 'low-confidence', 'both-sides', 'mobilize'];
  for (const moment of moments) expect(evoking.filter(({ need }) => need === moment).length).toBeGreaterThanOrEqual(2);
  expect(evoking.slice(0, 4).map(({ asks }) => asks)).toEqual(['desire', 'ability', 'reason', 'need']);
  expect(nextPrompts('focus', heard)[0]?.idea).toBe('direction');
  expect(nextPrompts('plan', heard).map(({ fills }) => fills)).toContain('firstStep');
});

test('asks what keeping going gives and what to hold on to only if the change was made', () => {
  const keeping = nextPrompts('evoke', heardAbout('smoking', 'keep-going')).map(({ text }) => text);
  expect(keeping).toContain('What do you get from keeping this going?');
  expect(keeping).toContain('What do you most want to hold on to?');
  for (const direction of [undefined, 'stop', 'explore'] as const) {
    for (const process of PROCESSES) {
      const asked = nextPrompts(process, heardAbout('smoking', direction));
      expect(asked.filter(({ change }) => change === 'made')).toEqual([]);
    }
  }
});

test('hints at what has held so far, not at a first success', () => {
  const answered = (value: number): Answer => ({ kind: 'answered', score: made(readScore(value)) });
  const hint = (importance: number, confidence: number, direction?: Direction) =>
    workOn({ rulers: { importance: answered(importance), confidence: answered(confidence) }, direction }, 'en')?.text;
  expect(hint(9, 0, 'keep-going')).toContain('What has helped you keep this going so far?');
  expect(hint(0, 9, 'keep-going')).toContain('What do you most want to hold on to?');
  expect(hint(9, 0, 'stop')).toBe(hint(9, 0));
  expect(hint(9, 9, 'keep-going')).toBe(hint(9, 9));
});

/** Words that presuppose that a person does it now and then. */
const DONE_ALREADY = {
  en: /days you (?:take|check)|meals and insulin go/,
  es: /los días que (?:sí|se)|la insulina y la comida van/,
};

test.each(KEYS)('asks nothing as if it were done already, to start with %s', (key) => {
  const heard = heardAbout(key, 'start');
  for (const language of LANGUAGES) {
    const asked = nextPrompts('evoke', heard).map((one) => promptIn(one, language));
    expect(asked.filter((text) => DONE_ALREADY[language].test(text))).toEqual([]);
  }
});
