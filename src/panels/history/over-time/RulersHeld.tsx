// The three rulers of one note, with the patient's reason for a number. No number is ever invented.

import { readingOf } from '../../../interview/history/visits.ts';
import type { ReadinessNote } from '../../../interview/note/note.ts';
import { scoreText } from '../../../interview/note/read-view.ts';
import { RULER_NAMES, RULERS } from '../../../interview/ruler.ts';
import card from '../Card.module.css';
import css from '../NoteDetail.module.css';

export function RulersHeld({ rulers }: Pick<ReadinessNote, 'rulers'>) {
  return (
    <section class={css.part}>
      <h4 class={card.title}>Rulers, 0 to 10</h4>
      <dl class={css.rulers}>
        {RULERS.map((name) => {
          const ruler = rulers[name];
          const reading = readingOf(ruler);
          return (
            <div key={name} class={css.ruler}>
              <dt>{RULER_NAMES[name]}</dt>
              <dd>
                <span class={reading.kind === 'score' ? css.score : card.quiet}>{scoreText(reading)}</span>
                {ruler.kind === 'asked' && ruler.again && reading.kind === 'declined' && (
                  <span class={card.quiet}> when asked again; before: {firstWords(ruler.answer)}</span>
                )}
                {ruler.kind === 'asked' && ruler.why && <Reason label="Why that number" words={ruler.why} />}
                {ruler.kind === 'asked' && ruler.raise && <Reason label="What would raise it" words={ruler.raise} />}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

const firstWords = (answer: { readonly kind: string; readonly score?: number }): string =>
  answer.score === undefined ? 'declined' : String(answer.score);

function Reason({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <span class={css.reason}>
      <span class={card.quiet}>{label}: </span>
      <span dir="auto">{words}</span>
    </span>
  );
}
