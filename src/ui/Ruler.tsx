// A 0-10 ruler as one radio group: eleven cells and "Declined". Unset by default. A digit answers it and keeps the
// focus.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readScore, type Score } from '../interview/ids.ts';
import type { Answer } from '../interview/ruler.ts';
import { isComposing } from './keyboard/typed-key.ts';
import radio from './Radio.module.css';
import css from './Ruler.module.css';

interface RulerProps {
  readonly name: string;
  /** Absent if the name and the end texts are enough. */
  readonly question?: string;
  /** The language of the question and of the end texts. */
  readonly language?: string;
  /** What 0 and 10 mean. */
  readonly low: string;
  readonly high: string;
  readonly answer: Answer | undefined;
  /** Last visit's number, drawn as a hollow mark and stated in text. */
  readonly ghost?: number | undefined;
  /** False if digit keys are turned off. Arrows, Home and End still work. */
  readonly digits?: boolean;
  readonly onAnswer: (score: Score) => void;
  readonly onDecline?: (() => void) | undefined;
  readonly onClear: () => void;
  readonly onEnter?: () => void;
  /** The question after an answer. Below the cells, so that none of them moves, or by touch instead of the end texts. */
  readonly ask?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Takes less space once it is answered and the focus is elsewhere. Every cell can still be pressed. */
  readonly foldable?: boolean;
}

const CELLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
// "1" followed by "0" within this time is a ten.
const TEN_MS = 700;

export function Ruler(props: RulerProps) {
  const id = useId();
  const one = useRef(0);
  const chosen = props.answer?.kind === 'answered' ? props.answer.score : undefined;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    const act = keyAction(event, one, props);
    if (!act) return;
    event.preventDefault();
    act();
  };

  const [open, setOpen] = useState(false);
  const cellWith = (look: string | undefined, text: string, isChosen: boolean, onChoose: () => void) => (
    <label key={text} class={look}>
      <input
        class={radio.radio}
        type="radio"
        name={id}
        checked={isChosen}
        onChange={() => {
          // Drawn with the answer, so that an answer by a press does not fold the ruler for one frame.
          setOpen(true);
          onChoose();
        }}
        // Safari moves no focus to a radio that is touched, and the focus opens the ruler.
        onClick={(event) => event.currentTarget.focus({ preventScroll: true })}
      />
      <span class={radio.text}>{text}</span>
    </label>
  );

  const box = useRef<HTMLDivElement>(null);
  const folded = props.foldable && props.answer !== undefined && !open;
  useEffect(() => followFocus(box.current, setOpen), []);
  // A ruler reached by Tab grows as it opens, perhaps below the footer.
  useLayoutEffect(() => {
    if (open) box.current?.querySelector(':focus-visible')?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  return (
    <div class={css.ruler} ref={box} data-folded={folded ? '' : undefined}>
      <div
        class={css.group}
        role="radiogroup"
        aria-labelledby={props.question === undefined ? `${id}-name` : `${id}-name ${id}-question`}
        aria-describedby={`${id}-ends`}
        onKeyDown={onKeyDown}
      >
        <div class={css.head}>
          <span class={css.name} id={`${id}-name`}>
            {props.name}
          </span>
        </div>
        <div class={css.aside}>
          <span
            id={`${id}-ends`}
            lang={props.language}
            class={folded ? 'visually-hidden' : `${css.ends} ${props.ask ? css.asked : ''}`}
          >
            0 {props.low}, 10 {props.high}
          </span>
          {props.ghost !== undefined && !folded && <span class={css.last}>last time {props.ghost}</span>}
        </div>
        {props.question !== undefined && (
          <p class={folded ? 'visually-hidden' : css.question} id={`${id}-question`} lang={props.language}>
            {props.question}
          </p>
        )}
        <div class={css.cells}>
          {CELLS.map((cell) =>
            cellWith(
              `${css.cell} ${props.ghost === cell && !folded ? css.ghost : ''}`,
              String(cell),
              chosen === cell,
              () => answerWith(cell, props),
            ),
          )}
        </div>
        {props.onDecline && cellWith(css.declined, 'Declined', props.answer?.kind === 'declined', props.onDecline)}
      </div>
      {props.ask && <div class={css.ask}>{props.ask}</div>}
      {props.children}
    </div>
  );
}

// Opens and folds only after the click that moved the focus, so that nothing moves under the pointer.
function followFocus(box: HTMLElement | null, setOpen: (open: boolean) => void): () => void {
  const end = new AbortController();
  const { signal } = end;
  let pressed = false;
  const look = (): void => setOpen(box?.contains(document.activeElement) ?? false);
  box?.addEventListener('focusin', () => !pressed && setOpen(true), { signal });
  box?.addEventListener('focusout', () => !pressed && setTimeout(look), { signal });
  document.addEventListener('pointerdown', () => (pressed = true), { capture: true, signal });
  for (const kind of ['click', 'pointercancel']) {
    document.addEventListener(
      kind,
      () => {
        pressed = false;
        setTimeout(look);
      },
      { signal },
    );
  }
  return () => end.abort();
}

function answerWith(value: number, { onAnswer }: RulerProps): void {
  const score = readScore(value);
  if (score.ok) onAnswer(score.value);
}

// The browser makes the checked cell the group's Tab stop. Focus must move there, or the next Tab stays in the ruler.
function answerFrom(event: KeyboardEvent, props: RulerProps): (value: number) => void {
  const group = event.currentTarget instanceof Element ? event.currentTarget : undefined;
  return (value) => {
    answerWith(value, props);
    group?.querySelectorAll('input')[value]?.focus();
  };
}

function keyAction(event: KeyboardEvent, one: { current: number }, props: RulerProps): (() => void) | undefined {
  const { key } = event;
  const answer = answerFrom(event, props);
  if (/^\d$/.test(key)) {
    if (props.digits === false) return undefined;
    const ten = key === '0' && event.timeStamp - one.current < TEN_MS;
    one.current = key === '1' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    return () => answer(ten ? 10 : Number(key));
  }
  if (key === 'Home') return () => answer(0);
  if (key === 'End') return () => answer(10);
  if (key === 'Backspace' || key === 'Delete') return props.onClear;
  if (key === 'Enter') return props.onEnter;
  return undefined;
}
