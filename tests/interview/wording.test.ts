import { expect, test } from 'vitest';
import { type Family, GROUP_OF } from '../../src/interview/guide/families.ts';
import { flagWords, scopesOf } from '../../src/interview/wording/flag-wording.ts';
import { isVerified, sourceOf } from '../../src/interview/wording/term.ts';
import { TERMS } from '../../src/interview/wording/terms.ts';
import { bannedIn } from '../support/guide-language.ts';

const FAMILIES = Object.keys(GROUP_OF) as Family[];

const EVERYWHERE = scopesOf(undefined);

/** The text with every flag replaced where it can be, or its advice in angle brackets. */
function kinder(text: string): string {
  return flagWords(text, EVERYWHERE).reduceRight(
    (left, flag) => left.slice(0, flag.start) + (flag.replaces ? flag.offer : `<${flag.offer}>`) + left.slice(flag.end),
    text,
  );
}

/** One row for each term at least: term, the sentence, and the sentence after one key. */
const FLAGGED: readonly (readonly [term: string, before: string, after: string])[] = [
  ['addict', 'She is an addict.', 'She is a person with a substance use disorder.'],
  ['addict', 'Heroin addicts attend.', 'People with a substance use disorder attend.'],
  ['alcoholic', 'He is an alcoholic.', 'He is a person with alcohol use disorder.'],
  ['alcoholic', 'Alcoholics in the family', 'People with alcohol use disorder in the family'],
  ['drunk', 'called him a drunk', 'called him a person who engages in unhealthy drinking'],
  ['drug-user', 'drug abuser since 2019', 'person who uses drugs since 2019'],
  ['drug-user', 'alcohol users', 'people who use alcohol'],
  ['substance-abuse', 'history of substance abuse', 'history of substance use'],
  ['drug-habit', 'a cocaine habit', 'substance use'],
  ['alcoholism', 'Alcoholism runs in the family', 'Alcohol use disorder runs in the family'],
  ['clean', 'she is clean, she says', 'she is not currently using, she says'],
  ['dirty', 'she is still dirty', 'she is still <using; or describe what was seen>'],
  ['clean-urine', 'gave a clean urine', 'tested negative'],
  ['clean-urine', 'dirty UDS', 'positive test'],
  ['relapse', 'after a relapse', 'after a recurrence'],
  ['relapse', 'He relapsed in May', 'He returned to use in May'],
  ['lapse', 'one slip in June', 'one recurrence of use in June'],
  ['lapse', 'she slipped up', 'she <used again; say what and when>'],
  ['former-addict', 'a recovering alcoholic', 'a person in recovery'],
  ['in-denial', 'He is in denial about his drinking.', 'He has a different view of his drinking.'],
  ['resistant', 'resistant to change', 'unsure about change'],
  ['resistant', 'met with resistance', 'met with <is unsure about ...; say what was said>'],
  ['noncompliant', 'is non-compliant with insulin', 'is <chose not to ..., and why> insulin'],
  ['failed-treatment', 'She failed outpatient treatment', 'She had treatment that did not help'],
  ['medication-assisted', 'on medication-assisted treatment', 'on medication for opioid or alcohol use disorder'],
  ['injection-user', 'an IV drug user', 'a person who injects drugs'],
  ['marijuana', 'Marijuana daily', 'Cannabis daily'],
  ['obese', 'He is obese.', 'He has obesity.'],
  ['obese', 'a morbidly obese woman', 'a woman with class 3 obesity'],
  ['overweight', 'She is overweight', 'She has a higher weight'],
  ['overweight', 'fat people', 'people with a higher weight'],
  ['cravings', 'cravings at night', '<wants to eat in response to feelings; say what and when> at night'],
  ['cheating', 'cheated on her diet', 'had a situation that made it hard to stay on track'],
  ['willpower', 'lacks willpower', 'lacks <consistent choices, habits; say what helps>'],
  ['excuses', 'makes excuses', 'names challenges that get in the way'],
  ['junk-food', 'eats junk food', 'eats food low in nutrients'],
  ['denies', 'Denies any pain; denied drinking', 'Reports no pain; reported not drinking'],
  ['denies', 'denies that he drinks', '<reports no ..., says no ...> he drinks'],
  ['claims', 'claims he walks daily', 'says he walks daily'],
  ['claims', 'claims to walk', '<says ..., says that ...> to walk'],
  ['claims', 'She claims to be sober', 'She says she is sober'],
  ['claims', 'he claimed to be sober', 'he said he was sober'],
  ['claims', 'he claimed to have walked', 'he said he had walked'],
  ['insists', 'Insists that it helps', 'Says that it helps'],
  ['complains', 'Chief complaint: cough. Complains of wheeze', 'Reason for visit: cough. Reports wheeze'],
  ['poorly-controlled', 'poorly controlled sugars', '<name the value ("A1c 9.1 %")> sugars'],
  ['diabetic', 'Pat is a diabetic.', 'Pat has diabetes.'],
  ['diabetic', 'diabetics and a diabetic patient', 'people with diabetes and a patient with diabetes'],
  ['adherent', 'nonadherent to metformin', '<takes it about half the time (say what)> metformin'],
  ['not-allowed', 'is not allowed to smoke', '<say who set the rule, or what they chose> smoke'],
  ['suffers', 'suffers from asthma', 'has asthma'],
  ['suffers', 'a victim of abuse', '<has, lives with; say what happened> abuse'],
  ['mentally-ill', 'He is mentally ill', 'He has a mental health condition'],
  ['refuses', 'Refused the vaccine', 'Declined the vaccine'],
  ['unmotivated', 'seems unmotivated', 'seems <importance is <the actual number> of 10 today>'],
  ['manipulative', 'drug-seeking', '<describe what was asked and said>'],
  ['frequent-flyer', 'known frequent flyer', 'known person with frequent visits'],
  ['difficult', 'a difficult patient, agitated', '<describe the behavior>, <describe the behavior>'],
  ['difficult', 'Patient was difficult today', '<describe the behavior> today'],
  ['smoker', 'A smoker; her parents are smokers', 'A person who smokes; her parents are people who smoke'],
  [
    'offender',
    'a convict and offenders',
    'a person with legal-system involvement and people with legal-system involvement',
  ],
];

test('knows the 44 terms, each with a source', () => {
  expect(TERMS).toHaveLength(44);
  expect(new Set(TERMS.map((term) => term.id)).size).toBe(44);
  expect(TERMS.filter((term) => sourceOf(term) === '' || term.scopes.length === 0)).toEqual([]);
  expect(TERMS.filter((term) => !isVerified(term)).map((term) => term.id)).toEqual([
    'unmotivated',
    'manipulative',
    'smoker',
  ]);
});

test('has something to offer for every form', () => {
  const bare = TERMS.filter((term) => term.advice === undefined && term.forms.some(([, offer]) => offer === undefined));
  expect(bare).toEqual([]);
});

test('has an example for every term', () => {
  const shown = new Set(FLAGGED.map(([term]) => term));
  expect(TERMS.map((term) => term.id).filter((id) => !shown.has(id))).toEqual([]);
});

test.each(FLAGGED)('%s: offers kinder words for "%s"', (term, before, after) => {
  expect(flagWords(before, EVERYWHERE).map((flag) => flag.term)).toContain(term);
  expect(kinder(before)).toBe(after);
});

test.each(FLAGGED)('%s: is found in "%s" in capitals, and across lines', (term, before) => {
  const spellings = [before.toUpperCase(), before.replaceAll(' ', '\n  '), before.replaceAll(' ', '\u00A0')];
  const found = spellings.filter((text) => flagWords(text, EVERYWHERE).some((flag) => flag.term === term));
  expect(found).toEqual(spellings);
});

test.each([
  'clean hands',
  'her hands were clean',
  'the wound is clean and dry',
  'house is still dirty',
  'cleaned the kitchen',
  'control group',
  'in the poor control group of that study',
  'goes to Alcoholics Anonymous',
  'Substance Abuse and Mental Health Services Administration',
  'National Institute on Alcohol Abuse and Alcoholism',
  'Medical Marijuana Program',
  'F10.10 Alcohol abuse, uncomplicated',
  'E66.01 Morbid (severe) obesity due to excess calories',
  'Other psychoactive substance abuse (F19.10)',
  "Patient's noncompliance with other medical treatment (Z91.19)",
  'non-alcoholic beer',
  'alcoholic hepatitis',
  'insulin resistance; resistance training',
  'resistant hypertension',
  'methicillin-resistant infection',
  'diabetic retinopathy',
  'diabetic foot check',
  'relapsing-remitting',
  'relapse prevention group',
  'slipped on ice',
  'a slipped disc',
  'memory lapse',
  'nonsmoker',
  'non-smoker',
  'insurance claims',
  'coverage was denied',
  'claim was denied by the insurer',
  'school excuse note',
  'it is difficult to sleep',
  'the stairs are difficult',
  'spinal manipulation, osteopathic manipulative treatment',
  'frequent flyer miles',
  'low-fat milk; it is fat-free',
  'cheated on the exam',
  'chief of surgery',
  'worst offender is soda',
  'convicted of nothing',
  'drives drunk',
  'said “I was clean and then I relapsed”',
  'she said "I am an alcoholic" today',
  'user of the gym',
  'classification code 229819007',
])('leaves "%s" alone', (text) => {
  expect(flagWords(text, EVERYWHERE)).toEqual([]);
});

test('flags a single word in quotation marks, since that is the writer’s', () => {
  expect(flagWords('he is “manipulative”', []).map((flag) => flag.term)).toEqual(['manipulative']);
});

test('flags a label beside a code that is not its title', () => {
  expect(flagWords('F10.20, he is an alcoholic', EVERYWHERE).map((flag) => flag.term)).toEqual(['alcoholic']);
});

test('flags a term only within its scope', () => {
  expect(flagWords('one slip', scopesOf('weight'))).toEqual([]);
  expect(flagWords('one slip', scopesOf('tobacco'))).toHaveLength(1);
  expect(flagWords('no willpower', scopesOf('tobacco'))).toEqual([]);
  expect(flagWords('nonadherent', scopesOf('diabetes'))).toHaveLength(1);
  expect(flagWords('refuses', [])).toHaveLength(1);
});

test('knows the scopes of every family', () => {
  expect(FAMILIES.filter((family) => scopesOf(family).length > 0)).toHaveLength(9);
  expect(
    TERMS.flatMap((term) => term.scopes).filter((scope) => scope !== 'all' && !EVERYWHERE.includes(scope)),
  ).toEqual([]);
});

test('takes the longer of two terms, in order, without overlap', () => {
  const flags = flagWords('A former addict. Denies cravings, a recovering alcoholic.', EVERYWHERE);
  expect(flags.map((flag) => flag.term)).toEqual(['former-addict', 'denies', 'cravings', 'former-addict']);
  flags.forEach((flag, at) => {
    expect(flag.start).toBeLessThan(flag.end);
    expect(flag.start).toBeGreaterThanOrEqual(flags[at - 1]?.end ?? 0);
  });
});

test('points at the same words behind emoji and line breaks', () => {
  const text = '🙂🙂\nis an\n addict 🚬 smoker';
  expect(flagWords(text, EVERYWHERE).map((flag) => text.slice(flag.start, flag.end))).toEqual([
    'an\n addict',
    'smoker',
  ]);
});

test('says the same each time, and finds nothing in nothing', () => {
  const text = 'denies cravings';
  expect(flagWords(text, EVERYWHERE)).toEqual(flagWords(text, EVERYWHERE));
  expect(flagWords('', EVERYWHERE)).toEqual([]);
});

test('is finished with long and hostile text', () => {
  const hostile = [
    ' ',
    '(',
    '“',
    'a ',
    'is ',
    'hands is is ',
    'Alcohol ',
    'F10.10 Alcohol ',
    'clean ',
    'd',
    '\n',
    '"a b" denies ',
  ];
  for (const piece of hostile) {
    expect(Array.isArray(flagWords(piece.repeat(20_000 / piece.length), EVERYWHERE))).toBe(true);
  }
  const note = 'Pat denies pain and walks daily with a friend. '.repeat(2_000);
  expect(flagWords(note, EVERYWHERE)).toHaveLength(2_000);
});

test('never offers a term, a banned phrase or a label in return', () => {
  for (const term of TERMS) {
    for (const offer of [...term.forms.map(([, text]) => text ?? ''), term.advice ?? '']) {
      expect(bannedIn(offer)).toEqual([]);
      expect(flagWords(offer, EVERYWHERE)).toEqual([]);
    }
  }
});
