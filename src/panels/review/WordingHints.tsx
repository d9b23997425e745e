// The clinician's own words that may read as a label or judgment, each with an alternative. One press replaces a word,
// one keeps it in this note. Nothing is blocked, and the patient's words are never checked.

import { useRef } from 'preact/hooks';
import type { Flagged } from '../../interview/wording/flag-texts.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import signing from '../../ui/Signing.module.css';
import css from './Review.module.css';

export function WordingHints({ store }: { readonly store: Store }) {
  const list = useRef<HTMLElement>(null);
  const flagged = store.wording.flagged.value;
  // The answered line disappears. Focus moves to the next one or to the list, and is never lost.
  const answer = (act: () => void, index: number): void => {
    act();
    requestAnimationFrame(() => {
      const items = list.current?.querySelectorAll('li') ?? [];
      const next = items[Math.min(index, items.length - 1)]?.querySelector('button');
      (next ?? document.getElementById('review-heading'))?.focus();
    });
  };
  if (flagged.length === 0) return null;
  return (
    <section ref={list} class={css.kind} aria-labelledby="kind-heading">
      <h3 class={signing.title} id="kind-heading">
        Your own words, as the patient may read them
      </h3>
      <ul class={css.flags}>
        {flagged.map((each, index) => (
          <li key={`${each.key} ${each.flag.start}`} class={css.flag}>
            <span>
              <span class="quiet-text">{each.written.where}: </span>
              <mark class={css.word}>{wordOf(each)}</mark>
              {each.flag.replaces ? ` or ${each.flag.offer}` : `: ${each.flag.offer}`}
            </span>
            <span class={css.answers}>
              {each.flag.replaces && (
                <Button
                  label={`Replace “${wordOf(each)}” with “${each.flag.offer}”`}
                  onPress={() => answer(() => store.wording.replace(each), index)}
                >
                  Replace
                </Button>
              )}
              <Button
                variant="quiet"
                label={`Keep “${wordOf(each)}”`}
                onPress={() => answer(() => store.wording.keep(each), index)}
              >
                Keep
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const wordOf = ({ written, flag }: Flagged): string => written.text.slice(flag.start, flag.end);
