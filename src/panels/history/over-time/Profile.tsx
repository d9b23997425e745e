// The strands of what was said at one visit (DARN-CAT): one dot per quote, and the number. Empty strands keep their
// rows.

import { useId } from 'preact/hooks';
import { profileOf } from '../../../interview/history/talk-over-time.ts';
import type { ReadinessNote } from '../../../interview/note/note.ts';
import { isMobilizing } from '../../../interview/talk/talk.ts';
import { counted } from '../../../lib/english.ts';
import { SIDE_TITLES, strandLabel } from '../../../ui/messages/strand-labels.ts';
import card from '../Card.module.css';
import css from './Profile.module.css';

export function Profile({ note }: { readonly note: ReadinessNote }) {
  const { strands, wordless } = profileOf(note);
  // A page with earlier versions has this part once for each.
  const id = useId();
  const others = wordless.change + wordless.sustain;
  return (
    <section class={css.profile}>
      <h4 class={card.title} id={id}>
        What kind of talk
      </h4>
      <table class={css.table} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">Kind of talk</th>
            <th scope="col">{SIDE_TITLES.change}</th>
            <th scope="col">{SIDE_TITLES.sustain}</th>
          </tr>
        </thead>
        <tbody>
          {strands.map(({ strand, change, sustain }, index) => (
            <tr
              key={strand}
              class={isMobilizing(strand) && !isMobilizing(strands[index - 1]?.strand ?? strand) ? css.turn : ''}
            >
              <th scope="row">{strandLabel(strand).short}</th>
              <td>
                <Dots side="change" count={change} />
              </td>
              <td>
                <Dots side="sustain" count={sustain} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && <p class="quiet-text">{counted(others, 'mark')} without words: no kind is filed.</p>}
    </section>
  );
}

/** The most dots that one can count quickly. The number is always exact. */
const MOST_DOTS = 8;

function Dots({ side, count }: { readonly side: 'change' | 'sustain'; readonly count: number }) {
  if (count === 0) return <span class="quiet-text">0</span>;
  return (
    <span class={css.dots}>
      <span class={css.number}>{count}</span>
      <svg class={css[side]} width={Math.min(count, MOST_DOTS) * 11} height="11" aria-hidden="true">
        {Array.from({ length: Math.min(count, MOST_DOTS) }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
          <circle key={index} cx={index * 11 + 5.5} cy="5.5" r="4" />
        ))}
      </svg>
    </span>
  );
}
