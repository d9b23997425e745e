// The families of target behaviours: what prompts, menus and kind words are chosen by.

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
  'weight',
  'sleep',
  'sexual-health',
  'gambling',
  'screens',
  'prevention',
] as const;
export type Family = (typeof FAMILIES)[number];
