// The families of target behaviors, which kind words and the chart's topics go by, and the groups people look for them in.

/** Source: docs/design/motivational-interviewing.md, "Target behaviors". `heart` covers blood pressure and kidney; `prevention` visits, tests, vaccines, teeth. */
export const FAMILIES = [
  'tobacco',
  'alcohol',
  'substances',
  'activity',
  'eating',
  'medicines',
  'asthma',
  'diabetes',
  'heart',
  'pain',
  'mood',
  'anxiety',
  'weight',
  'sleep',
  'sexual-health',
  'gambling',
  'screens',
  'prevention',
] as const;
export type Family = (typeof FAMILIES)[number];

/** The groups topics are listed in, in this order. */
export const TOPIC_GROUPS = ['Substances', 'Medicines', 'Body', 'Mind', 'Care'] as const;
type TopicGroup = (typeof TOPIC_GROUPS)[number];

/** The group of each family. */
export const GROUP_OF: { readonly [F in Family]: TopicGroup } = {
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
};
