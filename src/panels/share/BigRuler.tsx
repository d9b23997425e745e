// One ruler with large touch targets. It shows only today's number.

import { useId } from 'preact/hooks';
import type { PatientRuler, RulerQuestion } from '../../interview/patient/patient-view.ts';
import radio from '../../ui/Radio.module.css';
import css from './BigRuler.module.css';

interface BigRulerProps {
  readonly asks: RulerQuestion;
  readonly under: string;
  readonly ruler: PatientRuler;
  readonly onAnswer: (score: number) => void;
}

const CELLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export function BigRuler({ asks, under, ruler, onAnswer }: BigRulerProps) {
  const id = useId();
  const chosen = ruler.kind === 'answered' ? ruler.score : undefined;
  return (
    <section class={css.ruler}>
      <h2 class={css.question} id={`${id}-question`} dir="auto">
        {asks.question}
      </h2>
      <div
        class={css.cells}
        role="radiogroup"
        aria-labelledby={`${id}-question`}
        aria-describedby={`${id}-ends ${id}-under`}
      >
        {CELLS.map((cell) => (
          <label key={cell} class={css.cell}>
            <input
              class={radio.radio}
              type="radio"
              name={id}
              checked={chosen === cell}
              onChange={() => onAnswer(cell)}
            />
            <span class={radio.text}>{cell}</span>
          </label>
        ))}
      </div>
      <p class={css.ends} id={`${id}-ends`}>
        <span>0: {asks.low}</span> <span>10: {asks.high}</span>
      </p>
      <p class={css.under} id={`${id}-under`}>
        {under}
      </p>
    </section>
  );
}
