// Composes a short summary of chosen quotes to say aloud: a little sustain talk first, then the reasons to change.

import type { Language } from '../patient/patient-words.ts';

/** The question between evoking and planning. Source: docs/design/motivational-interviewing.md, "Moving to a plan". */
export const KEY_QUESTION = "So what do you think you'll do?";
/** The same for someone who keeps a change up. */
export const KEY_QUESTION_KEEPING = "So what do you think you'll do to keep this going?";

/** The quotes chosen for a recap, in the order said: whole, or cut to a key phrase. Texts as typed, of any length. */
export interface RecapChoice {
  readonly givenName?: string | undefined;
  /** True if the patient wants to keep a change going. */
  readonly keeps?: boolean;
  readonly change: readonly string[];
  readonly sustain: readonly string[];
}

/** Two versions: `gathering` invites more talk, `transition` leads to a plan. Each ends with an open question. */
export interface Recap {
  readonly gathering: string;
  readonly transition: string;
}

/** The most quotes of sustain talk in a recap. */
const A_LITTLE = 2;

/** The texts around the quotes. `both` introduces the reasons to change if the other side came first. */
const AROUND = {
  en: {
    hold: 'On the one hand, you said',
    both: 'And at the same time, you said',
    change: 'You said',
    gathering: ["Here's what I heard", 'What would you add?'],
    transition: "Let me gather what you've told me",
    next: KEY_QUESTION,
    keep: KEY_QUESTION_KEEPING,
    list: inEnglish,
  },
  es: {
    hold: 'Por un lado, usted dijo',
    both: 'Y al mismo tiempo, dijo',
    change: 'Usted dijo',
    gathering: ['Esto es lo que le oí', '¿Qué agregaría?'],
    transition: 'Déjeme resumir lo que me ha contado',
    next: 'Entonces, ¿qué cree que va a hacer?',
    keep: 'Entonces, ¿qué cree que va a hacer para seguir así?',
    list: inSpanish,
  },
} as const;

/**
 * The recap of the chosen quotes, word for word, addressed to the patient: sustain talk first, change talk last.
 * Undefined if no quote has words. Source: docs/design/motivational-interviewing.md, "Skills behind the prompts", own
 * words.
 */
export function composeRecap(
  { givenName, keeps, change, sustain }: RecapChoice,
  language: Language,
): Recap | undefined {
  const around = AROUND[language];
  const toward = change.map(tidy).filter((text) => text !== '');
  const asIs = sustain.map(tidy).filter((text) => text !== '');
  if (toward.length + asIs.length === 0) return undefined;
  const name = givenName?.trim() ? `, ${givenName.trim()}` : '';
  const heard = [
    ...(asIs.length === 0 ? [] : [`${around.hold} ${around.list(asIs.slice(0, A_LITTLE))}`]),
    ...(toward.length === 0 ? [] : [`${asIs.length === 0 ? around.change : around.both} ${around.list(toward)}`]),
  ].join(' ');
  const said = ([opening, question]: readonly [string, string]) => `${opening}${name}. ${heard} ${question}`;
  return {
    gathering: said(around.gathering),
    transition: said([around.transition, keeps ? around.keep : around.next]),
  };
}

/**
 * The selected words of a quote, from `start` to `end` in UTF-16 units: whole words only, trimmed. Undefined if nothing
 * is selected. The whole quote is then used.
 */
export function keyPhrase(quote: string, start: number, end: number): string | undefined {
  if (quote.slice(start, end).trim() === '') return undefined;
  const before = quote.slice(0, start).match(/\S*$/)?.[0].length ?? 0;
  const after = quote.slice(end).match(/^\S*/)?.[0].length ?? 0;
  const opens = /^\s/.test(quote.slice(start)) ? 0 : before;
  const closes = /\s$/.test(quote.slice(0, end)) ? 0 : after;
  return quote.slice(start - opens, end + closes).trim();
}

/** Words per second in a calm conversation (about 150 a minute). */
const WORDS_A_SECOND = 2.5;
/** A longer summary sounds read and not said. */
const EASY_WORDS = 60;

/** How long a text takes to say: words, whole seconds (rounded up), and whether it is too long for a summary. */
export function timeAloud(text: string): { readonly words: number; readonly seconds: number; readonly long: boolean } {
  const words = text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0;
  return { words, seconds: Math.ceil(words / WORDS_A_SECOND), long: words > EASY_WORDS };
}

/** One line, without surrounding quotation marks or a final period. Inner quotation marks become single ones. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["“”„«]([^"“”„«»]*)["“”»]$/u, '$1')
    .replace(/(^|[\s([])["“„]/gu, '$1‘')
    .replace(/["“”]/gu, '’')
    .trim()
    .replace(/\.{3}$/, '…')
    .replace(/[.,;:]$/, '')
    .trim();
}

const ENDS_ITSELF = /[!?…]$/u;

/** "One," "two," and "three." */
function inEnglish(quotes: readonly string[]): string {
  return quotes
    .map((quote, at) => {
      const last = at === quotes.length - 1;
      const stop = ENDS_ITSELF.test(quote) ? '' : last ? '.' : quotes.length > 2 ? ',' : '';
      return `${last && quotes.length > 1 ? 'and ' : ''}“${quote}${stop}”`;
    })
    .join(' ');
}

/** «Uno», «dos» y «tres». Before the sound of i, the last is joined by "e". */
function inSpanish(quotes: readonly string[]): string {
  const [last = '', ...rest] = quotes.map((quote) => `«${quote}»`).toReversed();
  if (rest.length === 0) return `${last}.`;
  const joined = /^«h?[ií](?!e)/iu.test(last) ? 'e' : 'y';
  return `${rest.toReversed().join(', ')} ${joined} ${last}.`;
}
