// The agenda map: the patient's topics first, then suggestions from the chart. One topic becomes the target.

import type { Evidence, Suggestion } from '../../interview/guide/chart-suggestions.ts';
import type { Topic } from '../../interview/interview.ts';
import { isTarget, raiserOf } from '../../interview/talk/agenda.ts';
import { targetFromTopic, topicsInOrder, topicToggled } from '../../interview/talk/agenda-map.ts';
import { dispatchAlone } from '../../store/conversation/interview-state.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Glyph } from '../../ui/Glyph.tsx';
import css from './AgendaMap.module.css';
import { ChartEntries, sourceWords } from './ChartEntries.tsx';
import { Disclosure } from './Disclosure.tsx';
import { choose } from './TargetChoice.tsx';

export function AgendaMap({ store }: { readonly store: Store }) {
  const topics = topicsInOrder(store.parts.engage.value.agenda);
  const theirs = topics.filter((topic) => topic.raisedBy !== 'clinician');
  const added = topics.filter((topic) => topic.raisedBy === 'clinician');
  return (
    <div class={css.agenda}>
      <h3 class={css.title}>Agenda</h3>
      {theirs.length === 0 && <p class="quiet-text">Topics they bring up appear here first.</p>}
      <Topics store={store} name="They raised" topics={theirs} />
      <FromChart store={store} />
      <Topics store={store} name="You added" topics={added} />
      {topics.length > 1 && (
        <p class="quiet-text">One topic, one note. After signing, the rest of the agenda comes along.</p>
      )}
      <Disclosure label="From the chart">
        <ChartEntries store={store} />
      </Disclosure>
    </div>
  );
}

interface TopicsProps {
  readonly store: Store;
  readonly name: string;
  readonly topics: readonly Topic[];
}

// A second press clears the choice, as with every toggle button.
function Topics({ store, name, topics }: TopicsProps) {
  const { target } = store.parts.focus.value;
  if (topics.length === 0) return null;
  return (
    <ul class={css.topics} aria-label={name}>
      {topics.map((topic) => {
        const chosen = isTarget(topic.text, target, store.behaviors);
        return (
          <li key={topic.id} class={css.topic}>
            <span class={css.words} dir="auto">
              {topic.text.trim()}
            </span>
            <Button
              variant="quiet"
              pressed={chosen}
              label={`Talk about this: ${topic.text.trim()}`}
              onPress={() =>
                choose(store, chosen ? { kind: 'not-named' } : targetFromTopic(topic.text, store.behaviors), topic.text)
              }
            >
              Talk about this
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function FromChart({ store }: { readonly store: Store }) {
  const suggestions = store.topicSuggestions.suggestions.value;
  const list = suggestions.kind === 'some' ? suggestions.list : [];
  const { agenda } = store.parts.engage.value;
  return (
    <div class={css.chart} role="group" aria-label="From the chart, for the agenda">
      <span class="quiet-text" aria-hidden="true">
        Suggested from the chart
      </span>
      {list.map((each) => (
        <Chip
          key={each.behavior.key}
          suggestion={each}
          pressed={['clinician', 'both'].includes(raiserOf(each.behavior.label.en, agenda, store.behaviors) ?? '')}
          onPress={() =>
            dispatchAlone(store, topicToggled(each.behavior.label.en, agenda, store.behaviors, store.newEntry()))
          }
        />
      ))}
      {list.length === 0 && <p class="quiet-text">{withoutSuggestion(store)}</p>}
    </div>
  );
}

const evidenceWords = (evidence: Evidence): string => `${evidence.words}, ${sourceWords(evidence)}`;

interface ChipProps {
  readonly suggestion: Suggestion;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

// The name starts with the visible text, because voice control users say it, and then gives the reasons.
function Chip({ suggestion: { behavior, because }, pressed, onPress }: ChipProps) {
  const [first, ...others] = because;
  const rest = [...(first ? [sourceWords(first)] : []), ...others.map(evidenceWords)].join('; ');
  return (
    <button type="button" class={css.chip} aria-pressed={pressed} onClick={onPress}>
      {pressed ? <Glyph kind="tick" /> : <span aria-hidden="true">+</span>}
      <span>{behavior.label.en}</span> <span class={css.why}>{first?.words}</span>
      <span class="visually-hidden">, {rest}</span>
    </button>
  );
}

function withoutSuggestion({ topicSuggestions, chart }: Store): string {
  const { kind } = topicSuggestions.suggestions.value;
  const state = chart.context.value;
  if (kind === 'reading' || state.kind === 'loading') return 'Reading the chart.';
  const { conditions, medicines, measures } = state.context;
  const parts = [conditions.kind, medicines.kind, measures.kind];
  if (kind === 'unavailable' || parts.includes('failed')) return 'Some of the chart could not be read.';
  return parts.includes('read') ? 'Nothing there brings a topic to mind.' : 'Not available with this sign-in.';
}
