// Chart entries that may matter here, each with date and source. States what is missing and what could not be read.

import {
  type ChartContext,
  type Listed,
  type Lookup,
  MEASURE_NAMES,
  MEASURES,
  type Measured,
  type Source,
} from '../../interview/chart-context.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { clinicalDate } from '../../ui/day-and-time/dates.ts';
import { goToIfLost } from '../../ui/keyboard/go-to.ts';
import { otherPatientsText } from '../../ui/messages/phrases.ts';
import css from './ChartEntries.module.css';

const NOT_AVAILABLE = 'Not available with this sign-in';
const UNREADABLE = 'Could not be read';
// Enough for a quick look. The chart itself has the rest.
const SHOWN = 20;

const SOURCES: { readonly [Each in Source]: string } = {
  'problem-list': 'problem list',
  'visit-diagnosis': 'visit diagnosis',
  'health-concern': 'health concern',
  condition: 'problem',
  medicine: 'medicine ordered',
  screening: 'screening',
  'social-history': 'social history',
  laboratory: 'laboratory',
  observation: 'observation',
};

/** Date and source as one line. A missing date is stated. */
export function sourceWords({ date, source }: { readonly date?: string | undefined; readonly source: Source }): string {
  return `${date === undefined ? 'no date' : clinicalDate(date)}, ${SOURCES[source]}`;
}

export function ChartEntries({ store }: { readonly store: Store }) {
  const state = store.chart.context.value;
  if (state.kind === 'loading') return <p class="quiet-text">Reading the chart.</p>;
  const { conditions, medicines, measures, otherPatients } = state.context;
  const failed = [conditions, medicines, measures].some((lookup) => lookup.kind === 'failed');
  return (
    <div class={css.holdings}>
      <Measurements lookup={measures} />
      <List name="Problems" none="No problem listed" lookup={conditions} />
      <List name="Medicines" none="No medicine listed" lookup={medicines} />
      {otherPatients > 0 && <p class={css.notice}>{otherPatientsText(otherPatients)}</p>}
      {failed && (
        <Button
          onPress={async () => {
            await store.chart.loadContext();
            goToIfLost('#chart-heading');
          }}
        >
          Read the chart again
        </Button>
      )}
    </div>
  );
}

function whyNot(lookup: { readonly kind: 'failed' | 'not-available' }): string {
  return lookup.kind === 'failed' ? 'Could not be read now. It is still in the chart.' : `${NOT_AVAILABLE}.`;
}

function Measurements({ lookup }: { readonly lookup: ChartContext['measures'] }) {
  return (
    <>
      <h4 class={css.name} id="chart-heading" tabIndex={-1}>
        Screening and measurements
      </h4>
      {lookup.kind === 'read' ? (
        <dl class={`${css.rows} ${css.values}`}>
          {MEASURES.map((measure) => (
            <div key={measure} class={css.row}>
              <dt>{MEASURE_NAMES[measure]}</dt>
              <dd>
                <Value measured={lookup.found[measure]} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p class="quiet-text">{whyNot(lookup)}</p>
      )}
      {lookup.kind === 'read' && lookup.partial && <p class={css.notice}>There may be newer entries in the chart.</p>}
    </>
  );
}

function Value({ measured }: { readonly measured: Measured }) {
  if (measured.kind === 'missing') return <span class="quiet-text">Not recorded</span>;
  if (measured.kind === 'not-available') return <span class="quiet-text">{NOT_AVAILABLE}</span>;
  return <Placed words={valueWords(measured)} place={sourceWords(measured)} />;
}

function valueWords(measured: Exclude<Measured, { readonly kind: 'missing' | 'not-available' }>): string {
  if (measured.kind === 'unreadable') return UNREADABLE;
  if (measured.kind === 'unanswered') return `No value (${measured.why})`;
  return measured.provisional ? `${measured.written} (not final)` : measured.written;
}

function Placed({ words, place }: { readonly words: string; readonly place: string }) {
  return (
    <>
      <span dir="auto">{words}</span> <span class={css.place}>{place}</span>
    </>
  );
}

interface ListProps {
  readonly name: string;
  readonly none: string;
  readonly lookup: Lookup<readonly Listed[]>;
}

function List({ name, none, lookup }: ListProps) {
  const found = lookup.kind === 'read' ? lookup.found : [];
  return (
    <>
      <h4 class={css.name}>{name}</h4>
      {lookup.kind !== 'read' && <p class="quiet-text">{whyNot(lookup)}</p>}
      {lookup.kind === 'read' && found.length === 0 && <p class="quiet-text">{none}.</p>}
      {found.length > 0 && (
        <ul class={css.rows} aria-label={name}>
          {found.slice(0, SHOWN).map((one) => (
            <li key={one.kind === 'written' ? one.text : `${one.source} ${one.date}`} class={css.row}>
              <Placed words={one.kind === 'written' ? one.text : UNREADABLE} place={sourceWords(one)} />
            </li>
          ))}
        </ul>
      )}
      {found.length > SHOWN && (
        <p class="quiet-text">
          Showing the newest {SHOWN} of {found.length}.
        </p>
      )}
      {lookup.kind === 'read' && lookup.partial && <p class={css.notice}>This list may be incomplete.</p>}
    </>
  );
}
