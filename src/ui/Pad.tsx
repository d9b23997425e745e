// The pad: two rows of codes, one tap or one letter each. It does not use the store.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Direction } from '../interview/talk/focus.ts';
import type { Side, Talk } from '../interview/talk/talk.ts';
import { ensureStop, keepStop, moveInside } from './keyboard/roving.ts';
import { isComposing, typedKey } from './keyboard/typed-key.ts';
import { SIDE_NAMES, STRAND_LABELS, type StrandLabel, sideTitles, strandOfKey } from './messages/strand-labels.ts';
import css from './Pad.module.css';

interface PadProps {
  /** False if letter keys are turned off. Chips and arrow keys still work. */
  readonly letters: boolean;
  /** What the patient wants to do, for the names of the sides. */
  readonly direction?: Direction | undefined;
  /** `typing` is false after a touch, because an on-screen keyboard would cover the page. */
  readonly onMark: (talk: Talk, typing: boolean) => void;
  readonly onEscape?: () => void;
  /** Focus enters the pad from this element. */
  readonly onEnter?: (from: Element) => void;
  /** A line above the codes, for example about what the next press changes. */
  readonly note?: string | undefined;
  /** The code in focus or under a long press, to show an example. Undefined if there is none. */
  readonly onLook?: ((talk: Talk | undefined) => void) | undefined;
}

const SIDES: readonly Side[] = ['change', 'sustain'];
const ALWAYS = new Set(['other', 'unsure']);

export function Pad({ letters, direction, onMark, onEscape, onEnter, note, onLook }: PadProps) {
  const pad = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => ensureStop(pad.current));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || !pad.current) return;
    if (moveInside(pad.current, event)) return;
    if (event.key === 'Escape') onEscape?.();
    const letter = !event.repeat && event.key.length === 1 && letters;
    const strand = letter ? strandOfKey(typedKey(event)) : undefined;
    if (!strand) return;
    event.preventDefault();
    onMark({ side: event.shiftKey ? 'sustain' : 'change', strand }, true);
  };
  return (
    <div
      class={css.pad}
      ref={pad}
      role="toolbar"
      aria-label="Capture"
      aria-describedby={note && 'capture-note'}
      id="capture-pad"
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const from = event.relatedTarget;
        // Focus from the pad's own words field does not count as entering from elsewhere.
        if (from instanceof Element && !pad.current?.parentElement?.contains(from)) onEnter?.(from);
      }}
    >
      {note && (
        <p class={css.mode} id="capture-note">
          {note}
        </p>
      )}
      {SIDES.map((side) => (
        <div key={side} class={`${css.side} ${css[side]}`} data-row={side}>
          <span class={css.name}>{sideTitles(direction)[side]}</span>
          {STRAND_LABELS.map((label) => (
            <Chip key={label.strand} side={side} label={label} onMark={onMark} onLook={onLook} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface ChipProps {
  readonly side: Side;
  readonly label: StrandLabel;
  readonly onMark: (talk: Talk, typing: boolean) => void;
  readonly onLook: PadProps['onLook'];
}

/** The press of a chip. `touch` is of its pointerdown, because a click does not name its pointer in Safari before 18.2. */
interface Press {
  timer?: ReturnType<typeof setTimeout>;
  long: boolean;
  touch: boolean;
}

// A finger that rests this long asks what the code is for, and marks nothing.
const LONG_PRESS_MS = 500;

// Voice control users say the text on the chip, so the name includes it even where it is shortened.
function spokenLabel(side: Side, { letter, name, short }: StrandLabel): string {
  const whole = `${SIDE_NAMES[side]} ${letter} ${name}`;
  return name.toLowerCase() === short ? whole : `${whole}, ${letter} ${short}`;
}

function Chip({ side, label, onMark, onLook }: ChipProps) {
  const always = ALWAYS.has(label.strand);
  const press = useRef<Press>({ long: false, touch: false }).current;
  const look = (): void => onLook?.({ side, strand: label.strand });
  const release = (): void => clearTimeout(press.timer);
  return (
    <button
      type="button"
      class={`${css.chip} ${always ? `${css.always} ${label.strand === 'other' ? css.other : css.unsure}` : ''}`}
      data-stop={label.strand}
      aria-label={spokenLabel(side, label)}
      onFocus={(event) => {
        const group = event.currentTarget.closest('[role=toolbar]');
        if (group) keepStop(group, event.currentTarget);
        look();
      }}
      onBlur={() => onLook?.(undefined)}
      onPointerDown={(event) => {
        press.long = false;
        press.touch = event.pointerType === 'touch';
        if (!onLook || !press.touch) return;
        press.timer = setTimeout(() => {
          press.long = true;
          look();
        }, LONG_PRESS_MS);
      }}
      // A long press that slid off the chip got no click. It must not take that of the next key.
      onKeyDown={() => {
        press.long = false;
        press.touch = false;
      }}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={release}
      onContextMenu={(event) => {
        if (press.long) event.preventDefault();
      }}
      onClick={() => {
        if (press.long) {
          press.long = false;
          return;
        }
        onMark({ side, strand: label.strand }, !press.touch);
        press.touch = false;
      }}
    >
      <span class={css.letter}>{label.letter}</span> <span class={css.word}>{label.short}</span>
    </button>
  );
}
