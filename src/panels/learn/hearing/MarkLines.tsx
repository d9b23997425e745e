// Lines to mark one after the other on the real pad, with the reason at once.

import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Talk } from '../../../interview/talk/talk.ts';
import { compareMarks, type HeardLine, parseMarks } from '../../../learn/marks.ts';
import { HEAR } from '../../../learn/page-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFocusOnMount } from '../../../ui/keyboard/focus-on-mount.ts';
import { Pad } from '../../../ui/Pad.tsx';
import css from '../Learn.module.css';
import { focusLearnPad, usePadKey } from '../pad-key.ts';
import { Feedback, talkName, withMark } from './Feedback.tsx';

interface MarkLinesProps {
  readonly lines: readonly HeardLine[];
  /** Whether the learner may end the set before its last line. */
  readonly canStop?: boolean;
  /** Called once, at the end. Of `heard` lines, `alike` were read as we or some raters read them. */
  readonly onEnd?: (alike: number, heard: number) => void;
  /** What to do next, shown at the end. */
  readonly children?: ComponentChildren;
}

export function MarkLines({ lines, canStop = false, onEnd, children }: MarkLinesProps) {
  const [{ at, alike, ended }, setProgress] = useState({ at: 0, alike: 0, ended: false });
  const line = lines[at];
  if (!line || ended) {
    return (
      <End alike={alike} heard={at}>
        {children}
      </End>
    );
  }
  const next = (isAlike: boolean, stops: boolean): void => {
    const now = { at: at + 1, alike: alike + (isAlike ? 1 : 0), ended: stops || at + 1 === lines.length };
    setProgress(now);
    if (now.ended) onEnd?.(now.alike, now.at);
  };
  return (
    <OneLine
      key={at}
      line={line}
      place={lines.length > 1 ? HEAR.place(at + 1, lines.length) : undefined}
      isFirst={at === 0}
      isLast={at + 1 === lines.length}
      onNext={lines.length > 1 ? (isAlike) => next(isAlike, false) : undefined}
      onStop={canStop && at + 1 < lines.length ? (isAlike) => next(isAlike, true) : undefined}
    />
  );
}

interface EndProps {
  readonly alike: number;
  readonly heard: number;
  readonly children: ComponentChildren;
}

function End({ alike, heard, children }: EndProps) {
  const result = useFocusOnMount<HTMLParagraphElement>();
  return (
    <>
      <p ref={result} tabIndex={-1} class={css.result}>
        {HEAR.end(alike, heard)}
      </p>
      {children}
    </>
  );
}

interface OneLineProps {
  readonly line: HeardLine;
  readonly place: string | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Absent if this is the only line. */
  readonly onNext: ((isAlike: boolean) => void) | undefined;
  readonly onStop: ((isAlike: boolean) => void) | undefined;
}

function OneLine({ line, place, isFirst, isLast, onNext, onStop }: OneLineProps) {
  const [says] = line;
  const [marked, setMarked] = useState<readonly Talk[]>([]);
  const [isCompared, setCompared] = useState(false);
  const quote = useRef<HTMLParagraphElement>(null);
  // A screen reader reads the next line, and the keyboard goes on from there.
  useLayoutEffect(() => {
    if (!isFirst) quote.current?.focus();
  }, []);
  return (
    <div class={css.stack}>
      {place && <p class="quiet-text">{place}</p>}
      <blockquote class={css.quote}>
        <p ref={quote} tabIndex={-1}>
          {says}
        </p>
      </blockquote>
      {isCompared ? (
        <Compared line={line} marked={marked} isLast={isLast} onNext={onNext} onStop={onStop} />
      ) : (
        <Marking marked={marked} onMarked={setMarked} onCompare={() => setCompared(true)} />
      )}
    </div>
  );
}

interface MarkingProps {
  readonly marked: readonly Talk[];
  readonly onMarked: (marked: readonly Talk[]) => void;
  readonly onCompare: () => void;
}

function Marking({ marked, onMarked, onCompare }: MarkingProps) {
  usePadKey(focusLearnPad);
  return (
    <>
      <p class="quiet-text">{HEAR.pad}</p>
      <div class={css.padBox}>
        <Pad letters onMark={(talk) => onMarked(withMark(marked, talk))} />
      </div>
      <p role="status" class={css.marked}>
        {HEAR.yours}: {marked.map(talkName).join(', ') || HEAR.none}
      </p>
      <div class={css.row}>
        <Button variant="primary" onPress={onCompare}>
          {marked.length === 0 ? HEAR.pass : HEAR.check}
        </Button>
        <Button variant="quiet" isDisabled={marked.length === 0} onPress={() => onMarked(marked.slice(0, -1))}>
          {HEAR.undo}
        </Button>
      </div>
    </>
  );
}

const FITS: ReadonlySet<string> = new Set(['heard', 'one-view', 'left-open']);

type ComparedProps = Pick<OneLineProps, 'line' | 'isLast' | 'onNext' | 'onStop'> & { readonly marked: readonly Talk[] };

function Compared({ line: [, marks, why], marked, isLast, onNext, onStop }: ComparedProps) {
  const result = useFocusOnMount<HTMLDivElement>();
  const id = useId();
  // A screen reader reads the name and all of the feedback.
  const comparison = compareMarks(parseMarks(marks), marked);
  const isAlike = comparison.missed.length === 0 && comparison.marked.every(({ verdict }) => FITS.has(verdict));
  return (
    <>
      <div ref={result} tabIndex={-1} class={css.result} role="group" aria-label={HEAR.result} aria-describedby={id}>
        <Feedback id={id} marks={marks} marked={marked} why={why} />
      </div>
      {onNext && (
        <div class={css.row}>
          <Button variant="primary" onPress={() => onNext(isAlike)}>
            {isLast ? HEAR.finish : HEAR.next}
          </Button>
          {onStop && (
            <Button variant="quiet" onPress={() => onStop(isAlike)}>
              {HEAR.stop}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
