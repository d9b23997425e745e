// A readiness note as a QuestionnaireResponse: every fact an answer, the whole text last. Knows the wire and no server.
// Source: docs/design/readiness-note.md, "The note as form answers"; decode-response.ts is its inverse.

import type {
  Coding,
  ObservationComponent,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from 'fhir/r4';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { type Fact, factsOf } from '../../interview/note/note-facts.ts';
import { FORMAT_VERSION, isLocalCode, isLocalSystem, localCoding } from '../codes.ts';
import { NOTE_ID, QUESTIONNAIRE } from '../identity.ts';
import { componentOfFact, talkCode } from '../observation/component-of-fact.ts';
import { type EncodeContext, textOf } from '../observation/encode-observation.ts';
import { isRuler, type LinkId, labelOf, QUESTIONNAIRE_VERSION } from './response-items.ts';

type Item = QuestionnaireResponseItem;
type Answer = QuestionnaireResponseItemAnswer;

/** The QuestionnaireResponse to create: status `completed`, no id, our UUID as its one identifier. */
export function encodeResponse(note: ReadinessNote, context: EncodeContext): QuestionnaireResponse {
  const { encounterId, security } = context;
  const patient = { reference: `Patient/${context.patientId}` };
  const author = context.practitioner ?? context.clinician;
  return {
    resourceType: 'QuestionnaireResponse',
    ...(security?.length ? { meta: { security: [...security] } } : {}),
    identifier: { system: NOTE_ID, value: note.id },
    questionnaire: `${QUESTIONNAIRE}|${QUESTIONNAIRE_VERSION}`,
    status: 'completed',
    subject: patient,
    ...(encounterId ? { encounter: { reference: `Encounter/${encounterId}` } } : {}),
    authored: note.signedAt,
    ...(author ? { author: { reference: author } } : {}),
    source: patient,
    item: [
      question('note-format', [{ valueString: FORMAT_VERSION }]),
      question('talk-began', [{ valueDateTime: note.at }]),
      ...itemsOf(factsOf(note)),
      question('note-text', [{ valueString: textOf(note, context) }]),
    ],
  };
}

const question = (link: LinkId, answer: Answer[]): Item => ({ linkId: link, text: labelOf(link), answer });
const group = (link: LinkId, item: Item[]): Item => ({ linkId: link, text: labelOf(link), item });

/** One item for each question, with all its answers in order; one group for each pair. */
function itemsOf(facts: readonly Fact[]): readonly Item[] {
  const items: Item[] = [];
  const open = new Map<LinkId, Item>();
  for (const fact of facts) {
    if (fact.kind === 'talk') items.push(talkGroup(fact));
    else if (fact.kind === 'also') items.push(alsoGroup(fact));
    else if (isInformation(fact)) placeInformation(items, fact);
    else {
      const { link, answers } = questionOf(componentOfFact(fact, 'integer'));
      const before = open.get(link);
      const item = question(link, [...(before?.answer ?? []), ...answers]);
      if (before) items[items.indexOf(before)] = item;
      else items.push(item);
      open.set(link, item);
    }
  }
  return items;
}

function talkGroup({ talk, text }: Extract<Fact, { kind: 'talk' }>): Item {
  return group('talk', [
    question('talk-code', [{ valueCoding: localCoding(talkCode(talk)) }]),
    question('talk-words', [{ valueString: text }]),
  ]);
}

function alsoGroup({ label, value }: Extract<Fact, { kind: 'also' }>): Item {
  return group('also', [
    question('also-label', [{ valueString: label }]),
    question('also-words', [{ valueString: value }]),
  ]);
}

type Information = Extract<Fact, { kind: 'text' }> & { readonly name: 'information-given' | 'information-view' };

const isInformation = (fact: Fact): fact is Information =>
  fact.kind === 'text' && (fact.name === 'information-given' || fact.name === 'information-view');

/** A view stands in one group with the information before it. */
function placeInformation(items: Item[], { name, text }: Information): void {
  const item = question(name, [{ valueString: text }]);
  const last = items.at(-1);
  if (name === 'information-view' && last?.linkId === 'information') last.item = [...(last.item ?? []), item];
  else items.push(group('information', [item]));
}

/** The question a component answers, named by the code of the component. */
function questionOf(component: ObservationComponent): { readonly link: LinkId; readonly answers: readonly Answer[] } {
  const code = component.code.coding?.[0]?.code ?? '';
  const link = isRuler(code) || isLocalCode(code) ? code : 'also';
  return { link, answers: answersOf(component) };
}

/** A response knows no concept: a choice of ours is its coding; a behaviour is its words, then its bare coding. */
function answersOf({ code: _code, ...held }: ObservationComponent): readonly Answer[] {
  const { valueCodeableConcept: concept, dataAbsentReason: absent, ...plain } = held;
  if (absent) return codings(absent.coding);
  if (!concept) return [plain];
  const ours = concept.coding?.some(({ system }) => isLocalSystem(system ?? '')) === true;
  return [...(concept.text && !ours ? [{ valueString: concept.text }] : []), ...codings(concept.coding)];
}

const codings = (coding: readonly Coding[] = []): readonly Answer[] => coding.map((valueCoding) => ({ valueCoding }));
