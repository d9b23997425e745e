// When the talk began and how many minutes it took, both as the clinician corrects them. Minutes are a fact for the
// note and nothing more: no threshold, no code, no hint.

import { correctStart, minutesSince } from '../../interview/talk/talk-time.ts';
import { instantAt } from '../../store/session/clock.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { wallTime } from '../../ui/dates.ts';
import css from './Review.module.css';

export function TimeTaken({ store }: { readonly store: Store }) {
  const time = store.parts.time.value;
  const now = () => instantAt(store.clock.millis());
  return (
    <div class={css.time} role="group" aria-label="Time">
      <label>
        Started
        <input
          type="time"
          value={wallTime(time.startedAt)}
          onChange={(event) => {
            const events = correctStart(time, event.currentTarget.value, now());
            for (const each of events) store.dispatch(each);
            // What was refused is not left standing as if it held.
            if (events.length === 0) event.currentTarget.value = wallTime(time.startedAt);
          }}
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
            // As it is typed: Ctrl+Enter signs without the field ever losing focus.
            const minutes = event.currentTarget.value === '' ? undefined : event.currentTarget.valueAsNumber;
            store.dispatch(minutes === undefined ? { kind: 'minutes-told' } : { kind: 'minutes-told', minutes });
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
        Stop now
      </Button>
    </div>
  );
}
