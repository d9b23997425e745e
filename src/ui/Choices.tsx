// One choice among a few, as chips over native radio buttons. Unset by default. Backspace or Delete clears it.

import { type ComponentChildren, Fragment } from 'preact';
import { useId } from 'preact/hooks';
import css from './Choices.module.css';
import radio from './Radio.module.css';

interface ChoicesProps<Value extends string> {
  readonly legend: ComponentChildren;
  /** Options of one `group` are listed together. Its name is shown before the first of them. */
  readonly options: readonly { readonly value: Value; readonly label: string; readonly group?: string | undefined }[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value | undefined) => void;
  readonly hideLegend?: boolean;
  /** The option that Tab reaches while nothing is chosen, if not the first. Arrow keys reach the others. */
  readonly first?: Value;
  /** Cells of equal width, so that reordered options take the same space. */
  readonly even?: boolean;
}

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, options, chosen, onChoose, first } = props;
  const id = useId();
  const entry = chosen === undefined ? options.findIndex(({ value }) => value === first) : -1;
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
      </p>
      <div class={props.even ? css.grid : css.row}>
        {options.map(({ value, label, group }, index) => (
          <Fragment key={value}>
            {group !== undefined && group !== options[index - 1]?.group && <p class={css.group}>{group}</p>}
            <label class={css.choice}>
              <input
                class={radio.radio}
                type="radio"
                name={id}
                checked={chosen === value}
                tabIndex={index < entry ? -1 : undefined}
                onChange={() => onChoose(value)}
              />
              <span class={radio.text}>{label}</span>
            </label>
          </Fragment>
        ))}
      </div>
    </div>
  );
}
