// Encodes a readiness note as a QuestionnaireResponse: every fact as an answer, the whole text last. Inverse of
// decode-response.ts. Source: docs/design/readiness-note.md, "The note as form answers".

import type {
  Coding,
  ObservationComponent,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from 'fhir/r4';
import { NOT_NAMED } from '../../interview/note/fact-kinds.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { type Fact, type FactOf, factsOf } from '../../interview/note/note-facts.ts';
import { FORMAT_VERSION, isTargetBehavior, localCoding } from '../codes.ts';
import { NOTE_ID } from '../identity.ts';
import { narrativeOf } from '../narrative.ts';
import {
  type EncodeContext,
  encounterOf,
  noteTextFor,
  referenceTo,
  resourceLanguage,
} from '../observation/encode-observation.ts';
import { componentOfFact, talkCode } from '../observation/fact-components.ts';
import { type LinkId, labelOf, QUESTIONNAIRE_CANONICAL, type RulerLink } from './response-items.ts';

type Item = QuestionnaireResponseItem;
type Answer = QuestionnaireResponseItemAnswer;

/** The QuestionnaireResponse to create: status `completed`, no id, our UUID as its one identifier. */
export function encodeResponse(note: ReadinessNote, context: EncodeContext): QuestionnaireResponse {
  const { security } = context;
  const patient = { reference: `Patient/${context.patientId}` };
  const author = context.practitioner ?? context.clinician;
  return {
    resourceType: 'QuestionnaireResponse',
    ...(security?.length ? { meta: { security: [...security] } } : {}),
    ...resourceLanguage(note),
    text: narrativeOf(note, context.personGivenName),
    identifier: { system: NOTE_ID, value: note.id },
    questionnaire: QUESTIONNAIRE_CANONICAL,
    status: 'completed',
    subject: patient,
    ...encounterOf(context),
    authored: note.signedAt,
    ...(author ? { author: referenceTo(author, context.clinicianName) } : {}),
    source: patient,
    item: [
      question('note-format', [{ valueString: FORMAT_VERSION }]),
      question('talk-began', [{ valueDateTime: note.at }]),
      ...itemsOf(factsOf(note)),
      question('note-text', [{ valueString: noteTextFor(note, context) }]),
    ],
  };
}

const question = (link: LinkId, answer: Answer[]): Item => ({ linkId: link, text: labelOf(link), answer });
const group = (link: LinkId, item: Item[]): Item => ({ linkId: link, text: labelOf(link), item });

/** One item per question, with all its answers in order. One group per pair. */
function itemsOf(facts: readonly Fact[]): readonly Item[] {
  const items: Item[] = [];
  for (const fact of facts) {
    if (fact.kind === 'talk') items.push(talkGroup(fact));
    else if (fact.kind === 'also') items.push(alsoGroup(fact));
    else if (isInformation(fact)) placeInformation(items, fact);
    else if (fact.kind === 'ruler') items.push(rulerItem(fact, items));
    else if (fact.kind === 'target') items.push(...targetItems(fact));
    else {
      const answers = answersOf(componentOfFact(fact, 'integer'));
      const before = items.find(({ linkId }) => linkId === fact.name);
      if (before) before.answer = [...(before.answer ?? []), ...answers];
      else items.push(question(fact.name, answers));
    }
  }
  return items;
}

function talkGroup({ value: { talk, text } }: FactOf<'talk'>): Item {
  return group('talk', [
    question('talk-code', [{ valueCoding: localCoding(talkCode(talk)) }]),
    question('talk-words', [{ valueString: text }]),
  ]);
}

function alsoGroup({ value: { label, value } }: FactOf<'also'>): Item {
  return group('also', [
    question('also-label', [{ valueString: label }]),
    question('also-words', [{ valueString: value }]),
  ]);
}

type Information = FactOf<'text'> & { readonly name: 'information-given' | 'information-view' };

const isInformation = (fact: Fact): fact is Information =>
  fact.kind === 'text' && (fact.name === 'information-given' || fact.name === 'information-view');

/** A view is in the group of the information before it. */
function placeInformation(items: Item[], { name, value: text }: Information): void {
  const item = question(name, [{ valueString: text }]);
  const last = items.at(-1);
  if (name === 'information-view' && last?.linkId === 'information') last.item = [...(last.item ?? []), item];
  else items.push(group('information', [item]));
}

/** A number or the reason for none, each in an item of its own type. A repeated ruler has its own items. */
function rulerItem(fact: FactOf<'ruler'>, before: readonly Item[]): Item {
  const { name: ruler, value: asked } = fact;
  const again = before.some(({ linkId }) => ASKED.test(linkId) && linkId.startsWith(ruler)) ? '-again' : '';
  const link = `${ruler}${again}` as const;
  if (asked.kind === 'answered') return question(link, [{ valueInteger: asked.score }]);
  if (asked.kind === 'unreadable')
    return question(`${link}-words` satisfies RulerLink, [{ valueString: asked.written }]);
  const { dataAbsentReason } = componentOfFact(fact, 'integer');
  return question(`${link}-absent` satisfies RulerLink, codings(dataAbsentReason?.coding));
}

/** Matches every part of the first time a ruler was asked. */
const ASKED = /^[a-z]+(?:-absent|-words)?$/;

/** A behavior's words, then its code: a coding of the value set, and `system|code` for any other. */
function targetItems(fact: FactOf<'target'>): readonly Item[] {
  const { valueCodeableConcept: concept } = componentOfFact(fact, 'integer');
  const code = concept?.coding?.[0];
  const named = question('target-behaviour', [{ valueString: concept?.text ?? NOT_NAMED }]);
  if (!code) return [named];
  const answer = isTargetBehavior(code) ? { valueCoding: code } : { valueString: `${code.system}|${code.code}` };
  return [named, question('target-behaviour-code', [answer])];
}

/** A response has no concepts, so a choice is a coding. It has dates, so a day is a date. */
function answersOf({ code: _code, ...held }: ObservationComponent): Answer[] {
  const { valueCodeableConcept: concept, valueDateTime, ...plain } = held;
  if (concept) return codings(concept.coding);
  return [valueDateTime === undefined ? (plain as Answer) : { valueDate: valueDateTime }];
}

const codings = (coding: readonly Coding[] = []): Answer[] => coding.map((valueCoding) => ({ valueCoding }));
