// Earlier notes: what was said, what changed, what was agreed. Read only: nothing here writes or makes a draft.

import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type HistoryEntry, type NotesFound, placeKey, placesOf } from '../../interview/history/history.ts';
import { visitsOf } from '../../interview/history/visits.ts';
import type { HistoryPage } from '../../store/history/history-view.ts';
import { isSignedOut } from '../../store/session/sign-in-time.ts';
import type { Store } from '../../store/store.ts';
import { doneFiling } from '../../store/writing/filing.ts';
import { Button } from '../../ui/Button.tsx';
import { goTo } from '../../ui/keyboard/go-to.ts';
import { useListener } from '../../ui/keyboard/listener.ts';
import { isComposing } from '../../ui/keyboard/typed-key.ts';
import card from './Card.module.css';
import css from './History.module.css';
import { IncompleteListNotice } from './IncompleteListNotice.tsx';
import { type LoadActions, NoteDetail } from './NoteDetail.tsx';
import { NoteList } from './NoteList.tsx';
import { Compare } from './over-time/Compare.tsx';
import { OverTime } from './over-time/OverTime.tsx';

interface HistoryProps {
  readonly store: Store;
  readonly loadActions: LoadActions;
}

export function History({ store, loadActions }: HistoryProps) {
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { looking, show, close } = store.historyView;
  const view: HistoryPage = looking.value.kind === 'open' ? looking.value.view : { kind: 'list' };
  const back = (): void => {
    if (view.kind === 'list') close();
    else returnToList(view, show);
  };
  useLayoutEffect(() => {
    if (view.kind === 'list') heading.current?.focus();
    const opener = view.kind === 'compare' ? 'then-and-now' : 'earlier-notes';
    return () => returnTo(opener);
  }, []);
  useEscape(panel, back);
  return (
    <section class={css.panel} ref={panel} aria-labelledby="earlier-heading">
      <header class={css.head}>
        <h2 class={card.heading} id="earlier-heading" ref={heading} tabIndex={-1}>
          Earlier notes
        </h2>
        <Button variant="quiet" onPress={close}>
          {doneFiling(store.filing.state.value) ? 'Back to the filed note' : 'Back to the conversation'}
        </Button>
      </header>
      <Read store={store} view={view} onBack={back} loadActions={loadActions} />
    </section>
  );
}

// On closing, focus returns to the button that opened this, unless it was moved elsewhere on purpose.
function returnTo(opener: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(opener)?.focus();
  });
}

// Focus returns to the row that was opened.
function returnToList(view: HistoryPage, show: (view: HistoryPage) => void): void {
  show({ kind: 'list' });
  requestAnimationFrame(() => {
    const row = view.kind === 'note' ? document.getElementById(`open-${view.place}`) : null;
    (row ?? document.getElementById('earlier-heading'))?.focus();
  });
}

// In the conversation next to it, Esc keeps its own meaning.
function useEscape(panel: { readonly current: HTMLElement | null }, back: () => void): void {
  useListener(document, 'keydown', (event) => {
    if (event.key !== 'Escape' || isComposing(event) || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) return;
    const { target } = event;
    const isHere = target === document.body || (target instanceof Node && panel.current?.contains(target));
    if (!isHere) return;
    event.preventDefault();
    back();
  });
}

type ReadProps = HistoryProps & { readonly view: HistoryPage; readonly onBack: () => void };

function Read(props: ReadProps) {
  const { chart } = props.store;
  const history = chart.history.value;
  if (history.kind === 'loading') return <p class="quiet-text">Looking for earlier notes.</p>;
  if (history.kind === 'unavailable')
    return (
      <div class={css.trouble}>
        <p>Earlier notes could not be read. They are still in the chart, and today’s note is not affected.</p>
        {!isSignedOut(props.store) && (
          <Button
            onPress={() => {
              // This button disappears.
              goTo('#earlier-heading');
              void chart.retry();
            }}
          >
            Try again
          </Button>
        )}
      </div>
    );
  const { found } = history;
  return found.entries.length === 0 && found.shortfalls.length === 0 ? (
    <p class="quiet-text">No earlier readiness notes in this chart.</p>
  ) : (
    <Found {...props} found={found} />
  );
}

function Found({ store, view, onBack, loadActions, found }: ReadProps & { readonly found: NotesFound }) {
  const visits = useComputed(() => {
    const { value } = store.chart.history;
    return visitsOf(value.kind === 'loaded' ? value.found.entries : [], store.behaviors);
  });
  const { show } = store.historyView;
  const open = (place: string): void => show({ kind: 'note', place });
  const entry = view.kind === 'note' ? findEntry(found.entries, view.place) : undefined;
  return (
    <div class={css.panes} data-view={view.kind}>
      <div class={css.list}>
        <IncompleteListNotice store={store} found={found} />
        <div class={css.over}>
          <OverTime
            visits={visits.value}
            hasMore={found.shortfalls.includes('more-to-load')}
            behaviors={store.behaviors}
            onOpen={open}
            onCompare={() => show({ kind: 'compare' })}
          />
        </div>
        <NoteList store={store} found={found} onOpen={open} current={view.kind === 'note' ? view.place : undefined} />
      </div>
      {view.kind !== 'list' && (
        <div class={css.read}>
          <div class={css.back}>
            <Button variant="quiet" onPress={onBack}>
              <span aria-hidden="true">‹ </span>All earlier notes
            </Button>
          </div>
          {view.kind === 'compare' && <Compare visits={visits.value} view={view} onChoose={show} />}
          {view.kind === 'note' && (
            <NoteDetail
              key={view.place}
              store={store}
              entry={entry}
              visits={visits.value}
              onCompare={(one, other) => show({ kind: 'compare', one, other })}
              loadActions={loadActions}
            />
          )}
        </div>
      )}
    </div>
  );
}

// If a note is replaced while it is read, the newer note that includes it is shown.
function findEntry(entries: readonly HistoryEntry[], place: string): HistoryEntry | undefined {
  return (
    entries.find(({ filed }) => placeKey(filed) === place) ??
    entries.find((entry) => placesOf(entry).some((at) => placeKey(at) === place))
  );
}
