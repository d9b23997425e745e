// A labelled text field: a plain textarea that grows, so that dictation and every keyboard work.

import type { Ref, TargetedKeyboardEvent } from 'preact';
import css from './Field.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onFocus?: () => void;
  readonly field?: Ref<HTMLTextAreaElement>;
  readonly stop?: boolean;
  readonly id?: string;
  readonly hint?: string;
}

// Not in the types yet.
const STAYS_HERE = { writingsuggestions: 'false' };

const ignore = (): void => {};

export function Field(props: FieldProps) {
  const { label, value, onType, hideLabel = false } = props;
  return (
    <label class={css.field}>
      <span class={hideLabel ? 'visually-hidden' : css.label}>{label}</span>
      <textarea
        class={css.input}
        id={props.id}
        ref={props.field ?? null}
        rows={1}
        value={value}
        placeholder={props.placeholder}
        autocomplete="off"
        // Browsers may send what is typed to their makers to check or complete it.
        spellcheck={false}
        autocorrect="off"
        {...STAYS_HERE}
        // Never taken away: an element in focus that loses it makes the browser lay the page out at once.
        tabIndex={props.stop === false ? -1 : 0}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={props.onKeyDown ?? ignore}
        onFocus={props.onFocus ?? ignore}
      />
      {props.hint && <span class={css.label}> {props.hint}</span>}
    </label>
  );
}
