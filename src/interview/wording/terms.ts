// Terms that label or judge people, as data: what to flag, for which targets, and what to offer.

import { type Scope, type Term, term } from './term.ts';

const ALL: readonly Scope[] = ['all'];
const S: readonly Scope[] = ['substances'];
const A: readonly Scope[] = ['alcohol'];
const SA: readonly Scope[] = ['substances', 'alcohol'];
const SAT: readonly Scope[] = ['substances', 'alcohol', 'tobacco'];
const W: readonly Scope[] = ['weight'];

const DRUG = '(?:drug|opioid|opiate|heroin|cocaine|meth|crack)';
const THING =
  '(?:hands?|f(?:ee|oo)t|wounds?|skin|site|incision|dressings?|house|home|kitchen|room|clothes|lungs|teeth|needles?|equipment|mask|spacer|inhaler|air|water)';
const IS = '(?:is|was|are|were|be|been|being|stays?|stayed|staying|kept|gets?|got|getting|remains?|remained|looks?)';
const CLEAN_THING = `${THING} (?:(?:has|have|had|still|always) )?${IS} (?:\\p{L}+ )?(?:clean|dirty)`;
const PERSON = '(?:patients?|persons?|people|m[ae]n|wom[ae]n|child|children|adults?|teen(?:ager)?s?)';
const SCREEN = '(?:urines?|UDS|drug (?:screen|test)s?|tox(?:icology)? screens?|screens?|drug tests?)';

/** In the order of their table. Source: docs/design/motivational-interviewing.md, "Kind words in notes". */
export const TERMS: readonly Term[] = [
  term('addict', S, 'v', [
    [`(?:${DRUG} )?addicts`, 'people with a substance use disorder'],
    [`(?:${DRUG} )?addict`, 'person with a substance use disorder'],
  ]),
  term(
    'alcoholic',
    A,
    'v',
    [
      ['alcoholics', 'people with alcohol use disorder'],
      [`alcoholic(?: ${PERSON})?`, 'person with alcohol use disorder'],
    ],
    {
      except: [
        'alcoholic (?:drinks?|beverages?|content|liver|hepatitis|cirrhosis|fatty|steatohepatitis|pancreatitis|gastritis|cardiomyopathy|ketoacidosis|neuropathy|polyneuropathy|hand|solution)',
      ],
    },
  ),
  term('drunk', A, 'v', [
    [
      '(?<=(?:a|the|this|that|town) )drunk(?! (?:driv|person|man|woman|and|on))',
      'person who engages in unhealthy drinking',
    ],
    ['drunks', 'people who engage in unhealthy drinking'],
  ]),
  term('drug-user', SA, 'v', [
    [`${DRUG} (?:ab)?users`, 'people who use drugs'],
    [`${DRUG} (?:ab)?user`, 'person who uses drugs'],
    ['substance (?:ab)?users', 'people who use substances'],
    ['substance (?:ab)?user', 'person who uses substances'],
    ['alcohol (?:ab)?users', 'people who use alcohol'],
    ['alcohol (?:ab)?user', 'person who uses alcohol'],
  ]),
  term('substance-abuse', S, 'vp', [['(?:substance|drug) abuse', 'substance use']]),
  term('drug-habit', S, 'vp', [[`${DRUG} habits?`, 'substance use']]),
  term('alcoholism', A, 'v', [['alcoholism', 'alcohol use disorder']]),
  term(
    'clean',
    S,
    'v',
    [
      ['clean and sober', 'not currently using'],
      [`(?<=(?:${IS}|he['’]s|she['’]s) (?:(?:now|still|currently|all) )?)clean`, 'not currently using'],
    ],
    { except: [CLEAN_THING, 'clean (?:and (?:dry|tidy|intact)|shaven|catch|needles?|works)', `clean ${THING}`] },
  ),
  term('dirty', S, 'v', [[`(?<=${IS} (?:(?:now|still|currently) )?)dirty`, 'currently using']], {
    except: [CLEAN_THING, `dirty ${THING}`],
  }),
  term('clean-urine', S, 'v', [
    [`(?:had|gave|has|gives|provided) (?:a )?clean ${SCREEN}`, 'tested negative'],
    [`(?:had|gave|has|gives|provided) (?:a )?dirty ${SCREEN}`, 'tested positive'],
    [`clean ${SCREEN}`, 'negative test'],
    [`dirty ${SCREEN}`, 'positive test'],
    [`${SCREEN} (?:is|was|were|came back) clean`, 'tested negative'],
    [`${SCREEN} (?:is|was|were|came back) dirty`, 'tested positive'],
  ]),
  term(
    'relapse',
    SAT,
    'v',
    [
      ['(?<=(?:to|will|may|might|could|did|not) )relapse', 'return to use'],
      ['relapses', 'recurrences'],
      ['relapse', 'recurrence'],
      ['relapsed', 'returned to use'],
      ['relapsing', 'returning to use'],
    ],
    { except: ['relapsing[- ](?:remitting|fever|polychondritis)', 'relapse prevention'] },
  ),
  term(
    'lapse',
    SAT,
    'v',
    [
      ['(?:slip|lapse)s', 'recurrences of use'],
      ['(?:slip|lapse|slip-up)', 'recurrence of use'],
      ['(?:slipped(?: up)?|lapsed)', 'had a recurrence of use'],
    ],
    {
      except: [
        '(?:memory|time|concentration|attention|coverage|insurance|policy|prescription|permission|pay|referral|ID) (?:slip|lapse)(?:s|d)?',
        '(?:slip|lapse)s? (?:and|on|of|in (?:coverage|insurance|care|time|memory|attention))',
        'slipped (?:disc|disk|rib|on|in|down|off|while)',
        'lapsed (?:insurance|coverage|prescription|policy)',
      ],
    },
  ),
  term('former-addict', SA, 'v', [
    [`(?:former|recovering|reformed|ex)[- ](?:${DRUG} )?(?:addict|alcoholic|user)s`, 'people in recovery'],
    [`(?:former|recovering|reformed|ex)[- ](?:${DRUG} )?(?:addict|alcoholic|user)`, 'person in recovery'],
  ]),
  term('in-denial', SA, 'v', [
    ['(?:is|remains|seems|appears) in denial(?: about (?:his|her|their) \\p{L}+)?', 'sees their use differently'],
    ['was in denial(?: about (?:his|her|their) \\p{L}+)?', 'saw their use differently'],
    ['in denial', 'seeing their use differently'],
  ]),
  term(
    'resistant',
    ALL,
    'vs',
    [
      ['resistant to', 'unsure about'],
      ['resistant', 'unsure'],
      ['resists', 'is unsure about'],
      ['resisted', 'was unsure about'],
      ['resistance'],
    ],
    {
      advice: 'is unsure about ...; say what was said',
      except: [
        '(?:insulin|antibiotic|antimicrobial|drug|multidrug|treatment|vascular|airway|airways|water|fire|heat|child)[- ]resist(?:ant|ance)',
        'resistan(?:t|ce) (?:hypertension|organisms?|bacteria|infections?|strains?|to (?:antibiotics?|methicillin|penicillin)|training|exercises?|bands?|work)',
      ],
    },
  ),
  term(
    'noncompliant',
    ALL,
    'vb',
    [['(?:non-?|non |not |poorly )compliant(?: with)?'], ['(?:non-?|non |poor )compliance(?: with)?']],
    {
      advice: 'chose not to ..., and why',
    },
  ),
  term('failed-treatment', ALL, 'vb', [
    ['fail(?:ed|s) (?:\\p{L}+ )?(?:treatment|therapy|rehab|detox)', 'had treatment that did not help'],
    ['(?:treatment|therapy) failures?', 'treatment that did not help'],
  ]),
  term('medication-assisted', SA, 'v', [
    ['medication[- ]assisted (?:treatment|therapy)', 'medication for opioid or alcohol use disorder'],
  ]),
  term('injection-user', S, 'v', [
    ['(?:injection|injecting|intravenous|IV) drug (?:ab)?users', 'people who inject drugs'],
    ['(?:injection|injecting|intravenous|IV) drug (?:ab)?user', 'person who injects drugs'],
  ]),
  term('marijuana', S, 'v', [['mari[jh]uana', 'cannabis']], {
    except: ['medical mari[jh]uana (?:program|programme|card|act|registry)'],
  }),
  term('obese', W, 'w', [
    ['(?:is|are) morbidly obese', 'has class 3 obesity'],
    [`morbidly obese(?: ${PERSON})?`, 'person with class 3 obesity'],
    ['morbid obesity', 'class 3 obesity'],
    ['is obese', 'has obesity'],
    [`obese(?: ${PERSON})?`, 'person with obesity'],
  ]),
  term(
    'overweight',
    W,
    'w',
    [
      ['is (?:very |too |so )?(?:overweight|fat)', 'has a higher weight'],
      ['was (?:very |too |so )?(?:overweight|fat)', 'had a higher weight'],
      [`overweight(?: ${PERSON})?`, 'person with higher weight'],
      [`fat ${PERSON}`, 'person with higher weight'],
    ],
    { except: ['(?:is|was) fat[- ](?:free|soluble|mass|intake|and|or|in|from)'] },
  ),
  term('cravings', W, 'w', [
    ['craves', 'wants to eat in response to feelings'],
    ['craved', 'wanted to eat in response to feelings'],
    ['cravings?', 'desire to eat in response to feelings'],
  ]),
  term(
    'cheating',
    W,
    'w',
    [
      ['cheat(?:ed|s)(?: on (?:the|his|her|their) diet)?', 'had a situation that made it hard to stay on track'],
      [
        'cheat(?:ing)?(?: (?:days?|meals?|on (?:the|his|her|their) diet))?',
        'situation that made it hard to stay on track',
      ],
    ],
    {
      except: [
        'cheat(?:ed|s|ing)? on (?!(?:(?:the|his|her|their|a|an) )?diet)\\p{L}+',
        'cheating (?:husband|wife|partner)',
      ],
    },
  ),
  term('willpower', W, 'w', [
    ['will ?power', 'consistent choices'],
    ['self[- ]control', 'habits'],
  ]),
  term(
    'excuses',
    ALL,
    'w',
    [
      ['makes excuses', 'names challenges that get in the way'],
      ['made excuses', 'named challenges that get in the way'],
      ['(?:making )?excuses', 'challenges that get in the way'],
      ['(?<=(?:an|the|his|her|their|no|any|another) )excuse', 'challenge that gets in the way'],
    ],
    { except: ["(?:work|school|medical|doctor['’]s) excuses?", 'excuses? (?:from|note|letter|me)'] },
  ),
  term('junk-food', W, 'w', [['(?:junk|bad) foods?', 'foods low in nutrients']], { except: ['bad food poisoning'] }),
  term(
    'denies',
    ALL,
    'b',
    [
      ['den(?:ies|ied|ying) that'],
      ['denies(?: any)?', 'reports no'],
      ['denied(?: any)?', 'reported no'],
      ['denying(?: any)?', 'reporting no'],
    ],
    {
      advice: 'reports no ..., says no ...',
      except: [
        '(?:claim|coverage|insurance|request|appeal|authori[sz]ation|auth|visa|payment)s? (?:(?:was|were|is|are|has been|been) )?denied',
        'denied (?:by|coverage|authori[sz]ation|claims?|payment|access|entry)',
        '(?:insurer|insurance|plan|payer) denie[sd]',
      ],
    },
  ),
  term(
    'claims',
    ALL,
    'b',
    [
      ['claims to be', 'says they are'],
      ['claimed to be', 'said they were'],
      ['claimed to have', 'said they had'],
      ['claims to', 'says they'],
      ['claimed to', 'said they'],
      ['claims(?= (?:that|he|she|they|it|not|no|there|his|her|their|the|never|always)(?!\\p{L}))', 'says'],
      ['claimed(?= (?:that|he|she|they|it|not|no|there|his|her|their|the|never|always)(?!\\p{L}))', 'said'],
    ],
    { except: ['(?:insurance|billing|disability) claims', 'claims to (?:the|an?|be (?:filed|paid|sent))'] },
  ),
  term('insists', ALL, 'g', [
    ['insists on', 'asks for'],
    ['insisted on', 'asked for'],
    ['insists', 'says'],
    ['insisted', 'said'],
    ['insisting', 'saying'],
  ]),
  term('complains', ALL, 'b', [
    ['complains (?:of|about)', 'reports'],
    ['complained (?:of|about)', 'reported'],
    ['complaining (?:of|about)', 'reporting'],
    ['chief complaints?', 'reason for visit'],
  ]),
  term('poorly-controlled', ALL, 'ba', [['poorly[- ]controlled'], ['poor control']], {
    advice: 'name the value ("A1c 9.1 %")',
    except: [
      'control (?:group|arm|subjects?|condition)',
      'poorly[- ]controlled (?:trial|study|experiment)s?',
      'poor control (?:group|arm)',
    ],
  }),
  term('diabetic', ['diabetes'], 'an', [
    ['diabetics', 'people with diabetes'],
    ['is (?:an? )?diabetic(?! \\p{L})', 'has diabetes'],
    [`diabetic ${PERSON}`, 'person with diabetes'],
    [
      'diabetic(?= (?:and|or|who|with|since|for|but|in|at|is|was|has|had|on)(?!\\p{L})|\\s*[^\\p{L}\\s]|\\s*$)',
      'person with diabetes',
    ],
  ]),
  term(
    'adherent',
    ['diabetes', 'medicines'],
    'a',
    [['(?:non-?|non |not |poorly )?adherent(?: (?:with|to))?'], ['(?:non-?|non |poor )adherence(?: (?:with|to))?']],
    {
      advice: 'takes it about half the time (say what)',
      except: [
        'adherent (?:scabs?|dressings?|placenta|plaques?|clots?|tissue|membranes?|to (?:the )?(?:skin|wall|bone))',
        'non-?adherent dressings?',
      ],
    },
  ),
  term('not-allowed', ALL, 'b', [
    ['(?:is |are |was |were )?not allowed to', 'agreed not to'],
    ["(?:is|are|was|were)n['’]t allowed to", 'agreed not to'],
  ]),
  term(
    'suffers',
    ALL,
    'n',
    [['suffers from', 'has'], ['suffered from', 'had'], ['suffering from', 'living with'], ['victims? of']],
    { advice: 'has, lives with; say what happened' },
  ),
  term('mentally-ill', ALL, 'n', [
    ['(?:is|was|are|were) mentally ill', 'has a mental health condition'],
    ['the mentally ill', 'people with a mental health condition'],
    [`mentally ill(?: ${PERSON})?`, 'person with a mental health condition'],
  ]),
  term(
    'refuses',
    ALL,
    'g',
    [
      ['refuses', 'declines'],
      ['refused', 'declined'],
      ['refusing', 'declining'],
      ['(?<=(?:to|may|will|did|not|they|and) )refuse', 'decline'],
    ],
    { advice: 'declines, chose not to; give the reason' },
  ),
  term('unmotivated', ALL, 'u', [['(?:un-?|not |poorly )motivated'], ['(?:lacks|lacking|lack of|no) motivation']], {
    advice: 'importance is <the actual number> of 10 today',
  }),
  term('manipulative', ALL, 'u', [['manipulative'], ['drug[- ]seek(?:ing|er|ers)']], {
    advice: 'describe what was asked and said',
    except: [
      'osteopathic manipulative',
      'manipulative (?:therap(?:y|ies)|medicine|treatments?|techniques?|physiotherapy)',
    ],
  }),
  term(
    'frequent-flyer',
    ALL,
    'g',
    [
      ['frequent[- ]fl[iy]ers', 'people with frequent visits'],
      ['frequent[- ]fl[iy]er', 'person with frequent visits'],
    ],
    { except: ['frequent[- ]fl[iy]er (?:miles|points|program|programme)'] },
  ),
  term(
    'difficult',
    ALL,
    's',
    [
      ['agitated'],
      [`difficult (?:${PERSON}|historian|family|mother|father|parents?)`],
      [
        '(?:he|she|patient|pt|they|mother|father|family) (?:is|was|are|were) (?:very |being )?difficult(?! (?:to (?!work|deal|manage|engage)|for))',
      ],
    ],
    { advice: 'describe the behavior', except: ['agitated saline'] },
  ),
  term('smoker', ['tobacco'], 'u', [
    ['(?:former|past|ex)[- ]smokers', 'people who used to smoke'],
    ['(?:former|past|ex)[- ]smoker', 'person who used to smoke'],
    ["(?:(?:current|heavy|light|chain|daily|active) )?smokers(?!['’])", 'people who smoke'],
    ["(?:(?:current|heavy|light|chain|daily|active) )?smoker(?!['’])", 'person who smokes'],
  ]),
  term(
    'offender',
    ALL,
    'v',
    [
      ['(?:ex-?)?convicts|offenders', 'people with legal-system involvement'],
      ['(?:ex-?)?convict|offender', 'person with legal-system involvement'],
    ],
    { except: ['(?:worst|main|biggest|usual) offenders?'] },
  ),
];
