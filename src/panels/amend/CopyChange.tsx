// The typed change as text to copy: the whole note after the change, or only the typed words.

import { writeNoteText } from '../../interview/note/text/write-note-text.ts';
import { formalName } from '../../interview/person-name.ts';
import { loadedPerson } from '../../store/history/chart.ts';
import type { Store } from '../../store/store.ts';
import { type Edit, noteOf } from '../../store/writing/change-edit.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { clinicalDate } from '../../ui/day-and-time/dates.ts';
import { nameOfNote } from '../../ui/messages/note-words.ts';
import type { EditProps } from './change-props.ts';

export function CopyChange({ store, edit }: Omit<EditProps, 'editor'>) {
  return <CopyText label="Copy what you typed" text={() => changeAsText(store, edit)} plain />;
}

const HEADS = { add: 'Addition to the', correct: 'Correction of the', retract: 'Entered in error: the' } as const;

/** Copied text starts with name and birth date, because nothing else ties it to the patient. */
function changeAsText(store: Store, edit: Edit): string {
  const person = loadedPerson(store.chart);
  const who =
    person &&
    `${formalName(person)}, ${person.birthDate ? clinicalDate(person.birthDate) : 'date of birth not recorded'}`;
  const head = `${HEADS[edit.act]} readiness note of ${nameOfNote(edit.base)}, number ${edit.base.note.id}`;
  const note = edit.act === 'correct' ? `\n${writeNoteText(noteOf(edit))}` : '';
  return [who, head, edit.words.trim(), note].filter(Boolean).join('\n');
}
