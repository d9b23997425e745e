// Makes the next version of a note filed as form answers. Unknown answers stay the same. Source:
// docs/design/readiness-note.md, "Status" and "The note as form answers".

import type { ReadinessNote } from '../../interview/note/note.ts';
import { asObject, type Fields } from '../datatypes/json.ts';
import { sameJson } from '../datatypes/same-json.ts';
import { type Amendment, keptAsWritten } from '../observation/amend-observation.ts';
import { type EncodeContext, resourceLanguage } from '../observation/encode-observation.ts';
import { factOfComponent } from '../observation/fact-components.ts';
import { STATUSES } from '../statuses.ts';
import { componentsOfItem, linkOf, questionsIn } from './components-of-response.ts';
import { encodeResponse } from './encode-response.ts';

/** The resource for the PUT: `current` with the changed note as it would be filed today. */
export function amendedResponse(
  current: unknown,
  note: ReadinessNote,
  context: EncodeContext,
  { change }: Amendment,
): Fields {
  const fresh = encodeResponse(note, context);
  return {
    ...asObject(current),
    ...resourceLanguage(note),
    text: fresh.text,
    status: STATUSES.response.after[change.act],
    // R4 defines this as the time of the last change of the answers. A retraction changes none.
    authored: fresh.authored,
    item: keptAsWritten(questionsIn(current), fresh.item ?? [], isSame),
  };
}

const factsOf = (item: unknown): readonly unknown[] => componentsOfItem(item).map(factOfComponent);

/** What we write as "also recorded" may have its own link id in the chart. The whole text is always written again. */
function isSame(held: unknown, fresh: unknown): boolean {
  const links = [linkOf(held), linkOf(fresh)];
  const isAlike = links[0] === links[1] || links[1] === 'also';
  return isAlike && !links.includes('note-text') && sameJson(factsOf(held), factsOf(fresh));
}
