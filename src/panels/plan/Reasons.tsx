// The patient's reasons for change, offered below the follow-up. One touch puts a reason on the take-home plan.

import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { EntryId } from '../../interview/ids.ts';
import type { Utterance } from '../../interview/talk/talk.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Plan.module.css';

/** Few enough to read quickly. The newest come first. */
const GLANCE = 4;

const isReason = ({ talk, words }: Utterance): boolean => talk.side === 'change' && words.kind === 'heard';

export function Reasons({ store }: { readonly store: Store }) {
  const [isLong, setLong] = useState(false);
  // As one text, so that a letter typed in a quote does not redraw the list.
  const key = useComputed(() =>
    store.parts.talk.value
      .filter(isReason)
      .map(({ id }) => id)
      .join(' '),
  );
  if (key.value === '') return null;
  const ids = (key.value.split(' ') as EntryId[]).toReversed();
  return (
    <fieldset class={css.reasons}>
      <legend>Their reasons, for the take-home plan</legend>
      {(isLong ? ids : ids.slice(0, GLANCE)).map((id) => (
        <Reason key={id} store={store} id={id} />
      ))}
      {ids.length > GLANCE && !isLong && (
        <div>
          <Button
            variant="quiet"
            onPress={({ currentTarget }) => {
              const list = currentTarget.closest('fieldset');
              setLong(true);
              // This button disappears. Focus moves to the first reason that it shows.
              requestAnimationFrame(() => list?.querySelectorAll('input')[GLANCE]?.focus());
            }}
          >
            Show all {ids.length}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function Reason({ store, id }: { readonly store: Store; readonly id: EntryId }) {
  const isChosen = useComputed(() => store.parts.plan.value.reasons.includes(id)).value;
  const text = useComputed(() => {
    const words = store.parts.talk.value.find((each) => each.id === id)?.words;
    return words?.kind === 'heard' ? words.text : '';
  });
  return (
    <label class={css.reason}>
      <input
        type="checkbox"
        class="tick-box"
        checked={isChosen}
        onChange={(event) =>
          store.dispatch({ kind: event.currentTarget.checked ? 'plan-reason-chosen' : 'plan-reason-dropped', id })
        }
      />
      {/* A long reason is cut here. Its whole text is under "Said today". */}
      <span class="three-lines" dir="auto">
        {text}
      </span>
    </label>
  );
}
