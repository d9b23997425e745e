// A scripted 20-minute interview of 130 utterances, and the keys that record it: marks at once, words at the pauses.
// Synthetic text of our own. The bench and tests/journeys/long-interview.test.ts share it.

import type { Page } from 'playwright';

/**
 * One utterance. `at` is in seconds from the beginning. `live` words are typed at once, the others at a later pause.
 */
export interface Said {
  readonly at: number;
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly live: boolean;
}

const OPENINGS = [
  'On work days',
  'When the kids are here',
  'After a long shift',
  'At my sister’s place',
  'On Sunday mornings',
  'When I am on my own',
  'Before a test',
  'After what the doctor said',
  'When money is short',
  'With my old friends',
  'Late in the evening',
  'In the summer',
  'When I look at the photos',
] as const;

const ENDINGS = [
  { key: 'd', code: 'ct-desire', text: 'I want to stop after one glass' },
  { key: 'a', code: 'ct-ability', text: 'I can say no when I have planned it' },
  { key: 'r', code: 'ct-reason', text: 'I sleep better without it 🙂' },
  { key: 'n', code: 'ct-need', text: 'I have to be awake' },
  { key: 'c', code: 'ct-commitment', text: 'I will leave the bottle in the shop' },
  { key: 'Shift+D', code: 'st-desire', text: 'I like the taste too much' },
  { key: 'v', code: 'ct-activation', text: 'I am willing to try a week' },
  { key: 'Shift+A', code: 'st-ability', text: 'I can’t fall asleep' },
  { key: 't', code: 'ct-taking-steps', text: 'I already swapped it for tea' },
  { key: 'Shift+R', code: 'st-reason', text: 'it takes the edge off' },
] as const;

/** Seconds to the next utterance: bursts of three seconds, and pauses. 130 of them fill 20 minutes. */
const GAPS = [3, 3, 3, 7, 14, 3, 9, 22, 3, 25] as const;

const LONG = 1200;
const LONG_EVERY = 13;
const PAUSE = 20;

/** A sentence of this length, made by repeating its parts. */
function drawnOut(text: string): string {
  const told = `${text}, and then I think about it again, `.repeat(LONG);
  return `${told.slice(0, LONG - 1).trimEnd()}`.padEnd(LONG, '.');
}

function utterance(place: number, at: number): Said {
  const opening = OPENINGS[Math.floor(place / ENDINGS.length) % OPENINGS.length] ?? OPENINGS[0];
  const ending = ENDINGS[place % ENDINGS.length] ?? ENDINGS[0];
  const sentence = `${opening} ${ending.text}`;
  const gap = GAPS[place % GAPS.length] ?? 0;
  const isLong = place % LONG_EVERY === LONG_EVERY - 1;
  return { at, key: ending.key, code: ending.code, text: isLong ? drawnOut(sentence) : sentence, live: gap > 10 };
}

/** The interview, in the order said. */
export const INTERVIEW: readonly Said[] = Array.from({ length: 130 }).reduce<{ at: number; said: Said[] }>(
  ({ at, said }, _, place) => ({
    at: at + (GAPS[place % GAPS.length] ?? 0),
    said: [...said, utterance(place, at)],
  }),
  { at: 0, said: [] },
).said;

const isPause = (place: number): boolean => (GAPS[place % GAPS.length] ?? 0) >= PAUSE;

/** The rows of the list, by selector. Finding one row among 130 by role and name takes longer than the work on it. */
export const ROWS = 'ol[aria-label="Heard today"] > li';

/** Adds words to a mark in its row, with keys. */
async function fillsIn(page: Page, place: number, text: string, afterEach: AfterEach): Promise<void> {
  const item = page.locator(`${ROWS}:nth-child(${place + 1})`);
  await item.locator('[data-stop="row"]').press('Enter');
  await afterEach('way');
  await item.locator('[data-stop="tool"]', { hasText: 'Add words' }).press('Enter');
  await afterEach('way');
  await page.keyboard.insertText(text);
  await afterEach('text');
  await page.keyboard.press('Enter');
  await afterEach('commit');
}

/** A key that stores a mark or its words, a key on the way to one, or text without a key. */
export type Step = 'commit' | 'way' | 'text';

type AfterEach = (step: Step) => Promise<void>;

/** Callbacks while the interview is played. */
export interface Pace {
  /** Called with the script's time in seconds before each mark. */
  readonly clockIs?: (seconds: number) => Promise<void>;
  /** Awaited after each key and each text. */
  readonly afterEach?: AfterEach;
}

const atOnce = async (): Promise<void> => {};

/** Records the interview without waiting: one key a mark, words in the field at once or at the next pause. */
export async function takesDown(page: Page, said: readonly Said[], pace: Pace): Promise<void> {
  const { clockIs = atOnce, afterEach = atOnce } = pace;
  let open: number[] = [];
  await page.keyboard.press('F9');
  await afterEach('way');
  for (const [place, { at, key, text, live }] of said.entries()) {
    await clockIs(at);
    await page.keyboard.press(key);
    await afterEach('commit');
    if (live) {
      await page.keyboard.insertText(text);
      await afterEach('text');
    } else open.push(place);
    await page.keyboard.press('Enter');
    await afterEach('commit');
    if (!isPause(place) && place !== said.length - 1) continue;
    for (const one of open) await fillsIn(page, one, said[one]?.text ?? '', afterEach);
    open = [];
    await page.keyboard.press('F9');
    await afterEach('way');
  }
}

/** The text of each row of the list, as it is on the page. */
export const heardRows = (page: Page): Promise<readonly string[]> => page.locator(ROWS).allTextContents();
