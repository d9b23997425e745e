// Messages for the end of a signing, one row per kind.

import type { FetchFault, GuardFault, SetupFault } from '../../ehr/faults.ts';
import type { WriteEnd } from '../../ehr/port.ts';
import { LOOK_BESIDE, leftOut, lostWords } from './lost-words.ts';
import {
  fetchMessage,
  KEPT,
  KEPT_PANE,
  type Keeping,
  kept,
  type Message,
  maybe,
  REOPEN,
  type Row,
  speak,
} from './messages.ts';

const guardRows = {
  'sign-in': {
    happened: 'Your sign-in now names another patient.',
    safe: `Nothing was sent. ${KEPT}`,
    safeInPane: `Nothing was sent. ${KEPT_PANE}`,
    next: REOPEN,
  },
  'loaded-patient': {
    happened: 'This note belongs to another patient.',
    safe: 'Nothing was sent; the draft is kept with its own patient.',
    next: 'Open the right chart.',
  },
  draft: {
    happened: 'This draft belongs to another patient, visit or clinician.',
    safe: 'Nothing was sent; the draft is kept with its own patient.',
    next: 'Open the right chart.',
  },
  encounter: {
    happened: 'The open visit belongs to another patient.',
    safe: `Nothing was sent. ${KEPT}`,
    safeInPane: `Nothing was sent. ${KEPT_PANE}`,
    next: REOPEN,
  },
  'visit-hidden': {
    happened: 'The chart does not show this visit to you, so Evoke cannot tell whose it is.',
    safe: `Nothing was sent. ${KEPT}`,
    safeInPane: `Nothing was sent. ${KEPT_PANE}`,
    next: `${REOPEN} Or copy the text.`,
  },
  author: {
    happened: 'Evoke cannot prove that this note is yours to sign.',
    safe: `Nothing was sent. ${KEPT}`,
    safeInPane: `Nothing was sent. ${KEPT_PANE}`,
    next: `${REOPEN} Or copy the text.`,
  },
  issuer: {
    happened: 'This draft was begun in another EHR.',
    safe: 'Nothing was sent; the draft is kept with its own EHR.',
    next: 'Open Evoke from the chart the draft was begun in.',
  },
  'session-age': {
    happened: 'This sign-in is older than this site allows.',
    safe: `Nothing was sent. ${KEPT}`,
    safeInPane: `Nothing was sent. ${KEPT_PANE}`,
    next: 'Open Evoke again from the chart.',
  },
} as const satisfies Record<GuardFault['where'], Row>;

/** Ends of a filing that need a message and are not request faults. */
export type FilingTrouble = keyof typeof filingRows;

const searched = {
  safe: `The chart was searched for 30 seconds. ${KEPT}`,
  safeInPane: `The chart was searched for 30 seconds. ${KEPT_PANE}`,
} as const;
const nothingSent = { safe: `Nothing was sent. ${KEPT}`, safeInPane: `Nothing was sent. ${KEPT_PANE}` } as const;
const nothingFiled = { safe: `Nothing was filed. ${KEPT}`, safeInPane: `Nothing was filed. ${KEPT_PANE}` } as const;

const filingRows = {
  emptyNote: { happened: 'There is nothing to file yet.', ...kept, next: 'Add a mark, a ruler or a plan, then sign.' },
  looking: {
    happened: 'The note was sent, and is not found in the chart yet.',
    ...maybe,
    next: 'Evoke keeps searching. You can go on reading meanwhile.',
  },
  outcomeUnknown: {
    happened: 'The note was sent, and we lost the answer.',
    ...maybe,
    next: 'Check again: we look for it before any second try.',
  },
  unknownSignedOut: {
    happened: 'We lost the answer, and your sign-in has ended.',
    ...maybe,
    next: 'Open Evoke again from the chart: it looks for the note before any second try.',
  },
  absentLost: {
    happened: 'The answer was lost, and the note was not found in the chart.',
    ...searched,
    next: 'Sign again to send it once more: Evoke searches first.',
  },
  absentNotTaken: {
    happened: 'The chart did not take the note, and it was not found there.',
    ...searched,
    next: 'Sign again to send it once more, or copy the text.',
  },
  differs: {
    happened: 'The chart already holds this note, with other words.',
    safe: `Nothing was overwritten. ${KEPT}`,
    safeInPane: `Nothing was overwritten. ${KEPT_PANE}`,
    next: 'Compare the two in the chart, and copy what is missing there.',
  },
  doubled: {
    happened: 'The chart holds this note more than once.',
    ...kept,
    next: 'Retract the extra copies here. One stays filed.',
  },
  doubledInChart: {
    happened: 'The chart holds this note more than once, and does not let Evoke change it.',
    ...kept,
    next: 'In the chart, mark all but the first of these records as entered in error, then check again.',
  },
  mismatch: {
    happened: 'The chart holds something different from what was sent.',
    safe: `Do not rely on the filed note. ${KEPT}`,
    safeInPane: `Do not rely on the filed note. ${KEPT_PANE}`,
    next: 'Mark it as entered in error in the chart, and tell your support team.',
  },
  lost: {
    happened: 'The note is filed, but the chart left some parts out.',
    ...kept,
    next: 'Copy the text into the chart if those parts matter.',
  },
  unverified: {
    happened: 'The chart took the note, but it could not be read back.',
    ...kept,
    next: 'Check again, or look in the chart.',
  },
  uncounted: {
    happened: 'The note is in the chart. Evoke could not check whether it is there twice.',
    ...kept,
    next: 'Check again, or look in the chart.',
  },
  writtenOn: {
    happened: 'You wrote on after this note was signed.',
    safe: 'The filed note is below. What you wrote since is kept on this device.',
    safeInPane: 'The filed note is below. What you wrote since is kept until you close this pane.',
    next: 'Copy it, and add it to the filed note in the chart.',
  },
  visitHidden: {
    happened: 'The chart does not show this visit.',
    ...nothingSent,
    next: 'Sign again to file the note without the visit, or copy the text.',
  },
  accepted: { happened: 'The note was accepted, and is not in the chart yet.', ...kept, next: 'Check again later.' },
} as const satisfies Record<string, Row>;

const MISSING = {
  author: 'The chart does not know you as a clinician, so it takes no note signed by you.',
  visit: 'The chart does not have the visit of this launch, so it takes no note of it.',
  other: 'The chart lacks a record that this note names.',
} as const;
const FOR_IT = {
  author: 'Tell your support team: the server must store the Practitioner that your sign-in names.',
  visit: 'Tell your support team: the server must store the Encounter that the launch names.',
  other: 'Tell your support team: a reference of the note is not stored on the server.',
} as const;

/** The message for a setting that IT has to change. It names the header or the record. */
export function setupMessage(fault: SetupFault, keeping: Keeping): Message {
  if (fault.kind === 'missingReference')
    return speak(
      { happened: MISSING[fault.what], ...nothingFiled, next: `${FOR_IT[fault.what]} Copy the text.` },
      keeping,
    );
  const next = `Tell your support team: the server’s CORS settings must allow the header ${fault.header}. Copy the text.`;
  return speak(
    { happened: 'A setting of the chart’s server keeps the note from being sent.', ...nothingSent, next },
    keeping,
  );
}

const UNSENT: { readonly [Kind in FetchFault['kind']]?: string } = {
  offline: 'The chart cannot be reached.',
  timeout: 'The chart did not answer in time.',
  server: 'The chart had a fault.',
  tooMany: 'The chart is busy.',
};

/** The message for a note that was not sent because something failed before. */
function unsentMessage(why: FetchFault | GuardFault, keeping: Keeping): Message {
  if (why.kind === 'wrongPatient') return guardMessage(why, keeping);
  if (why.kind === 'moved') return fetchMessage(why, keeping);
  const happened = UNSENT[why.kind] ?? 'The chart could not be read before signing.';
  return speak({ happened, ...nothingSent, next: 'Sign again in a moment, or copy the text.' }, keeping);
}

/** The message for a signature that was stopped. */
export function guardMessage(fault: GuardFault, keeping: Keeping): Message {
  return speak(guardRows[fault.where], keeping);
}

/** The message for another end of a filing. */
export function filingMessage(trouble: FilingTrouble, keeping: Keeping): Message {
  return speak(filingRows[trouble], keeping);
}

function withParts(message: Message, parts: readonly string[]): Message {
  return parts.length
    ? { ...message, happened: `${message.happened.replace(/\.$/, '')}: ${parts.join(', ')}.` }
    : message;
}

/** The message for an end other than "filed". Undefined for "filed". */
export function endMessage(end: WriteEnd, keeping: Keeping): Message | undefined {
  switch (end.kind) {
    case 'filed':
      if (end.lost.length === 0) return undefined;
      return {
        ...filingMessage('lost', keeping),
        happened: lostWords(end.lost),
        ...(leftOut(end.lost).length === 0 && { next: LOOK_BESIDE }),
      };
    case 'unverified':
      return filingMessage(end.why ?? 'unverified', keeping);
    case 'refused':
      return isSetup(end.why) ? setupMessage(end.why, keeping) : fetchMessage(end.why, keeping);
    case 'unsent':
      return unsentMessage(end.why, keeping);
    case 'absent':
      return absentMessage(end.why, keeping);
    case 'sessionEnded':
      return fetchMessage(end, keeping);
    case 'unknown':
      return filingMessage(end.why.kind === 'sessionEnded' ? 'unknownSignedOut' : 'outcomeUnknown', keeping);
    case 'mismatch':
    case 'differs':
      return withParts(filingMessage(end.kind, keeping), end.parts);
    case 'doubled':
    case 'accepted':
      return filingMessage(end.kind, keeping);
    default:
      return filingMessage('outcomeUnknown', keeping);
  }
}

/** True for a fault that only IT can fix. */
export const isSetup = (why: FetchFault | SetupFault): why is SetupFault =>
  why.kind === 'headerBlocked' || why.kind === 'missingReference';

/** The message for a note that was searched for and not found. */
function absentMessage(why: 'lost' | 'not-taken', keeping: Keeping): Message {
  return filingMessage(why === 'lost' ? 'absentLost' : 'absentNotTaken', keeping);
}
