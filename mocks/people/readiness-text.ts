// The plain-text form of a readiness note, for people who read the chart. Fixed English labels, one fact a line.

import { crc32 } from 'node:zlib';
import type { PlanEntry, ReadinessEntry, RulerEntry, Said } from './readiness-entry.ts';

/** SNOMED CT 228272008: the subject of a note if nothing closer has a code. */
export const SOME_BEHAVIOR = '228272008';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const SPELLED = {
  desire: 'desire',
  ability: 'ability',
  reason: 'reason',
  need: 'need',
  commitment: 'commitment',
  activation: 'activation',
  'taking-steps': 'taking steps',
  other: 'other',
  unsure: '',
} as const;

const DIRECTION = {
  stop: 'stop',
  'cut-down': 'cut down',
  start: 'start',
  'do-more': 'do more',
  'keep-going': 'keep going',
  'change-how': 'change how or when',
} as const;

const STEP = { done: 'done', partly: 'partly', 'not-yet': 'not yet' } as const;
const RAISED = { patient: 'the patient', clinician: 'the clinician', both: 'both' } as const;

/** Facts of the note that are not in its table: number, time, first name, the agreed day. */
export interface TextFacts {
  readonly uuid: string;
  readonly at: string;
  readonly signed: string;
  readonly firstName: string;
  readonly followUp?: string;
}

const longDay = (iso: string): string => {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${day}-${MONTHS[Number(month) - 1] ?? ''}-${year}`;
};

const moment = (iso: string): string => `${longDay(iso)} ${iso.slice(11, 16)} (UTC${iso.slice(19)})`;

/** One labeled line. An inner one belongs to the line above. */
interface Line {
  readonly label: string;
  readonly value: string;
  readonly inner: boolean;
}

const line = (label: string, value: string | undefined, inner = false): readonly Line[] =>
  value === undefined ? [] : [{ label, value, inner }];
const inner = (label: string, value: string | undefined): readonly Line[] => line(label, value, true);
const lines = (label: string, values: readonly string[] = []): readonly Line[] =>
  values.flatMap((value) => line(label, value));
const inners = (label: string, values: readonly string[] = []): readonly Line[] =>
  values.flatMap((value) => inner(label, value));

function rulerLines(name: string, entry: RulerEntry | undefined): readonly Line[] {
  const label = `${name} (0-10)`;
  if (entry === undefined) return line(label, 'not asked');
  if (entry === 'declined') return line(label, 'asked, preferred not to say');
  if (typeof entry === 'number') return line(label, String(entry));
  return [
    ...line(label, String(entry.score)),
    ...inner('Asked again', entry.again?.toString()),
    ...inner('Why that number', entry.why),
    ...inner('What would raise it', entry.raise),
  ];
}

function talkLine([code, text]: Said): Line {
  const strand = SPELLED[code.slice(3) as keyof typeof SPELLED];
  const side = code.startsWith('ct-') ? 'For change' : 'For staying the same';
  return { label: strand === '' ? side : `${side} (${strand})`, value: text, inner: true };
}

function planLines(plan: PlanEntry | undefined, followUp: string | undefined): readonly Line[] {
  if (plan === undefined) return [];
  const when = [followUp && longDay(followUp), plan.followUp?.how].filter(Boolean).join(', ');
  const again = inner('Follow-up', when === '' ? undefined : when);
  if (plan.kind === 'not-today') {
    return [...line('Plan', 'no plan today, the door is open'), ...inner('Why not today', plan.why), ...again];
  }
  return [
    ...line('Plan', 'agreed'),
    ...inner('Change', plan.change),
    ...inners('Why it matters', plan.reasons),
    ...inner('First step', plan.firstStep),
    ...inners('Further step', plan.steps),
    ...inners('Who can help', plan.supports),
    ...inner('How to tell it works', plan.signWorking),
    ...inners('What could get in the way', plan.barriers),
    ...inners('If that happens', plan.ifThens),
    ...inner('If the plan does not work', plan.ifNotWorking),
    ...inner('How sure of this step (0-10)', plan.confidence?.toString()),
    ...inner('In their own words', plan.commitment),
    ...inner('Who else they will see', plan.referral),
    ...again,
  ];
}

function openingLines(entry: ReadinessEntry): readonly Line[] {
  const { about, direction, raisedBy, lastStep, information } = entry;
  return [
    ...line('About', `${about.label} {${about.code ?? SOME_BEHAVIOR}}`),
    ...line('Discreet title', about.sensitive && 'yes'),
    ...line('Goal', entry.goal),
    ...line('Direction', direction && DIRECTION[direction]),
    ...line('Brought up by', raisedBy && RAISED[raisedBy]),
    ...line('Fine to talk about it', entry.permission === undefined ? undefined : entry.permission ? 'yes' : 'no'),
    ...lines('On the agenda', entry.agenda),
    ...lines('Strength', entry.strengths),
    ...line('Who was there', entry.present),
    ...line('Last step', lastStep && STEP[lastStep.result]),
    ...inner('About that step', lastStep?.words),
    ...(information ?? []).flatMap(({ given, view }) => [
      ...line('Information shared', given),
      ...inner('What they make of it', view),
    ]),
    ...rulerLines('Importance', entry.importance),
    ...rulerLines('Confidence', entry.confidence),
    ...rulerLines('Readiness', entry.readiness),
  ];
}

// A line break inside a value starts a new line with a bar, so that no value can look like a label.
const laidOut = ({ label, value, inner: within }: Line): string =>
  `${within ? '  ' : ''}${label}: ${value.replaceAll('\n', '\n  | ')}`;

// White space is left out of the check, so that a chart may wrap and trim.
const checkOf = (all: readonly Line[]): string =>
  crc32(all.map(({ label, value }) => `${label}=${value}`.replace(/\s+/g, '')).join('\n'))
    .toString(16)
    .toUpperCase()
    .padStart(8, '0');

/** The whole note as text, with its begin line, record line and check. */
export function noteText(entry: ReadinessEntry, { uuid, at, signed, firstName, followUp }: TextFacts): string {
  const said = entry.said ?? [];
  const count = (side: 'ct' | 'st') => said.filter(([code]) => code.startsWith(side)).length;
  const change = count('ct') + (entry.unworded?.change ?? 0);
  const sustain = count('st') + (entry.unworded?.sustain ?? 0);
  const opening = [...line('Date', moment(at)), ...openingLines(entry)];
  const talk = said.map(talkLine);
  const ending = [
    ...planLines(entry.plan, followUp),
    ...line('Minutes', entry.minutes?.toString()),
    ...line('Signed', moment(signed)),
    ...line('Record', `${uuid}, marks ${change}/${sustain}`),
  ];
  return [
    'READINESS NOTE (Evoke text 1)',
    ...opening.map(laidOut),
    ...(talk.length === 0 ? [] : [`In ${firstName}'s own words`]),
    ...talk.map(laidOut),
    ...ending.map(laidOut),
    `End of readiness note, check ${checkOf([...opening, ...talk, ...ending])}`,
  ].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text as an XHTML narrative: escaped, one paragraph for each line, without the record line that counts marks. */
export function narrative(text: string): string {
  const paragraphs = text
    .split('\n')
    .filter((each) => !each.startsWith('Record: ') && !each.startsWith('End of readiness note'))
    .map((each) => `<p>${each.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)}</p>`);
  return `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs.join('')}</div>`;
}
