// One thing to say or ask, and a way to the next. F2 brings another from anywhere, so it needs no Tab stop of its own.

import { Button } from './Button.tsx';
import css from './PromptLine.module.css';

interface PromptLineProps {
  readonly text: string;
  readonly onAnother: () => void;
  readonly stop?: boolean;
}

export function PromptLine({ text, onAnother, stop = true }: PromptLineProps) {
  return (
    <div class={css.prompt}>
      <p class={css.text}>{text}</p>
      <Button look="quiet" onPress={onAnother} stop={stop} label="Another prompt" keys="F2">
        Another
      </Button>
    </div>
  );
}
