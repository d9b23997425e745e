// A native date field for a day from a first day on. A refused text stays in the field, which says so.

import { useId, useState } from 'preact/hooks';
import type { Day } from '../../interview/ids.ts';
import type { Result } from '../../lib/result.ts';
import css from './DayField.module.css';
import { useTypedText } from './typed-text.ts';

// Browsers then take four digits for the year.
const LAST = '9999-12-31';

interface DayFieldProps {
  readonly label: string;
  readonly day: Day | undefined;
  readonly first: Day;
  /** Reads what is typed. Refuses a text that is not a day, and a day before the first. */
  readonly read: (text: string) => Result<Day, unknown>;
  /** What the field says if someone leaves a refused text in it. */
  readonly refusal: string;
  /** Called after each digit. Undefined while the text is refused. */
  readonly onDay: (day: Day | undefined) => void;
  readonly class?: string | undefined;
}

export function DayField({ label, day, first, read, refusal, onDay, class: look }: DayFieldProps) {
  const id = useId();
  const { shown, onTyped } = useTypedText(day ?? '');
  // The year is typed last, and its first digits are a year long ago. So nothing is said before the field is left.
  const [isLeft, setLeft] = useState(false);
  const isRefused = isLeft && shown !== (day ?? '');
  return (
    <div>
      <label class={look}>
        <span>{label}</span>
        <input
          type="date"
          min={first}
          max={LAST}
          value={shown}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? id : undefined}
          onInput={({ currentTarget: { value } }) => {
            const typed = read(value);
            setLeft(false);
            onTyped(value, typed.ok ? typed.value : '');
            onDay(typed.ok ? typed.value : undefined);
          }}
          onBlur={() => setLeft(true)}
          // Ctrl+Enter signs without the field losing focus.
          onKeyDown={(event) => event.key === 'Enter' && setLeft(true)}
        />
      </label>
      {isRefused && (
        <p class={css.refusal} id={id} role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
