// Focusing: one shared direction. The target is last, so that the rulers and the pad follow it without a Tab stop
// between. Everything optional, including information with permission, comes before it.

import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import { behaviorNamed } from '../../interview/guide/behaviors.ts';
import type { Interview } from '../../interview/interview.ts';
import { DIRECTIONS, type Direction, type RaisedBy } from '../../interview/talk/focus.ts';
import { promptLine } from '../../store/conversation/guide.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Deferred } from '../../ui/Deferred.tsx';
import { Field } from '../../ui/Field.tsx';
import { goTo } from '../../ui/keyboard/go-to.ts';
import { PromptLine } from '../../ui/PromptLine.tsx';
import { Section } from '../../ui/Section.tsx';
import { useStaysOpen } from '../../ui/stays-open.ts';
import { Disclosure } from './Disclosure.tsx';
import css from './Focus.module.css';
import { loadAgenda, loadInformation } from './load-deferred.ts';
import { MoreTopics, TargetChoice } from './TargetChoice.tsx';

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

const RAISERS: readonly { readonly value: RaisedBy; readonly label: string }[] = [
  { value: 'patient', label: 'Patient' },
  { value: 'clinician', label: 'Me' },
  { value: 'both', label: 'Both' },
];

export function Focus({ store }: { readonly store: Store }) {
  const [opened, setOpened] = useState(false);
  const [all, setAll] = useState(false);
  const isTold = useComputed(() => holdsMore(store.interview.value)).value;
  const open = useStaysOpen(opened || isTold);
  return (
    <Section
      id="focus"
      title="Focus"
      aim={open ? 'choose a topic; the rest is optional' : ''}
      beside={
        <>
          {!open && (
            <Button
              variant="quiet"
              expanded={false}
              label="+ Agenda, permission, direction"
              onPress={() => {
                setOpened(true);
                // This button disappears.
                goTo('#focus-heading');
              }}
            >
              + Agenda
            </Button>
          )}
          <VisitLanguage store={store} />
          {!open && <MoreTopics store={store} all={all} onAll={setAll} />}
        </>
      }
    >
      {open && <Rest store={store} />}
      <TargetChoice store={store} all={all} onAll={setAll} titled={open} />
    </Section>
  );
}

// One setting for lines to say, rulers, the share view, and the language filed with the patient's words.
function VisitLanguage({ store }: { readonly store: Store }) {
  const spanish = store.guide.language.value === 'es';
  return (
    <>
      {spanish && <span class="quiet-text">This visit is in Spanish.</span>}
      <Button
        variant="quiet"
        onPress={() => {
          store.dispatch({ kind: 'visit-language-chosen', language: spanish ? undefined : 'es' });
          store.view.speak(undefined);
        }}
      >
        {spanish ? 'Back to English' : 'Visit in Spanish'}
      </Button>
    </>
  );
}

// A restored draft shows everything that was recorded.
const holdsMore = ({ engage: { agenda }, focus, evoke: { information } }: Interview): boolean =>
  agenda.length > 0 ||
  focus.permission !== undefined ||
  focus.raisedBy !== undefined ||
  focus.goal !== '' ||
  focus.direction !== undefined ||
  information.length > 0;

function Rest({ store }: { readonly store: Store }) {
  const focus = store.parts.focus.value;
  return (
    <>
      <PromptLine {...promptLine(store, 'focus')} />
      <Deferred load={loadAgenda} props={{ store }} />
      <Told store={store} />
      <Field
        label="What they would like to be different"
        value={focus.goal}
        onType={(text) => store.dispatch({ kind: 'goal-typed', text })}
      />
      <DirectionChoice store={store} />
      <Disclosure label="Share information" wanted={focus.permission}>
        <Deferred load={loadInformation} props={{ store }} />
      </Disclosure>
    </>
  );
}

function Told({ store }: { readonly store: Store }) {
  const { permission, raisedBy } = store.parts.focus.value;
  return (
    <div class={css.told}>
      <Choices
        legend="Permission to talk about it"
        options={PERMISSION}
        chosen={permission === undefined ? undefined : permission ? 'yes' : 'no'}
        onChoose={(value) => store.dispatch({ kind: 'permission-recorded', given: value && value === 'yes' })}
      />
      <Choices
        legend="Who raised it"
        options={RAISERS}
        chosen={raisedBy}
        onChoose={(value) => store.dispatch({ kind: 'raised-by-recorded', raisedBy: value })}
      />
    </div>
  );
}

// The directions that make sense for this topic, the usual ones first. A direction chosen for another topic stays
// visible.
function DirectionChoice({ store }: { readonly store: Store }) {
  const { target, direction } = store.parts.focus.value;
  const known = target.kind === 'named' ? behaviorNamed(target.label, store.behaviors)?.directions : undefined;
  const sensible = known ?? DIRECTIONS;
  const ordered = direction === undefined || sensible.includes(direction) ? sensible : [...sensible, direction];
  return (
    <Choices
      legend="Direction"
      even
      options={ordered.map((value) => ({ value, label: DIRECTION_LABELS[value] }))}
      chosen={direction}
      onChoose={(value) => store.dispatch({ kind: 'direction-chosen', direction: value })}
    />
  );
}
