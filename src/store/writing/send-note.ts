// Sends one note once and follows it until something is known: in the chart, refused, or perhaps there. A create whose
// answer was lost is looked for and never sent again from here. The draft knows of every attempt before it leaves.

import type { FetchFault } from '../../ehr/faults.ts';
import type { Ehr, FilingEnd } from '../../ehr/port.ts';
import type { Attempt, Form } from '../../interview/history/history.ts';
import type { NoteId } from '../../interview/ids.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Binding, Person } from '../../interview/visit.ts';

/** How a sending stands when nothing more happens by itself. `absent`: the chart was searched and does not hold it. */
export type Outcome =
  | { readonly kind: 'ended'; readonly end: FilingEnd }
  | { readonly kind: 'absent'; readonly why: 'lost' | 'not-taken' };

/** What is told while a sending runs. */
export type Step = 'sending' | 'verifying' | 'checking';

/** What sending needs from its surroundings. */
export interface SendingPorts {
  readonly ehr: Ehr;
  /** What the draft is bound to. */
  readonly binding: Binding;
  /** Forms that hold the note already, where this is a sending in another one on purpose. */
  readonly beside?: () => readonly Form[];
  /** The note that comes from a draft of an earlier page. */
  readonly restored?: NoteId;
  readonly markAttempted: (attempt: Attempt | undefined) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Sending and seeking one note at a time. */
export interface Sending {
  readonly send: (note: ReadinessNote, form: Form, person: Person, tell: (step: Step) => void) => Promise<Outcome>;
  /** Searches every form in which this note left. Never sends. */
  readonly seek: (note: ReadinessNote, tell: (step: Step) => void) => Promise<Outcome>;
  /** Forms in which the note left and may stand. */
  readonly left: () => readonly Form[];
  /** Forms in which the note left earlier, from a draft that was kept. */
  readonly recall: (forms: readonly Form[]) => void;
  /** The next note begins. */
  readonly forget: () => void;
}

const whyAbsent = (fault: FetchFault): 'lost' | 'not-taken' =>
  fault.kind === 'conflict' || fault.kind === 'versionConflict' || fault.kind === 'invalid' ? 'not-taken' : 'lost';

/** Sending over one EHR port. */
export function createSending(ports: SendingPorts): Sending {
  const { ehr, binding, beside = () => [], markAttempted, signal, restored } = ports;
  let left: readonly Form[] = [];

  const mark = async (note: ReadinessNote, forms: readonly Form[], taken?: true): Promise<void> => {
    left = forms;
    await markAttempted(forms.length ? { at: note.signedAt, forms, ...(taken && { taken }) } : undefined);
  };
  const find = async (note: ReadinessNote, why: 'lost' | 'not-taken'): Promise<Outcome> => {
    const found = await ehr.findNote(note, left, signal);
    if (found.kind === 'found') return { kind: 'ended', end: found.end };
    return found.kind === 'absent'
      ? { kind: 'absent', why }
      : { kind: 'ended', end: { kind: 'unknown', why: found.why } };
  };

  return {
    send: async (note, form, person, tell) => {
      tell('sending');
      const before = left.filter((each) => each !== form);
      await mark(note, [...before, form]);
      const lookFirst = note.id === restored;
      const press = { note, form, person, draft: binding, beside: beside(), lookFirst };
      const end = await ehr.fileNote(press, tell, signal);
      if (end.kind === 'refused') await mark(note, before);
      if (end.kind === 'accepted' || end.kind === 'filedUnverified') await mark(note, left, true);
      if (end.kind !== 'unknown') return { kind: 'ended', end };
      tell('checking');
      return find(note, whyAbsent(end.why));
    },
    seek: (note, tell) => {
      tell('checking');
      return find(note, 'lost');
    },
    left: () => left,
    recall: (forms) => {
      left = forms;
    },
    forget: () => {
      left = [];
    },
  };
}
