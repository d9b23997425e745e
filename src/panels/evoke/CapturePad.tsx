// The capture pad: a letter or a tap marks what was just said, at once. Words come now or at the pause.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { SIDES, type Side, type Talk } from '../../interview/talk/talk.ts';
import type { Store } from '../../store/store.ts';
import { ensureStop, keepStop, moveInside } from '../../ui/roving.ts';
import css from './CapturePad.module.css';
import { SIDE_NAMES, STRAND_LABELS, type StrandLabel, strandOfKey } from './codes.ts';

interface CapturePadProps {
  readonly store: Store;
  /** After a mark; `typing` is false where bringing up a keyboard would be in the way (touch). */
  readonly onMarked: (typing: boolean) => void;
  readonly onLeave: () => void;
}

const ALWAYS = new Set(['other', 'unsure']);
export function CapturePad({ store, onMarked, onLeave }: CapturePadProps) {
  const pad = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => ensureStop(pad.current));

  const mark = (talk: Talk, typing: boolean): void => {
    store.capturing.mark(talk);
    onMarked(typing);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !pad.current) return;
    if (moveInside(pad.current, event)) return;
    if (event.key === 'Escape') onLeave();
    const letter = !event.repeat && event.key.length === 1 && store.settling.settings.value.letters === 'on';
    const strand = letter ? strandOfKey(event.key) : undefined;
    if (!strand) return;
    event.preventDefault();
    mark({ side: event.shiftKey ? 'sustain' : 'change', strand }, true);
  };

  return (
    <div
      class={css.pad}
      ref={pad}
      role="toolbar"
      aria-label="Capture"
      id="capture-pad"
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        const from = event.relatedTarget;
        // From the pad's own words field the clinician comes from nowhere else than before.
        if (!(from instanceof Element) || pad.current?.parentElement?.contains(from)) return;
        store.capturing.comeFrom(from.closest('#plan') ? 'planning' : 'talking');
      }}
    >
      {store.capturing.writing.value.kind === 'recoding' && (
        <p class={css.mode}>Choose the right code for this mark. Esc leaves it as it is.</p>
      )}
      {SIDES.map((side) => (
        <div key={side} class={`${css.side} ${css[side]}`} data-row={side}>
          <span class={css.name}>{SIDE_NAMES[side]}</span>
          {STRAND_LABELS.map((label) => (
            <Chip key={label.strand} side={side} label={label} onMark={mark} />
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
}

// Who speaks to the computer says what stands on the chip, so that is part of the name also where it is cut short.
function spokenLabel(side: Side, { letter, name, short }: StrandLabel): string {
  const whole = `${SIDE_NAMES[side]} ${letter} ${name}`;
  return name.toLowerCase() === short ? whole : `${whole}, ${letter} ${short}`;
}

function Chip({ side, label, onMark }: ChipProps) {
  const always = ALWAYS.has(label.strand);
  return (
    <button
      type="button"
      class={`${css.chip} ${always ? `${css.always} ${label.strand === 'other' ? css.other : css.unsure}` : ''}`}
      data-stop={label.strand}
      aria-label={spokenLabel(side, label)}
      onFocus={(event) => {
        const group = event.currentTarget.closest('[role=toolbar]');
        if (group) keepStop(group, event.currentTarget);
      }}
      onClick={(event) => {
        const touched = 'pointerType' in event && event.pointerType === 'touch';
        onMark({ side, strand: label.strand }, !touched);
      }}
    >
      <span class={css.letter}>{label.letter}</span> <span class={css.word}>{label.short}</span>
    </button>
  );
}
