import { expect, test } from 'vitest';
import { composeRecap, keyPhrase, timeAloud } from '../../src/interview/guide/recap.ts';
import { bannedIn } from '../support/guide-language.ts';

const heard = (change: readonly string[], sustain: readonly string[] = []): string =>
  composeRecap({ change, sustain }, 'en')?.gathering ?? '';

test('says what holds things first, then the reasons to change, then asks', () => {
  const recap = composeRecap(
    {
      givenName: 'Pat',
      change: ['I want to be there for my kids.', 'my liver tests scared me'],
      sustain: ["I can't sleep without it"],
    },
    'en',
  );
  expect(recap?.gathering).toBe(
    "Here's what I heard, Pat. On the one hand, you said “I can't sleep without it.” " +
      'And at the same time, you said “I want to be there for my kids” and “my liver tests scared me.” What would you add?',
  );
});

test('bridges to a plan with the key question', () => {
  expect(composeRecap({ change: ['I could walk'], sustain: [] }, 'en')?.transition).toBe(
    "Let me gather what you've told me. You said “I could walk.” So what do you think you'll do?",
  );
});

test('keeps every reason to change and only a little of the other side', () => {
  const text = heard(['one', 'two', 'three'], ['a', 'b', 'c']);
  expect(text).toContain('“one,” “two,” and “three.”');
  expect(text).toContain('“a” and “b.”');
  expect(text).not.toContain('“c');
});

test.each([
  ['  "I want\n to stop." ', '“I want to stop.”'],
  ['“Something has to give”', '“Something has to give.”'],
  ['What if I fall ill?', '“What if I fall ill?”'],
  ['I don’t know...', '“I don’t know…”'],
  ['she said "enough" and left', '“she said ‘enough’ and left.”'],
  ['"Yes" and then "no"', '“‘Yes’ and then ‘no’.”'],
  ['I could 🚶 more', '“I could 🚶 more.”'],
  ['أريد أن أتوقف', '“أريد أن أتوقف.”'],
])('keeps the words of %j and closes the sentence', (quote, said) => {
  expect(heard([quote])).toBe(`Here's what I heard. You said ${said} What would you add?`);
});

test('says nothing when no quote holds words', () => {
  expect(composeRecap({ givenName: 'Pat', change: [' ', '\n'], sustain: ['""'] }, 'en')).toBeUndefined();
});

test('leaves the name out when there is none', () => {
  expect(composeRecap({ givenName: ' ', change: ['I can'], sustain: [] }, 'en')?.gathering).toMatch(
    /^Here's what I heard\. /,
  );
});

test('asks after sustain talk alone as well', () => {
  expect(heard([], ['I like it'])).toBe(
    "Here's what I heard. On the one hand, you said “I like it.” What would you add?",
  );
});

test('never argues', () => {
  const recap = composeRecap({ givenName: 'Pat', change: ['yes'], sustain: ['no'] }, 'en');
  expect([recap?.gathering, recap?.transition].flatMap((text) => bannedIn(text ?? ''))).toEqual([]);
});

test('estimates how long it takes to say, and notes when it is long', () => {
  const short = composeRecap({ change: ['I could walk'], sustain: [] }, 'en')?.gathering ?? '';
  expect(timeAloud(short)).toEqual({ words: 13, seconds: 6, long: false });
  expect(timeAloud('word '.repeat(60)).long).toBe(false);
  expect(timeAloud('word '.repeat(61))).toEqual({ words: 61, seconds: 25, long: true });
});

const QUOTE = 'I keep thinking, all day, about my kids';
const selected = (words: string): readonly [number, number] => {
  const start = QUOTE.indexOf(words);
  return [start, start + words.length];
};

test.each([
  ['about my kids', 'about my kids'],
  ['bout my ki', 'about my kids'],
  [' about my kids', 'about my kids'],
  ['thinking, ', 'thinking,'],
  ['I', 'I'],
  [QUOTE, QUOTE],
])('cuts a quote to whole words where "%s" was selected', (words, phrase) => {
  expect(keyPhrase(QUOTE, ...selected(words))).toBe(phrase);
});

test('says the whole quote where nothing is selected', () => {
  expect(keyPhrase(QUOTE, 4, 4)).toBeUndefined();
  expect(keyPhrase(QUOTE, 3, 4)).toBe('keep');
  expect(keyPhrase(QUOTE, 1, 2)).toBeUndefined();
});

test('a summary of key phrases takes a quarter of a minute where whole quotes took most of one', () => {
  const long =
    'Well, you know, what I keep thinking about, all day long and at night as well, is my kids and how they look';
  const whole = composeRecap({ change: [long, long, long], sustain: [long] }, 'en')?.gathering ?? '';
  const cut = composeRecap({ change: ['is my kids', 'how they look', 'all day long'], sustain: ['at night'] }, 'en');
  expect(timeAloud(whole)).toMatchObject({ long: true });
  expect(timeAloud(whole).seconds).toBeGreaterThan(35);
  expect(timeAloud(cut?.gathering ?? '')).toMatchObject({ long: false });
  expect(timeAloud(cut?.gathering ?? '').seconds).toBeLessThanOrEqual(15);
});
