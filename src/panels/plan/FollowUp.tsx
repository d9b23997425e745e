// When and how they will talk again: a few usual choices, any other day, any other way.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { readDay } from '../../interview/ids.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './Plan.module.css';

// Tab reaches the usual one first.
const DAYS = [
  { value: '7', label: '1 week' },
  { value: '14', label: '2 weeks' },
  { value: '28', label: '4 weeks' },
  { value: '91', label: '3 months' },
] as const;

const CHANNELS = [
  { value: 'Visit', label: 'Visit' },
  { value: 'Phone', label: 'Phone' },
  { value: 'Message', label: 'Message' },
] as const;

export function FollowUp({ store }: { readonly store: Store }) {
  const { followUpDay, followUpHow } = store.parts.plan.value;
  const opened = useSignal(false);
  const usual = DAYS.some((each) => store.day(Number(each.value)) === followUpDay);
  // Once open it stays open, so that clearing a field does not fold it.
  const held = useRef(false);
  held.current ||= opened.value || followUpHow !== '' || (followUpDay !== undefined && !usual);
  return (
    <div class={`${css.followUp} ${held.current ? '' : css.folded}`}>
      <Choices
        legend="Follow-up"
        options={DAYS}
        first="14"
        chosen={DAYS.find((each) => store.day(Number(each.value)) === followUpDay)?.value}
        onChoose={(days) =>
          store.dispatch(
            days ? { kind: 'follow-up-agreed', day: store.day(Number(days)) } : { kind: 'follow-up-agreed' },
          )
        }
      />
      {held.current ? (
        <When store={store} />
      ) : (
        <div class={css.fold}>
          <Button
            look="quiet"
            expanded={false}
            onPress={() => {
              opened.value = true;
            }}
          >
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
        options={CHANNELS}
        chosen={CHANNELS.find(({ value }) => value === followUpHow)?.value}
        onChoose={(channel) => how(channel ?? '')}
      />
      <div class={css.pair}>
        <label class={css.date}>
          <span>Date</span>
          <input
            type="date"
            value={followUpDay ?? ''}
            onInput={(event) => {
              const day = readDay(event.currentTarget.value);
              store.dispatch(day.ok ? { kind: 'follow-up-agreed', day: day.value } : { kind: 'follow-up-agreed' });
            }}
          />
        </label>
        <Field label="Details" value={followUpHow} onType={how} />
      </div>
    </>
  );
}
