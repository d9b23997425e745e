// The view shown instead of the work. Only here does an interview become what a patient may see.

import type { NoteEntry } from '../../interview/history/visits.ts';
import { readScore } from '../../interview/ids.ts';
import { composeNote } from '../../interview/note/compose-note.ts';
import { readView } from '../../interview/note/read-view.ts';
import { type PatientView, patientView, viewOfChangedNote } from '../../interview/patient/patient-view.ts';
import type { Language } from '../../interview/patient/patient-words.ts';
import { PATIENT_WORDS, type PlanSource } from '../../interview/patient/plan-page.ts';
import type { RulerName } from '../../interview/ruler.ts';
import { NotePreview } from '../../panels/share/NotePreview.tsx';
import { ShareView } from '../../panels/share/ShareView.tsx';
import { dispatchAlone } from '../../store/conversation/interview-state.ts';
import { entryNow, watchedPerson } from '../../store/history/chart.ts';
import { instantAt } from '../../store/session/clock.ts';
import type { Store } from '../../store/store.ts';
import type { Sheet } from '../../store/view.ts';
import { doneFiling } from '../../store/writing/filing.ts';
import { mayBeInChart } from '../../store/writing/writing.ts';
import { NoteRead } from '../../ui/note/NoteRead.tsx';
import { Quiet } from './Quiet.tsx';
import css from './Shown.module.css';

/** For the clinician, in the last minute. It has no patient data. */
const LOCKS_SOON = 'This screen locks in a minute';

// The lock warning is next to every view and stays when the view goes blank, because screen readers announce only
// regions that already exist.
export function Shown({ store }: { readonly store: Store }) {
  return (
    <>
      <Viewed store={store} />
      <p class={css.locks} role="status" lang="en">
        {store.idleLock.state.value.kind === 'warning' && LOCKS_SOON}
      </p>
    </>
  );
}

function Viewed({ store }: { readonly store: Store }) {
  const view = store.view.current.value;
  switch (view.kind) {
    case 'sharing':
      return <Sharing store={store} sheet={view.sheet} />;
    case 'note':
      return <Preview store={store} />;
    case 'quiet':
      return <Quiet store={store} />;
    case 'work':
      return null;
  }
}

// The language chosen for the patient's copy, else that of the visit, else that of the site. The choice does not change
// the visit's language.
const sharedLanguage = ({ view, interview, policy }: Store): Language =>
  view.language.value ?? interview.value.language ?? policy.language;

// Only a page that names the practice also names the clinician.
const sourceOf = ({ policy: { phone, practice }, context, day }: Store): PlanSource => ({
  day: day(0),
  phone,
  practice,
  clinician: practice === undefined ? undefined : context.clinicianName,
});

/** The note as it is in the chart, if it was changed there since it was filed from here. */
function changedNote({ filing, chart }: Store): NoteEntry | undefined {
  const end = doneFiling(filing.state.value)?.end;
  if (end?.kind !== 'filed' || end.entry.kind !== 'note') return undefined;
  const now = entryNow(chart.history.value, end.entry.note);
  const isSame = now?.standing === end.entry.standing && JSON.stringify(now.note) === JSON.stringify(end.entry.note);
  return isSame ? undefined : now;
}

function patientViewNow(store: Store): PatientView {
  const { interview, chart, behaviors, view } = store;
  const agreed = patientView(interview.value, watchedPerson(chart), behaviors, view.quotes.value);
  const changed = changedNote(store);
  return changed ? viewOfChangedNote(agreed, changed, behaviors) : agreed;
}

// The focused control disappeared with the view. Move the focus here, so that screen reader users are not lost.
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus({ preventScroll: true });

function Sharing({ store, sheet }: { readonly store: Store; readonly sheet: Sheet }) {
  const { view } = store;
  const language = sharedLanguage(store);
  const isSigned = store.filing.isLocked();
  if (view.isBlank.value) {
    return (
      <button type="button" class={css.blank} lang={language} onClick={view.touch} ref={takeFocus}>
        {PATIENT_WORDS[language].blank}
      </button>
    );
  }
  return (
    <div onPointerDown={view.touch}>
      <ShareView
        view={patientViewNow(store)}
        sheet={isSigned ? 'plan' : sheet}
        isSigned={isSigned}
        language={language}
        source={sourceOf(store)}
        onSheet={(next) => view.show({ kind: 'sharing', sheet: next })}
        onAnswer={(ruler, value) => {
          const score = readScore(value);
          if (score.ok) store.dispatch({ kind: tapped(store, ruler), ruler, score: score.value });
        }}
        onTopic={(text) => {
          const id = store.newEntry();
          dispatchAlone(store, { kind: 'topic-typed', id, text, raisedBy: 'patient' });
        }}
        onSpeak={view.speak}
        onLeave={view.leave}
      />
    </div>
  );
}

// A ruler asked a second time shows and changes the second number.
function tapped(store: Store, name: RulerName): 'ruler-answered' | 'ruler-answered-again' {
  const ruler = store.interview.value.evoke.rulers[name];
  return ruler.kind === 'asked' && ruler.again ? 'ruler-answered-again' : 'ruler-answered';
}

function Preview({ store }: { readonly store: Store }) {
  const note = composeNote(store.interview.value, instantAt(store.clock.millis()));
  return (
    <NotePreview isSigned={mayBeInChart(store)} onLeave={store.view.leave}>
      {note.ok ? <NoteRead view={readView(note.value)} /> : undefined}
    </NotePreview>
  );
}
