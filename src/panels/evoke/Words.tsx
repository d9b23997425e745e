// The Words field: for the latest mark, for one opened again, or typed before a code was chosen.

import type { Interview } from '../../interview/interview.ts';
import type { CaptureState } from '../../store/conversation/capture.ts';
import { afterNextFrame } from '../../store/conversation/next-frame.ts';
import type { Store } from '../../store/store.ts';
import { Field } from '../../ui/Field.tsx';
import { isComposing } from '../../ui/keyboard/typed-key.ts';
import css from './Words.module.css';

interface WordsProps {
  readonly store: Store;
  readonly field: { current: HTMLTextAreaElement | null };
  readonly onKept: () => void;
  readonly onLeave: () => void;
}

function shown(interview: Interview, writing: CaptureState): { readonly text: string; readonly isMark: boolean } {
  const mark = writing.kind === 'writing' ? interview.evoke.talk.find((each) => each.id === writing.id) : undefined;
  if (!mark) return { text: interview.evoke.loose, isMark: false };
  return { text: mark.words.kind === 'heard' ? mark.words.text : '', isMark: true };
}

// A field that shrinks moves everything below it, so it keeps its height until the next frame.
function keepHeight(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  // Exact to the fraction, because even a quarter of a pixel makes the browser repaint the page.
  area.style.minBlockSize = `${area.getBoundingClientRect().height}px`;
  afterNextFrame(() => {
    area.style.minBlockSize = '';
  });
}

export function Words({ store, field, onKept, onLeave }: WordsProps) {
  const { text, isMark } = shown(store.interview.value, store.capture.writing.value);
  const loose = !isMark && text.trim() !== '';
  return (
    <div class={css.words}>
      <Field
        label="Words"
        hideLabel
        field={field}
        placeholder="Their words (now or later)"
        value={text}
        tabStop={isMark || loose}
        onType={store.capture.type}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape') onLeave();
          if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          keepHeight(field.current);
          onKept();
        }}
      />
      {loose && <p class={css.hint}>Choose the kind of talk, and these words join it.</p>}
    </div>
  );
}
