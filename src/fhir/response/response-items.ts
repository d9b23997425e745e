// The items of our questionnaire: link ids, texts and groups. A link id is the local code of its fact
// (docs/design/readiness-note.md, "The note as form answers"). The few that are not a code are listed here.

import { RULERS, type RulerName } from '../../interview/ruler.ts';
import { isLocalCode, LOCAL_CODES, type LocalCode, RULER_CODES } from '../codes.ts';
import { QUESTIONNAIRE } from '../identity.ts';

/** Version of the questionnaire that a response names. */
export const QUESTIONNAIRE_VERSION = '2';
export const QUESTIONNAIRE_CANONICAL = `${QUESTIONNAIRE}.${QUESTIONNAIRE_VERSION}`;

/** How a ruler was asked: the first time, or again at the end of the interview. */
export const ASKINGS = ['', '-again'] as const;
/** The answer of a ruler: a number, the reason for none, or text of an earlier note that is not a number. */
export const RULER_PARTS = ['', '-absent', '-words'] as const;
/** The link id of one part of one answer, such as `importance-again-absent`. */
export type RulerLink = `${RulerName}${(typeof ASKINGS)[number]}${(typeof RULER_PARTS)[number]}`;

/** Other link ids with their texts: groups, which repeat as a whole, their parts, the time, the whole text. */
export const RESPONSE_LABELS = {
  'talk-began': 'When the talk began',
  'target-behaviour-code': 'Its code',
  information: 'Shared with permission',
  talk: 'What was said',
  'talk-code': 'Which kind',
  'talk-words': 'In their own words',
  also: 'Also recorded',
  'also-label': 'What',
  'also-words': 'Noted as',
  'note-text': 'The whole note as text',
} as const;

export type LinkId = LocalCode | RulerLink | keyof typeof RESPONSE_LABELS;

const RULER_LINKS: ReadonlyMap<string, RulerName> = new Map(
  RULERS.flatMap((ruler) =>
    ASKINGS.flatMap((asking) => RULER_PARTS.map((part) => [`${ruler}${asking}${part}`, ruler] as const)),
  ),
);

/** The ruler of a link id. Undefined for every other link id. */
export const rulerOfLink = (link: string): RulerName | undefined => RULER_LINKS.get(link);

const PART_LABELS = { '': '0 to 10', '-absent': 'why there is no number', '-words': 'as it was written' } as const;

function rulerLabel(link: string, ruler: RulerName): string {
  const part = RULER_PARTS.findLast((each) => link.endsWith(each)) ?? '';
  const again = link.startsWith(`${ruler}-again`) ? ', asked again' : '';
  return `${RULER_CODES[ruler].display}${again}, ${PART_LABELS[part]}`;
}

export function labelOf(link: LinkId): string {
  const ruler = rulerOfLink(link);
  if (ruler) return rulerLabel(link, ruler);
  if (isLocalCode(link)) return LOCAL_CODES[link];
  return RESPONSE_LABELS[link as keyof typeof RESPONSE_LABELS];
}
