// Lines to mark one after the other on the real pad, with the reason at once.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Talk } from '../../../interview/talk/talk.ts';
import type { HeardLine } from '../../../learn/heard-line.ts';
import { compareMarks, readMarks } from '../../../learn/marks.ts';
import { HEAR } from '../../../learn/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pad } from '../../../ui/Pad.tsx';
import css from '../Learn.module.css';
import { Feedback, talkName } from './Feedback.tsx';

interface MarkLinesProps {
  readonly lines: readonly HeardLine[];
  /** Called once, after the last line; `alike` lines were read as we or some raters read them. */
  readonly onEnd?: (alike: number) => void;
}

export function MarkLines({ lines, onEnd }: MarkLinesProps) {
  const at = useSignal(0);
  const alike = useSignal(0);
  const line = lines[at.value];
  if (!line) {
    return (
      <p role="status">
        {HEAR.end} On {alike.value} of {lines.length} lines we, or some raters, hear it as you do.
      </p>
    );
  }
  return (
    <OneLine
      key={at.value}
      line={line}
      place={`Line ${at.value + 1} of ${lines.length}`}
      first={at.value === 0}
      onNext={(isAlike) => {
        if (isAlike) alike.value += 1;
        at.value += 1;
        if (at.value === lines.length) onEnd?.(alike.value);
      }}
    />
  );
}

const FITS: ReadonlySet<string> = new Set(['heard', 'one-view', 'left-open']);

interface OneLineProps {
  readonly line: HeardLine;
  readonly place: string;
  readonly first: boolean;
  readonly onNext: (alike: boolean) => void;
}

function OneLine({ line: [says, marks, why], place, first, onNext }: OneLineProps) {
  const marked = useSignal<readonly Talk[]>([]);
  const isCompared = useSignal<{ readonly kind: 'open' | 'compared' }>({ kind: 'open' });
  const quote = useRef<HTMLParagraphElement>(null);
  const result = useRef<HTMLDivElement>(null);
  // The next line is read out, and the keyboard is where it was.
  useEffect(() => {
    if (!first) quote.current?.focus();
  }, []);
  useEffect(() => {
    if (isCompared.value.kind === 'compared') result.current?.focus();
  }, [isCompared.value.kind]);
  const compare = (): void => {
    isCompared.value = { kind: 'compared' };
  };
  if (isCompared.value.kind === 'compared') {
    const comparison = compareMarks(readMarks(marks), marked.value);
    const alike = comparison.missed.length === 0 && comparison.marked.every(({ verdict }) => FITS.has(verdict));
    return (
      <div class={css.stack}>
        <p class={css.place}>{place}</p>
        <blockquote class={css.quote}>{says}</blockquote>
        <div ref={result} tabIndex={-1} class={css.result}>
          <Feedback marks={marks} marked={marked.value} why={why} />
        </div>
        <Button look="primary" onPress={() => onNext(alike)}>
          {HEAR.next}
        </Button>
      </div>
    );
  }
  return (
    <div class={css.stack}>
      <p class={css.place}>{place}</p>
      <blockquote class={css.quote}>
        <p ref={quote} tabIndex={-1}>
          {says}
        </p>
      </blockquote>
      <p class={css.quiet}>{HEAR.pad}</p>
      <div class={css.padBox}>
        <Pad
          letters
          onMark={(talk) => {
            if (marked.value.every((each) => talkName(each) !== talkName(talk))) marked.value = [...marked.value, talk];
          }}
        />
      </div>
      <p role="status" class={css.marked}>
        {HEAR.yours}: {marked.value.map(talkName).join(', ') || HEAR.none}
      </p>
      <div class={css.row}>
        <Button look="primary" onPress={compare}>
          {marked.value.length === 0 ? HEAR.pass : HEAR.check}
        </Button>
        <Button
          look="quiet"
          dead={marked.value.length === 0}
          onPress={() => {
            marked.value = marked.value.slice(0, -1);
          }}
        >
          {HEAR.undo}
        </Button>
      </div>
    </div>
  );
}
