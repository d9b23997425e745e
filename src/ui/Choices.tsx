// One choice among a few, as chips over native radio buttons. Unset by default; Backspace or Delete takes it back.

import { useId } from 'preact/hooks';
import css from './Choices.module.css';

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value | undefined) => void;
  readonly optional?: boolean;
  readonly hideLegend?: boolean;
  /** Cells of one width, so that another order of the same options takes the same room. */
  readonly even?: boolean;
}

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, options, chosen, onChoose, optional = false } = props;
  const id = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Backspace' && event.key !== 'Delete') return;
        event.preventDefault();
        onChoose(undefined);
      }}
    >
      <p id={id} class={props.hideLegend ? 'visually-hidden' : css.legend}>
        {legend}
        {optional && ' (optional)'}
      </p>
      <div class={props.even ? css.grid : css.row}>
        {options.map(({ value, label }) => (
          <label key={value} class={css.choice}>
            <input
              class={css.radio}
              type="radio"
              name={id}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            <span class={css.text}>{label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
