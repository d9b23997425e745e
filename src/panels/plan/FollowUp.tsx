// When and how they will talk again: a few usual choices, any other day, any other way.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readDayFrom } from '../../interview/ids.ts';
import { choiceIn, withChoice } from '../../lib/choice-and-words.ts';
import { dispatchAlone } from '../../store/conversation/interview-state.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { DayField } from '../../ui/day-and-time/DayField.tsx';
import { Field } from '../../ui/Field.tsx';
import { useStaysOpen } from '../../ui/stays-open.ts';
import css from './Plan.module.css';

// Tab reaches the usual one first.
const DAYS = [
  { value: '7', label: '1 week' },
  { value: '14', label: '2 weeks' },
  { value: '28', label: '4 weeks' },
  { value: '91', label: '3 months' },
] as const;

const CHANNELS = ['Visit', 'Phone', 'Message'] as const;

export function FollowUp({ store }: { readonly store: Store }) {
  const { followUpDay, followUpHow } = store.parts.plan.value;
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // The button that opened it is gone, so the focus moves to the field.
  useLayoutEffect(() => {
    if (opened) box.current?.querySelector<HTMLElement>('[type=date]')?.focus();
  }, [opened]);
  const usual = DAYS.find(({ value }) => store.day(Number(value)) === followUpDay)?.value;
  const open = useStaysOpen(opened || followUpHow !== '' || (followUpDay !== undefined && usual === undefined));
  return (
    <div ref={box} class={`${css.followUp} ${open ? '' : css.folded}`}>
      <Choices
        legend="Follow-up"
        options={DAYS}
        first="14"
        chosen={usual}
        onChoose={(days) => store.dispatch({ kind: 'follow-up-agreed', day: days && store.day(Number(days)) })}
      />
      {open ? (
        <When store={store} />
      ) : (
        <div class={css.fold}>
          <Button variant="quiet" expanded={false} onPress={() => setOpened(true)}>
            + Date, how to follow up
          </Button>
        </div>
      )}
    </div>
  );
}

function When({ store }: { readonly store: Store }) {
  const { followUpDay, followUpHow } = store.parts.plan.value;
  const today = store.day(0);
  const how = (text: string) => ({ kind: 'plan-typed', part: 'followUpHow', text }) as const;
  return (
    <>
      <Choices
        legend="How to follow up"
        options={CHANNELS.map((channel) => ({ value: channel, label: channel }))}
        chosen={choiceIn(CHANNELS, followUpHow)}
        onChoose={(channel) => dispatchAlone(store, how(withChoice(CHANNELS, followUpHow, channel)))}
      />
      <div class={css.pair}>
        <DayField
          // What is left in the field belongs to this interview.
          key={store.interview.peek().id}
          class={css.date}
          label="Date"
          day={followUpDay}
          first={today}
          read={(text) => readDayFrom(text, today)}
          refusal="Not saved: this day is before today."
          onDay={(day) => store.dispatch({ kind: 'follow-up-agreed', day })}
        />
        <Field label="Details" value={followUpHow} onType={(text) => store.dispatch(how(text))} />
      </div>
    </>
  );
}
