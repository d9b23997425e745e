// A native date field for a day from a first day on. A text that is refused stays in the field, which says so, and the
// day from before the typing stays stored.

import { useId, useRef, useState } from 'preact/hooks';
import type { Day } from '../../interview/ids.ts';
import type { Result } from '../../lib/result.ts';
import css from './DayField.module.css';
import { clinicalDate } from './dates.ts';
import { useTypedText } from './typed-text.ts';

// Browsers then take four digits for the year.
const LAST = '9999-12-31';
const INCOMPLETE = 'Not saved: the date is not complete.';

interface DayFieldProps {
  readonly label: string;
  readonly day: Day | undefined;
  readonly first: Day;
  /** Reads what is typed. Refuses a text that is not a day, and a day before the first. */
  readonly read: (text: string) => Result<Day, unknown>;
  /** What the field says if someone leaves a refused text in it. */
  readonly refusal: string;
  /** Called after each digit with the day to store. A refused text gives the day from before the typing. */
  readonly onDay: (day: Day | undefined) => void;
  readonly class: string | undefined;
}

/**
 * What the field shows, and why it is refused. A refused text gives back the day from before the typing, so that no digit
 * removes it.
 */
function useTypedDay({ day, read, onDay }: Pick<DayFieldProps, 'day' | 'read' | 'onDay'>) {
  const stored = day ?? '';
  const { shown, typed, onTyped } = useTypedText(stored);
  const last = useRef<{ readonly before: Day | undefined; readonly after: Day | undefined }>(undefined);
  const [isPartial, setPartial] = useState(false);
  const type = ({ value, validity: { badInput } }: HTMLInputElement): void => {
    const { current } = last;
    const before = current && current.after === day ? current.before : day;
    const result = read(value);
    const isEmptied = value === '' && !badInput;
    const after = result.ok ? result.value : isEmptied ? undefined : before;
    last.current = { before, after };
    setPartial(badInput);
    onTyped(value, after ?? '');
    onDay(after);
  };
  // Browsers report no input while the value stays empty: not for the first part of a date, and not when the last goes.
  const end = (field: HTMLInputElement): void => {
    if (field.value === '' && (field.validity.badInput || typed !== undefined)) type(field);
    last.current = undefined;
  };
  const isOther = typed !== undefined && typed !== stored;
  return { shown, isPartial: isPartial && typed === '', isRefused: isOther, type, end };
}

export function DayField({ label, day, first, read, refusal, onDay, class: look }: DayFieldProps) {
  const id = useId();
  const { shown, isPartial, isRefused, type, end } = useTypedDay({ day, read, onDay });
  // The year is typed last, and its first digits are a year long ago. So nothing is said before the field is left.
  const [isLeft, setLeft] = useState(false);
  const isSaid = isLeft && (isPartial || isRefused);
  const leave = (field: HTMLInputElement): void => {
    end(field);
    setLeft(true);
  };
  return (
    <div>
      <label class={look}>
        <span>{label}</span>
        <input
          type="date"
          min={first}
          max={LAST}
          value={shown}
          aria-invalid={isSaid}
          aria-describedby={isSaid ? id : undefined}
          onInput={({ currentTarget }) => {
            setLeft(false);
            type(currentTarget);
          }}
          onBlur={({ currentTarget }) => leave(currentTarget)}
          // Ctrl+Enter signs without the field losing focus.
          onKeyDown={(event) => event.key === 'Enter' && leave(event.currentTarget)}
        />
      </label>
      {isSaid && (
        <p class={css.refusal} id={id} role="alert">
          {isPartial ? INCOMPLETE : refusal}
          {day && ` Still saved: ${clinicalDate(day)}.`}
        </p>
      )}
    </div>
  );
}
