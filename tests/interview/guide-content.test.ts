import { expect, test } from 'vitest';
import { stemsFor } from '../../src/interview/guide/answers-to-talk.ts';
import { askedAbout, BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { ACTIVE_MINUTES_A_WEEK, LIST_RULES, MEASURE_RULES } from '../../src/interview/guide/chart-rules.ts';
import { CUE_SOURCE, DISCORD_CUES } from '../../src/interview/guide/cues.ts';
import { READY_CUE, workOn } from '../../src/interview/guide/hints.ts';
import { INFINITIVES } from '../../src/interview/guide/infinitives.ts';
import { INFORMATION_SOURCE, INFORMATION_STEPS, MENU, optionsFor } from '../../src/interview/guide/information.ts';
import { PROMPTS } from '../../src/interview/guide/prompts/choose-prompt.ts';
import type { Prompt } from '../../src/interview/guide/prompts/prompt.ts';
import { composeRecap } from '../../src/interview/guide/recap.ts';
import {
  questionAgain,
  questionsAfter,
  rulerQuestion,
  stepQuestion,
} from '../../src/interview/guide/ruler-questions.ts';
import { PROMPTS_ES } from '../../src/interview/guide/spanish/prompts-es.ts';
import { readScore } from '../../src/interview/ids.ts';
import { LANGUAGES, type Language } from '../../src/interview/patient/patient-words.ts';
import { type Answer, RULERS } from '../../src/interview/ruler.ts';
import type { Direction } from '../../src/interview/talk/focus.ts';
import { PROCESSES } from '../../src/interview/talk/process-progress.ts';
import { SIDES, STRANDS } from '../../src/interview/talk/talk.ts';
import { isVerified, sourceOf } from '../../src/interview/wording/term.ts';
import { TERMS } from '../../src/interview/wording/terms.ts';
import { LEARN_LESSONS, LEARN_SOURCES } from '../support/learn-sources.ts';
import { readProse } from '../support/prose.ts';
import { sourceFiles } from '../support/source-files.ts';

const REVIEWED = '30-Nov-2026';
/** When the words of the panels and the rules over the chart were last read. */
const PANELS_REVIEWED = '30-Nov-2026';

/** When the authors last read every line of Learn, as a nurse and as a trainer would. No nurse and no trainer has read them yet. */
const LEARN_REVIEWED = '30-Nov-2026';

type Row = readonly (string | undefined)[];
const line = (cells: Row): string => `| ${cells.map((cell) => (cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
const table = (title: string, head: Row, rows: readonly Row[], reviewed = REVIEWED): string =>
  [
    `## ${title}`,
    '',
    line([...head, 'Reviewed']),
    line([...head, ''].map(() => '---')),
    ...rows.map((row) => line([...row, reviewed])),
    '',
  ].join('\n');

const SCORES = Array.from({ length: 11 }, (_, value) => value);

function answered(value: number): Answer {
  const score = readScore(value);
  if (!score.ok) throw new Error('not a ruler answer');
  return { kind: 'answered', score: score.value };
}

const hint = (importance: number, confidence: number, direction?: Direction): Row => {
  const rulers = { importance: answered(importance), confidence: answered(confidence) };
  return LANGUAGES.map((language) => workOn({ rulers, direction }, language)?.text);
};

/** The moment a prompt is kept for, and what it presupposes of the change. */
const keptFor = ({ need, change }: Prompt): string =>
  [need, change === 'ahead' ? 'not to keep going' : change && 'only to keep going'].filter(Boolean).join(', ');

const RULER_SOURCE =
  'Lower-number question: documented brief-intervention step; exact words at 0 and 10 and the step of two: unverified';
const REFLECTING = 'Reflection, affirmation, asking for more. Idea: TIP 35 (SAMHSA 2019), chapter 3. Own words.';
const PLANNING = 'Signs of readiness and the bridge to a plan. Idea: TIP 35 (SAMHSA 2019), chapter 3. Own words.';
const QUOTES = { givenName: 'Pat', change: ['...', '...'], sustain: ['...'] };
const [recap, recapInSpanish] = [composeRecap(QUOTES, 'en'), composeRecap(QUOTES, 'es')];
const KEEPING = askedAbout('Walking', 'keep-going', BEHAVIORS);
const KEPT = { ...QUOTES, keeps: true };

const LIST_SOURCE = 'ICD-10 and ICD-10-CM chapters (WHO, CDC); the words are ours, unverified';

const CHART_RULES: readonly Row[] = [
  ...MEASURE_RULES.map((rule) => [rule.family, rule.measure, '', rule.source]),
  ['activity', 'activity', '', `Under ${ACTIVE_MINUTES_A_WEEK} minutes a week (WHO guidelines 2020)`],
  ...LIST_RULES.map(({ family, list, icd10, words }) => [
    family,
    list,
    [icd10, words].flatMap((pattern) => (pattern ? [`\`${pattern.source}\``] : [])).join(' or '),
    list === 'conditions' ? LIST_SOURCE : 'Names of medicines; the choice is ours, unverified',
  ]),
];

/**
 * The panels of the interview, each with the source of its labels and options. Review, history and errors are not
 * content.
 */
const PANELS: Readonly<Record<string, string>> = {
  engage: 'Agenda, strengths, who is present. Idea: TIP 35 (SAMHSA 2019), chapter 3. Own words.',
  focus: 'Agenda mapping, permission, direction. Idea: TIP 35 (SAMHSA 2019), chapter 3. Own words.',
  evoke: 'DARN-CAT and its mirror, rulers. Idea: TIP 35 (SAMHSA 2019), chapter 3; MISC 2.5. Own words.',
  plan: 'Parts of a change plan. Idea: TIP 35 (SAMHSA 2019), chapter 3. Own words.',
};
/** The words on the pad, which Learn shows too. */
const PAD = sourceFiles('src/ui').filter(({ path }) => /\/(?:Pad|strand-labels)\.tsx?$/.test(path));
/** Names of keys and selectors of the page, which nobody reads. */
const UNREAD = /^(?:Enter|Escape|Backspace|Delete|Home|End)$|^[#[]/;

/** Every piece of prose that a panel of the interview may show, as written in its file. */
const PANEL_WORDS: readonly Row[] = Object.entries(PANELS).flatMap(([panel, source]) =>
  [...sourceFiles(`src/panels/${panel}`), ...(panel === 'evoke' ? PAD : [])].flatMap(({ path, code }) => {
    const texts = readProse(path, code).map((text) => text.trim().replaceAll(/\s+/g, ' '));
    const shown = [...new Set(texts)].filter((text) => !UNREAD.test(text)).toSorted();
    return shown.map((text) => [`\`${path.replace(/^src\/(?:panels\/)?/, '')}\``, text, source]);
  }),
);

const stemTable = (title: string, language: Language): string =>
  table(
    title,
    ['Side', 'Strand', 'Reflect', 'Go deeper', 'Affirm', 'Then ask', 'Source'],
    SIDES.flatMap((side) =>
      STRANDS.map((strand) => {
        const always = stemsFor({ side, strand }, language, 'keep-going');
        const cells = Object.entries(stemsFor({ side, strand }, language)).map(([kind, texts]) =>
          texts.map((text) => (always[kind as keyof typeof always].includes(text) ? text : `${text} \\*`)).join(' / '),
        );
        return [side, strand, ...cells, REFLECTING];
      }),
    ),
  );

const PAGE = `# Content review

Every text the guide offers, with its source and the date it was last read by us. Wording is our own throughout.
"Idea" names where the technique is described (chapters checked against its table of contents, not page by page); no sentence
is taken from there. "Unverified" means: common teaching or our own judgment, not checked against a source. "Verified" terms
name a source that lists them; open the original before quoting it. Scopes of terms, working bands and menu options are ours.
This page is made from the data in \`src/interview\` by \`npx vitest run tests/interview/guide-content.test.ts -u\`; the same test
fails when page and data differ. The Spanish is our own and no native clinician has read it yet.
On 30-Nov-2026 we read all of it once from first to last for seven faults: two questions in one, leading, closed, planning
before its time, unnatural, stigmatizing, British or a calque. It is our reading: no trainer outside the project has read it. Change a text there, read it again, and set the date.

${table(
  'Target behaviors',
  ['Key', 'English', 'Spanish', 'Family', 'Sensitive', 'SNOMED CT'],
  BEHAVIORS.map((one) => [
    `\`${one.key}\``,
    one.label.en,
    one.label.es,
    one.family,
    one.sensitive ? 'yes' : 'no',
    one.code?.code ?? 'none: text only',
  ]),
)}
${PROCESSES.map((process) =>
  table(
    `Prompts: ${process}`,
    ['Id', 'Text', 'Spanish', 'Invites', 'Kept for', 'Only for', 'Source'],
    PROMPTS[process].map((one) => [
      `\`${one.id}\``,
      one.text,
      PROMPTS_ES[one.id],
      one.asks ?? one.fills,
      keptFor(one),
      one.behaviors?.join(', '),
      one.source,
    ]),
  ),
).join('\n')}
${table(
  'Rulers',
  ['Ruler or answer', 'Question', 'Next or staying', 'Spanish', 'Source'],
  [
    ...RULERS.map((name) => [
      name,
      rulerQuestion(name, { kind: 'none' }, 'en').question,
      '',
      rulerQuestion(name, { kind: 'none' }, 'es').question,
      'Ruler. Idea: TIP 35 (SAMHSA 2019). Own words.',
    ]),
    ...RULERS.map((name) => [
      `${name}, asked again after 4`,
      questionAgain(name, 4, { kind: 'none' }, 'en').question,
      '',
      questionAgain(name, 4, { kind: 'none' }, 'es').question,
      'Ruler. Own words.',
    ]),
    ...RULERS.map((name) => [
      `${name}, keep going`,
      rulerQuestion(name, KEEPING, 'en').question,
      '',
      rulerQuestion(name, KEEPING, 'es').question,
      'Ruler. Own words.',
    ]),
    ['the agreed step', stepQuestion('en').question, '', stepQuestion('es').question, 'Ruler. Own words.'],
    ...SCORES.map((score) => {
      const asked = questionsAfter(answered(score), 'en');
      const inSpanish = questionsAfter(answered(score), 'es');
      return [
        `${score}`,
        asked.lower ?? 'none',
        asked.next ?? asked.stay,
        Object.values(inSpanish).join(' / '),
        RULER_SOURCE,
      ];
    }),
  ],
)}
${table(
  'Ruler questions: every behavior and direction',
  [
    'Behavior',
    'Direction',
    'How ready are you to',
    '¿Qué tan cerca está de (keep-going: ¿Cuánta disposición tiene para)',
    'Source',
  ],
  Object.entries(INFINITIVES).flatMap(([key, all]) =>
    Object.entries(all ?? {}).map(([direction, { en, es }]) => [
      `\`${key}\``,
      direction === 'open' ? 'not chosen, not decided' : direction,
      en,
      es,
      'Own words; the Spanish is not yet read by a native clinician',
    ]),
  ),
)}
${stemTable('Lines after a mark (\\*: not to someone who keeps going)', 'en')}
${stemTable('Lines after a mark, in Spanish', 'es')}
${table(
  'Hints, cue and recap',
  ['When', 'Words', 'In a visit in Spanish', 'Source'],
  [
    ['importance low', ...hint(0, 9), 'Working bands are ours, unverified'],
    ['confidence low', ...hint(9, 0), 'Working bands are ours, unverified'],
    ['importance low, keep going', ...hint(0, 9, 'keep-going'), 'Working bands are ours, unverified'],
    ['confidence low, keep going', ...hint(9, 0, 'keep-going'), 'Working bands are ours, unverified'],
    ['both high', ...hint(9, 9), 'Working bands are ours, unverified'],
    ['otherwise', ...hint(5, 6), 'Working bands are ours, unverified'],
    ['signs of readiness together', READY_CUE, READY_CUE, PLANNING],
    ['recap', recap?.gathering, recapInSpanish?.gathering, PLANNING],
    ['bridge', recap?.transition, recapInSpanish?.transition, PLANNING],
    ['bridge, keep going', composeRecap(KEPT, 'en')?.transition, composeRecap(KEPT, 'es')?.transition, PLANNING],
  ],
)}
${table(
  'Giving information',
  ['Step', 'Aim', 'Words', 'Spanish', 'Source'],
  INFORMATION_STEPS.map((step) => [
    `\`${step.id}\``,
    step.aim,
    step.says.en.join(' / '),
    step.says.es.join(' / '),
    INFORMATION_SOURCE,
  ]),
)}
${table(
  `Menus ("${MENU.lead.en}" / "${MENU.lead.es}")`,
  ['Behavior', 'Option', 'Spanish', 'Left out', 'Source'],
  BEHAVIORS.flatMap(({ key, directions }) =>
    optionsFor(key, 'en').map((option, place) => [
      `\`${key}\``,
      option,
      optionsFor(key, 'es')[place],
      directions.filter((direction) => !optionsFor(key, 'en', direction).includes(option)).join(', '),
      MENU.source,
    ]),
  ),
)}
${table(
  'Private cues',
  ['Id', 'Does', 'Words', 'Spanish', 'Source'],
  DISCORD_CUES.map((cue) => [`\`${cue.id}\``, cue.does, cue.says.en, cue.says.es, CUE_SOURCE]),
)}
${table(
  'Kind words: the 44 terms',
  ['Id', 'Scope', 'Offer', 'Source', 'Verified'],
  TERMS.map((term) => [
    `\`${term.id}\``,
    term.scopes.join(', '),
    [...new Set([...term.forms.map(([, offer]) => offer), term.advice])]
      .filter((offer) => offer !== undefined)
      .join('; '),
    sourceOf(term),
    isVerified(term) ? 'yes' : 'no',
  ]),
)}
${table('What a chart brings to mind', ['Family', 'Entry', 'Matches', 'Source'], CHART_RULES, PANELS_REVIEWED)}
${table('Words on the panels of the talk', ['Where', 'Words', 'Source'], PANEL_WORDS, PANELS_REVIEWED)}
${table('Learn', ['Part', 'Where', 'Source'], LEARN_SOURCES, LEARN_REVIEWED)}
${table('Lessons of Learn', ['Kind', 'Title', 'Holds', 'Source'], LEARN_LESSONS, LEARN_REVIEWED)}`;

test('a text that a panel shows and nobody recorded is found', () => {
  const planted = readProse('src/panels/plan/Plan.tsx', '<p>How would you like to be reminded?</p>');
  expect(planted).toEqual(['How would you like to be reminded?']);
  expect(PAGE).not.toContain(planted[0]);
  expect(PANEL_WORDS.map(([, text]) => text)).toContain('No plan yet, open to talk again');
});

test('docs/content.md holds every text of the guide with its source and date', async () => {
  await expect(PAGE).toMatchFileSnapshot('../../docs/content.md');
});
