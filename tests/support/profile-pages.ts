// The pages for integrators, made from the profiles: each element with its meaning, type, source and an example.

import { readdirSync, readFileSync } from 'node:fs';
import type {
  CapabilityStatement,
  ElementDefinition,
  Questionnaire,
  QuestionnaireItem,
  StructureDefinition,
  ValueSet,
} from 'fhir/r4';

type Fields = Readonly<Record<string, unknown>>;

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const generated = (name: string) => readJson(`fhir/generated/${name}.json`);

interface Page {
  readonly profile: string;
  readonly example: string;
}

/** Each page by its file in docs/fhir. */
const PAGES: Readonly<Record<string, Page>> = {
  'elements-observation.md': { profile: 'readiness-note-observation', example: 'Observation-with-entries' },
  'elements-document.md': { profile: 'readiness-note-document', example: 'DocumentReference-correction' },
  'elements-response.md': { profile: 'readiness-note-response', example: 'QuestionnaireResponse-every-part' },
  'elements-answer.md': { profile: 'readiness-note-answer', example: 'Observation-answer-importance-1' },
  'elements-goal.md': { profile: 'readiness-note-goal', example: 'Goal-agreed-change' },
};

const asList = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

const LONGEST = 90;

/** The part of a datatype that people look for: the target of a reference, the text and the code of a concept. */
function essence(value: unknown): unknown {
  const fields = fieldsOf(value);
  const [coding] = asList(fields['coding']).map(fieldsOf);
  if (coding) return [fields['text'], coding['code']].filter(Boolean).join(' · ');
  return (
    fields['reference'] ??
    (fields['system'] === undefined || 'unit' in fields
      ? (fields['text'] ?? value)
      : (fields['value'] ?? fields['code']))
  );
}

/** Any value in few characters that a table takes. */
function compact(value: unknown): string {
  if (value === undefined) return '';
  const known = essence(value);
  const text = typeof known === 'string' ? known.replaceAll('\n', ' ') : JSON.stringify(known);
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return `\`${cut.replaceAll('|', '\\|').replaceAll('`', "'")}\``;
}

/** What an example has at a path: `value[x]` in whatever type. */
function exampleAt(resource: unknown, path: readonly string[]): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return resource;
  const fields = fieldsOf(asList(resource)[0]);
  const key = name.endsWith('[x]') ? Object.keys(fields).find((one) => one.startsWith(name.slice(0, -3))) : name;
  const value = key === undefined ? undefined : fields[key];
  return rest.length > 0 ? exampleAt(value, rest) : asList(value)[0];
}

const setNames = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync('fhir/generated')
      .filter((file) => file.startsWith('ValueSet-'))
      .map((file): ValueSet => readJson(`fhir/generated/${file}`))
      .map(({ url = '', title = '' }) => [url, title]),
  );

/** Type, how often, and what it is bound to. */
function typeOf({ type = [], min, max, binding }: ElementDefinition, sets: ReadonlyMap<string, string>): string {
  const types = type.map(({ code, targetProfile = [] }) => {
    const targets = targetProfile.map((url) => url.split('/').at(-1));
    return targets.length > 0 ? `${code} to ${targets.join(' or ')}` : code;
  });
  const set = binding?.valueSet === undefined ? undefined : sets.get(binding.valueSet);
  return `${types.join(' or ')}, ${min}..${max}${set === undefined ? '' : `; ${binding?.strength}: ${set}`}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const HEAD = [row(['Element', 'Meaning', 'Type, times', 'Source', 'Example']), row(Array(5).fill('---'))];

/** The elements that the profile says something of itself about. */
function elementRows({ type, differential, snapshot }: StructureDefinition, example: unknown): readonly string[] {
  const sets = setNames();
  const whole = new Map((snapshot?.element ?? []).map((element) => [element.id, element]));
  return (differential?.element ?? [])
    .filter(({ comment }) => comment !== undefined)
    .flatMap(({ id = '', short = '', comment = '' }) => {
      const element = whole.get(id);
      const path = id.slice(type.length + 1);
      return element
        ? [row([`\`${path}\``, short, typeOf(element, sets), comment, compact(exampleAt(example, path.split('.')))])]
        : [];
    });
}

const SCREENS: readonly (readonly [RegExp, string])[] = [
  [/^plan-/, 'Plan'],
  [/^(?:ct|st)-/, 'Evoke'],
  [/^(?:importance|confidence|readiness)/, 'Evoke, the rulers'],
  [/^(?:agenda-item|strength|who-was-present|last-step)/, 'Engage'],
  [/^(?:target|sensitive|change|raised|permission|information)/, 'Focus'],
  [/^session/, 'Review'],
];
const screenOf = (code: string): string => SCREENS.find(([pattern]) => pattern.test(code))?.[1] ?? 'Evoke itself';

/** One row for each kind of component, by its code. */
function componentRows({ snapshot }: StructureDefinition, example: unknown): readonly string[] {
  const sets = setNames();
  const elements = snapshot?.element ?? [];
  const displays = new Map<string, string>(
    generated('CodeSystem-readiness-note').concept.map((one: { code: string; display: string }) => [
      one.code,
      one.display,
    ]),
  );
  return elements
    .filter(({ id = '' }) => /^Observation\.component:[^.]+$/.test(id))
    .map((slice) => {
      const code =
        elements.find(({ id }) => id === `${slice.id}.code`)?.patternCodeableConcept?.coding?.[0]?.code ?? '';
      const value = elements.find(({ id = '' }) => id === `${slice.id}.value[x]`);
      const narrowed = elements.find(({ id = '' }) => id.startsWith(`${slice.id}.value[x]:`)) ?? {};
      const shown = value ? typeOf({ ...value, ...narrowed, min: slice.min ?? 0, max: slice.max ?? '*' }, sets) : '';
      const held = asList(fieldsOf(example)['component']).find((one) =>
        JSON.stringify(fieldsOf(one)['code']).includes(`"${code}"`),
      );
      return row([
        `\`${code}\``,
        displays.get(code) ?? `${code[0]?.toUpperCase()}${code.slice(1)}, 0 to 10`,
        shown,
        screenOf(code),
        compact(exampleAt(held, ['value[x]']) ?? exampleAt(held, ['dataAbsentReason'])),
      ]);
    });
}

const itemsIn = (items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] =>
  items.flatMap((item) => [item, ...itemsIn(item.item ?? [])]);

function itemRows(example: unknown): readonly string[] {
  const questionnaire: Questionnaire = generated('Questionnaire-readiness-note');
  const answered = (link: string, within: unknown): unknown =>
    asList(fieldsOf(within)['item'])
      .map((item) => (fieldsOf(item)['linkId'] === link ? asList(fieldsOf(item)['answer'])[0] : answered(link, item)))
      .find((found) => found !== undefined);
  return itemsIn(questionnaire.item ?? []).map(({ linkId, text = '', type, required, repeats }) => {
    const times = `${required ? 1 : 0}..${repeats ? '*' : 1}`;
    return row([
      `\`${linkId}\``,
      text,
      `${type}, ${times}`,
      screenOf(linkId),
      compact(exampleAt(answered(linkId, example), ['value[x]'])),
    ]);
  });
}

/** How notes in this type are found, as the capability statement says. */
function searchLines(type: string): readonly string[] {
  const { rest = [] }: CapabilityStatement = generated('CapabilityStatement-readiness-note-client');
  const found = rest[0]?.resource?.find((one) => one.type === type);
  const parameters = (found?.searchParam ?? []).map(
    ({ name, documentation = '' }) => `- \`${name}\`: ${documentation}`,
  );
  if (parameters.length === 0) return [];
  return [
    '## Search',
    '',
    ...parameters,
    '',
    `\`GET [base]/${type}?patient=123\` and more: [charting.md](charting.md).`,
    '',
  ];
}

function pageOf({ profile, example }: Page): string {
  const definition: StructureDefinition = generated(`StructureDefinition-${profile}`);
  const resource = readJson(`fhir/examples/${example}.json`);
  const { type, title = '', description = '', url } = definition;
  const isNote = profile === 'readiness-note-observation';
  const rules = (definition.differential?.element[0]?.constraint ?? []).map(
    ({ key, human }) => `- \`${key}\`: ${human}`,
  );
  return [
    `# ${title}: elements`,
    '',
    '<!-- Written by `npm run profiles` from the profile. A test checks that it is current. -->',
    '',
    description,
    '',
    `Profile: \`${url}\` ([JSON](../../fhir/generated/StructureDefinition-${profile}.json)). Example: [${example}.json](../../fhir/examples/${example}.json).`,
    '',
    ...HEAD,
    ...elementRows(definition, resource),
    '',
    ...(isNote
      ? [
          '## Components',
          '',
          ...HEAD,
          ...componentRows(definition, readJson('fhir/examples/Observation-every-part.json')),
          '',
        ]
      : []),
    ...(type === 'QuestionnaireResponse' ? ['## Items', '', ...HEAD, ...itemRows(resource), ''] : []),
    ...(rules.length > 0 ? ['## Rules', '', ...rules, ''] : []),
    ...searchLines(type),
  ].join('\n');
}

/** Every page: its file in docs/fhir, and its text. */
export const profilePages = (): readonly (readonly [file: string, text: string])[] =>
  Object.entries(PAGES).map(([file, page]) => [file, pageOf(page)]);
