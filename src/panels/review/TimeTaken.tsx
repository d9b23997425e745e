// When the conversation began and how many minutes it took, both editable. Minutes are only a fact of the note: no
// threshold, no code, no hint.

import { useRef } from 'preact/hooks';
import type { TalkTime } from '../../interview/interview.ts';
import { correctStart, minutesSince } from '../../interview/talk/talk-time.ts';
import { instantAt } from '../../store/session/clock.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { wallTime } from '../../ui/day-and-time/dates.ts';
import { useTypedText } from '../../ui/day-and-time/typed-text.ts';
import css from './Review.module.css';

/**
 * Corrects the start as it is typed. A browser reports the hour before the minutes, and that time may be in the future or
 * after the end. So each text corrects the time from before the typing, and a refused text brings that time back.
 */
function useStartCorrection(store: Store) {
  const last = useRef<{ readonly from: TalkTime; readonly result: TalkTime }>(undefined);
  const correct = (wall: string): void => {
    const before = store.parts.time.peek();
    const from = last.current?.result === before ? last.current.from : before;
    const corrected = correctStart(from, wall, instantAt(store.clock.millis()));
    store.dispatch({ kind: 'start-typed', time: corrected ?? from });
    last.current = { from, result: store.parts.time.peek() };
  };
  const end = (): void => {
    last.current = undefined;
    store.pause();
  };
  return { correct, end };
}

export function TimeTaken({ store }: { readonly store: Store }) {
  const time = store.parts.time.value;
  const now = () => instantAt(store.clock.millis());
  const { correct, end } = useStartCorrection(store);
  const { shown, onTyped, forget } = useTypedText(wallTime(time.startedAt));
  const showStart = (field: HTMLInputElement): void => {
    end();
    forget();
    field.value = wallTime(store.parts.time.value.startedAt);
  };
  return (
    <div class={css.time} role="group" aria-label="Time">
      <label>
        Started
        <input
          type="time"
          value={shown}
          onInput={({ currentTarget: { value } }) => {
            // Uses the input event: Ctrl+Enter signs before the field loses focus, and WebKit fires change only then.
            correct(value);
            onTyped(value, wallTime(store.parts.time.peek().startedAt));
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
            store.dispatch({ kind: 'minutes-typed', minutes });
          }}
          onBlur={(event) => {
            store.pause();
            event.currentTarget.value = String(store.parts.time.value.minutes ?? '');
          }}
        />
      </label>
      <Button
        variant="quiet"
        onPress={() => store.dispatch({ kind: 'minutes-recorded', minutes: minutesSince(time.startedAt, now()) })}
      >
        Use time until now
      </Button>
    </div>
  );
}
