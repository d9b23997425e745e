// The plan to take home as a list of parts with headings, in reading order. The page and the copied text are both made
// from it, so they cannot differ.

import { choiceIn } from '../../lib/choice-and-words.ts';
import type { Day } from '../ids.ts';
import type { FollowUp } from '../note/note.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import type { PatientView, Quote } from './patient-view.ts';
import type { Language, PatientWords } from './patient-words.ts';

export const PATIENT_WORDS: { readonly [L in Language]: PatientWords } = { en, es };

/** One line of a part: the patient's own words, or written or fixed text. */
export type PlanLine =
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'text'; readonly text: string };

/** One headed part of the page. `id` names it for styling and tests. */
export interface PlanSection {
  readonly id: keyof PatientWords['plan'];
  readonly heading: string;
  readonly lines: readonly PlanLine[];
}

/** The whole page. `closing` is at its end. */
export interface PlanPage {
  readonly heading: string;
  /** Shown instead of a plan if there is none. */
  readonly opening?: string | undefined;
  readonly parts: readonly PlanSection[];
  readonly closing: string;
}

/** The day of the week, 0 for Sunday (Sakamoto's method), without a clock or time zone. */
function weekdayOf(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const from = month < 3 ? year - 1 : year;
  return (from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + shift + day) % 7;
}

function dayInFull(day: Day, words: PatientWords): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return words.day({ weekday: weekdayOf(year, month, date), day: date, month, year });
}

/** One line, so that a full plan stays on one page. If it breaks, no line begins with the dot. */
function madeLine({ day, practice, clinician }: PlanSource, words: PatientWords): readonly PlanLine[] {
  const said = [day && dayInFull(day, words), practice, clinician].filter(Boolean);
  return said.length === 0 ? [] : [{ kind: 'text', text: said.join('\u00A0· ') }];
}

const texts = (...lines: readonly (string | undefined)[]): readonly PlanLine[] =>
  lines.flatMap((text) => (text === undefined ? [] : [{ kind: 'text', text }]));
const quotes = (list: readonly Quote[]): readonly PlanLine[] => list.map((quote) => ({ kind: 'quote', quote }));

/** Who gives the plan: the day, and what the site lets the page say. `phone` is the site's line for patients. */
export interface PlanSource {
  readonly day?: Day | undefined;
  readonly practice?: string | undefined;
  readonly clinician?: string | undefined;
  readonly phone?: string | undefined;
}

/** How to follow up: a channel in the patient's language, and what was typed beside it as typed. */
function channelIn(channels: { readonly [Channel in string]?: string }, how: string): string {
  const chosen = choiceIn(Object.keys(channels), how);
  return chosen === undefined ? how : `${channels[chosen]}${how.slice(chosen.length)}`;
}

export function planPage(view: PatientView, language: Language, from: PlanSource): PlanPage {
  const words = PATIENT_WORDS[language];
  const { plan } = words;
  const followUp = (agreed: FollowUp | undefined): readonly PlanLine[] =>
    texts(agreed?.day && dayInFull(agreed.day, words), agreed?.how && channelIn(plan.channels, agreed.how));
  const part = (id: PlanSection['id'], lines: readonly PlanLine[]): readonly PlanSection[] => {
    const heading = plan[id];
    return lines.length > 0 && typeof heading === 'string' ? [{ id, heading, lines }] : [];
  };
  const pageOf = (parts: readonly PlanSection[]): PlanPage => ({
    heading: plan.heading(view.firstName),
    parts: [
      ...part('about', texts(view.topic?.[language])),
      ...parts,
      ...part('phone', texts(from.phone)),
      ...part('made', madeLine(from, words)),
    ],
    closing: plan.youDecide,
  });
  const pageWithoutPlan = (parts: readonly PlanSection[], opening: string): PlanPage => ({
    ...pageOf(parts),
    heading: plan.notTodayHeading(view.firstName),
    opening,
    closing: plan.notTodayCloses,
  });
  const said = part('said', quotes(view.quotes));
  const agreed = view.plan;
  if (agreed.kind === 'none') return pageWithoutPlan(said, plan.none);
  if (agreed.kind === 'not-today')
    return pageWithoutPlan([...said, ...part('followUp', followUp(agreed.followUp))], plan.notToday);
  return pageOf([
    ...part('change', texts(agreed.change?.[language])),
    ...part('why', quotes(agreed.why)),
    ...said,
    ...part('firstStep', texts(agreed.firstStep)),
    ...part('steps', texts(...agreed.steps)),
    ...part('supports', texts(...agreed.supports)),
    ...part('barriers', texts(...agreed.barriers)),
    ...part('ifThens', texts(...agreed.ifThens)),
    ...part('signWorking', texts(agreed.signWorking)),
    ...part('ifNotWorking', texts(agreed.ifNotWorking)),
    ...part('commitment', texts(agreed.commitment)),
    ...part('confidence', texts(agreed.confidence === undefined ? undefined : plan.outOfTen(agreed.confidence))),
    ...part('referral', texts(agreed.referral)),
    ...part('followUp', followUp(agreed.followUp)),
  ]);
}

const lineText = (line: PlanLine): string => (line.kind === 'quote' ? `“${line.quote.text}”` : line.text);

/** The page as plain text: headings on their own lines, no formatting except quotation marks. */
export function planText({ heading, opening, parts, closing }: PlanPage): string {
  const blocks = parts.map((part) => [part.heading, ...part.lines.map((line) => `  ${lineText(line)}`)].join('\n'));
  return `${[heading, ...(opening === undefined ? [] : [opening]), ...blocks, closing].join('\n\n')}\n`;
}
