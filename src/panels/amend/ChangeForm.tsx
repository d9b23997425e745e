// The form of one change and its sign button, which names the patient and the destination. For a retraction it names
// the note.

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ClosedWhy } from '../../ehr/port.ts';
import { formalName } from '../../interview/person-name.ts';
import { choiceIn, withChoice } from '../../lib/choice-and-words.ts';
import { watchedPerson } from '../../store/history/chart.ts';
import { type ChangeState, changedParts, type Edit, hasTyped } from '../../store/writing/change-edit.ts';
import { unreachedPlaces, wayOf } from '../../store/writing/change-editor.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { goTo } from '../../ui/keyboard/go-to.ts';
import {
  changeGoesTo,
  changeMessage,
  closedWords,
  remainWords,
  retractInChart,
} from '../../ui/messages/change-messages.ts';
import { partNames } from '../../ui/messages/lost-words.ts';
import { nameOfNote } from '../../ui/messages/note-words.ts';
import { Notice } from '../../ui/Notice.tsx';
import signing from '../../ui/Signing.module.css';
import { AlsoOpen, NAME_UNREAD, SignFor, SignWords } from '../../ui/Signing.tsx';
import css from './Amend.module.css';
import { CopyChange } from './CopyChange.tsx';
import { CorrectFields } from './CorrectFields.tsx';
import type { ChangeProps, EditProps } from './change-props.ts';
import { DiscardChange } from './DiscardChange.tsx';

type Open = Extract<ChangeState, { readonly kind: 'editing' | 'sending' | 'verifying' | 'checking' }>;

const TITLES = { add: 'Add to this note', correct: 'Correct this note', retract: 'Retract this note' } as const;
const KEPT = {
  nothing: '',
  'not-yet': '',
  device: 'Kept on this device, not sent yet',
  pane: 'Kept until you close this pane, not sent yet',
} as const;
const STEPS = {
  editing: '',
  sending: 'Sending to the chart',
  verifying: 'Reading it back',
  checking: 'Reading the note',
} as const;

export function ChangeForm({ store, editor, state }: ChangeProps & { readonly state: Open }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const trouble = useRef<HTMLDivElement>(null);
  const { edit } = state;
  const problem = state.kind === 'editing' ? state.trouble : undefined;
  useEffect(() => {
    // The form opens below a note that may be long, so the focus moves to the form's heading. The page around it has
    // its new height by now.
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  useLayoutEffect(() => {
    if (problem) trouble.current?.focus();
  }, [problem]);
  const busy = state.kind !== 'editing';
  return (
    <section class={css.form} aria-labelledby="change-heading">
      <h4 class={signing.title} id="change-heading" ref={heading} tabIndex={-1}>
        {TITLES[edit.act]}
      </h4>
      {problem && (
        <div ref={trouble} tabIndex={-1}>
          <Notice
            tone="fault"
            words={changeMessage(problem, edit.act, hasTyped(edit) ? editor.keeping.value : 'nothing')}
          >
            {problem.kind === 'refused' && <NextWay editor={editor} edit={edit} />}
            {problem.kind !== 'empty' && <CopyChange store={store} edit={edit} />}
          </Notice>
        </div>
      )}
      <div class={css.fields} inert={busy}>
        <Fields store={store} editor={editor} edit={edit} />
      </div>
      <p role="status" class="quiet-text">
        {busy ? STEPS[state.kind] : KEPT[editor.kept.value]}
      </p>
      <SignChange store={store} editor={editor} edit={edit} busy={busy} />
      <div class={css.buttons} inert={busy}>
        <Button variant="quiet" onPress={editor.close}>
          Close and finish later
        </Button>
        <DiscardChange editor={editor} edit={edit} />
      </div>
    </section>
  );
}

// The sign button is below the form, so this links to it and names the current destination.
function NextWay({ editor, edit }: Omit<EditProps, 'store'>) {
  const way = wayOf(editor.rights.value, edit.act);
  if (way === undefined) return null;
  if (way.kind === 'closed') return <p>{closedWay(way.why, edit)}</p>;
  return (
    <Button onPress={() => goTo('#sign-change', 'center')}>
      <SignWords who="Go to signing" where={changeGoesTo(way, edit.act)} />
    </Button>
  );
}

function Fields({ store, editor, edit }: EditProps) {
  if (edit.act === 'retract') return <RetractFields editor={editor} edit={edit} />;
  if (edit.act === 'correct') return <CorrectFields store={store} editor={editor} edit={edit} />;
  return (
    <Field
      label="What to add"
      hint="It is added with today’s date. What the note says already stays as it is."
      value={edit.words}
      onType={editor.say}
    />
  );
}

const REASONS = [
  { value: 'Written in the wrong chart', label: 'Wrong chart' },
  { value: 'Written twice', label: 'Written twice' },
  { value: 'This conversation did not happen', label: 'This conversation did not happen' },
] as const;
const USUAL = REASONS.map(({ value }) => value);

// A usual reason, the clinician's own words, or both. The chart keeps it with the note.
function RetractFields({ editor, edit: { words } }: Omit<EditProps, 'store'>) {
  return (
    <>
      <p class="quiet-text">
        Every version and copy that Evoke can change is marked as entered in error, with the reason. The note will no
        longer appear in trends.
      </p>
      <Choices
        legend="Reason"
        options={REASONS}
        chosen={choiceIn(USUAL, words)}
        onChoose={(reason) => editor.say(withChoice(USUAL, words, reason))}
      />
      <Field label="In your own words" value={words} onType={editor.say} />
    </>
  );
}

const closedWay = (why: ClosedWhy, { act, base }: Edit): string =>
  act === 'retract' ? retractInChart(why, base.note.id) : `${closedWords(why)} Copy the text instead.`;

function SignChange({ store, editor, edit, busy }: EditProps & { readonly busy: boolean }) {
  const person = watchedPerson(store.chart);
  const way = wayOf(editor.rights.value, edit.act);
  if (!person) return <p class="quiet-text">{NAME_UNREAD}</p>;
  if (way?.kind === 'closed' || way === undefined)
    return <p class="quiet-text">{way ? closedWay(way.why, edit) : 'One moment'}</p>;
  const parts = changedParts(edit);
  const remains = unreachedPlaces(editor.rights.value, edit.act);
  return (
    <div class={signing.sign}>
      {parts.length > 0 && <p class="quiet-text">Changed: {partNames(parts)}.</p>}
      {remains.length > 0 && <p class="quiet-text">{remainWords(remains)}</p>}
      <Button variant="primary" id="sign-change" isDisabled={busy} onPress={() => void editor.send()}>
        <SignWords
          who={
            edit.act === 'retract' ? (
              <>
                Retract the note of <span class="unbroken">{nameOfNote(edit.base)}</span>
              </>
            ) : (
              <SignFor name={formalName(person)} birthDate={person.birthDate} />
            )
          }
          where={changeGoesTo(way, edit.act)}
        />
      </Button>
      {store.isOtherPatientOpen.value && <AlsoOpen />}
    </div>
  );
}
