// The plain-text note, word for word. A hanging indent keeps a wrapped line recognizable as one line.

import css from './NoteLines.module.css';

export function NoteLines({ text, id }: { readonly text: string; readonly id?: string }) {
  return (
    <div class={css.text} id={id}>
      {text
        .trimEnd()
        .split('\n')
        .map((line, index) => {
          const depth = line.length - line.trimStart().length;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
            <p key={index} class={css.line} dir="auto" style={{ '--depth': depth }}>
              {line.trim()}
            </p>
          );
        })}
    </div>
  );
}
