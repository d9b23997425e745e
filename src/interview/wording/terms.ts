// Terms that label or judge people, as data: what to flag, for which targets, and what to offer.

import {
  ALONE,
  ANY_PERSON,
  adjectiveFor,
  CLAUSE,
  doerOf,
  eitherFor,
  FULL,
  NOUN,
  nounFor,
  SENTENCE_START,
  WHO,
} from './phrase-parts.ts';
import { advice, except, type Scope, type Term, term, type WordForm } from './term.ts';

const ALL: readonly Scope[] = ['all'];
const S: readonly Scope[] = ['substances'];
const A: readonly Scope[] = ['alcohol'];
const SA: readonly Scope[] = ['substances', 'alcohol'];
const SAT: readonly Scope[] = ['substances', 'alcohol', 'tobacco'];
const W: readonly Scope[] = ['weight'];

const DRUG = '(?:drug|opioid|opiate|heroin|cocaine|meth|crack)';
/** What people use, as a label names it and as a sentence does. */
const USED = Object.entries({
  drug: 'drugs',
  opioid: 'opioids',
  opiate: 'opiates',
  heroin: 'heroin',
  cocaine: 'cocaine',
  meth: 'meth',
  crack: 'crack',
  substance: 'substances',
  alcohol: 'alcohol',
});
const THING =
  '(?:hands?|f(?:ee|oo)t|wounds?|skin|site|incision|dressings?|house|home|kitchen|room|clothes|lungs|teeth|needles?|equipment|mask|spacer|inhaler|air|water)';
const IS =
  '(?:is|was|are|were|be|been|being|stays?|stayed|staying|keeps?|kept|gets?|got|getting|remains?|remained|looks?)';
const CLEAN_THING = `${THING} (?:(?:has|have|had|still|always) )?${IS} (?:[a-z]+ )?(?:clean|dirty)`;
const SCREEN = '(?:(?:urine )?(?:drug |tox(?:icology)? )?(?:screen|test)|urine(?: sample)?|UDS)';
const DAY = '(?:the weekend|\\d|[a-z]+day)';
/** After "relapsed": not what was used, which "returned to use" cannot name. */
const USES_NOTHING = `(?! (?:with|to|into|on(?! ${DAY})|patients?|disease)\\b)`;
const MODAL = "(?:\\b(?:to|will|may|might|could|would|did|not|they|people|patients)|n['’]t)";
const OBJECT = '(?:the|an?|his|her|their|all|any|help|treatment|care)';
/** After "denies": what somebody does. */
const DOING = '(?:being|having|feeling|taking|using|drinking|smoking|vaping)';
/** After "denies": a name for what is absent. Most other words would not fit behind "no". */
const ABSENT =
  '(?:current|recent|daily|other|new|chest|pain|symptoms?|problems?|side|shortness|fevers?|cough|nausea|vomiting|dizziness|headaches?|alcohol|drugs?|tobacco|cannabis|use|withdrawal|cravings|depression|anxiety|suicidal|thoughts|SI|HI|morning)';
/** After "denies": no verb soon, as in "denies drinking is a problem". */
const NO_CLAUSE = '(?! (?:[a-z]+ ){1,3}(?:is|was|are|were|has|had|affects?|causes?)\\b)';
const CLAIMED = '(?:that|he|she|they|it|there|(?:the|his|her|their) [a-z]+ (?:is|was|are|were|has|had|have))\\b';
/** After "complains of": not an ailment. */
const WHOSE = '(?= (?:the|his|her|their|him|them|it|this|that|how)\\b)';
/** After "suffers from": an ailment, not what brings it on. */
const A_CONDITION = '(?! (?:the|his|her|their|it|this|that|not|a lot|[a-z]+ing)\\b)';

/** Before "claims": nothing that makes it a noun. */
const NO_NOUN = '(?<!(?:the|his|her|their|these|those|of|any|no|all|many|several|repeated|made|makes) )';
const FORMER = `(?:former|recovering|reformed|ex)[- ](?:(?:IV |injection )?(?:${DRUG}|substance|alcohol) )?(?:addict|alcoholic)`;
const FORMER_USER = `(?:former|ex)[- ](?:(?:IV |injection )?(?:${DRUG}|substance|alcohol) )?(?:ab)?user`;
const SEEMS = `${WHO} (?:is|was|are|were|seems|seemed|remains|remained) (?:still |very )?`;

/** In the order of their table. Source: docs/design/motivational-interviewing.md, "Kind words in notes". */
export const TERMS: readonly Term[] = [
  term('addict', S, 'v', [
    ...nounFor(`(?:${DRUG} )?addict`, 'person with a substance use disorder', 'people with a substance use disorder'),
    [`(?:${DRUG} )?addicts?`],
    advice('person with a substance use disorder'),
    except('(?:gambling|gaming|sex|sugar|work) addicts?'),
  ]),
  term('alcoholic', A, 'v', [
    ...eitherFor('alcoholic', 'alcohol use disorder'),
    [`alcoholics|alcoholic${ALONE}`],
    [`alcoholic ${WHO}s?`],
    advice('person with alcohol use disorder'),
  ]),
  term('drunk', A, 'v', [
    [`was a (?:town )?drunk${FULL}`, 'engaged in unhealthy drinking'],
    [`(?<=\\b(?:a|the|this|that) )(?:town )?drunk${ALONE}`, 'person who engages in unhealthy drinking'],
    ['drunks', 'people who engage in unhealthy drinking'],
    ['(?<=\\b(?:a|the|this|that) )(?:town )?drunk(?! (?:driv|on))'],
    advice('engages in unhealthy drinking'),
    except('drunk and disorderly'),
  ]),
  term('drug-user', SA, 'v', [
    ...USED.flatMap(([label, used]) =>
      doerOf(`(?:${label}) (?:ab)?user`, [`uses ${used}`, `use ${used}`, `used ${used}`]),
    ),
    [`(?:${DRUG}|substance|alcohol) (?:ab)?users?`],
    advice('person who uses ...; say what and how'),
  ]),
  term('substance-abuse', S, 'vp', [['(?:substance|drug) abuse', 'substance use']]),
  term('drug-habit', S, 'vp', [
    [`(?:an? )${DRUG} habit`, 'substance use'],
    [`${DRUG} habits?`, 'substance use'],
  ]),
  term('alcoholism', A, 'v', [['alcoholism', 'alcohol use disorder']]),
  term('clean', S, 'v', [
    [
      `(?<=${WHO} (?:is|are) |${SENTENCE_START}is |(?:he|she)['’]s |they['’]re )clean(?: and sober)?${CLAUSE}`,
      'not currently using',
    ],
    [
      `(?<=${WHO} (?:(?:was|were) (?:still )?|(?:is|are) (?:now|still|currently) ))clean(?: and sober)?${CLAUSE}`,
      'not using',
    ],
    [`(?<=(?:\\b${IS}|['’]s|['’]re) (?:(?:now|still|currently|all) )?)clean(?: and sober)?`],
    ['clean and sober'],
    advice('not using; say since when'),
    except(CLEAN_THING),
    except('clean and (?:dry|tidy|intact|well|neatly)'),
    except(`clean (?:shaven|catch|needles?|works|${THING})`),
  ]),
  term('dirty', S, 'v', [
    [`(?<=(?:\\b${IS}|['’]s) (?:(?:now|still|currently) )?)dirty`],
    advice('using; or describe what was seen'),
    except(CLEAN_THING),
    except(`dirty ${THING}`),
  ]),
  term('clean-urine', S, 'v', [
    ...Object.entries({ clean: 'negative', dirty: 'positive' }).flatMap(([word, result]): readonly WordForm[] => [
      [`(?:had|gave|provided) (?:a )?${word} ${SCREEN}s?`, `tested ${result}`],
      [`(?:has|gives|provides) (?:a )?${word} ${SCREEN}s?`, `tests ${result}`],
      [`${word} ${SCREEN}s`, `${result} tests`],
      [`${word} ${SCREEN}`, `${result} test`],
      [`${SCREEN} (?:was|came back) ${word}`, `test was ${result}`],
    ]),
  ]),
  term('relapse', SAT, 'v', [
    [`(?<=${MODAL} )relapse${USES_NOTHING}`, 'return to use'],
    [`(?<=${WHO} )relapses${USES_NOTHING}`, 'returns to use'],
    [
      `(?<=${WHO} (?:(?:has|had|have) )?|${SENTENCE_START}(?:(?:never|has|had) )?)relapsed${USES_NOTHING}`,
      'returned to use',
    ],
    [`(?<=${WHO} (?:is|was|are|were) |\\bof )relapsing${CLAUSE}`, 'returning to use'],
    [`${NOUN}relapses${USES_NOTHING}`, 'recurrences'],
    [`(?:${NOUN}|(?<=${SENTENCE_START}))relapse${USES_NOTHING}`, 'recurrence'],
    ['relaps(?:e|es|ed|ing)'],
    advice('used again, returned to using ...'),
    except('relapsing[- ](?:remitting|fever|polychondritis)'),
    except('relapse prevention'),
  ]),
  term('lapse', SAT, 'v', [
    [`${NOUN}(?:slips|lapses|slip-ups)`, 'recurrences of use'],
    [`${NOUN}(?:slip|lapse|slip-up)`, 'recurrence of use'],
    ['slipped up'],
    [`(?<=${WHO} (?:has |had )?)lapsed`, 'had a recurrence of use'],
    ['(?:slip(?:ped)?|lapsed?)(?:s|-ups?)?'],
    advice('used again; say what and when'),
    except(
      '(?:memory|time|concentration|attention|coverage|insurance|policy|prescription|permission|pay|referral|ID) (?:slip|lapse)(?:s|d)?',
    ),
    except(
      '(?:slip|lapse)s? (?:and|on|of|in (?:coverage|insurance|care|time|memory|attention|judge?ment|concentration|the))',
    ),
    except('slipped (?:disc|disk|rib|on|in|down|off|while|and)'),
    except('lapsed (?:insurance|coverage|prescription|policy)'),
  ]),
  term('former-addict', SA, 'v', [
    [`${FORMER}s`, 'people in recovery'],
    [`${FORMER}${ALONE}`, 'person in recovery'],
    [FORMER],
    [`${FORMER_USER}s?`],
    advice('person in recovery, or who used to use ...'),
  ]),
  term('in-denial', SA, 'v', [
    ['is in denial (?:about|of)', 'has a different view of'],
    ['are in denial (?:about|of)', 'have a different view of'],
    ['(?:was|were) in denial (?:about|of)', 'had a different view of'],
    ['in denial'],
    advice('sees it differently; say how'),
  ]),
  term('resistant', ALL, 'vs', [
    [`(?<=${SEEMS}|${SENTENCE_START})resistant to`, 'unsure about'],
    [`resistant(?= ${ANY_PERSON})`, 'unsure'],
    [`(?<=${SEEMS})resistant${CLAUSE}`, 'unsure'],
    ['resist(?:s|ed|ance|ant)'],
    advice('is unsure about ...; say what was said'),
    except(
      '(?:insulin|antibiotic|antimicrobial|drug|multidrug|treatment|vascular|airway|airways|water|fire|heat|child)[- ]resist(?:ant|ance)',
    ),
    except(
      'resistan(?:t|ce) (?:hypertension|organisms?|bacteria|infections?|strains?|to (?:antibiotics?|methicillin|penicillin|insulin)|training|exercises?|bands?|work)',
    ),
  ]),
  term('noncompliant', ALL, 'vb', [
    ['(?:non-?|non |not |poorly )compliant(?: with)?'],
    ['(?:non-?|non |poor )compliance(?: with)?'],
    advice('chose not to ..., and why'),
  ]),
  term('failed-treatment', ALL, 'vb', [
    ['failed (?:[a-z]+ )?(?:treatment|therapy|rehab|detox)', 'had treatment that did not help'],
    ['fails (?:[a-z]+ )?(?:treatment|therapy|rehab|detox)', 'has treatment that does not help'],
    ['(?<=(?:is|was|be|been|as|considered) an? )(?:treatment|therapy) failure', 'person whom treatment did not help'],
    ['(?:treatment|therapy) failures', 'treatments that did not help'],
    ['(?:treatment|therapy) failure', 'treatment that did not help'],
  ]),
  term('medication-assisted', SA, 'v', [
    ['medication[- ]assisted (?:treatment|therapy)', 'medication for opioid or alcohol use disorder'],
  ]),
  term('injection-user', S, 'v', [
    ...doerOf('(?:injection|injecting|intravenous|IV) drug (?:ab)?user', [
      'injects drugs',
      'inject drugs',
      'injected drugs',
    ]),
    ['(?:injection|injecting|intravenous|IV) drug (?:ab)?users?'],
    advice('person who injects drugs'),
  ]),
  term('marijuana', S, 'v', [
    ['mari[jh]uana', 'cannabis'],
    except('medical mari[jh]uana (?:program|programme|card|act|registry)'),
  ]),
  term('obese', W, 'w', [
    ...adjectiveFor('morbidly obese', 'class 3 obesity'),
    ...adjectiveFor('obese', 'obesity'),
    [`became obese${FULL}`, 'developed obesity'],
    ['morbid obesity', 'class 3 obesity'],
    ['(?:morbidly )?obese'],
    advice('has obesity'),
  ]),
  term('overweight', W, 'w', [
    ...adjectiveFor('(?:very |too |so )?overweight', 'a higher weight'),
    [`(?<=${WHO} |${SENTENCE_START})is (?:very |too |so )?fat${CLAUSE}`, 'has a higher weight'],
    [`(?<=${WHO} |${SENTENCE_START})was (?:very |too |so )?fat${CLAUSE}`, 'had a higher weight'],
    ['overweight'],
    ['(?<=(?:feels?|felt|is|was|are|were|very|too|so) )fat'],
    [`fat ${ANY_PERSON}`, '... with a higher weight'],
    advice('has a higher weight; say the weight if it matters'),
    except('(?:is|was|are|were) fat[- ](?:free|soluble|mass|intake|and|or|in|from)'),
  ]),
  term('cravings', W, 'w', [
    ['crav(?:es|ed|ings?)'],
    advice('wants to eat in response to feelings; say what and when'),
  ]),
  term('cheating', W, 'w', [
    [`cheated on (?:(?:the|his|her|their) )?diet${FULL}`, 'had a situation that made it hard to stay on track'],
    [`cheats on (?:(?:the|his|her|their) )?diet${FULL}`, 'has situations that make it hard to stay on track'],
    ['cheat(?:ed|s|ing)?(?: (?:days?|meals?|on (?:(?:the|his|her|their) )?diet))?'],
    advice('had a situation that made it hard to stay on track'),
    except('cheat(?:ed|s|ing)? on (?!(?:(?:the|his|her|their|a|an) )?diet)[a-z]+'),
    except('cheating (?:husband|wife|partner)'),
  ]),
  term('willpower', W, 'w', [
    ['will ?power'],
    ['self[- ]control'],
    advice('consistent choices, habits; say what helps'),
  ]),
  term('excuses', ALL, 'w', [
    [`makes excuses${FULL}`, 'names challenges that get in the way'],
    [`made excuses${FULL}`, 'named challenges that get in the way'],
    [`making excuses${FULL}`, 'naming challenges that get in the way'],
    ['(?:mak(?:e|es|ing)|made) excuses'],
    ['excuses?'],
    advice('names what gets in the way'),
    except("(?:work|school|medical|doctor['’]s) excuses?"),
    except('excuses? (?:from|note|letter|me|h(?:im|er)(?:self)?)'),
  ]),
  term('junk-food', W, 'w', [
    [`junk food${ALONE}`, 'food low in nutrients'],
    [`(?:junk|bad) foods${ALONE}`, 'foods low in nutrients'],
    ['(?:junk|bad) foods?'],
    advice('food low in nutrients; say which'),
    except('bad food poisoning'),
  ]),
  term('denies', ALL, 'b', [
    ...Object.entries({ denies: 'reports', denied: 'reported', denying: 'reporting' }).flatMap(
      ([denies, reports]): readonly WordForm[] => [
        [`${denies}(?= ${DOING}\\b)${NO_CLAUSE}`, `${reports} not`],
        [`${denies} (?:any|all|an?)(?= (?!(?:of|lot|few|little|single|one|more)\\b)[a-z])`, `${reports} no`],
        [`${denies}(?= ${ABSENT}\\b)${NO_CLAUSE}`, `${reports} no`],
      ],
    ),
    ['den(?:ies|ied|ying)(?: that)?'],
    advice('reports no ..., says no ...'),
    except(
      '(?:claim|coverage|insurance|request|appeal|authori[sz]ation|auth|visa|payment)s? (?:(?:was|were|is|are|has been|been) )?denied',
    ),
    except('(?:was|were|been|being|is|are|gets?|got|getting) (?:[a-z]+ )?denied'),
    except(
      'denied (?:by|coverage|authori[sz]ation|claims?|payment|access|entry|housing|parole|bail|benefits|disability|care|services)',
    ),
    except(
      '(?:insurer|insurance|plan|payer|judge|court|bank|clinic|hospital|pharmacy|landlord|employer|school) denie[sd]',
    ),
  ]),
  term('claims', ALL, 'b', [
    ...['he', 'she'].flatMap((one): readonly WordForm[] => [
      [`(?<=\\b${one} )claims to be`, `says ${one} is`],
      [`(?<=\\b${one} )claimed to be`, `said ${one} was`],
      [`(?<=\\b${one} )claims to have`, `says ${one} has`],
      [`(?<=\\b${one} )claimed to have`, `said ${one} had`],
    ]),
    [`${NO_NOUN}claims(?= ${CLAIMED})`, 'says'],
    [`${NO_NOUN}claimed(?= ${CLAIMED})`, 'said'],
    ['claims no(?= [a-z])', 'reports no'],
    ['claimed no(?= [a-z])', 'reported no'],
    ['claim(?:s|ed)(?= (?:to|that|he|she|they|it|not|no|there|his|her|their|the|never|always)\\b)'],
    advice('says ..., says that ...'),
    except('(?:insurance|billing|disability) claims'),
    except('claims to (?:the|an?|be (?:filed|paid|sent))'),
  ]),
  term('insists', ALL, 'g', [
    ['insists on(?= (?:an?|the|his|her|their|more|another) )', 'asks for'],
    ['insisted on(?= (?:an?|the|his|her|their|more|another) )', 'asked for'],
    [`insists(?= ${CLAIMED})`, 'says'],
    [`insisted(?= ${CLAIMED})`, 'said'],
    [`insisting(?= ${CLAIMED})`, 'saying'],
    ['insist(?:s|ed|ing)(?: (?:on|upon))?'],
    advice('says ..., asks for ...; give the words'),
  ]),
  term('complains', ALL, 'b', [
    [`complains (?:about|of${WHOSE})`, 'raises concerns about'],
    [`complained (?:about|of${WHOSE})`, 'raised concerns about'],
    [`complaining (?:about|of${WHOSE})`, 'raising concerns about'],
    ['complains of', 'reports'],
    ['complained of', 'reported'],
    ['complaining of', 'reporting'],
    ['chief complaints', 'reasons for visit'],
    ['chief complaint', 'reason for visit'],
  ]),
  term('poorly-controlled', ALL, 'ba', [
    ['poorly[- ]controlled'],
    ['poor control'],
    advice('name the value ("A1c 9.1 %")'),
    except('control (?:group|arm|subjects?|condition)'),
    except('poorly[- ]controlled (?:trial|study|experiment)s?'),
    except('poor control (?:group|arm)'),
  ]),
  term('diabetic', ['diabetes'], 'an', [
    ...['', 'type 1 ', 'type 2 '].flatMap((type): readonly WordForm[] => [
      [`is an? ${type}diabetic${FULL}`, `has ${type}diabetes`],
      ...eitherFor(`${type}diabetic`, `${type}diabetes`),
    ]),
    [`diabetics?${ALONE}`],
    [`diabetic ${ANY_PERSON}`],
    advice('has diabetes, person with diabetes'),
  ]),
  term('adherent', ['diabetes', 'medicines'], 'a', [
    ['(?:non-?|non |not |poorly )?adherent(?: (?:with|to))?'],
    ['(?:non-?|non |poor )adherence(?: (?:with|to))?'],
    advice('takes it about half the time (say what)'),
    except('adherent (?:scabs?|dressings?|placenta|plaques?|clots?|tissue|membranes?|to (?:the )?(?:skin|wall|bone))'),
    except('non-?adherent dressings?'),
  ]),
  // Neither who forbade it nor what was agreed is in these words.
  term('not-allowed', ALL, 'b', [
    ['(?:is |are |was |were )?not allowed to'],
    ["(?:is|are|was|were)n['’]t allowed to"],
    advice('say who set the rule, or what they chose'),
  ]),
  term('suffers', ALL, 'n', [
    [`suffers from${A_CONDITION}`, 'has'],
    [`suffered from${A_CONDITION}`, 'had'],
    [`suffering from${A_CONDITION}`, 'living with'],
    ['suffer(?:s|ed|ing) from'],
    ['victims? of'],
    advice('has, lives with; say what happened'),
  ]),
  term('mentally-ill', ALL, 'n', [
    ...adjectiveFor('mentally ill', 'a mental health condition'),
    ['mentally ill'],
    advice('has a mental health condition'),
  ]),
  term('refuses', ALL, 'g', [
    ['refuses', 'declines'],
    ['refused', 'declined'],
    ['refusing', 'declining'],
    [`(?<=(?:to|may|will|did|not|they|and) )refuse(?= (?:to|${OBJECT})\\b)`, 'decline'],
    ['(?<=(?:to|may|will|did|not|they) )refuse'],
    advice('declines, chose not to; give the reason'),
    except('(?:was|were|been|being|is|are|gets?|got) (?:[a-z]+ )?refused'),
  ]),
  term('unmotivated', ALL, 'u', [
    ['(?:un-?|not |poorly )motivated'],
    ['(?:lacks|lacking|lack of|no) motivation'],
    advice('importance is <the actual number> of 10 today'),
  ]),
  term('manipulative', ALL, 'u', [
    ['manipulative'],
    ['drug[- ]seek(?:ing|er|ers)'],
    advice('describe what was asked and said'),
    except('osteopathic manipulative'),
    except('manipulative (?:therap(?:y|ies)|medicine|treatments?|techniques?|physiotherapy)'),
  ]),
  term('frequent-flyer', ALL, 'g', [
    ...nounFor('frequent[- ]fl[iy]er', 'person with frequent visits', 'people with frequent visits'),
    ['frequent[- ]fl[iy]ers?'],
    advice('person with frequent visits; say how many'),
    except('frequent[- ]fl[iy]er (?:miles|points|program|programme)'),
  ]),
  term('difficult', ALL, 's', [
    ['agitated'],
    [`difficult (?:${ANY_PERSON}|historian|family|mother|father|parents?)`],
    [
      '(?:he|she|patient|pt|they|mother|father|family) (?:is|was|are|were) (?:very |being )?difficult(?! (?:to (?!work|deal|manage|engage)|for))',
    ],
    advice('describe the behavior'),
    except('agitated saline'),
  ]),
  term('smoker', ['tobacco'], 'u', [
    [`(?:former|past|ex)[- ]smokers`, 'people who used to smoke'],
    [`(?:former|past|ex)[- ]smoker${ALONE}(?! (?:since|for|from|until)\\b)`, 'person who used to smoke'],
    [`never[- ]smokers`, 'people who have never smoked'],
    [`never[- ]smoker${ALONE}`, 'person who has never smoked'],
    ...doerOf('(?:(?:current|active) )?smoker', ['smokes', 'smoke', 'smoked']),
    ...doerOf('daily smoker', ['smokes daily', 'smoke daily', 'smoked daily']),
    ['(?:(?:current|heavy|light|chain|daily|active|former|past|ex|never) )?smokers?'],
    advice('person who smokes; say how much'),
    except("smokers?['’]s?"),
    except('non smokers?'),
  ]),
  term('offender', ALL, 'v', [
    ...nounFor(
      '(?:ex-?)?convict|offender',
      'person with legal-system involvement',
      'people with legal-system involvement',
    ),
    ['(?:ex-?)?convicts|(?<!to )(?:ex-?)?convict|offenders?'],
    advice('person with legal-system involvement'),
    except('(?:worst|main|biggest|usual) offenders?'),
  ]),
];
