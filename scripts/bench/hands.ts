// Drives the real page as a clinician's two hands and counts every key, click, hand move and decision.
// Knows the operators of the keystroke-level model. Knows nothing about Evoke.

import type { Locator, Page } from 'playwright';

/**
 * What was done. A chord counts one key for each key in it. Text counts one key more for each capital, quote and "?".
 */
export interface Tally {
  readonly key: number;
  readonly textKey: number;
  readonly click: number;
  /** Moves of the hand between keyboard and pointer. */
  readonly hand: number;
  readonly decision: number;
  /** Clicks whose target was out of view. By touch, every flick. The model has no operator for it, so it adds no seconds. */
  readonly scroll: number;
}

/** Seconds of each operator that does not depend on the person who types. */
const POINT = 1.1;
const CLICK = 0.2;
const HAND = 0.4;
const DECISION = 1.35;

/** Seconds for one key at each typing speed in words a minute. */
export const KEY_SECONDS = { 30: 0.4, 40: 0.28, 55: 0.2 } as const;

/** A typing speed, in words a minute. */
export type Speed = keyof typeof KEY_SECONDS;

/** Everything done that is not text: keys and clicks. */
export const actionsOf = ({ key, click }: Tally): number => key + click;

/** The model's time for a tally, in seconds. The page's own time is not included. */
export function secondsOf(tally: Tally, speed: Speed): number {
  const keys = (tally.key + tally.textKey) * KEY_SECONDS[speed];
  return keys + tally.click * (POINT + CLICK) + tally.hand * HAND + tally.decision * DECISION;
}

const EXTRA_KEY = /[\p{Lu}"“”?]/gu;

/** The number of keys that a text needs. */
const textKeys = (text: string): number => [...text].length + (text.match(EXTRA_KEY) ?? []).length;

/** Drives a page and counts. The hands start on the keyboard. */
export class Hands {
  readonly page: Page;
  #done: { -readonly [Operator in keyof Tally]: number } = {
    key: 0,
    textKey: 0,
    click: 0,
    hand: 0,
    decision: 0,
    scroll: 0,
  };
  #at: 'keyboard' | 'pointer' = 'keyboard';

  constructor(page: Page) {
    this.page = page;
  }

  get tally(): Tally {
    return { ...this.#done };
  }

  /** Counts one mental step, for each decision of the scenario. */
  decides(): void {
    this.#done.decision += 1;
  }

  /** Presses keys one after the other. A chord is written `Shift+A`. */
  async presses(...chords: readonly string[]): Promise<void> {
    this.#moveTo('keyboard');
    for (const chord of chords) {
      this.#done.key += chord.split('+').length;
      await this.page.keyboard.press(chord);
    }
  }

  async types(text: string): Promise<void> {
    this.#moveTo('keyboard');
    this.#done.textKey += textKeys(text);
    await this.page.keyboard.type(text);
  }

  async clicks(target: Locator): Promise<void> {
    this.#moveTo('pointer');
    this.#done.click += 1;
    if (!(await isInSight(target))) this.#done.scroll += 1;
    await target.click();
  }

  /** Taps a target on a touch screen. Each flick of the finger that brings it into reach is counted. */
  async taps(target: Locator): Promise<void> {
    this.#moveTo('pointer');
    this.#done.click += 1;
    await target.waitFor();
    for (let flick = 0; flick < MOST_FLICKS && !(await isInReach(target)); flick += 1) {
      this.#done.scroll += 1;
      await flickTowards(target);
    }
    await target.tap();
  }

  #moveTo(place: 'keyboard' | 'pointer'): void {
    if (this.#at !== place) this.#done.hand += 1;
    this.#at = place;
  }
}

const MOST_FLICKS = 20;

/** In the pane, and covered by no bar. */
const isInReach = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const own = element.closest('label') ?? element;
    return at !== null && (own.contains(at) || at.contains(own));
  });

/** One flick: a little more than half of the pane. */
const flickTowards = (target: Locator): Promise<void> =>
  target.evaluate((element) => {
    const isBelow = element.getBoundingClientRect().top > window.innerHeight / 2;
    window.scrollBy({ top: (isBelow ? 0.6 : -0.6) * window.innerHeight, behavior: 'instant' });
  });

const isInSight = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
