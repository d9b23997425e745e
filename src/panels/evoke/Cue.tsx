// What has been heard, in one line each: what to work on next, and how much was said on each side. Never filed.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { heardForChange } from '../../interview/guide/heard.ts';
import { READY_CUE, readyToPlan, workOn } from '../../interview/guide/hints.ts';
import { countMarks } from '../../interview/note/compose-note.ts';
import type { Store } from '../../store/store.ts';
import button from '../../ui/Button.module.css';
import { goTo, goToIfLost } from '../../ui/keyboard/go-to.ts';
import { ensureStop } from '../../ui/keyboard/roving.ts';
import { countsAndShareText } from '../../ui/messages/strand-labels.ts';
import css from './Evoke.module.css';
import heard from './HeardToday.module.css';
import { Tool } from './Tool.tsx';

const QUIET = `${button.button} ${button.quiet}`;

/**
 * The one line, with a link if there is one. Its tools belong to the Tab stop of the marks. A dismissed cue stays hidden
 * until something new is heard.
 */
export function Cue({ store }: { readonly store: Store }) {
  const said = store.guide.heard.value;
  const ready = readyToPlan(said) && store.guide.dismissed.value !== heardForChange(said);
  const hint = ready ? READY_CUE : workOn(said, store.guide.language.value)?.text;
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const group = line.current?.closest('[role=group]') ?? null;
    // A tool that disappears may have been the Tab stop of the group.
    return () => ensureStop(group, 'row');
  }, [ready]);
  if (!hint) return null;
  return (
    <p class={css.cue} ref={line} data-row="cue">
      {hint}
      {ready && (
        <>
          <Tool class={QUIET} name="Go to Plan" onPress={() => goTo('#plan-heading', 'start')} />
          <Tool
            class={QUIET}
            name="Not now"
            onPress={() => {
              store.guide.dismiss();
              goToIfLost('[aria-labelledby="heard-heading"] [data-stop][tabindex="0"]');
            }}
          />
        </>
      )}
    </p>
  );
}

/** Counts of change talk and sustain talk in words, which is not a score. Nothing if neither side has a mark. */
export function TalkCounts({ store }: { readonly store: Store }) {
  const said = countsAndShareText(countMarks(store.parts.talk.value), store.parts.focus.value.direction);
  return said === '' ? null : <p class={heard.counts}>Said today: {said}</p>;
}
