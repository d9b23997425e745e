// Selects the words of one quote for a recap: a part of it, or all.

import { keyPhrase } from '../../../interview/guide/recap.ts';
import { Button } from '../../../ui/Button.tsx';
import css from '../Cards.module.css';

interface KeyWordsProps {
  readonly text: string;
  readonly language: string | undefined;
  readonly phrase: string | undefined;
  /** Undefined: the whole quote is said. */
  readonly onCut: (phrase: string | undefined) => void;
}

// A read-only field, whose words can be selected with a mouse, a finger, or Shift and the arrow keys.
export function KeyWords({ text, language, phrase, onCut }: KeyWordsProps) {
  return (
    <div class={css.cut}>
      <label>
        <span class={css.side}>Select the key words</span>
        <textarea
          class={css.words}
          readOnly
          dir="auto"
          lang={language}
          value={text}
          onSelect={(event) => {
            const { selectionStart, selectionEnd } = event.currentTarget;
            const selected = keyPhrase(text, selectionStart, selectionEnd);
            if (selected !== undefined) onCut(selected);
          }}
        />
      </label>
      {phrase !== undefined && (
        <Button look="quiet" onPress={() => onCut(undefined)}>
          Say the whole quote
        </Button>
      )}
    </div>
  );
}
