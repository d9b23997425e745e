// Changes from visit to visit: three rulers on one time axis, what was said, what was agreed and how it went. Every
// chart also has its numbers in text and in a table.

import { useState } from 'preact/hooks';
import type { Behavior } from '../../../interview/guide/behaviors.ts';
import { type FilterOption, topicsOf } from '../../../interview/history/find-notes.ts';
import { type Axis, axisOf, placeOn, yearMarks } from '../../../interview/history/trend.ts';
import type { Visit } from '../../../interview/history/visits.ts';
import { RULERS } from '../../../interview/ruler.ts';
import { counted } from '../../../lib/english.ts';
import { Button } from '../../../ui/Button.tsx';
import { clinicalDate } from '../../../ui/day-and-time/dates.ts';
import css from './OverTime.module.css';
import { RulerChart } from './RulerChart.tsx';
import { Tables } from './Tables.tsx';

interface OverTimeProps {
  /** Newest first. */
  readonly visits: readonly Visit[];
  /** True if the chart has older notes that were not read. */
  readonly hasMore: boolean;
  readonly behaviors: readonly Behavior[];
  readonly onOpen: (place: string) => void;
  readonly onCompare: () => void;
}

/** The number of visits shown first (docs/design/screen.md, "Charts"). */
const GLANCE = 6;

/** The chosen topic. Undefined: that of the newest visit. */
type Topic = { readonly kind: 'all' } | { readonly kind: 'one'; readonly topic: string } | undefined;

export function OverTime({ visits, hasMore, behaviors, onOpen, onCompare }: OverTimeProps) {
  const [isLong, setLong] = useState(false);
  const [chosen, setChosen] = useState<Topic>();
  const [newest] = visits;
  if (!newest) return null;
  const wanted = chosen?.kind === 'one' ? chosen.topic : newest.topic;
  const about = chosen?.kind === 'all' ? visits : visits.filter(({ topic }) => topic === wanted);
  const shown = isLong ? about : about.slice(0, GLANCE);
  return (
    <section class={css.over} aria-labelledby="over-heading">
      <div class={css.top}>
        <h3 class={css.title} id="over-heading">
          {visits.length > 1 ? 'Over time' : 'One visit so far'}
        </h3>
        <TopicChoice
          topics={topicsOf(
            visits.map(({ entry }) => entry),
            behaviors,
          )}
          wanted={chosen?.kind === 'all' ? undefined : wanted}
          onChoose={setChosen}
        />
      </div>
      <Rulers visits={shown} />
      <div class={css.actions}>
        {about.length > GLANCE && (
          <Button variant="quiet" onPress={() => setLong(!isLong)}>
            {isLong ? `Show the last ${GLANCE}` : `Show all ${about.length}${hasMore ? ' read so far' : ''}`}
          </Button>
        )}
        {visits.length > 1 && (
          <Button variant="quiet" onPress={onCompare}>
            Two visits side by side
          </Button>
        )}
      </div>
      <Tables shown={shown} visits={visits} onOpen={onOpen} />
    </section>
  );
}

interface TopicChoiceProps {
  readonly topics: readonly FilterOption[];
  readonly wanted: string | undefined;
  readonly onChoose: (topic: Topic) => void;
}

function TopicChoice({ topics, wanted, onChoose }: TopicChoiceProps) {
  const [only] = topics;
  if (topics.length < 2) return <span class="quiet-text">{only?.label || 'No topic named'}</span>;
  return (
    <select
      class={css.topics}
      aria-label="Over time, about"
      value={wanted === undefined ? 'all' : String(topics.findIndex(({ key }) => key === wanted))}
      onChange={({ currentTarget: { value } }) => {
        const topic = topics[Number(value)];
        onChoose(value === 'all' || !topic ? { kind: 'all' } : { kind: 'one', topic: topic.key });
      }}
    >
      {topics.map(({ key, label }, place) => (
        <option key={key} value={String(place)}>
          {label || 'No topic named'}
        </option>
      ))}
      <option value="all">Everything</option>
    </select>
  );
}

function Rulers({ visits }: { readonly visits: readonly Visit[] }) {
  const axis = visits.length > 1 ? axisOf(visits) : undefined;
  return (
    <figure
      class={`${css.figure} ${visits.length > 1 ? '' : css.single}`}
      aria-label={`The rulers at ${counted(visits.length, 'visit')}, 0 to 10`}
    >
      {RULERS.map((ruler) => (
        <RulerChart key={ruler} ruler={ruler} visits={visits} axis={axis} />
      ))}
      {axis && <TimeLine axis={axis} visits={visits} />}
    </figure>
  );
}

// The labels under the charts: first and last day, and where a year begins between them.
function TimeLine({ axis, visits }: { readonly axis: Axis; readonly visits: readonly Visit[] }) {
  const dated = visits.filter(({ time }) => time !== undefined);
  const [last, first] = [dated[0], dated.at(-1)];
  const years = yearMarks(axis).filter(({ at }) => at > 30 && at < 70);
  if (!first || !last) return null;
  return (
    <div class={css.line} aria-hidden="true">
      <span>{clinicalDate(first.date)}</span>
      {years.length === 1 &&
        years.map(({ year, at }) => (
          <span key={year} class={css.year} style={`inset-inline-start: ${at}%`}>
            {year}
          </span>
        ))}
      {placeOn(axis, axis.to) > 0 && <span>{clinicalDate(last.date)}</span>}
    </div>
  );
}
