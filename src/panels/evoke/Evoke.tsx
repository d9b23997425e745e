// Evoking: the three rulers, the pad, the patient's words, and what was heard today. It draws and dispatches only.

import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { askedAbout, type Behavior, isSameBehavior } from '../../interview/guide/behaviors.ts';
import { readingOf } from '../../interview/history/visits.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { RULERS, type RulerName } from '../../interview/ruler.ts';
import type { Talk } from '../../interview/talk/talk.ts';
import { promptLine } from '../../store/conversation/guide.ts';
import { lastNote } from '../../store/history/chart.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Deferred } from '../../ui/Deferred.tsx';
import { strandLabel } from '../../ui/messages/strand-labels.ts';
import { PromptLine } from '../../ui/PromptLine.tsx';
import { Section } from '../../ui/Section.tsx';
import { CapturePad } from './CapturePad.tsx';
import css from './Evoke.module.css';
import { HeardToday } from './HeardToday.tsx';
import { loadAfterMark, loadCue } from './load-deferred.ts';
import { useMarkKind } from './mark-kind.ts';
import { focusPad } from './pad.ts';
import { RulerQuestion } from './RulerQuestion.tsx';
import { Words } from './Words.tsx';

interface EvokeProps {
  readonly store: Store;
  /** Returns to where the clinician was before the pad. Does nothing if there is no such place. */
  readonly onLeave: () => void;
}

export function Evoke({ store, onLeave }: EvokeProps) {
  const words = useRef<HTMLTextAreaElement>(null);
  // The code of the pad in focus or under a long press.
  const looked = useSignal<Talk | undefined>(undefined);
  const write = (): void => words.current?.focus();
  return (
    <Section
      id="evoke"
      title="Evoke"
      aim="their own reasons for change"
      beside={
        <Button
          variant="quiet"
          id="quiet-button"
          tabStop={false}
          label="Quiet mode: pad and rulers only"
          onPress={() => store.view.show({ kind: 'quiet' })}
        >
          Quiet mode
        </Button>
      }
    >
      <Rulers store={store} />
      <PromptLine {...promptLine(store, 'evoke')} tabStop={false} />
      <div class={css.side} data-part="capture">
        <div class={css.capture} id="capture">
          <h3 class={css.title}>
            Mark what you hear <About store={store} looked={looked} />
          </h3>
          <CapturePad
            store={store}
            onLook={(talk) => {
              looked.value = talk;
            }}
            onMarked={(typing) => {
              if (typing && store.capture.writing.value.kind === 'writing') write();
            }}
            onLeave={() => {
              store.capture.rest();
              onLeave();
            }}
          />
          <Words
            store={store}
            field={words}
            onKept={() => {
              store.capture.rest();
              focusPad();
            }}
            onLeave={() => {
              store.capture.rest();
              focusPad();
              onLeave();
            }}
          />
          <div class={css.next}>
            <Answering store={store} />
          </div>
        </div>
        <HeardToday
          store={store}
          onWrite={(id) => {
            store.capture.write(id);
            write();
          }}
          onRecode={(id) => {
            store.capture.recode(id);
            focusPad();
          }}
          onLeave={onLeave}
        >
          <Following store={store} />
        </HeardToday>
      </div>
    </Section>
  );
}

// The mark whose words are typed, else an example of the code in focus. Always one line, so that the page does not move
// with each mark. A separate component, so that focus in the pad does not redraw anything else.
function About({ store, looked }: { readonly store: Store; readonly looked: ReadonlySignal<Talk | undefined> }) {
  const writing = store.capture.writing.value;
  const kind = useMarkKind(store, 'writing');
  const talk = looked.value;
  const example = talk && writing.kind !== 'recoding' ? `“${strandLabel(talk.strand).example[talk.side]}”` : '';
  return <span class={css.example}>{kind ?? example}</span>;
}

const ghost = (note: ReadinessNote | undefined, name: RulerName): number | undefined => {
  const reading = note && readingOf(note.rulers[name]);
  return reading?.kind === 'score' ? reading.score : undefined;
};

const isSameTarget = (note: ReadinessNote | undefined, label: string, offered: readonly Behavior[]): boolean =>
  note?.target.label !== undefined && isSameBehavior(note.target.label, label, offered);

function Rulers({ store }: { readonly store: Store }) {
  const { target, direction } = store.parts.focus.value;
  const about = askedAbout(target.kind === 'named' ? target.label : undefined, direction, store.behaviors);
  const last = lastNote(store.chart.history.value);
  // A number about another behavior cannot be compared.
  const comparable =
    target.kind === 'not-named' || isSameTarget(last, target.label, store.behaviors) ? last : undefined;
  return (
    <>
      {RULERS.map((name) => (
        <RulerQuestion key={name} store={store} name={name} about={about} ghost={ghost(comparable, name)} />
      ))}
    </>
  );
}

function Answering({ store }: { readonly store: Store }) {
  const latest = store.capture.latest.value;
  if (latest === undefined || !store.settings.isOn.cues.value) return null;
  return <Deferred load={loadAfterMark} props={{ store, id: latest }} />;
}

// There is nothing to show before the first mark or the first ruler.
function Following({ store }: { readonly store: Store }) {
  const begun = useComputed(
    () => store.parts.talk.value.length > 0 || RULERS.some((name) => store.parts.rulers.value[name].kind === 'asked'),
  ).value;
  return begun ? <Deferred load={loadCue} props={{ store }} /> : null;
}
