// A note as people read it: the topic, their words, then labeled lines.

import type { ReadView } from '../../interview/note/read-view.ts';
import css from './NoteRead.module.css';

interface NoteReadProps {
  readonly view: ReadView;
  readonly id?: string;
}

export function NoteRead({ view: { topic, quotes, parts }, id }: NoteReadProps) {
  return (
    <div class={css.note} id={id}>
      <p class={css.topic} data-text dir="auto">
        {topic}
      </p>
      {quotes.length > 0 && (
        <ol class={css.quotes}>
          {quotes.map(({ side, text, about }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a quote has no identity but its place
            <li key={place} class={css.quote} data-side={side}>
              <p class={css.words} data-text dir="auto">
                {`“${text}”`}
              </p>
              <p class={css.quiet} data-text>
                {about}
              </p>
            </li>
          ))}
        </ol>
      )}
      {parts.map(({ title, lines }) => (
        <div key={title} class={css.part} role="group" aria-label={title}>
          <p class={css.title} data-text>
            {title}
          </p>
          <dl class={css.lines}>
            {lines.map(({ label, value }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
              <div key={place} class={css.line}>
                <dt data-text dir="auto">
                  {label}
                </dt>
                <dd data-text dir="auto">
                  {value}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
