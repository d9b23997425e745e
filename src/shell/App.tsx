// The page: patient, sections, conversation and status. Handles focus and global keys.

import { computed } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { deferred } from '../lib/deferred.ts';
import { Engage } from '../panels/engage/Engage.tsx';
import { Evoke } from '../panels/evoke/Evoke.tsx';
import { focusPad, isRaised, lowerPad, raisePad } from '../panels/evoke/pad.ts';
import { Focus } from '../panels/focus/Focus.tsx';
import type { Store } from '../store/store.ts';
import { type DoneFiling, doneFiling } from '../store/writing/filing.ts';
import { Deferred } from '../ui/Deferred.tsx';
import { goTo } from '../ui/keyboard/go-to.ts';
import { useListener } from '../ui/keyboard/listener.ts';
import css from './App.module.css';
import { watchBars } from './bars.ts';
import type { CardKind } from './Card.tsx';
import { onGlobalKey } from './keys.ts';
import {
  loadCard,
  loadDraftNotice,
  loadFiled,
  loadLastTime,
  loadLocked,
  loadPlan,
  loadReview,
} from './load-deferred.ts';
import { firstSheet, focusedOpener, focusedSection, isShown, keepPlace, rememberPlace } from './navigation.ts';
import { PatientBanner } from './PatientBanner.tsx';
import { type SectionName, SectionNav } from './SectionNav.tsx';
import { StatusBar } from './StatusBar.tsx';

const loadShown = deferred(async () => (await import('./share/Shown.tsx')).Shown);
const loadHistory = deferred(async () => (await import('../panels/history/History.tsx')).History);
const loadActions = deferred(async () => (await import('../panels/amend/NoteActions.tsx')).NoteActions);

interface AppProps {
  readonly store: Store;
}

/** The panel, or the page shown after it locked. */
export function App({ store }: AppProps) {
  const lock = store.idleLock.state.value;
  return lock.kind === 'locked' ? <Deferred load={loadLocked} props={{ store, lock }} /> : <Panel store={store} />;
}

function Panel({ store }: AppProps) {
  // The control that had the focus before the pad. The focus returns to it once.
  const place = useRef<HTMLElement | undefined>(undefined);
  const go = (section: SectionName): void => {
    lowerPad();
    if (section === 'review') store.openReview();
    if (section === 'review' || !isShown(`#${section}-heading`)) store.historyView.close();
    requestAnimationFrame(() => goTo(`#${section}-heading`, 'start'));
  };
  useEffect(() => {
    // Do not move the focus if the clinician already moved it before the first frame.
    if (document.activeElement === document.body) goTo('#target-heading');
    // Earlier notes that come late make the card above, the topics and the rulers higher.
    return computed(() => store.chart.history.value.kind).subscribe(keepPlace);
  }, []);
  const toPad = (): void => {
    if (!isRaised()) place.current = rememberPlace();
    if (isShown('#capture-pad')) focusPad();
    else {
      store.historyView.close();
      requestAnimationFrame(focusPad);
    }
  };
  const leavePad = (): void => {
    lowerPad();
    if (place.current?.isConnected) place.current.focus();
    place.current = undefined;
  };
  const mark = (): void => {
    if (isRaised()) leavePad();
    else {
      place.current = rememberPlace();
      store.historyView.close();
      requestAnimationFrame(raisePad);
    }
  };
  const share = useSharing(store);
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => (page.current ? watchBars(page.current) : undefined),
    [store.view.current.value.kind === 'work'],
  );
  const [card, setCard] = useState<CardKind>('closed');
  useListener(document, 'keydown', (event) =>
    onGlobalKey(event, store, { review: () => go('review'), pad: toPad, card: () => setCard('keys'), share }),
  );
  if (store.view.current.value.kind !== 'work')
    return <Deferred load={loadShown} props={{ store }} onLeave={store.view.leave} />;
  const done = doneFiling(store.filing.state.value);
  return (
    <div class={css.app} ref={page}>
      <header class={css.header}>
        <h1 class="visually-hidden">Evoke</h1>
        <PatientBanner store={store} />
        {!done && <SectionNav store={store} onGo={go} />}
      </header>
      <main class={`${css.main} ${done ? '' : css.sides}`} data-looking={done ? undefined : lookingOf(store)}>
        {done ? <Done store={store} done={done} /> : <Talk store={store} onLeavePad={leavePad} onGo={go} />}
      </main>
      <StatusBar store={store} onReview={() => go('review')} onCard={setCard} onShare={share} onMark={mark} />
      {card !== 'closed' && <Deferred load={loadCard} props={{ store, kind: card, onCard: setCard }} />}
    </div>
  );
}

// The work is removed from the page while another view is shown, so that nothing in it can be read there. On return the
// page is where it was, with focus on the button that opened the view, or on the one that shares the screen.
function useSharing(store: Store): () => void {
  const kind = store.view.current.value.kind;
  const isAway = useRef(false);
  const scrolled = useRef(0);
  const opener = useRef('');
  // Read while the work is still drawn, because not every browser reports the end of scrolling.
  if (kind !== 'work' && !isAway.current) {
    scrolled.current = window.scrollY;
    opener.current = focusedOpener();
  }
  useLayoutEffect(() => {
    const wasAway = isAway.current;
    isAway.current = kind !== 'work';
    if (isAway.current) window.scrollTo(0, 0);
    if (isAway.current || !wasAway) return;
    requestAnimationFrame(() => {
      window.scrollTo(0, scrolled.current);
      // Parts of the page may have folded meanwhile, so the button is perhaps elsewhere.
      if (!goTo(`#${opener.current}`, 'nearest')) goTo('#share-button');
    });
  }, [kind]);
  return () => store.view.show({ kind: 'sharing', sheet: firstSheet(store.interview.peek(), focusedSection()) });
}

function lookingOf({ historyView }: Store): 'alone' | 'beside' | undefined {
  const { value } = historyView.looking;
  if (value.kind === 'closed') return undefined;
  return value.alone ? 'alone' : 'beside';
}

// The filed note, or its correction in the earlier notes.
function Done({ store, done }: AppProps & { readonly done: DoneFiling }) {
  if (lookingOf(store)) return <Past store={store} />;
  return <Deferred load={loadFiled} props={{ store, ...done }} />;
}

// Two panels that are independent of each other.
const Past = ({ store }: AppProps) => <Deferred load={loadHistory} props={{ store, loadActions }} />;

interface TalkProps extends AppProps {
  readonly onLeavePad: () => void;
  readonly onGo: (section: SectionName) => void;
}

// While a note is being sent nothing can be edited, so that the filed note is the one that was read.
function Talk({ store, onLeavePad, onGo }: TalkProps) {
  const busy = store.filing.isLocked();
  // A raised pad would take no mark, and would cover what happened.
  useLayoutEffect(() => {
    if (busy) lowerPad();
  }, [busy]);
  return (
    <>
      <div class={css.talk} inert={busy}>
        {store.interviewDraft.beginning.kind !== 'new' && <Deferred load={loadDraftNotice} props={{ store }} />}
        <Deferred load={loadLastTime} props={{ store }} />
        <Engage store={store} />
        <Focus store={store} />
        <Evoke store={store} onLeave={onLeavePad} />
        <Deferred load={loadPlan} props={{ store }} />
      </div>
      <div class={css.note}>
        <Deferred load={loadReview} props={{ store, onGo }} />
      </div>
      {lookingOf(store) && (
        <div class={css.past}>
          <Past store={store} />
        </div>
      )}
    </>
  );
}
