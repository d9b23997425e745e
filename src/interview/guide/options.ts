// A menu by behavior: what others have tried. Facts of daily life, without advice, doses or promises of effect.

type Menu = readonly [keys: string, options: readonly string[]];

/** Each option continues "What others have tried:". At most 12 words. Five or more per menu. */
const MENUS: readonly Menu[] = [
  [
    'smoking vaping',
    [
      'choosing a day to stop, and telling someone',
      'nicotine patches, gum or lozenges',
      'calling a quitline or joining a group',
      'cutting down first, step by step',
      'asking the clinic about medicines for stopping',
    ],
  ],
  [
    'smoke-free-home',
    [
      'smoking outside, away from doors and windows',
      'a chair and an ashtray outside',
      'a sign by the door for visitors',
      'keeping the car free of smoke too',
      'nicotine gum for the hours at home',
    ],
  ],
  [
    'alcohol',
    [
      'choosing days without a drink ahead of time',
      'starting the evening with a drink without alcohol',
      'smaller or weaker drinks',
      'keeping none at home',
      'telling a friend the plan for the evening',
      'asking the clinic how to stop safely',
    ],
  ],
  [
    'cannabis',
    [
      'choosing days without it ahead of time',
      'using later in the day',
      'leaving it out of the bedroom',
      'a walk or a call when the urge comes',
      'a peer or recovery group',
      'talking over treatment with the clinic',
    ],
  ],
  [
    'other-substances',
    [
      'talking over treatment with the clinic',
      'asking about medicines that are part of treatment',
      'a peer or recovery group',
      'changing one place or habit that goes with using',
      'telling one trusted person',
      'carrying naloxone, in case of opioids',
    ],
  ],
  [
    'safer-use',
    [
      'carrying naloxone, and showing others how to use it',
      'not being alone when using',
      'test strips, where they are legal',
      'clean supplies from a local program',
      'starting with a smaller amount',
      'asking the clinic about medicines',
    ],
  ],
  [
    'substance-treatment',
    [
      'a first visit just to ask questions',
      'asking about medicines that are part of treatment',
      'a peer or recovery group',
      'bringing someone along',
      'treatment by phone or video',
      'help with the ride or the cost',
    ],
  ],
  [
    'activity walking',
    [
      'getting off the bus one stop early',
      'walking with a friend, a dog or a group',
      'ten minutes after a meal',
      'dancing, gardening, swimming: something they enjoy',
      'putting it in the calendar',
    ],
  ],
  [
    'strength',
    [
      'getting up from a chair ten times',
      'a stretchy band at home',
      'a class or a trainer for beginners',
      'exercises during the news',
      'a rest day in between',
    ],
  ],
  [
    'regular-meals',
    [
      'one meal at a set time',
      'a phone reminder for meals',
      'a breakfast that is ready the night before',
      'cooking twice as much and freezing half',
      'eating with someone',
    ],
  ],
  [
    'sweet-drinks',
    [
      'water or tea in place of one sweet drink',
      'a smaller bottle or glass',
      'sparkling water with fruit',
      'keeping sweet drinks for weekends',
      'leaving them off the shopping list',
    ],
  ],
  [
    'vegetables',
    [
      'one more vegetable at dinner',
      'frozen vegetables, ready to heat',
      'cut vegetables in the fridge',
      'a new vegetable each week',
      'a salad or soup to start',
    ],
  ],
  [
    'taking-medicines',
    [
      'taking it with a daily habit, like brushing teeth',
      'a pill box by day of the week',
      'a phone reminder',
      'asking about side effects, or another time of day',
      'bringing all the boxes to the next visit',
    ],
  ],
  [
    'refills',
    [
      'refills by mail, or for more days at a time',
      'a pharmacy that fills them all on one day',
      'a reminder a week ahead',
      'asking someone to pick them up',
      'asking about help with the cost',
    ],
  ],
  [
    'side-effects',
    [
      'writing down what they feel, and when',
      'bringing the list to the next visit',
      'calling the pharmacist',
      'asking about another time of day',
      'asking about another medicine',
    ],
  ],
  [
    'preventer',
    [
      'keeping the inhaler by the toothbrush',
      'showing the nurse how they use it',
      'a phone reminder, morning and evening',
      'a second inhaler at work or school',
      'asking about side effects',
    ],
  ],
  [
    'triggers',
    [
      'a diary of triggers for two weeks',
      'looking at home for smoke, dust or mold',
      'asking about an allergy test',
      'changing one thing at a time',
      'a note of the weather and the pollen',
    ],
  ],
  [
    'action-plan',
    [
      'a written action plan on the fridge',
      'a photo of the plan in the phone',
      'going through the plan with the nurse',
      'sharing the plan at work or school',
      'a date to look at it again',
    ],
  ],
  [
    'glucose',
    [
      'checking at one set time each day',
      'a meter or app that keeps the readings',
      'asking about a sensor',
      'writing down questions for the nurse',
      'a class or group on living with it',
    ],
  ],
  [
    'foot-check',
    [
      'looking at the feet after washing',
      'a mirror on the floor',
      'asking someone to look',
      'dry socks and well-fitting shoes',
      'showing the nurse at each visit',
    ],
  ],
  [
    'insulin-meals',
    [
      'setting out insulin with the plates',
      'a phone reminder at mealtimes',
      'a small kit for meals away from home',
      'a note of meals and readings for a week',
      'going over the steps with the nurse',
    ],
  ],
  [
    'home-readings',
    [
      'sitting down for a reading at the same time each day',
      'writing the readings in a book or app',
      'having a reading taken at a pharmacy',
      'a check that the cuff fits',
      'bringing the readings to the next visit',
    ],
  ],
  [
    'salt',
    [
      'tasting before adding salt',
      'herbs, lemon or spices for taste',
      'reading the label on one food',
      'leaving the shaker off the table',
      'cooking one more meal at home',
    ],
  ],
  [
    'pacing',
    [
      'shorter spells with planned rests',
      'a diary of what helps and what does not',
      'gentle stretching or warm water',
      'doing a little less than a good day allows',
      'a pain class or a physical therapist',
    ],
  ],
  [
    'valued-activity',
    [
      'one small enjoyable thing, set for a day',
      'a walk with someone they like',
      'music, a hobby or time outside',
      'getting up at the same time each day',
      'telling one trusted person how it is',
    ],
  ],
  [
    'therapy',
    [
      'a first visit just to meet',
      'therapy by phone or video',
      'a list of what they want from it',
      'asking about someone who speaks their language',
      'help with the ride or the cost',
    ],
  ],
  [
    'facing-fears',
    [
      'a list from easiest to hardest',
      'staying with the easiest one for a while',
      'taking someone along the first time',
      'the same small step several days in a row',
      'therapy that goes step by step',
    ],
  ],
  [
    'worry-time',
    [
      'fifteen minutes at the same time each day',
      'writing worries down for later',
      'a place for it that is not the bed',
      'a walk or a call right after',
      'sorting what can be acted on from what cannot',
    ],
  ],
  [
    'grounding',
    [
      'slow breathing for five minutes',
      'naming five things they can see',
      'an app or a recording',
      'at the same time each day',
      'stretching or tensing and letting go',
    ],
  ],
  [
    'weight',
    [
      'eating at regular times',
      'a smaller plate or serving',
      'writing down meals for a week',
      'moving in ways they enjoy',
      'a group or a dietitian',
      'asking what treatments the clinic offers',
    ],
  ],
  [
    'sleep',
    [
      'getting up at the same time each day',
      'leaving screens outside the bedroom',
      'no coffee or tea after lunch',
      'a calm half hour before bed',
      'getting up for a while when awake',
    ],
  ],
  [
    'safer-sex',
    [
      'carrying condoms',
      'getting tested together with a partner',
      'talking about it before things get close',
      'asking about medicine that prevents HIV',
      'birth control that fits their life',
      'regular tests, planned ahead',
    ],
  ],
  [
    'gambling',
    [
      'software that blocks betting, or self-exclusion',
      'leaving bank cards with someone they trust',
      'a spending limit set with the bank',
      'a helpline or a group',
      'another plan for payday',
    ],
  ],
  [
    'screen-time',
    [
      'no phone at the table',
      'charging the phone outside the bedroom',
      'turning notifications off',
      'a time limit in the phone settings',
      'meeting friends, or a hobby, in that hour',
    ],
  ],
  [
    'appointments',
    [
      'booking now, before leaving',
      'a reminder by text or phone',
      'bringing someone along',
      'a visit by phone or video',
      'a time or place that suits work',
      'help with the ride or the cost',
    ],
  ],
  [
    'screening-test',
    [
      'asking what will happen, step by step',
      'a test kit at home, where there is one',
      'booking now, before leaving',
      'bringing someone along',
      'help with the ride or the cost',
    ],
  ],
  [
    'vaccination',
    [
      'asking questions first',
      'getting it today, or another day',
      'one vaccine at a time',
      'a pharmacy close to home',
      'a reminder by text or phone',
    ],
  ],
  [
    'dental-care',
    [
      'a soft brush and a set time',
      'floss or small brushes, once a day',
      'a dentist who takes their insurance',
      'asking about numbing and what will happen',
      'water after meals',
    ],
  ],
];

/** The options for each behavior, by its key. */
export const OPTIONS: { readonly [Key in string]?: readonly string[] } = Object.fromEntries(
  MENUS.flatMap(([keys, options]) => keys.split(' ').map((key) => [key, options])),
);
