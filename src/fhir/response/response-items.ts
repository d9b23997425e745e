// The items of our questionnaire: link ids, their words, which of them stand in groups. Knows neither note nor response.
// A link id is the local code of its fact (docs/design/readiness-note.md, "The note as form answers"); the few that are no code are listed here.

import { RULERS, type RulerName } from '../../interview/ruler.ts';
import { isLocalCode, LOCAL_CODES, type LocalCode, RULER_CODES } from '../codes.ts';

/** Version of the questionnaire that a response names. */
export const QUESTIONNAIRE_VERSION = '1';

/** Link ids that are no local code, with their words: groups and their parts, the moment, the text of the whole. */
export const RESPONSE_LABELS = {
  'talk-began': 'When the talk began',
  information: 'Shared with permission',
  talk: 'What was said',
  'talk-code': 'Which kind',
  'talk-words': 'In their own words',
  also: 'Also recorded',
  'also-label': 'What',
  'also-words': 'Noted as',
  'note-text': 'The whole note as text',
} as const;

/** One item of the questionnaire. */
export type LinkId = LocalCode | RulerName | keyof typeof RESPONSE_LABELS;

/** Groups, each with its two parts; a group repeats as a whole. */
export const GROUPS = {
  information: ['information-given', 'information-view'],
  talk: ['talk-code', 'talk-words'],
  also: ['also-label', 'also-words'],
} as const satisfies { readonly [Name in keyof typeof RESPONSE_LABELS]?: readonly LinkId[] };

/** True for the link id of a ruler. */
export function isRuler(link: string): link is RulerName {
  return RULERS.some((ruler) => ruler === link);
}

/** The words over an item's answers. */
export function labelOf(link: LinkId): string {
  if (isRuler(link)) return `${RULER_CODES[link].display}, 0 to 10`;
  return isLocalCode(link) ? LOCAL_CODES[link] : RESPONSE_LABELS[link];
}
