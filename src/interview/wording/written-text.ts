// The texts of an interview that the clinician words, and how each is changed. The patient's own words are never
// included (docs/decisions/0011): no quote, no reason for a number, no barrier, no last step, no view, no goal.

import type { Interview, Line, PlanText } from '../interview.ts';
import type { InterviewEvent, LineList } from '../talk/events.ts';

/** One text. `key` is stable for its field. `where` names the field for people. */
export interface WrittenText {
  readonly key: string;
  readonly where: string;
  readonly text: string;
  readonly reworded: (text: string) => InterviewEvent;
}

const PLAN: readonly (readonly [part: PlanText, where: string])[] = [
  ['change', 'What to change'],
  ['firstStep', 'First step'],
  ['signWorking', 'A sign it is working'],
  ['ifNotWorking', 'If the plan does not work'],
  ['referral', 'Who else to see'],
  ['followUpHow', 'Follow-up'],
];

const written = (key: string, where: string, text: string, reworded: WrittenText['reworded']): WrittenText => ({
  key,
  where,
  text,
  reworded,
});

const listTexts = (list: LineList, where: string, lines: readonly Line[]): readonly WrittenText[] =>
  lines.map((line) =>
    written(`${list} ${line.id}`, where, line.text, (text) => ({ kind: 'line-typed', list, id: line.id, text })),
  );

/** The clinician's own texts with content, in the order of the note. */
export function writtenTexts({ engage, evoke, plan }: Interview): readonly WrittenText[] {
  const topics = engage.agenda.filter(({ raisedBy }) => raisedBy !== 'patient');
  const all: readonly WrittenText[] = [
    ...topics.map(({ id, text: topic, raisedBy }) =>
      written(`agenda ${id}`, 'Topic', topic, (text) => ({ kind: 'topic-typed', id, text, raisedBy })),
    ),
    ...listTexts('strengths', 'Strengths', engage.strengths),
    written('present', 'Who is in the room', engage.present, (text) => ({ kind: 'present-typed', text })),
    ...evoke.information.map(({ id, given }) =>
      written(`information ${id}`, 'Information given', given, (text) => ({ kind: 'information-typed', id, text })),
    ),
    ...PLAN.map(([part, where]) => written(part, where, plan[part], (text) => ({ kind: 'plan-typed', part, text }))),
    ...listTexts('steps', 'Further steps', plan.steps),
    ...listTexts('supports', 'Who can help', plan.supports),
    ...listTexts('ifThens', 'If that happens', plan.ifThens),
  ];
  return all.filter(({ text }) => text.trim() !== '');
}
