// The questionnaire of a response, built from the constants of the app.

import type { Coding, Questionnaire, QuestionnaireItem, QuestionnaireItemAnswerOption, ValueSet } from 'fhir/r4';
import {
  DATA_ABSENT_REASON,
  type LocalCode,
  localCoding,
  SNOMED,
  TARGET_BEHAVIOR_CODES,
} from '../../src/fhir/codes.ts';
import { talkCode } from '../../src/fhir/observation/fact-components.ts';
import {
  ASKINGS,
  type LinkId,
  labelOf,
  QUESTIONNAIRE_CANONICAL,
  QUESTIONNAIRE_VERSION,
  type RulerLink,
} from '../../src/fhir/response/response-items.ts';
import { STEP_RESULTS } from '../../src/interview/note/note.ts';
import { RULERS } from '../../src/interview/ruler.ts';
import { DIRECTIONS, RAISED_BY } from '../../src/interview/talk/focus.ts';
import { SIDES, STRANDS } from '../../src/interview/talk/talk.ts';

import { targetBehaviors } from './terminology.ts';

type Type = QuestionnaireItem['type'];

const item = (linkId: LinkId, type: Type, more: Partial<QuestionnaireItem> = {}): QuestionnaireItem => ({
  linkId,
  text: labelOf(linkId),
  type,
  ...more,
});
const text = (linkId: LinkId) => item(linkId, 'text');
const many = (linkId: LinkId) => item(linkId, 'text', { repeats: true });
const coded = (codings: readonly Coding[]): QuestionnaireItemAnswerOption[] =>
  codings.map((valueCoding) => ({ valueCoding }));
const choice = (linkId: LinkId, codes: readonly LocalCode[], required = false) =>
  item(linkId, 'choice', { ...(required ? { required } : {}), answerOption: coded(codes.map(localCoding)) });
const group = (linkId: 'information' | 'talk' | 'also', parts: readonly QuestionnaireItem[]) =>
  item(linkId, 'group', { repeats: true, item: [...parts] });

const NO_ANSWER: readonly Coding[] = [
  { system: DATA_ABSENT_REASON, code: 'not-asked', display: 'Not Asked' },
  { system: DATA_ABSENT_REASON, code: 'asked-declined', display: 'Asked But Declined' },
];
const EXTENSION = 'http://hl7.org/fhir/StructureDefinition';
/** One answer to a ruler: a number from 0 to 10, or why there is none, or text of an earlier note. */
const asking = (link: RulerLink): readonly QuestionnaireItem[] => [
  item(link, 'integer', {
    extension: [
      { url: `${EXTENSION}/minValue`, valueInteger: 0 },
      { url: `${EXTENSION}/maxValue`, valueInteger: 10 },
    ],
  }),
  item(`${link}-absent` as RulerLink, 'choice', { answerOption: coded(NO_ANSWER) }),
  item(`${link}-words` as RulerLink, 'text'),
];
const ruler = (name: (typeof RULERS)[number]) => ASKINGS.flatMap((again) => asking(`${name}${again}`));

const kinds = SIDES.flatMap((side) => STRANDS.map((strand) => talkCode({ side, strand })));

const expandedTargetBehaviors: ValueSet = {
  ...targetBehaviors,
  compose: { include: [{ system: SNOMED, concept: TARGET_BEHAVIOR_CODES.map((code) => ({ code })) }] },
  expansion: {
    timestamp: '2026-11-28T00:00:00Z',
    contains: TARGET_BEHAVIOR_CODES.map((code) => ({ system: SNOMED, code, display: code })),
  },
};

/** The questionnaire, its items in the order of a response. */
export const readinessQuestionnaire: Questionnaire = {
  resourceType: 'Questionnaire',
  id: 'readiness-note',
  // Contained with its expansion, so that a viewer needs no terminology server.
  contained: [expandedTargetBehaviors],
  url: QUESTIONNAIRE_CANONICAL,
  version: QUESTIONNAIRE_VERSION,
  name: 'ReadinessNote',
  title: 'Readiness note',
  status: 'draft',
  experimental: true,
  subjectType: ['Patient'],
  publisher: 'Evoke',
  description:
    'The answers of a readiness note. Filled by Evoke at the end of a talk; nobody is asked to fill it by hand.',
  item: [
    item('note-format', 'string', { required: true }),
    item('talk-began', 'dateTime', { required: true }),
    item('target-behaviour', 'string', { required: true }),
    item('target-behaviour-code', 'open-choice', { answerValueSet: `#${targetBehaviors.id}` }),
    item('sensitive-topic', 'boolean'),
    text('change-goal'),
    choice(
      'change-direction',
      DIRECTIONS.map((each) => `direction-${each}` as const),
    ),
    choice(
      'raised-by',
      RAISED_BY.map((each) => `raised-${each}` as const),
    ),
    item('permission', 'boolean'),
    many('agenda-item'),
    many('strength'),
    text('who-was-present'),
    choice(
      'last-step-result',
      STEP_RESULTS.map((each) => `step-${each}` as const),
    ),
    text('last-step-words'),
    group('information', [text('information-given'), text('information-view')]),
    ...RULERS.flatMap((name) => [...ruler(name), text(`${name}-why`), text(`${name}-raise`)]),
    group('talk', [choice('talk-code', kinds, true), item('talk-words', 'text', { required: true })]),
    item('ct-count', 'integer', { required: true }),
    item('st-count', 'integer', { required: true }),
    choice(
      'plan-outcome',
      (['agreed', 'not-today'] as const).map((each) => `plan-${each}` as const),
    ),
    text('plan-not-today-why'),
    text('plan-change'),
    many('plan-reason'),
    text('plan-first-step'),
    many('plan-step'),
    many('plan-support'),
    text('plan-sign-working'),
    many('plan-barrier'),
    many('plan-if-then'),
    text('plan-if-not-working'),
    item('plan-confidence', 'integer'),
    text('plan-commitment'),
    text('plan-referral'),
    item('plan-follow-up', 'date'),
    text('plan-follow-up-how'),
    item('session-minutes', 'quantity'),
    group('also', [text('also-label'), text('also-words')]),
    item('note-text', 'text', { required: true }),
  ],
};
