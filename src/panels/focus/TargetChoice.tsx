// The target of the conversation. The first Tab after launch reaches this group, and only it is before the rulers.

import { useRef, useState } from 'preact/hooks';
import type { Behavior } from '../../interview/guide/behaviors.ts';
import { GROUP_OF, TOPIC_GROUPS } from '../../interview/guide/families.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { isTarget, namesSensitive, raiserOf, targetAgain } from '../../interview/talk/agenda.ts';
import type { Target, TopicAnswers } from '../../interview/talk/focus.ts';
import { lastNote } from '../../store/history/chart.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './Focus.module.css';
import { OWN_WORDS, type TypedTopic, targetFor, typingIn, useChooseInPassing } from './passed-topics.ts';

// About as many as one can see quickly. A button before the group shows the rest, so that no Tab stop follows the
// group.
const FIRST = 8;

/** The target of the last note, if it named one. */
function lastTarget(note: ReadinessNote | undefined): (Target & { readonly kind: 'named' }) | undefined {
  const { label, code, sensitive } = note?.target ?? { sensitive: false };
  return label === undefined ? undefined : { kind: 'named', label, sensitive, ...(code ? { code } : {}) };
}

/**
 * Makes it the target. `topic` is its text on the agenda, if that is not the label. `answers` are what was answered
 * about it before.
 */
export function choose(store: Store, target: Target, topic?: string, answers: TopicAnswers = {}): void {
  const { agenda } = store.parts.engage.value;
  const raisedBy = target.kind === 'named' ? raiserOf(topic ?? target.label, agenda, store.behaviors) : undefined;
  store.dispatch({ kind: 'target-chosen', target, raisedBy, ...answers });
}

interface MoreTopicsProps {
  readonly store: Store;
  /** Shows all topics, not only the first. */
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
}

interface TargetChoiceProps extends MoreTopicsProps {
  /** Shows its own heading, with the button for all topics. If false, the heading of the section is directly above. */
  readonly titled: boolean;
}

export function TargetChoice({ store, all, onAll, titled }: TargetChoiceProps) {
  const group = useRef<HTMLDivElement>(null);
  const isByPointer = useRef(false);
  const { target } = store.parts.focus.value;
  const last = lastTarget(lastNote(store.chart.history.value));
  const again = last && targetAgain(last, store.behaviors);
  const same = again !== undefined && isTarget(again.label, target, store.behaviors);
  // Focus moves to the new choice, so that the next Tab reaches the first ruler.
  const accept = (): void => {
    if (!again) return;
    choose(store, same ? { kind: 'not-named' } : again);
    if (!same) requestAnimationFrame(() => group.current?.querySelector<HTMLElement>('input:checked')?.focus());
  };
  // A touched topic ends the search, so the rulers come back into view. Arrow keys choose on their way, so they fold nothing.
  const fold = (): void => {
    if (!isByPointer.current) return;
    onAll(false);
    requestAnimationFrame(() => group.current?.querySelector('input:checked')?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <div
      class={css.target}
      role="group"
      aria-labelledby="target-heading"
      ref={group}
      onPointerEnter={store.topicSuggestions.keepOrder}
      onPointerDown={() => {
        isByPointer.current = true;
      }}
      onFocusIn={(event) => {
        // At launch the heading has the focus. Only the pointer, or focus in the topics, keeps their order.
        if (event.target instanceof HTMLInputElement) store.topicSuggestions.keepOrder();
      }}
      onKeyDown={(event) => {
        isByPointer.current = false;
        const onControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLTextAreaElement;
        const plain = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.repeat;
        if (!plain || onControl || !last || target.kind === 'named') return;
        event.preventDefault();
        accept();
      }}
    >
      <div class={css.head}>
        {titled && <MoreTopics store={store} all={all} onAll={onAll} />}
        {last && (
          <Button variant="quiet" pressed={same} onPress={accept} keys="Enter">
            Same as last time: {again?.label ?? last.label}
          </Button>
        )}
        <h3
          class={titled ? css.title : css.untitled}
          id="target-heading"
          tabIndex={-1}
          aria-label={titled ? undefined : 'Topic'}
        >
          {titled && 'Topic'}
        </h3>
      </div>
      <Topics store={store} all={all} isByPointer={isByPointer} onChosen={fold} />
    </div>
  );
}

const groupOf = ({ family }: Behavior): string => (family ? GROUP_OF[family] : 'Other');

/** All topics, group by group. A group keeps the order of the site. */
const inGroups = (topics: readonly Behavior[]): readonly Behavior[] =>
  [...TOPIC_GROUPS, 'Other'].flatMap((group) => topics.filter((topic) => groupOf(topic) === group));

const isFound = (label: string, typed: string): boolean => label.toLowerCase().includes(typed.trim().toLowerCase());

export function MoreTopics({ store, all, onAll }: MoreTopicsProps) {
  if (store.behaviors.length <= FIRST) return null;
  return (
    <Button variant="quiet" expanded={all} onPress={() => onAll(!all)}>
      {all ? 'Fewer topics' : 'All topics'}
    </Button>
  );
}

interface TopicsProps {
  readonly store: Store;
  readonly all: boolean;
  /** True after a pointer event, false after a key. */
  readonly isByPointer: { readonly current: boolean };
  /** Called after a topic of the list was chosen. */
  readonly onChosen: () => void;
}

function Topics({ store, all, isByPointer, onChosen }: TopicsProps) {
  const chooseInPassing = useChooseInPassing(store, (next, answers) => choose(store, next, undefined, answers));
  // The last typed text, if the topic is named in own words. A target with another label was chosen elsewhere.
  const [typed, setTyped] = useState<TypedTopic>();
  const { target } = store.parts.focus.value;
  const known = target.kind === 'named' ? store.behaviors.find((each) => each.label.en === target.label) : undefined;
  // Typed text stays typed text, even if it matches a topic of the list while typing.
  const own = target.kind === 'named' && (!known || typed?.text === target.label);
  const chosen = own ? OWN_WORDS : known?.key;
  const [find, setFind] = useState('');
  const offered = store.topicSuggestions.topics.value;
  const topics = all
    ? inGroups(offered).filter(({ key, label }) => key === chosen || isFound(label.en, find))
    : offered.filter(({ key }, place) => place < FIRST || key === chosen);
  return (
    <>
      {all && <Field label="Find a topic" hideLabel placeholder="Find a topic" value={find} onType={setFind} />}
      <Choices
        legend="Topic"
        hideLegend
        options={[
          ...topics.map((topic) => ({
            value: topic.key,
            label: topic.label.en,
            group: all ? groupOf(topic) : undefined,
          })),
          { value: OWN_WORDS, label: 'Other topic…', group: all ? 'Other' : undefined },
        ]}
        chosen={chosen}
        onChoose={(key) => {
          if (isByPointer.current) {
            const next = targetFor(key, store.behaviors, target);
            setTyped(key === OWN_WORDS ? typingIn(next, undefined) : undefined);
            choose(store, next);
          } else setTyped(chooseInPassing({ option: chosen, typed }, key));
          if (key !== OWN_WORDS) onChosen();
        }}
      />
      {own && (
        <Field
          label="The change, as they put it"
          value={target.label}
          onType={(text) => {
            const { begunSensitive } = typingIn(target, typed);
            setTyped({ text, begunSensitive });
            const sensitive = begunSensitive || namesSensitive(text, store.behaviors);
            store.dispatch({ kind: 'target-typed', text, sensitive });
          }}
        />
      )}
    </>
  );
}
