// The filter of the list: words, topic, author, and whether retracted notes are shown.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { authorsOf, type FilterOption, type NoteFilter, topicsOf } from '../../interview/history/find-notes.ts';
import type { HistoryEntry } from '../../interview/history/history.ts';
import { isRetracted } from '../../interview/history/visits.ts';
import type { Store } from '../../store/store.ts';
import { isComposing } from '../../ui/keyboard/typed-key.ts';
import card from './Card.module.css';
import css from './FilterFields.module.css';

interface FilterFieldsProps {
  readonly store: Store;
  readonly entries: readonly HistoryEntry[];
  /** True if a press has just opened the fields. */
  readonly takesFocus: boolean;
}

export function FilterFields({ store, entries, takesFocus }: FilterFieldsProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) field.current?.focus();
  }, []);
  const { filter } = store.historyView;
  const { words, topic, author, retracted } = filter.value;
  const change = (part: Partial<NoteFilter>): void => {
    filter.value = { ...filter.value, ...part };
  };
  const retractedCount = entries.filter(isRetracted).length;
  return (
    <search class={css.filter} aria-label="Earlier notes">
      <label class={css.words}>
        <span class="quiet-text">Find words</span>
        <input
          class={card.input}
          ref={field}
          type="search"
          value={words}
          autocomplete="off"
          // Browsers may send typed text to their makers for spell checking or completion.
          spellcheck={false}
          onInput={(event) => change({ words: event.currentTarget.value })}
          onKeyDown={(event) => {
            // The first Esc clears the field, the second leaves it.
            if (isComposing(event) || event.key !== 'Escape' || words === '') return;
            event.preventDefault();
            change({ words: '' });
          }}
        />
      </label>
      <Narrow
        label="About"
        every="Everything"
        choices={topicsOf(entries, store.behaviors)}
        chosen={topic}
        onChoose={(key) => change({ topic: key })}
      />
      <Narrow
        label="Written by"
        every="Everyone"
        choices={authorsOf(entries, store.context.binding.clinician)}
        chosen={author}
        onChoose={(key) => change({ author: key })}
      />
      {retractedCount > 0 && (
        <label class={css.check}>
          <input
            type="checkbox"
            checked={retracted}
            onChange={(event) => change({ retracted: event.currentTarget.checked })}
          />
          Also show {retractedCount} entered in error
        </label>
      )}
    </search>
  );
}

interface NarrowProps {
  readonly label: string;
  readonly every: string;
  readonly choices: readonly FilterOption[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

// The first option is everything. The others are identified by position, because a topic may have no name.
function Narrow({ label, every, choices, chosen, onChoose }: NarrowProps) {
  if (choices.length < 2) return null;
  return (
    <label class={css.narrow}>
      <span class="quiet-text">{label}</span>
      <select
        class={card.input}
        value={String(choices.findIndex(({ key }) => key === chosen) + 1)}
        onChange={(event) => onChoose(choices[Number(event.currentTarget.value) - 1]?.key)}
      >
        <option value="0">{every}</option>
        {choices.map(({ key, label: name, count }, place) => (
          <option key={key} value={String(place + 1)}>
            {name || 'No topic named'} ({count})
          </option>
        ))}
      </select>
    </label>
  );
}
