// After signing: when the note was filed, what the chart left out, what to do next, and the note as people read it.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { placeKey } from '../../interview/history/history.ts';
import { stepOf } from '../../interview/history/talk-over-time.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import { losesTyped } from '../../interview/note/lost-part.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import { readView } from '../../interview/note/read-view.ts';
import { writeNoteText } from '../../interview/note/text/write-note-text.ts';
import { callingName } from '../../interview/person-name.ts';
import { textsLeftOut } from '../../interview/talk/gaps.ts';
import { deferred } from '../../lib/deferred.ts';
import { capitalized } from '../../lib/english.ts';
import { entryNow, watchedPerson } from '../../store/history/chart.ts';
import type { Store } from '../../store/store.ts';
import type { ChangeEditor } from '../../store/writing/change-editor.ts';
import type { DoneFiling } from '../../store/writing/filing.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { DiscardButton } from '../../ui/DiscardButton.tsx';
import { clinicalDate, hourAt } from '../../ui/day-and-time/dates.ts';
import { FORM_WORDS } from '../../ui/messages/destination-text.ts';
import { leftOut } from '../../ui/messages/lost-words.ts';
import { STANDING_WORDS } from '../../ui/messages/note-words.ts';
import { Fold } from '../../ui/note/Fold.tsx';
import { NoteRead } from '../../ui/note/NoteRead.tsx';
import { AfterSigning } from './AfterSigning.tsx';
import { beginAnother } from './begin-another.ts';
import { NoteLines } from './NoteLines.tsx';
import css from './Result.module.css';

interface ResultProps extends DoneFiling {
  readonly store: Store;
}

const leavesOutParts = (end: ResultProps['end']): boolean => end.kind === 'filed' && leftOut(end.lost).length > 0;

/** True if the chart lacks typed text. The draft is gone once a second form has all that the first one left out. */
function leavesTextOut({ interview, interviewDraft }: Store, end: ResultProps['end']): boolean {
  const isLost = end.kind === 'filed' && losesTyped(end.lost) && interviewDraft.draft.value.kind !== 'none';
  return isLost || textsLeftOut(interview.value).length > 0;
}

function headingOf(end: ResultProps['end'], when: number, entry: NoteEntry | undefined): string {
  if (entry?.standing === 'retracted') return STANDING_WORDS.retracted;
  if (end.kind === 'unverified') return 'Sent, and not yet confirmed';
  return leavesOutParts(end) ? 'Filed, with parts missing' : `Filed at ${hourAt(when)}`;
}

export function Result(props: ResultProps) {
  const { store, end, note, when, hasLaterText } = props;
  const entry = end.kind === 'filed' ? entryNow(store.chart.history.value, note) : undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  const [page, setPage] = useState<'read' | 'done'>('read');
  useLayoutEffect(() => heading.current?.focus(), [page]);
  const unsure = whyUnsure(end, hasLaterText, leavesTextOut(store, end));
  const isRetracted = entry?.standing === 'retracted';
  const isUnsent = store.secondForm.isBusy() || store.changes.unsent.value !== 'none';
  const isInChart = end.kind === 'filed' && !leavesOutParts(end) && !isRetracted;
  const isWhole = unsure === undefined && isInChart && !isUnsent;
  return (
    <section class={css.result} aria-labelledby="result-heading">
      <h2 class={`${css.heading} ${isInChart ? css.sure : ''}`} id="result-heading" ref={heading} tabIndex={-1}>
        {headingOf(end, when, entry)}
      </h2>
      {page === 'done' && !isRetracted ? (
        <>
          <p>Your work is in the chart. You can leave Evoke.</p>
          <div class={css.actions}>
            <Button onPress={() => setPage('read')}>Back to the note</Button>
          </div>
        </>
      ) : (
        <Filed {...props} entry={entry} onDone={isWhole ? () => setPage('done') : undefined} />
      )}
      <div class={css.actions}>
        <DiscardButton
          id="begin-another"
          label="Begin another note"
          variant={unsure === undefined ? 'quiet' : 'plain'}
          warning={unsure}
          answer="Discard it and begin another"
          onDiscard={() => void beginAnother(store)}
        />
      </div>
    </section>
  );
}

interface FiledProps extends ResultProps {
  readonly entry: NoteEntry | undefined;
  /** Absent while something of the visit may exist only here. */
  readonly onDone: (() => void) | undefined;
}

function Filed({ store, end, note: signed, hasLaterText, entry, onDone }: FiledProps) {
  const inChart = end.kind === 'filed' && end.entry.kind === 'note' ? end.entry.note : signed;
  const note = entry?.note ?? inChart;
  const person = watchedPerson(store.chart);
  const givenName = person && callingName(person);
  const since = entry && sinceFiling(entry, signed);
  // The parts that the chart left out are copied into it by hand.
  const copied = leavesOutParts(end) && !since ? signed : note;
  const isRetracted = entry?.standing === 'retracted';
  return (
    <>
      <Summary note={note} />
      {since && <p class="quiet-text">{since}. This is the note as it is now.</p>}
      {store.changes.unsent.value !== 'none' && <p>A change of a filed note is waiting, and is not in the chart.</p>}
      <AfterSigning store={store} end={end} hasLaterText={hasLaterText} isChanged={since !== undefined} />
      <div class={css.actions}>
        {end.kind === 'unverified' && <Button onPress={() => void store.filing.lookAgain()}>Check again</Button>}
        {!isRetracted && (
          <Button onPress={() => store.view.show({ kind: 'sharing', sheet: 'plan' })}>
            {(since ? note : signed).plan.kind === 'agreed' ? 'Print plan' : 'Print page'}
          </Button>
        )}
        {entry && !isRetracted && <CorrectButton store={store} entry={entry} />}
        <CopyText plain label="Copy" name="Copy note text" text={() => writeNoteText(copied, { givenName })} />
        {onDone && (
          <Button variant="primary" onPress={onDone}>
            Done
          </Button>
        )}
      </div>
      {leavesOutParts(end) && <p class="quiet-text">This is what the chart has. What you signed is below it.</p>}
      <NoteRead view={readView(note)} />
      {leavesOutParts(end) && (
        <Fold title="What you signed">
          <NoteLines text={writeNoteText(signed)} />
        </Fold>
      )}
      <Fold title="Details">
        <p class="quiet-text">
          {capitalized(FORM_WORDS[end.at.form])}
          {end.kind === 'filed' && !leavesOutParts(end) && ', checked against the chart'}
        </p>
        <p class="quiet-text">Note {note.id}</p>
        <NoteLines text={writeNoteText(note, { givenName })} />
      </Fold>
    </>
  );
}

/** What became of the note since it was filed. Undefined if nothing did. A replacement has a number of its own. */
function sinceFiling({ note, standing }: NoteEntry, signed: ReadinessNote): string | undefined {
  if (standing !== 'current' && standing !== 'draft') return STANDING_WORDS[standing];
  return note.id === signed.id ? undefined : STANDING_WORDS.superseded;
}

// Most notes are not corrected at once, so the code of a change is fetched when the button is pressed.
const loadChangeEditor = deferred(() => import('../../store/writing/change-editor.ts'));

/** The change of this note, with what the device has of it. Undefined if its code cannot be fetched. */
async function openChange(store: Store, entry: NoteEntry): Promise<ChangeEditor | undefined> {
  const code = await loadChangeEditor().catch(() => undefined);
  if (!code) return undefined;
  const editor = store.changes.of(entry, code.createChangeEditor);
  await editor.see(entry);
  return editor;
}

function CorrectButton({ store, entry }: { readonly store: Store; readonly entry: NoteEntry }) {
  const [found, setFound] = useState<'looking' | 'open' | 'closed' | 'pressed'>('looking');
  useEffect(() => {
    let isShown = true;
    void store.changes.rightsOf(entry).then(({ change }) => {
      if (isShown) setFound(change.kind === 'closed' ? 'closed' : 'open');
    });
    // A change of an earlier page is not in the chart, so this page must not say that all is.
    void store.changes.hasKept(entry).then((isKept) => (isKept ? openChange(store, entry) : undefined));
    return () => {
      isShown = false;
    };
  }, [store, entry]);
  const correct = async (): Promise<void> => {
    setFound('pressed');
    const editor = await openChange(store, entry);
    editor?.begin('correct');
    // What was typed before and waits is continued instead.
    editor?.resume();
    // Without the code, the note says that a part of Evoke could not be fetched.
    setFound('open');
    store.historyView.show({ kind: 'note', place: placeKey(entry.filed) });
  };
  if (found === 'closed') return null;
  return (
    // A note on its way to a second form is corrected after that, so that the correction reaches that form too.
    <Button isDisabled={found !== 'open' || store.secondForm.isBusy()} onPress={() => void correct()}>
      Correct
    </Button>
  );
}

// Three lines at most: the topic, the next step, the follow-up.
function Summary({ note }: Pick<ResultProps, 'note'>) {
  const { target, plan } = note;
  const step = stepOf(note);
  const day = plan.kind === 'none' ? undefined : plan.followUp?.day;
  return (
    <div class={css.summary}>
      <p>
        Topic: <bdi>{target.label ?? 'none named'}</bdi>
      </p>
      {step && (
        // A long step is cut here. The note below has all of it.
        <p class="three-lines" dir="auto">
          Next step: {step}
        </p>
      )}
      {day && <p>Follow-up: {clinicalDate(day)}</p>}
    </div>
  );
}

const UNSEEN = 'This note may not be in the chart. Copy it before you discard it.';
const UNCOUNTED = 'This note may be in the chart twice. Check again before you begin another.';
const LEFT_OUT = 'Some of what you typed is not in the chart. Copy it before you discard it.';
const UNSENT = 'What you wrote since is not in the chart. Copy it before you discard it.';

/** What to know before this page is left. Undefined if the note is certainly in the chart as it was written. */
function whyUnsure(end: ResultProps['end'], hasLaterText: boolean, isLeftOut: boolean): string | undefined {
  if (hasLaterText) return UNSENT;
  if (end.kind === 'unverified') return end.why === 'uncounted' ? UNCOUNTED : UNSEEN;
  return isLeftOut ? LEFT_OUT : undefined;
}
