// Sustain talk that was marked while planning, which is probably a barrier. Each can be moved with one press, never
// automatically.

import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Plan.module.css';

export function Obstacles({ store }: { readonly store: Store }) {
  const marked = store.capture.obstacles.value;
  const worded = store.parts.talk.value.flatMap(({ id, talk, words }) =>
    marked.includes(id) && talk.side === 'sustain' && words.kind === 'heard' ? [{ id, words }] : [],
  );
  if (worded.length === 0) return null;
  return (
    <ul class={css.obstacles} aria-label="Said while planning, more likely barriers">
      {worded.map(({ id, words }) => (
        <li key={id}>
          <p class={css.hint}>
            <span dir="auto" lang={words.language}>
              Said while planning: “{words.text}”
            </span>
            <Button
              variant="quiet"
              onPress={(event) => {
                leave(event.currentTarget.closest('li'));
                store.dispatch({ kind: 'talk-became-barrier', id });
              }}
            >
              Move to barriers
            </Button>
          </p>
        </li>
      ))}
    </ul>
  );
}

// The line disappears with its mark. Focus moves to the next, else to the one before, else to the section.
function leave(line: Element | null): void {
  const near = line?.nextElementSibling ?? line?.previousElementSibling;
  (near?.querySelector('button') ?? document.getElementById('plan-heading'))?.focus();
}
