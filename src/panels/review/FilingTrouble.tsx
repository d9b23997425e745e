// Why a signing did not reach the chart: what happened, that the note is safe, what to do now.

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FetchFault } from '../../ehr/faults.ts';
import type { FiledAt } from '../../interview/history/history.ts';
import type { Store } from '../../store/store.ts';
import { type Filing, isVisitHidden } from '../../store/writing/filing.ts';
import { means } from '../../store/writing/write-ends.ts';
import { Button } from '../../ui/Button.tsx';
import { goTo } from '../../ui/keyboard/go-to.ts';
import { aForm, FORM_WORDS, goesTo } from '../../ui/messages/destination-text.ts';
import type { Keeping, Message } from '../../ui/messages/fault-messages.ts';
import { endMessage, filingMessage, notRetractedMessage } from '../../ui/messages/filing-messages.ts';
import { recordsOf } from '../../ui/messages/note-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './Review.module.css';

type Issue = Extract<FetchFault, { readonly kind: 'invalid' }>['issues'][number];

/** Whether the draft outlives this panel. */
export const keepingOf = ({ interviewDraft }: Store): Keeping =>
  interviewDraft.draft.value.kind === 'kept' ? 'device' : 'pane';

function troubleWords(store: Store, filing: Filing, keeping: Keeping): Message | undefined {
  if (filing.kind === 'empty') return filingMessage('emptyNote', keeping);
  if (filing.kind === 'looking') return filingMessage('looking', keeping);
  if (filing.kind === 'absent') return endMessage(filing, keeping);
  if (filing.kind !== 'ended') return undefined;
  if (isVisitHidden(filing)) {
    return filingMessage(filing.end.kind === 'unsent' ? 'visitHidden' : 'visitMissing', keeping);
  }
  if (filing.notRetracted) return notRetractedMessage(filing.notRetracted, keeping);
  const isClosed = filing.end.kind === 'duplicated' && !mayRetractAll(store, filing.end.places);
  if (isClosed) return filingMessage('duplicatedInChart', keeping);
  const words = endMessage(filing.end, keeping);
  const destination = store.chart.destination.value;
  const hasNextForm = isFormClosed(store, filing) && destination.kind === 'form';
  return words && hasNextForm ? { ...words, next: `${words.next} Or sign it as ${aForm(destination.form)}.` } : words;
}

const mayRetractAll = (store: Store, places: readonly FiledAt[]): boolean =>
  places.every(({ form }) => store.changes.mayRetract(form));

/** True if the refusal closed the form that was signed, so that another one or none is open now. */
function isFormClosed({ chart }: Store, { end, form }: Extract<Filing, { readonly kind: 'ended' }>): boolean {
  const { value } = chart.destination;
  return end.kind === 'refused' && !(value.kind === 'form' && value.form === form);
}

const issuesOf = (filing: Filing): readonly Issue[] => {
  if (filing.kind !== 'ended' || filing.end.kind !== 'refused') return [];
  return 'issues' in filing.end.why ? filing.end.why.issues : [];
};

/** False while the chart still works on it. */
const isFault = (filing: Filing): boolean =>
  filing.kind === 'ended' ? filing.end.kind !== 'accepted' : filing.kind !== 'looking';

export function FilingTrouble({ store }: { readonly store: Store }) {
  const filing = store.filing.state.value;
  const box = useRef<HTMLDivElement>(null);
  const words = troubleWords(store, filing, keepingOf(store));
  useLayoutEffect(() => {
    if (words) box.current?.focus();
  }, [filing]);
  if (!words) return null;
  const open = filing.kind === 'ended' && means(filing.end, 'isSearchedAgain');
  return (
    <div ref={box} id="filing-trouble" tabIndex={-1} role="group" aria-label="What happened">
      <Notice tone={isFault(filing) ? 'fault' : 'hint'} words={words}>
        {filing.kind === 'ended' && filing.end.kind === 'duplicated' && (
          <Copies store={store} places={filing.end.places} />
        )}
        {open && <Button onPress={() => void store.filing.lookAgain()}>Check again</Button>}
        {filing.kind === 'ended' && (isFormClosed(store, filing) || isVisitHidden(filing)) && <NextWay store={store} />}
      </Notice>
      <Details issues={issuesOf(filing)} />
    </div>
  );
}

/** The records with the note, and the button that retracts all but the first. */
function Copies({ store, places }: { readonly store: Store; readonly places: readonly FiledAt[] }) {
  return (
    <>
      <p>{recordsOf(places)}</p>
      {mayRetractAll(store, places) && (
        <Button onPress={() => void store.filing.retractDuplicates()}>
          Retract the extra {places.length === 2 ? 'copy' : 'copies'}
        </Button>
      )}
    </>
  );
}

// The sign button is below the whole note, so this links to it and names the form that it now files.
function NextWay({ store }: { readonly store: Store }) {
  const destination = store.chart.destination.value;
  if (destination.kind === 'unknown') return null;
  if (destination.kind === 'copy') return <p>{goesTo(destination)}</p>;
  return <Button onPress={() => goTo('#sign', 'center')}>Go to signing: {FORM_WORDS[destination.form]}</Button>;
}

function Details({ issues }: { readonly issues: readonly Issue[] }) {
  if (issues.length === 0) return null;
  return (
    <details class={css.details}>
      <summary>Details from the EHR</summary>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.code} ${issue.element ?? ''} ${issue.text ?? ''}`}>
            {[issue.severity, issue.code, issue.element, issue.text].filter(Boolean).join(': ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
