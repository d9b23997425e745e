// When the conversation began and how many minutes it took, both editable. Minutes are only a fact of the note: no
// threshold, no code, no hint.

import { correctStart, minutesSince } from '../../interview/talk/talk-time.ts';
import { instantAt } from '../../store/session/clock.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { wallTime } from '../../ui/dates.ts';
import css from './Review.module.css';

export function TimeTaken({ store }: { readonly store: Store }) {
  const time = store.parts.time.value;
  const now = () => instantAt(store.clock.millis());
  const showStart = (field: HTMLInputElement): void => {
    field.value = wallTime(store.parts.time.value.startedAt);
  };
  return (
    <div class={css.time} role="group" aria-label="Time">
      <label>
        Started
        <input
          type="time"
          value={wallTime(time.startedAt)}
          onInput={(event) => {
            // Uses the input event: Ctrl+Enter signs before the field loses focus, and WebKit fires change only then.
            for (const each of correctStart(time, event.currentTarget.value, now())) store.dispatch(each);
          }}
          onBlur={(event) => showStart(event.currentTarget)}
          // A refused time must not be shown when the note is signed.
          onKeyDown={(event) => event.key === 'Enter' && showStart(event.currentTarget)}
        />
      </label>
      <label>
        Minutes
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={1440}
          value={time.minutes ?? ''}
          onInput={(event) => {
            // Uses the input event: Ctrl+Enter signs without the field losing focus.
            const minutes = event.currentTarget.value === '' ? undefined : event.currentTarget.valueAsNumber;
            store.dispatch({ kind: 'minutes-told', minutes });
          }}
          onBlur={(event) => {
            event.currentTarget.value = String(store.parts.time.value.minutes ?? '');
          }}
        />
      </label>
      <Button
        look="quiet"
        onPress={() => store.dispatch({ kind: 'minutes-told', minutes: minutesSince(time.startedAt, now()) })}
      >
        Use time until now
      </Button>
    </div>
  );
}
