// A note as people read it: the topic, the plan, the rulers, their words under two headings, then the rest.

import type { ReadView } from '../../interview/note/read-view.ts';
import css from './NoteRead.module.css';
import quoted from './Quotes.module.css';

interface NoteReadProps {
  readonly view: ReadView;
  readonly id?: string;
}

export function NoteRead({ view: { topic, first, said, rest, language }, id }: NoteReadProps) {
  return (
    <div class={css.note} id={id}>
      <p class={css.topic} data-text dir="auto">
        {topic}
      </p>
      <Parts parts={first} />
      {said.map((each) => (
        <Said key={each.side} said={each} language={language} />
      ))}
      <Parts parts={rest} />
    </div>
  );
}

interface SaidProps {
  readonly said: ReadView['said'][number];
  readonly language: string | undefined;
}

function Said({ said: { side, title, quotes }, language }: SaidProps) {
  return (
    <div class={css.part} role="group" aria-label={title}>
      <p class={css.title} data-text>
        {title}
      </p>
      <ul class={quoted.quotes}>
        {quotes.map(({ text, kind }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a quote has no identity but its place
          <li key={index} class={quoted.quote} data-side={side}>
            <p class={quoted.words} data-text dir="auto" lang={language}>
              {`“${text}”`}
            </p>
            <p class="quiet-text" data-text>
              {kind}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Parts({ parts }: { readonly parts: ReadView['first'] }) {
  return (
    <>
      {parts.map(({ title, lines }) => (
        <div key={title} class={css.part} role="group" aria-label={title}>
          <p class={css.title} data-text>
            {title}
          </p>
          <dl class={css.lines}>
            {lines.map(({ label, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
              <div key={index} class={css.line}>
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
    </>
  );
}
