// The numbers of the three charts, newest first, with a text for a missing number.

import { placeKey } from '../../../interview/history/history.ts';
import type { Visit } from '../../../interview/history/visits.ts';
import { scoreText } from '../../../interview/note/read-view.ts';
import { RULER_NAMES, RULERS } from '../../../interview/ruler.ts';
import { clinicalDate } from '../../../ui/dates.ts';
import card from '../Card.module.css';
import { topicWords } from '../words.ts';
import css from './OverTime.module.css';

interface RulerTableProps {
  readonly visits: readonly Visit[];
  readonly onOpen: (place: string) => void;
}

export function RulerTable({ visits, onOpen }: RulerTableProps) {
  const hasTopics = new Set(visits.map(({ topic }) => topic)).size > 1;
  return (
    <table class={css.table}>
      <caption class="visually-hidden">Rulers at each visit, 0 to 10, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Visit</th>
          {RULERS.map((ruler) => (
            <th key={ruler} scope="col">
              {RULER_NAMES[ruler]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.note.id}>
            <th scope="row">
              <button type="button" class={css.open} onClick={() => onOpen(placeKey(visit.entry.filed))}>
                {clinicalDate(visit.date)}
              </button>
              {hasTopics && <span class={card.quiet}> {topicWords(visit.note)}</span>}
            </th>
            {RULERS.map((ruler) => (
              <td key={ruler} class={visit.readings[ruler].kind === 'score' ? css.number : card.quiet}>
                {scoreText(visit.readings[ruler])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
