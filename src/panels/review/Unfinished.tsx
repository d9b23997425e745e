// Marks without words, each with a field, in the order said. They are filed as marks either way.

import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { EntryId } from '../../interview/ids.ts';
import type { Utterance } from '../../interview/talk/talk.ts';
import { counted } from '../../lib/english.ts';
import type { Store } from '../../store/store.ts';
import { wallTime } from '../../ui/day-and-time/dates.ts';
import { Field } from '../../ui/Field.tsx';
import css from './Review.module.css';

export function Unfinished({ store }: { readonly store: Store }) {
  // A field stays while it is filled, so the list has the marks that had no words when it was opened.
  const [listed, setListed] = useState<readonly EntryId[]>([]);
  // Reads the current interview, not the last drawn one, so that a field never gets older text.
  const talk = useComputed(() => store.interview.value.evoke.talk).value;
  const missing = talk.filter(({ words }) => words.kind === 'mark-only');
  const shown = talk.filter(({ id }) => listed.includes(id));
  if (missing.length === 0 && shown.length === 0) return null;
  return (
    <details
      class={css.unfinished}
      onToggle={(event) => setListed(event.currentTarget.open ? missing.map(({ id }) => id) : [])}
    >
      <summary>
        {missing.length === 0
          ? 'Every mark has words now.'
          : `${counted(missing.length, 'mark')} without words. Add words`}
      </summary>
      <div class={css.marks}>
        {shown.map((mark) => (
          <Field
            key={mark.id}
            label={markName(mark)}
            value={mark.words.kind === 'heard' ? mark.words.text : ''}
            onType={(text) => store.dispatch({ kind: 'words-typed', id: mark.id, text })}
          />
        ))}
      </div>
    </details>
  );
}

const markName = ({ talk, at }: Utterance): string =>
  `${talk.side === 'change' ? 'Change' : 'Sustain'}, ${talk.strand.replace('-', ' ')}, ${wallTime(at)}`;
