// Sends one note and follows it until its end is known. The draft records every attempt before it is sent, so that a
// page that dies searches before it sends again.

import type { Ehr, Signing, WriteEnd, WriteStep } from '../../ehr/port.ts';
import type { Attempt, Form } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Binding } from '../../interview/visit.ts';
import { means } from './write-ends.ts';

/** Steps that are reported while a note or a change is sent or searched for. */
export type Step = WriteStep | 'checking';

const STEPS: Readonly<Record<Step, true>> = { sending: true, verifying: true, looking: true, checking: true };

/** True for a state whose note or change was sent or is being searched for, and whose end is not known. */
export const isInFlight = ({ kind }: { readonly kind: string }): boolean => Object.hasOwn(STEPS, kind);

/** An error of our own must not leave the panel waiting forever. It becomes an unknown end, which can be searched for. */
export const orUnknown = (end: Promise<WriteEnd>): Promise<WriteEnd> =>
  end.catch((): WriteEnd => ({ kind: 'unknown', why: { kind: 'aborted' } }));

/** What sending needs. */
export interface NoteSenderPorts {
  readonly ehr: Pick<Ehr, 'fileNote' | 'findNote'>;
  /** What the draft is bound to. */
  readonly binding: Binding;
  /** The note restored from a draft of an earlier page. */
  readonly restored: NoteId | undefined;
  /** The attempt that the draft records now. */
  readonly attempted: () => Attempt | undefined;
  readonly markAttempted: (attempt: Attempt | undefined) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Sends and searches for one note at a time. Never rejects. */
export interface NoteSender {
  readonly send: (
    signing: Omit<Signing, 'draftBinding' | 'lookFirst' | 'sentForms'>,
    report: (step: Step) => void,
  ) => Promise<WriteEnd>;
  /** Searches every form in which this note was sent. Sends nothing. */
  readonly seek: (note: ReadinessNote, report: (step: Step) => void) => Promise<WriteEnd>;
  /** Forms in which the note was sent and may be stored. */
  readonly sentForms: () => readonly Form[];
  /** Restores the forms in which a note from a draft was sent. */
  readonly recall: (forms: readonly Form[]) => void;
  /** Forgets them, for the next note. */
  readonly forget: () => void;
}

/** Sends with one EHR port. */
export function createNoteSender(ports: NoteSenderPorts): NoteSender {
  const { ehr, binding, attempted, markAttempted, signal, restored } = ports;
  let sentForms: readonly Form[] = [];

  const mark = async (note: ReadinessNote, forms: readonly Form[], taken?: true): Promise<void> => {
    sentForms = forms;
    await markAttempted({ at: note.signedAt, forms, taken });
  };
  const send: NoteSender['send'] = async (signing, report) => {
    const { note, form } = signing;
    report('sending');
    const before = { sentForms, attempt: attempted() };
    await mark(note, [...new Set([...sentForms, form])], before.attempt?.taken);
    const known = { draftBinding: binding, sentForms: before.sentForms, lookFirst: note.id === restored };
    const end = await ehr.fileNote({ ...signing, ...known }, report, signal);
    // An earlier press may still arrive, so it stays recorded.
    if (means(end, 'isNotInChart')) {
      sentForms = before.sentForms;
      await markAttempted(before.attempt);
    }
    if (means(end, 'isTaken')) await mark(note, sentForms, true);
    return end;
  };
  return {
    send: (signing, report) => orUnknown(send(signing, report)),
    seek: (note, report) => {
      report('checking');
      return orUnknown(ehr.findNote(note, sentForms, report, signal));
    },
    sentForms: () => sentForms,
    recall: (forms) => {
      sentForms = forms;
    },
    forget: () => {
      sentForms = [];
    },
  };
}
