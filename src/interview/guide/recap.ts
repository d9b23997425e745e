// Chosen quotes as a short summary to say aloud: a little of what holds things as they are, then the reasons to change.

/** The question between evoking and planning. Source: docs/design/motivational-interviewing.md, "Moving to a plan". */
export const KEY_QUESTION = "So what do you think you'll do?";

/** The quotes chosen for a recap, in the order said; texts as typed, of any length. */
export interface RecapChoice {
  readonly givenName?: string;
  readonly change: readonly string[];
  readonly sustain: readonly string[];
}

/** Two ways to say it: `gathering` invites more talk, `transition` is the bridge to a plan. Each ends with an open question. */
export interface Recap {
  readonly gathering: string;
  readonly transition: string;
}

/** Staying as things are gets a place, not the stage: that many quotes of it are said. */
const A_LITTLE = 2;

/** The recap of the chosen quotes, word for word; `undefined` when none holds words. Source: docs/design/motivational-interviewing.md, "Skills behind the prompts", own words. */
export function composeRecap({ givenName, change, sustain }: RecapChoice): Recap | undefined {
  const toward = change.map(tidy).filter((text) => text !== '');
  const asIs = sustain.map(tidy).filter((text) => text !== '');
  if (toward.length + asIs.length === 0) return undefined;
  const name = givenName?.trim() ? `, ${givenName.trim()}` : '';
  const heard = [
    ...(asIs.length === 0 ? [] : [`On the one hand, you said ${list(asIs.slice(0, A_LITTLE))}`]),
    ...(toward.length === 0 ? [] : [`${asIs.length === 0 ? 'You said' : 'You also said'} ${list(toward)}`]),
  ].join(' ');
  return {
    gathering: `Here's what I heard${name}. ${heard} What would you add?`,
    transition: `Let me gather what you've told me${name}. ${heard} ${KEY_QUESTION}`,
  };
}

/** Words said in a second, at the pace of a calm conversation (about 150 a minute). */
const WORDS_A_SECOND = 2.5;
/** A summary of more words is read, not said. */
const EASY_WORDS = 60;

/** How long a text takes to say: words, whole seconds (rounded up), and whether it is long for a summary. */
export function timeAloud(text: string): { readonly words: number; readonly seconds: number; readonly long: boolean } {
  const words = text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0;
  return { words, seconds: Math.ceil(words / WORDS_A_SECOND), long: words > EASY_WORDS };
}

/** One line, without the quotation marks around it or the full stop after it; marks inside become single ones. */
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

function list(quotes: readonly string[]): string {
  return quotes.map((quote, at) => said(quote, at, quotes.length)).join(' ');
}

function said(quote: string, at: number, count: number): string {
  const last = at === count - 1;
  const ownEnd = /[!?…]$/u.test(quote);
  const stop = ownEnd ? '' : last ? '.' : count > 2 ? ',' : '';
  return `${last && count > 1 ? 'and ' : ''}“${quote}${stop}”`;
}
