// Every fact of a readiness note in one table, in the order in which all forms write them. A row has the name, the label
// and the line of text in both directions. It also has the place in the note in both directions. It knows no FHIR.

import { RULER_NAMES, RULERS, type RulerName } from '../ruler.ts';
import {
  ENDING,
  type FactAccessor,
  GIVEN,
  inCounts,
  inField,
  inList,
  inRuler,
  SENSITIVE,
  TARGET,
  VIEW,
} from './fact-accessor.ts';
import { CHOICE_WORDS, choiceText, type FactKind, type FactValues, VALUE_TEXTS, type ValueText } from './fact-kinds.ts';
import type { ComparedPart } from './lost-part.ts';
import type { AgreedPlan, FollowUp, ReadinessNote } from './note.ts';
import { FRAME } from './text/labels.ts';

/** The section of a note in which a person reads the fact. */
export type NoteSection = 'about' | 'plan' | 'rulers' | 'talk' | 'last-step' | 'focus' | 'information' | 'also';

/** How a person reads the fact. `comparedAs` is the part that is named if the fact is lost or changed. */
interface Look {
  readonly section: NoteSection;
  readonly comparedAs: ComparedPart;
  /** Absent for facts that have no line, or lines of a form of their own. */
  readonly label?: string;
  /** True if the line belongs to the line above. */
  readonly inner?: true;
}

/** One fact. The names are also the local codes in resources: never rename or reuse one. */
export interface FactRow<Kind extends FactKind, Name extends string = string>
  extends Look,
    FactAccessor<FactValues[Kind]> {
  readonly kind: Kind;
  readonly name: Name;
  readonly line: ValueText<FactValues[Kind]> | undefined;
}

const row = <Kind extends FactKind, Name extends string>(
  kind: Kind,
  name: Name,
  look: Look,
  accessor: FactAccessor<FactValues[Kind]>,
  line: ValueText<FactValues[Kind]> | undefined = VALUE_TEXTS[kind],
): FactRow<Kind, Name> => ({ kind, name, ...look, ...accessor, line });

const text = <Name extends string>(name: Name, look: Look, accessor: FactAccessor<string>) =>
  row('text', name, look, accessor);

const choice = <Name extends keyof typeof CHOICE_WORDS>(
  name: Name,
  look: Look,
  accessor: FactAccessor<keyof (typeof CHOICE_WORDS)[Name] & string>,
) => row('choice', name, look, accessor as unknown as FactAccessor<string>, choiceText(CHOICE_WORDS[name]));

const whole = (note: ReadinessNote): ReadinessNote => note;
const lastStep = (note: ReadinessNote) => note.lastStep;
const agreed = ({ plan }: ReadinessNote): AgreedPlan | undefined => (plan.kind === 'agreed' ? plan : undefined);
const notToday = ({ plan }: ReadinessNote) => (plan.kind === 'not-today' ? plan : undefined);
const followUp = ({ plan }: ReadinessNote): FollowUp | undefined => (plan.kind === 'none' ? undefined : plan.followUp);

const inFocus = (comparedAs: ComparedPart, label: string): Look => ({ section: 'focus', comparedAs, label });
const ofLastStep = (label: string): Look => ({ section: 'last-step', comparedAs: 'last-step', label });
const ofInformation = (label: string): Look => ({ section: 'information', comparedAs: 'information', label });
const ofMarks: Look = { section: 'talk', comparedAs: 'counts' };
const inPlan = (label: string, comparedAs: ComparedPart = 'plan'): Look => ({
  section: 'plan',
  comparedAs,
  label,
  inner: true,
});
const inner = (look: Look): Look => ({ ...look, inner: true });

function rulerRows(ruler: RulerName) {
  const look = (label: string): Look => ({ section: 'rulers', comparedAs: ruler, label });
  const asked = ({ rulers: { [ruler]: held } }: ReadinessNote) => (held.kind === 'asked' ? held : undefined);
  return [
    row('ruler', ruler, look(`${RULER_NAMES[ruler]} (0-10)`), inRuler(ruler)),
    text(`${ruler}-why`, inner(look('Why that number')), inField(asked, 'why')),
    text(`${ruler}-raise`, inner(look('What would raise it')), inField(asked, 'raise')),
  ];
}

/** The rows. Rows in a list of their own take turns. */
export const FACT_TABLE = [
  row('target', 'target-behaviour', { section: 'about', comparedAs: 'target', label: FRAME.about }, TARGET),
  row('sensitive', 'sensitive-topic', { section: 'about', comparedAs: 'sensitive' }, SENSITIVE),
  text('change-goal', inFocus('goal', 'Goal'), inField(whole, 'goal')),
  choice('change-direction', inFocus('direction', 'Direction'), inField(whole, 'direction')),
  choice('raised-by', inFocus('raised-by', 'Brought up by'), inField(whole, 'raisedBy')),
  row('yes-no', 'permission', inFocus('permission', 'Fine to talk about it'), inField(whole, 'permission')),
  text('agenda-item', inFocus('agenda', 'On the agenda'), inList(whole, 'agenda')),
  text('strength', inFocus('strengths', 'Strength'), inList(whole, 'strengths')),
  text('who-was-present', inFocus('present', 'Who was there'), inField(whole, 'present')),
  choice('last-step-result', ofLastStep('Last step'), inField(lastStep, 'result')),
  text('last-step-words', inner(ofLastStep('About that step')), inField(lastStep, 'words')),
  [
    text('information-given', ofInformation('Information shared'), GIVEN),
    text('information-view', inner(ofInformation('What they make of it')), VIEW),
  ],
  ...RULERS.flatMap(rulerRows),
  row('talk', 'talk', { section: 'talk', comparedAs: 'talk' }, inList(whole, 'talk')),
  row('count', 'ct-count', ofMarks, inCounts('change', 'st-count')),
  row('count', 'st-count', ofMarks, inCounts('sustain', 'ct-count')),
  choice('plan-outcome', { section: 'plan', comparedAs: 'plan', label: 'Plan' }, ENDING),
  text('plan-not-today-why', inPlan('Why not today'), inField(notToday, 'why')),
  text('plan-change', inPlan('Change'), inField(agreed, 'change')),
  text('plan-reason', inPlan('Why it matters'), inList(agreed, 'reasons')),
  text('plan-first-step', inPlan('First step'), inField(agreed, 'firstStep')),
  text('plan-step', inPlan('Further step'), inList(agreed, 'steps')),
  text('plan-support', inPlan('Who can help'), inList(agreed, 'supports')),
  text('plan-sign-working', inPlan('How to tell it works'), inField(agreed, 'signWorking')),
  text('plan-barrier', inPlan('What could get in the way'), inList(agreed, 'barriers')),
  text('plan-if-then', inPlan('If that happens'), inList(agreed, 'ifThens')),
  text('plan-if-not-working', inPlan('If the plan does not work'), inField(agreed, 'ifNotWorking')),
  row('score', 'plan-confidence', inPlan('How sure of this step (0-10)'), inField(agreed, 'confidence')),
  text('plan-commitment', inPlan('In their own words'), inField(agreed, 'commitment')),
  text('plan-referral', inPlan('Who else they will see'), inField(agreed, 'referral')),
  // The day and the channel share one line.
  row('day', 'plan-follow-up', inPlan(FRAME.followUp, 'follow-up'), inField(followUp, 'day')),
  text('plan-follow-up-how', inPlan(FRAME.followUp, 'follow-up'), inField(followUp, 'how')),
  row('minutes', 'session-minutes', inFocus('minutes', 'Minutes'), inField(whole, 'minutes')),
  row('also', 'also', { section: 'also', comparedAs: 'also' }, inList(whole, 'also')),
];
