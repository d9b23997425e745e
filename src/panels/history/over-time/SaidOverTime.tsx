// Marks of change talk and sustain talk at each visit, as bars and as numbers in one table. Nothing is added up over
// visits, and nothing is a score.

import type { Visit } from '../../../interview/history/visits.ts';
import type { Marks } from '../../../interview/note/note.ts';
import { balanceOf } from '../../../interview/talk/balance.ts';
import { clinicalDate } from '../../../ui/dates.ts';
import card from '../Card.module.css';
import { SIDE_WORDS } from '../words.ts';
import css from './OverTime.module.css';

export function SaidOverTime({ visits }: { readonly visits: readonly Visit[] }) {
  const most = Math.max(1, ...visits.flatMap(({ note: { marks } }) => (marks ? [marks.change, marks.sustain] : [])));
  return (
    <>
      <p class={card.quiet}>Marks at each visit. Percentages are shown from four marks.</p>
      <table class={css.table}>
        <caption class="visually-hidden">Marks at each visit, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Visit</th>
            <th scope="col" class={css.left}>
              {SIDE_WORDS.sustain}
            </th>
            <th scope="col">{SIDE_WORDS.change}</th>
            <th scope="col">Percent for change</th>
          </tr>
        </thead>
        <tbody>
          {visits.map(({ note, date }) => {
            return (
              <tr key={note.id}>
                <th scope="row" class={css.date}>
                  {clinicalDate(date)}
                </th>
                {note.marks ? (
                  <Counted marks={note.marks} most={most} />
                ) : (
                  <td colSpan={3} class={card.quiet}>
                    counts not kept in the chart
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Counted({ marks, most }: { readonly marks: Marks; readonly most: number }) {
  const balance = balanceOf(marks);
  return (
    <>
      <td class={css.left}>
        <Bar side="sustain" count={marks.sustain} most={most} />
      </td>
      <td>
        <Bar side="change" count={marks.change} most={most} />
      </td>
      <td class={css.number}>{balance.kind === 'share' ? `${balance.percent}%` : <span class={card.quiet}>–</span>}</td>
    </>
  );
}

interface BarProps {
  readonly side: 'change' | 'sustain';
  readonly count: number;
  readonly most: number;
}

function Bar({ side, count, most }: BarProps) {
  return (
    <span class={`${css.bar} ${css[side]}`}>
      <span class={css.number}>{count}</span>
      <svg class={css.ink} aria-hidden="true">
        <rect
          x={side === 'change' ? '0%' : `${100 - (count / most) * 100}%`}
          y="0"
          width={`${(count / most) * 100}%`}
          height="100%"
          rx="2"
        />
      </svg>
    </span>
  );
}
