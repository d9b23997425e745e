// Compares two chosen visits side by side. Differences are shown only for values that can be compared.

import type { ComponentChildren } from 'preact';
import { placeKey } from '../../../interview/history/history.ts';
import { stepOf } from '../../../interview/history/talk-over-time.ts';
import { type ThenAndNow, thenAndNow, visitBefore } from '../../../interview/history/then-and-now.ts';
import { signed } from '../../../interview/history/trend.ts';
import type { Visit } from '../../../interview/history/visits.ts';
import type { ReadinessNote } from '../../../interview/note/note.ts';
import { scoreText } from '../../../interview/note/read-view.ts';
import { RULER_NAMES } from '../../../interview/ruler.ts';
import { counted } from '../../../lib/english.ts';
import type { HistoryPage } from '../../../store/history/history-view.ts';
import { clinicalDate } from '../../../ui/day-and-time/dates.ts';
import { useFocusOnMount } from '../../../ui/keyboard/focus-on-mount.ts';
import { RESULT_WORDS } from '../../../ui/messages/phrases.ts';
import { countsText } from '../../../ui/messages/strand-labels.ts';
import card from '../Card.module.css';
import { topicWords } from '../entry-words.ts';
import css from './Compare.module.css';

type CompareView = Extract<HistoryPage, { readonly kind: 'compare' }>;

interface CompareProps {
  /** Newest first. */
  readonly visits: readonly Visit[];
  readonly view: CompareView;
  readonly onChoose: (view: CompareView) => void;
}

const visitKey = ({ entry }: Visit): string => placeKey(entry.filed);

export function Compare({ visits, view, onChoose }: CompareProps) {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const find = (place: string | undefined): Visit | undefined => visits.find((visit) => visitKey(visit) === place);
  const after = find(view.other) ?? visits[0];
  const before = find(view.one) ?? (after && visitBefore(visits, after));
  if (!after || !before) return <p class="quiet-text">There is only one visit so far.</p>;
  return (
    <section class={card.card} aria-labelledby="compare-heading">
      <h3 class={card.heading} id="compare-heading" ref={heading} tabIndex={-1}>
        Then and now
      </h3>
      <div class={css.choice}>
        <Chooser
          label="Earlier visit"
          visits={visits}
          chosen={before}
          onChoose={(one) => onChoose({ kind: 'compare', one, other: visitKey(after) })}
        />
        <Chooser
          label="Later visit"
          visits={visits}
          chosen={after}
          onChoose={(other) => onChoose({ kind: 'compare', one: visitKey(before), other })}
        />
      </div>
      <SideBySide compared={thenAndNow(before, after)} />
    </section>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly visits: readonly Visit[];
  readonly chosen: Visit;
  readonly onChoose: (place: string) => void;
}

function Chooser({ label, visits, chosen, onChoose }: ChooserProps) {
  return (
    <label class={css.chooser}>
      <span class="quiet-text">{label}</span>
      <select class={card.input} value={visitKey(chosen)} onChange={(event) => onChoose(event.currentTarget.value)}>
        {visits.map((visit) => (
          <option key={visitKey(visit)} value={visitKey(visit)}>
            {clinicalDate(visit.date)}, {topicWords(visit.note)}
          </option>
        ))}
      </select>
    </label>
  );
}

function SideBySide({ compared }: { readonly compared: ThenAndNow }) {
  const { before, after, rulers, sameTopic, days } = compared;
  const both = (show: (note: ReadinessNote) => ComponentChildren) => [show(before.note), show(after.note)] as const;
  return (
    <>
      <p class="quiet-text">
        {days === undefined ? '' : `${counted(days, 'day')} apart. `}
        {!sameTopic && 'They are about different things, so the numbers are not compared.'}
      </p>
      <table class={css.table}>
        <thead>
          <tr>
            {[before, after].map((visit) => (
              <th key={visitKey(visit)} scope="col">
                <span class={css.day}>{clinicalDate(visit.date)}</span>
                <span class="quiet-text">{topicWords(visit.note)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {rulers.map(({ ruler, before: then, after: now, change }) => (
          <Row
            key={ruler}
            title={RULER_NAMES[ruler]}
            aside={change === undefined ? '' : `(${signed(change)})`}
            cells={[
              <Reading key="then" words={scoreText(then)} note={before.note} ruler={ruler} />,
              <Reading key="now" words={scoreText(now)} note={after.note} ruler={ruler} />,
            ]}
          />
        ))}
        <Row title="Said for change" cells={both((note) => Said({ note, side: 'change' }))} />
        <Row title="Said for staying the same" cells={both((note) => Said({ note, side: 'sustain' }))} />
        <Row title="Marks" cells={both(marksWords)} />
        <Row title="Agreed" cells={both((note) => Agreed({ note }))} />
        <Row title="How the step before went" cells={both(wentWords)} />
      </table>
    </>
  );
}

interface RowProps {
  readonly title: string;
  readonly aside?: string;
  readonly cells: readonly [ComponentChildren, ComponentChildren];
}

// The name of a row is above both of its cells, so that it fits the narrowest panel.
function Row({ title, aside = '', cells: [then, now] }: RowProps) {
  return (
    <tbody>
      <tr>
        <th class={css.title} scope="rowgroup" colSpan={2}>
          {title}
          {aside && <span class={css.change}> {aside}</span>}
        </th>
      </tr>
      <tr>
        <td>{then}</td>
        <td>{now}</td>
      </tr>
    </tbody>
  );
}

interface ReadingProps {
  readonly words: string;
  readonly note: ReadinessNote;
  readonly ruler: keyof ReadinessNote['rulers'];
}

function Reading({ words, note, ruler }: ReadingProps) {
  const held = note.rulers[ruler];
  const why = held.kind === 'asked' ? held.why : undefined;
  const isNumber = /^\d/.test(words);
  return (
    <>
      <span class={isNumber ? css.score : 'quiet-text'}>{words}</span>
      {why && (
        <span class={css.said} dir="auto">
          “{why}”
        </span>
      )}
    </>
  );
}

function Said({ note, side }: { readonly note: ReadinessNote; readonly side: 'change' | 'sustain' }) {
  const quotes = note.talk.filter(({ talk }) => talk.side === side);
  if (quotes.length === 0) return <span class="quiet-text">no words noted</span>;
  return (
    <ul class={css.quotes}>
      {quotes.map(({ text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a quote has no identity but its place
        <li key={index} dir="auto">
          “{text}”
        </li>
      ))}
    </ul>
  );
}

// Counts alone: beside another visit a percentage reads as a score of the patient.
const marksWords = ({ marks }: ReadinessNote): string =>
  marks ? countsText(marks) || 'none' : 'not kept in the chart';

function Agreed({ note }: { readonly note: ReadinessNote }) {
  const { plan } = note;
  if (plan.kind === 'none') return <span class="quiet-text">no plan recorded</span>;
  const day = plan.followUp?.day;
  return (
    <>
      <span dir="auto">
        {plan.kind === 'agreed' ? (stepOf(note) ?? 'A plan without a step') : 'No plan yet, open to talk again'}
      </span>
      {day !== undefined && (
        <span class={`${css.said} quiet-text`}>
          Follow-up <span class="unbroken">{clinicalDate(day)}</span>
        </span>
      )}
    </>
  );
}

function wentWords({ lastStep }: ReadinessNote): string {
  if (!lastStep) return 'not recorded';
  return [lastStep.result && RESULT_WORDS[lastStep.result], lastStep.words && `“${lastStep.words}”`]
    .filter(Boolean)
    .join('. ');
}
