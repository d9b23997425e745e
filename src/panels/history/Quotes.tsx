// The patient's quotes in the order said, each with its side and strand. They are the most prominent part of a note.

import type { Marks, NoteTalk } from '../../interview/note/note.ts';
import card from './Card.module.css';
import css from './NoteDetail.module.css';
import { counted, SIDE_WORDS, STRAND_NAMES } from './words.ts';

interface QuotesProps {
  readonly talk: readonly NoteTalk[];
  readonly marks: Marks | undefined;
  readonly language: string | undefined;
}

export function Quotes({ talk, marks, language }: QuotesProps) {
  const wordless = marks ? Math.max(0, marks.change + marks.sustain - talk.length) : 0;
  if (talk.length === 0 && wordless === 0) return null;
  return (
    <section class={css.part}>
      <h4 class={card.title}>In their own words</h4>
      <ol class={css.quotes}>
        {talk.map(({ talk: { side, strand }, text }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a quote has no identity but its place
          <li key={place} class={css.quote} data-side={side}>
            <p class={css.words} dir="auto" lang={language}>
              “{text}”
            </p>
            <p class={card.quiet}>
              {SIDE_WORDS[side]}
              {strand !== 'unsure' && `, ${STRAND_NAMES[strand].toLowerCase()}`}
            </p>
          </li>
        ))}
      </ol>
      {wordless > 0 && <p class={card.quiet}>And {counted(wordless, 'mark')} without words.</p>}
    </section>
  );
}
