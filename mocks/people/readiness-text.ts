// The plain-text form of a readiness note, for people who read the chart. Fixed English labels, one fact a line.

import { crc32 } from 'node:zlib';
import type { PlanEntry, ReadinessEntry, RulerEntry } from './readiness-entry.ts';

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
  unsure: 'not decided',
} as const;

const DIRECTION = {
  stop: 'stop',
  'cut-down': 'cut down',
  start: 'start',
  'do-more': 'do more',
  'keep-going': 'keep going',
  'change-how': 'change how or when',
} as const;

const STEP = { done: 'done', partly: 'partly done', 'not-yet': 'not yet' } as const;
const RAISED = { patient: 'patient', clinician: 'clinician', both: 'both' } as const;

/** Facts of the note that are not in its table: number, moment, first name, the day agreed. */
export interface TextFacts {
  readonly uuid: string;
  readonly at: string;
  readonly firstName: string;
  readonly followUp?: string;
}

const longDay = (iso: string): string => {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${day}-${MONTHS[Number(month) - 1] ?? ''}-${year}`;
};

// A line break inside a value starts a new line with a bar, so that no value can pass for a label.
const line = (label: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`${label}: ${value.replaceAll('\n', '\n  | ')}`];

const lines = (label: string, values: readonly string[] | undefined): readonly string[] =>
  (values ?? []).flatMap((value) => line(label, value));

function rulerLines(label: string, entry: RulerEntry | undefined): readonly string[] {
  const name = `${label} (0-10)`;
  if (entry === undefined) return [`${name}: not asked`];
  if (entry === 'declined') return [`${name}: asked, preferred not to say`];
  if (typeof entry === 'number') return [`${name}: ${entry}`];
  return [
    `${name}: ${entry.score}`,
    ...line('  Asked again', entry.again?.toString()),
    ...line('  Why that number', entry.why),
    ...line('  What would raise it', entry.raise),
  ];
}

function talkLines(entry: ReadinessEntry, firstName: string): readonly string[] {
  const said = entry.said ?? [];
  if (said.length === 0) return [];
  const quotes = said.flatMap(([code, text]) => {
    const strand = code.slice(3) as keyof typeof SPELLED;
    return line(`  ${code.startsWith('ct-') ? 'For change' : 'For staying the same'} (${SPELLED[strand]})`, text);
  });
  return [`In ${firstName}'s own words`, ...quotes];
}

function planLines(plan: PlanEntry | undefined, followUp: string | undefined): readonly string[] {
  if (plan === undefined) return [];
  const when = [followUp && longDay(followUp), plan.followUp?.how].filter(Boolean).join(', ');
  const again = line('  Follow-up', when === '' ? undefined : when);
  if (plan.kind === 'not-today') return ['Plan: not today, the door is open', ...line('  Why', plan.why), ...again];
  return [
    'Plan: agreed',
    ...line('  Change', plan.change),
    ...lines('  Why it matters', plan.reasons),
    ...line('  First step', plan.firstStep),
    ...lines('  Step', plan.steps),
    ...lines('  Support', plan.supports),
    ...line('  How I will know it is working', plan.signWorking),
    ...lines('  What could get in the way', plan.barriers),
    ...lines('  If that happens', plan.ifThens),
    ...line('  If the plan does not work', plan.ifNotWorking),
    ...line('  How sure (0-10)', plan.confidence?.toString()),
    ...line('  In my words', plan.commitment),
    ...line('  Who else', plan.referral),
    ...again,
  ];
}

function factLines(entry: ReadinessEntry, facts: TextFacts): readonly string[] {
  const { about, direction, raisedBy, lastStep, information } = entry;
  return [
    ...line('About', about.code === undefined ? about.label : `${about.label} {${about.code}}`),
    ...line('Goal', entry.goal),
    ...line('Direction', direction && DIRECTION[direction]),
    ...line('Raised by', raisedBy && RAISED[raisedBy]),
    ...line('Permission', entry.permission === undefined ? undefined : entry.permission ? 'yes' : 'no'),
    ...lines('On the agenda', entry.agenda),
    ...lines('Strength', entry.strengths),
    ...line('Present', entry.present),
    ...line('Last step', lastStep && STEP[lastStep.result]),
    ...line('  What was said about it', lastStep?.words),
    ...(information ?? []).flatMap(({ given, view }) => [
      ...line('Information given', given),
      ...line('  What they make of it', view),
    ]),
    ...rulerLines('Importance', entry.importance),
    ...rulerLines('Confidence', entry.confidence),
    ...rulerLines('Readiness', entry.readiness),
    ...talkLines(entry, facts.firstName),
    ...planLines(entry.plan, facts.followUp),
    ...line('Minutes', entry.minutes?.toString()),
  ];
}

/** The whole note as text, with its begin line, record line and check. */
export function noteText(entry: ReadinessEntry, facts: TextFacts): string {
  const count = (side: 'ct' | 'st') => (entry.said ?? []).filter(([code]) => code.startsWith(side)).length;
  const change = count('ct') + (entry.unworded?.change ?? 0);
  const sustain = count('st') + (entry.unworded?.sustain ?? 0);
  const body = [
    `Date: ${longDay(facts.at)} ${facts.at.slice(11, 16)} (UTC${facts.at.slice(19)})`,
    ...factLines(entry, facts),
    `Record: ${facts.uuid}, marks ${change}/${sustain}`,
  ].join('\n');
  const check = crc32(body).toString(16).toUpperCase().padStart(8, '0');
  return `READINESS NOTE (Evoke text 1)\n${body}\nEnd of readiness note, check ${check}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text as an XHTML narrative: escaped, one paragraph a line, without the record line that counts marks. */
export function narrative(text: string): string {
  const paragraphs = text
    .split('\n')
    .filter((each) => !each.startsWith('Record: ') && !each.startsWith('End of readiness note'))
    .map((each) => `<p>${each.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)}</p>`);
  return `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs.join('')}</div>`;
}
