// A list with one typed line each. The last line is always empty, and typing in it adds it.

import { useId, useRef } from 'preact/hooks';
import type { EntryId } from '../interview/ids.ts';
import type { Line } from '../interview/interview.ts';
import { Field } from './Field.tsx';
import css from './Lines.module.css';

interface LinesProps {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly newId: () => EntryId;
  readonly onType: (line: Line) => void;
}

export function Lines({ label, lines, newId, onType }: LinesProps) {
  const id = useId();
  const spare = useRef<EntryId | undefined>(undefined);
  if (!spare.current || lines.some((line) => line.id === spare.current)) spare.current = newId();
  const shown: readonly Line[] = lines.at(-1)?.text === '' ? lines : [...lines, { id: spare.current, text: '' }];
  return (
    <div class={css.lines} role="group" aria-labelledby={id}>
      <span class="quiet-text" id={id}>
        {label}
      </span>
      {shown.map((line, index) => (
        <Field
          key={line.id}
          label={`${label}, ${index + 1}`}
          hideLabel
          value={line.text}
          onType={(text) => onType({ id: line.id, text })}
        />
      ))}
    </div>
  );
}
