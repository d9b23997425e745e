// Elicit, provide, elicit: ask first and ask permission, give one neutral fact, ask what it means to the patient.

import { useState } from 'preact/hooks';
import { behaviorNamed } from '../../interview/guide/behaviors.ts';
import { INFORMATION_STEPS, type InformationStep, MENU, optionsFor } from '../../interview/guide/information.ts';
import type { InformationLine } from '../../interview/interview.ts';
import { dispatchAlone } from '../../store/conversation/interview-state.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './InformationCard.module.css';

const [ASK, OFFER, ASK_AGAIN] = INFORMATION_STEPS;

export function InformationCard({ store }: { readonly store: Store }) {
  const information = store.parts.information.value;
  const [latest, setLatest] = useState(() => information.at(-1)?.id ?? store.newEntry());
  const shown = information.some(({ id }) => id === latest)
    ? information
    : [...information, { id: latest, given: '', view: '' }];
  return (
    <div class={css.card}>
      <Says store={store} step={ASK} />
      <label class={css.permission}>
        <input
          type="checkbox"
          checked={store.parts.focus.value.permission === true}
          onChange={(event) =>
            store.dispatch({ kind: 'permission-recorded', given: event.currentTarget.checked || undefined })
          }
        />
        <span>They said it is fine to talk about it</span>
      </label>
      {shown.map((line, nth) => (
        <Piece key={line.id} store={store} line={line} place={shown.length > 1 ? `, ${nth + 1}` : ''} />
      ))}
      <Button
        variant="quiet"
        isDisabled={shown.at(-1)?.given.trim() === ''}
        onPress={() => setLatest(store.newEntry())}
      >
        Another piece
      </Button>
    </div>
  );
}

function Says({ store, step }: { readonly store: Store; readonly step: InformationStep | undefined }) {
  if (!step) return null;
  const language = store.guide.language.value;
  return (
    <div>
      <p class={css.aim}>{step.aim}</p>
      <ul class={css.says} lang={language}>
        {step.says[language].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

interface PieceProps {
  readonly store: Store;
  readonly line: InformationLine;
  /** Numbers the facts if there are several. */
  readonly place: string;
}

function Piece({ store, line, place }: PieceProps) {
  const { id, given, view } = line;
  const withGiven = (text: string) => ({ kind: 'information-typed', id, text }) as const;
  const add = (option: string): void =>
    dispatchAlone(store, withGiven(given.trim() === '' ? option : `${given.trimEnd()}; ${option}`));
  return (
    <>
      <Says store={store} step={OFFER} />
      <Menu store={store} onChoose={add} />
      <Field label={`What you shared${place}`} value={given} onType={(text) => store.dispatch(withGiven(text))} />
      <Says store={store} step={ASK_AGAIN} />
      <Field
        label={`What they make of it${place}`}
        value={view}
        onType={(text) => store.dispatch({ kind: 'information-view-typed', id, text })}
      />
      {(given !== '' || view !== '') && (
        <Button
          variant="quiet"
          label={`Remove this piece${place}`}
          onPress={({ currentTarget }) => {
            store.dispatch({ kind: 'information-removed', id });
            // This button disappears. The last control of the card, "Another piece", stays.
            const last = currentTarget.parentElement?.lastElementChild;
            if (last instanceof HTMLElement) last.focus();
          }}
        >
          Remove this piece
        </Button>
      )}
    </>
  );
}

function Menu({ store, onChoose }: { readonly store: Store; readonly onChoose: (option: string) => void }) {
  const { target, direction } = store.parts.focus.value;
  const language = store.guide.language.value;
  const behavior = target.kind === 'named' ? behaviorNamed(target.label, store.behaviors) : undefined;
  const options = optionsFor(behavior?.key, language, direction);
  if (options.length === 0) {
    return <p class="quiet-text">Choose a topic below for a menu of what others have tried.</p>;
  }
  return (
    <div class={css.menu} role="group" lang={language} aria-label={MENU.lead[language]}>
      <p class="quiet-text">{MENU.lead[language]}</p>
      {options.map((option) => (
        <button key={option} type="button" class={css.option} onClick={() => onChoose(option)}>
          {option}
        </button>
      ))}
    </div>
  );
}
