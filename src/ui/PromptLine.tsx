// One prompt, and a button for the next. If a key shows the next prompt from anywhere, the button needs no Tab stop.

import type { Settings } from '../drafts/settings.ts';
import { Button } from './Button.tsx';
import { keyFor } from './keyboard/presets.ts';
import css from './PromptLine.module.css';

interface PromptLineProps {
  readonly text: string;
  /** True if the text was asked for. Then it is read aloud. */
  readonly asked: boolean;
  readonly language: string;
  readonly onAnother: () => void;
  /** The preset of keys that work anywhere. */
  readonly keys: Settings['keys'];
  readonly tabStop?: boolean;
}

export function PromptLine({ text, asked, language, onAnother, keys, tabStop = true }: PromptLineProps) {
  const key = keyFor('prompt', keys, 'Control+');
  return (
    <div class={css.prompt}>
      <p class={css.text} lang={language} aria-live={asked ? 'polite' : 'off'}>
        {text}
      </p>
      <Button
        variant="quiet"
        onPress={onAnother}
        tabStop={tabStop || key === undefined}
        label="Another prompt"
        keys={key}
      >
        Another
      </Button>
    </div>
  );
}
