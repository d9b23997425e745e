// When and how they will talk again: a few usual choices, any other day, any other way.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readDay } from '../../interview/ids.ts';
import { choiceIn, withChoice } from '../../lib/choice-and-words.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
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
          <Button look="quiet" expanded={false} onPress={() => setOpened(true)}>
            + Date, how to follow up
          </Button>
        </div>
      )}
    </div>
  );
}

function When({ store }: { readonly store: Store }) {
  const { followUpDay, followUpHow } = store.parts.plan.value;
  const how = (text: string): void => store.dispatch({ kind: 'plan-typed', part: 'followUpHow', text });
  return (
    <>
      <Choices
        legend="How to follow up"
        options={CHANNELS.map((channel) => ({ value: channel, label: channel }))}
        chosen={choiceIn(CHANNELS, followUpHow)}
        onChoose={(channel) => how(withChoice(CHANNELS, followUpHow, channel))}
      />
      <div class={css.pair}>
        <label class={css.date}>
          <span>Date</span>
          <input
            type="date"
            value={followUpDay ?? ''}
            onInput={(event) => {
              const day = readDay(event.currentTarget.value);
              store.dispatch({ kind: 'follow-up-agreed', day: day.ok ? day.value : undefined });
            }}
          />
        </label>
        <Field label="Details" value={followUpHow} onType={how} />
      </div>
    </>
  );
}
