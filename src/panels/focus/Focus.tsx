// Focusing: one shared direction. The target comes last, so that the rulers and the pad follow it without a stop between.

import { useSignal } from '@preact/signals';
import { DIRECTIONS, type Direction, type Target } from '../../interview/focus.ts';
import type { Behaviour } from '../../interview/guide/behaviours.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { PromptLine } from '../../ui/PromptLine.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './Focus.module.css';

const DIRECTION_LABELS: { readonly [D in Direction]: string } = {
  stop: 'Stop',
  'cut-down': 'Cut down',
  start: 'Start',
  'do-more': 'Do more',
  'keep-going': 'Keep going',
  'change-how': 'Change how or when',
  explore: 'Not decided yet',
};

const PERMISSION = [
  { value: 'yes', label: 'Given' },
  { value: 'no', label: 'Not today' },
] as const;

const OWN_WORDS = 'own-words';

export function Focus({ store }: { readonly store: Store }) {
  const { focus } = store.interview.value;
  const permission = focus.permission === undefined ? undefined : focus.permission ? 'yes' : 'no';
  return (
    <Section id="focus" title="Focus" aim="where are we going">
      <PromptLine text={store.guiding.prompt.focus.value} onAnother={() => store.guiding.another('focus')} />
      <Choices
        legend="Permission to talk about it"
        optional
        options={PERMISSION}
        chosen={permission}
        onChoose={(value) =>
          store.dispatch(value ? { kind: 'permission-told', given: value === 'yes' } : { kind: 'permission-told' })
        }
      />
      <Field
        label="What they would like to be different"
        optional
        value={focus.goal}
        onType={(text) => store.dispatch({ kind: 'goal-typed', text })}
      />
      <Choices
        legend="Direction"
        optional
        options={DIRECTIONS.map((value) => ({ value, label: DIRECTION_LABELS[value] }))}
        chosen={focus.direction}
        onChoose={(direction) =>
          store.dispatch(direction ? { kind: 'direction-chosen', direction } : { kind: 'direction-chosen' })
        }
      />
      <TargetChoice store={store} />
    </Section>
  );
}

function targetOf(key: string | undefined, behaviours: readonly Behaviour[]): Target {
  const behaviour = behaviours.find((each) => each.key === key);
  if (behaviour) {
    const { label, code, sensitive } = behaviour;
    return { kind: 'named', label: label.en, sensitive, ...(code ? { code } : {}) };
  }
  return key === OWN_WORDS ? { kind: 'named', label: '', sensitive: false } : { kind: 'not-named' };
}

// A glance takes in about this many; the rest is one press away, before the group so that no Tab stop follows it.
const FIRST = 8;

function offered(store: Store, chosen: string | undefined, all: boolean): readonly Behaviour[] {
  return store.behaviours.filter(({ key }, place) => all || place < FIRST || key === chosen);
}

function TargetChoice({ store }: { readonly store: Store }) {
  const list = useSignal<{ readonly kind: 'few' | 'all' }>({ kind: 'few' });
  const { target } = store.interview.value.focus;
  const known = target.kind === 'named' ? store.behaviours.find((each) => each.label.en === target.label) : undefined;
  const chosen = target.kind === 'not-named' ? undefined : (known?.key ?? OWN_WORDS);
  const all = list.value.kind === 'all';
  const options = [
    ...offered(store, chosen, all).map(({ key, label }) => ({ value: key, label: label.en })),
    { value: OWN_WORDS, label: 'In their words' },
  ];
  return (
    <div class={css.target}>
      <div class={css.head}>
        {store.behaviours.length > FIRST && (
          <Button
            look="quiet"
            expanded={all}
            onPress={() => {
              list.value = { kind: all ? 'few' : 'all' };
            }}
          >
            {all ? 'Fewer topics' : 'All topics'}
          </Button>
        )}
        <h3 class={css.title} id="target-heading" tabIndex={-1}>
          What we talk about
        </h3>
      </div>
      <Choices
        legend="What we talk about"
        hideLegend
        options={options}
        chosen={chosen}
        onChoose={(key) => store.dispatch({ kind: 'target-chosen', target: targetOf(key, store.behaviours) })}
      />
      {target.kind === 'named' && chosen === OWN_WORDS && (
        <Field
          label="The change, as they put it"
          value={target.label}
          onType={(label) => store.dispatch({ kind: 'target-chosen', target: { ...target, label } })}
        />
      )}
    </div>
  );
}
