// A labeled text field: a plain textarea that grows, so that dictation and every keyboard work.

import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import css from './Field.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => void;
  readonly field?: { current: HTMLTextAreaElement | null } | undefined;
  readonly tabStop?: boolean;
  readonly hint?: string;
}

// The type definitions do not have this attribute yet.
const STAYS_HERE = { writingsuggestions: 'false' };

// Some browsers do not size a field by its text.
const sizesFields = typeof CSS === 'undefined' || CSS.supports('field-sizing', 'content');

function fitHeight(area: HTMLTextAreaElement | null): void {
  if (sizesFields || !area) return;
  area.style.blockSize = 'auto';
  area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

export function Field(props: FieldProps) {
  const { label, value, onType, hideLabel = false } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const area = props.field ?? own;
  const stop = props.tabStop === false ? -1 : 0;
  const first = useRef(stop).current;
  // Changing the tabindex of the focused field forces the browser to lay out the page. A focused field needs no
  // tabindex, so it changes when the focus leaves. Changing it later would send a quick Tab to the wrong place.
  const joins = (): void => {
    if (area.current && area.current.tabIndex !== stop) area.current.tabIndex = stop;
  };
  useLayoutEffect(() => {
    if (area.current !== document.activeElement) joins();
  }, [stop]);
  useLayoutEffect(() => fitHeight(area.current), [value]);
  return (
    <label class={css.field}>
      <span class={hideLabel ? 'visually-hidden' : css.label}>{label}</span>
      <textarea
        class={css.input}
        ref={area}
        rows={1}
        value={value}
        placeholder={props.placeholder}
        autocomplete="off"
        // Browsers may send typed text to their makers for spell checking or completion.
        spellcheck={false}
        autocorrect="off"
        {...STAYS_HERE}
        tabIndex={first}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={props.onKeyDown}
        onBlur={joins}
      />
      {props.hint && <span class={css.label}> {props.hint}</span>}
    </label>
  );
}
