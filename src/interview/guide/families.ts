// The families of target behaviors, for kind words and chart suggestions, and the groups that topics are listed in.

/** The groups topics are listed in, in this order. */
export const TOPIC_GROUPS = ['Substances', 'Medicines', 'Body', 'Mind', 'Care'] as const;
type TopicGroup = (typeof TOPIC_GROUPS)[number];

/**
 * The group of each family. `heart` includes blood pressure and kidney. `prevention` includes visits, tests, vaccines
 * and teeth. Source: docs/design/motivational-interviewing.md, "Target behaviors".
 */
export const GROUP_OF = {
  tobacco: 'Substances',
  alcohol: 'Substances',
  substances: 'Substances',
  activity: 'Body',
  eating: 'Body',
  medicines: 'Medicines',
  asthma: 'Medicines',
  diabetes: 'Body',
  heart: 'Body',
  pain: 'Body',
  mood: 'Mind',
  anxiety: 'Mind',
  weight: 'Body',
  sleep: 'Body',
  'sexual-health': 'Care',
  gambling: 'Mind',
  screens: 'Mind',
  prevention: 'Care',
} as const satisfies { readonly [family: string]: TopicGroup };
export type Family = keyof typeof GROUP_OF;
