// Every code of the readiness note in one place, so that a temporary code can be replaced while the old one stays
// readable. Source: docs/design/readiness-note.md, "Terminology" and "Local codes". HL7 PCO STU1, LOINC LL2335-9, FHIR
// R4 terminology.

import type { RulerName } from '../interview/ruler.ts';
import type { Code } from '../interview/talk/focus.ts';
import { isIdentity, LOCAL, QUESTIONNAIRE } from './identity.ts';

/** The version of the component form. A reader shows an unknown version as "cannot be read here". */
export const FORMAT_VERSION = '1';
/** The version of the text form as a document format code. */
export const TEXT_FORMAT = 'evoke-text-2';

/** The fixed title of a document's text. It shows in lists and identifies the document. It never names the behavior. */
export const DOCUMENT_TITLE = 'Readiness note';

/** HL7 Person-Centered Outcomes, readiness assessment: experimental and temporary codes. */
export const PCO = 'http://hl7.org/fhir/us/pco/CodeSystem/readiness-assessment-concepts-temporary';
/** Observation.code of a note. */
export const PANEL = { system: PCO, code: 'readiness-assessment', display: 'Readiness assessment' } as const;

export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const UCUM = 'http://unitsofmeasure.org';
export const DATA_ABSENT_REASON = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

/** SNOMED CT "Health-related behavior", used with a text if no narrower code was checked. */
export const ANY_BEHAVIOR: Code = { system: SNOMED, code: '228272008' };

/** SNOMED CT codes of the target behaviors that Evoke offers, as the value set of target behaviors lists them. */
export const TARGET_BEHAVIOR_CODES: readonly string[] = [
  '228272008',
  '229819007',
  '256235009',
  '363908000',
  '364393001',
  '418633004',
  '68130003',
  '897148007',
];

export const isTargetBehavior = ({ system, code }: Partial<Record<'system' | 'code', string | undefined>>): boolean =>
  system === SNOMED && code !== undefined && TARGET_BEHAVIOR_CODES.includes(code);

/** LOINC answers 0 to 10 (LL2335-9), by score. Never sent with a display: LA6113-0 is displayed as "2 or more". */
export const SCORE_ANSWERS: readonly string[] = [
  'LA6111-4',
  'LA6112-2',
  'LA6113-0',
  'LA6114-8',
  'LA6115-5',
  'LA10137-0',
  'LA10138-8',
  'LA10139-6',
  'LA10140-4',
  'LA10141-2',
  'LA13942-0',
];

/** The code of each ruler, with the display of its own system. */
export const RULER_CODES = {
  importance: { system: PCO, code: 'importance', display: 'Importance of change' },
  confidence: { system: PCO, code: 'confidence', display: 'Confidence to change' },
  readiness: { system: LOCAL, code: 'readiness', display: 'Readiness to change' },
} as const satisfies Record<RulerName, Code & { readonly display: string }>;

/** Local codes with their plain labels, which are also the displays of the code system. Never renamed or reused. */
export const LOCAL_CODES = {
  'note-format': 'Format of this note',
  'target-behaviour': 'What the talk was about',
  'sensitive-topic': 'Discreet title',
  'change-goal': 'Goal',
  'change-direction': 'Direction of change',
  'direction-stop': 'Stop',
  'direction-cut-down': 'Cut down',
  'direction-start': 'Start',
  'direction-do-more': 'Do more',
  'direction-keep-going': 'Keep going',
  'direction-change-how': 'Change how or when',
  'direction-explore': 'Not decided yet',
  'raised-by': 'Who brought it up',
  'raised-patient': 'The patient',
  'raised-clinician': 'The clinician',
  'raised-both': 'Both',
  permission: 'Fine to talk about it',
  'agenda-item': 'On the agenda',
  strength: 'Strength',
  'who-was-present': 'Who was present',
  'last-step-result': 'How the last step went',
  'step-done': 'Done',
  'step-partly': 'Partly',
  'step-not-yet': 'Not yet',
  'last-step-words': 'About the last step, in their words',
  'information-given': 'Information given',
  'information-view': 'What they make of it',
  readiness: 'Readiness to change',
  'importance-why': 'Why that importance',
  'importance-raise': 'What would raise importance',
  'confidence-why': 'Why that confidence',
  'confidence-raise': 'What would raise confidence',
  'readiness-why': 'Why that readiness',
  'readiness-raise': 'What would raise readiness',
  'ct-desire': 'For change: desire',
  'ct-ability': 'For change: ability',
  'ct-reason': 'For change: reason',
  'ct-need': 'For change: need',
  'ct-commitment': 'For change: commitment',
  'ct-activation': 'For change: activation',
  'ct-taking-steps': 'For change: taking steps',
  'ct-other': 'For change: other',
  'ct-unsure': 'For change',
  'st-desire': 'For staying the same: desire',
  'st-ability': 'For staying the same: ability',
  'st-reason': 'For staying the same: reason',
  'st-need': 'For staying the same: need',
  'st-commitment': 'For staying the same: commitment',
  'st-activation': 'For staying the same: activation',
  'st-taking-steps': 'For staying the same: taking steps',
  'st-other': 'For staying the same: other',
  'st-unsure': 'For staying the same',
  'ct-count': 'Marks for change',
  'st-count': 'Marks for staying the same',
  'plan-outcome': 'How the talk ended',
  'plan-agreed': 'A plan was agreed',
  'plan-not-today': 'No plan today, door open',
  'plan-not-today-why': 'Why no plan today',
  'plan-change': 'What to change or keep',
  'plan-reason': 'Why it matters',
  'plan-first-step': 'First step',
  'plan-step': 'A further step',
  'plan-support': 'Who can help, and how',
  'plan-sign-working': 'How to tell it is working',
  'plan-barrier': 'What could get in the way',
  'plan-if-then': 'What to do if that happens',
  'plan-if-not-working': 'If the plan does not work',
  'plan-confidence': 'How sure of this step, 0 to 10',
  'plan-commitment': 'The plan in their words',
  'plan-referral': 'Who else they will see',
  'plan-follow-up': 'Day of the next talk',
  'plan-follow-up-how': 'How they talk again',
  'session-minutes': 'Minutes of the talk',
} as const;
export type LocalCode = keyof typeof LOCAL_CODES;

export function localCoding(code: LocalCode): { system: string; code: LocalCode; display: string } {
  return { system: LOCAL, code, display: LOCAL_CODES[code] };
}

/** True for our questionnaire in any version, also as earlier responses name it. */
export const isOurQuestionnaire = (canonical: string): boolean =>
  isIdentity(canonical.replace(/\|.*$/s, ''), QUESTIONNAIRE) || canonical.startsWith(`${QUESTIONNAIRE}.`);

/** True for a code this version of Evoke knows. */
export function isLocalCode(code: string): code is LocalCode {
  return Object.hasOwn(LOCAL_CODES, code);
}
