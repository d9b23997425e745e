// The status line: where the work is stored. Also announces marks briefly, never with a quote.

import type { Lock } from '../store/session/idle-lock.ts';
import { isSignedOut, type SignIn } from '../store/session/sign-in-time.ts';
import type { Store } from '../store/store.ts';
import type { Unsent } from '../store/writing/change-saver.ts';
import { doneFiling, maySign } from '../store/writing/filing.ts';
import type { DraftState } from '../store/writing/interview-draft.ts';
import { Button } from '../ui/Button.tsx';
import { Deferred } from '../ui/Deferred.tsx';
import { hourAt } from '../ui/day-and-time/dates.ts';
import { goTo } from '../ui/keyboard/go-to.ts';
import type { CardKind } from './Card.tsx';
import { loadFilingStatus, loadFooterLearn } from './load-deferred.ts';
import css from './StatusBar.module.css';

function Draft({ draft }: { readonly draft: DraftState }) {
  if (draft.kind !== 'kept') return draft.kind === 'none' ? 'No unsaved work' : 'Draft kept until you close this pane';
  return (
    <>
      Draft kept
      {/* The time moves with every minute of typing, and is not read aloud again. A browser does not say whether its
          window is private, and a private window keeps nothing after it closes. */}
      <span aria-live="off"> until {hourAt(draft.until)} at most</span>
    </>
  );
}

/** Where changes of filed notes are stored that are not sent yet. */
const CHANGES = {
  none: undefined,
  device: 'Change kept on this device',
  pane: 'Change kept until you close this pane',
} as const satisfies Record<Unsent, string | undefined>;

// Says where the note is, in the chart or as a draft, and where changes are stored.
function Stored({ store }: { readonly store: Store }) {
  const draft = store.interviewDraft.draft.value;
  const change = CHANGES[store.changes.unsent.value];
  const hasSigned = !['ready', 'empty'].includes(store.filing.state.value.kind);
  if (!hasSigned && draft.kind === 'none' && change) return change;
  const kept = <Draft draft={draft} />;
  return (
    <>
      {hasSigned ? <Deferred load={loadFilingStatus} props={{ store, draft: kept }} meanwhile={kept} /> : kept}
      {change && `. ${change}`}
    </>
  );
}

// The state of the least safe part of the work.
const leastSafe = ({ interviewDraft, changes }: Store): DraftState['kind'] =>
  changes.unsent.value === 'pane' ? 'memory-only' : interviewDraft.draft.value.kind;

// Shown from two minutes before the end on, below the line about the draft. One line, so that the section links stay.
function signInWords(signIn: SignIn, draft: DraftState['kind']): string | undefined {
  if (signIn.kind === 'steady') return undefined;
  const when = signIn.kind === 'ended' ? 'Your sign-in has ended.' : `Your sign-in ends at ${hourAt(signIn.at)}.`;
  if (draft === 'memory-only') return `${when} Copy the text now: it is kept only until you close this pane.`;
  return `${when} Reopen from the chart.`;
}

// Shown a minute before the lock. Any key or press prevents it.
function lockWords(lock: Lock, draft: DraftState['kind']): string | undefined {
  if (lock.kind !== 'warning') return undefined;
  const when = `Evoke will lock at ${hourAt(lock.at)}. Tap or press a key to stay.`;
  return draft === 'memory-only' ? `${when} Copy the text first: it is kept only until then.` : when;
}

// If nothing can be filed from this page, the text can still be copied. Text above the note explains an unknown end.
function onwardOf(store: Store): 'sign' | 'copy' | 'look' {
  const { filing, chart } = store;
  const now = filing.state.value;
  if (now.kind === 'ended' && !maySign(now)) return now.end.kind === 'sessionEnded' ? 'copy' : 'look';
  if (now.kind === 'looking') return 'look';
  // Nothing is signed without the patient's name.
  const isClosed = chart.destination.value.kind === 'copy' || chart.person.value.kind === 'unavailable';
  return isClosed || isSignedOut(store) ? 'copy' : 'sign';
}

const ONWARD = {
  sign: ['Go to signing', '#sign'],
  copy: ['Go to copying', '#copy-note button'],
  look: ['What happened', '#filing-trouble'],
} as const;

// The next step. While the note is on the page, that is its sign button, and only that button signs.
function Onward({ store, onReview }: Pick<StatusBarProps, 'store' | 'onReview'>) {
  const [label, place] = ONWARD[onwardOf(store)];
  const onward = () => goTo(place, 'center') || goTo('#review-heading', 'start');
  if (store.isReviewOpen.value) return <Button onPress={onward}>{label}</Button>;
  return (
    <Button variant="primary" onPress={onReview} keys="Control+Enter">
      Review
    </Button>
  );
}

// A separate component, so that an announcement does not redraw the rest of the bar.
function Said({ store }: { readonly store: Store }) {
  const said = store.announcements.said.value;
  return said ? (
    <span class="visually-hidden" key={said.turn}>
      {said.words}
    </span>
  ) : null;
}

// While a change form is open, it has the one primary button.
function isChangingNote({ historyView, changes }: Store): boolean {
  const { value } = historyView.looking;
  return value.kind === 'open' && value.view.kind === 'note' && changes.isOpen.value;
}

interface StatusBarProps {
  readonly store: Store;
  readonly onReview: () => void;
  readonly onCard: (card: CardKind) => void;
  readonly onShare: () => void;
  /** Opens the pad above the footer, or closes it. */
  readonly onMark: () => void;
}

export function StatusBar({ store, onReview, onCard, onShare, onMark }: StatusBarProps) {
  const signIn = signInWords(store.signInTime.state.value, leastSafe(store));
  const locks = lockWords(store.idleLock.state.value, leastSafe(store));
  const done = doneFiling(store.filing.state.value);
  return (
    <footer class={css.bar}>
      <div role="status" aria-atomic="false" class={css.status}>
        <span aria-busy={store.interviewDraft.isBehind.value}>
          <Stored store={store} />
        </span>
        {signIn !== undefined && <strong class={css.signIn}>{signIn}</strong>}
        {locks !== undefined && <strong class={css.signIn}>{locks}</strong>}
        <Said store={store} />
      </div>
      <Deferred load={loadFooterLearn} props={{ store }} meanwhile={null} />
      <div class={css.actions}>
        <Button variant="quiet" onPress={() => onCard('safety')} label="Safety: pause the conversation">
          Safety
        </Button>
        <Button variant="quiet" onPress={() => onCard('keys')} label="Keys and settings">
          Keys
        </Button>
        <Button variant="quiet" id="share-button" onPress={onShare} label="Share the screen with the patient">
          Share
        </Button>
        {!done && (
          <Button variant="quiet" onPress={onMark} isDisabled={store.filing.isLocked()} label="Mark what you hear">
            Mark
          </Button>
        )}
        {!done && !isChangingNote(store) && <Onward store={store} onReview={onReview} />}
      </div>
    </footer>
  );
}
