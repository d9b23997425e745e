// The words for how a signature ended, fetched with the review. One row a kind; draws nothing.

import type { FetchFault, GuardFault } from '../../ehr/faults.ts';
import type { FilingEnd } from '../../ehr/port.ts';
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
    happened: 'This sign-in is older than eight hours.',
    safe: `Nothing was sent. ${KEPT}`,
    safeInPane: `Nothing was sent. ${KEPT_PANE}`,
    next: 'Open Evoke again from the chart.',
  },
} as const satisfies Record<GuardFault['where'], Row>;

/** Ends of a filing that need words and are no fault of a request. */
export type FilingTrouble =
  | 'emptyNote'
  | 'outcomeUnknown'
  | 'unknownSignedOut'
  | 'unknownUnsought'
  | 'absentLost'
  | 'absentNotTaken'
  | 'mismatch'
  | 'differs'
  | 'doubled'
  | 'lost'
  | 'unverified'
  | 'accepted'
  | 'writtenOn';

const filingRows = {
  emptyNote: { happened: 'There is nothing to file yet.', ...kept, next: 'Add a mark, a ruler or a plan, then sign.' },
  outcomeUnknown: { happened: 'We lost the answer.', ...maybe, next: 'We look for it before any second try.' },
  unknownSignedOut: {
    happened: 'We lost the answer, and your sign-in has ended.',
    ...maybe,
    next: 'Open Evoke again from the chart: it looks for the note before any second try.',
  },
  unknownUnsought: {
    happened: 'We lost the answer, and the part of Evoke that looks for the note could not be fetched.',
    ...maybe,
    next: 'Open Evoke again from the chart: it looks for the note before any second try.',
  },
  absentLost: {
    happened: 'The answer was lost, and the note is not in the chart.',
    safe: `The chart was searched. ${KEPT}`,
    safeInPane: `The chart was searched. ${KEPT_PANE}`,
    next: 'Sign again to send it once more.',
  },
  absentNotTaken: {
    happened: 'The chart did not take the note, and does not hold it.',
    safe: `The chart was searched. ${KEPT}`,
    safeInPane: `The chart was searched. ${KEPT_PANE}`,
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
    next: 'Mark the double as entered in error in the chart, then check again.',
  },
  mismatch: {
    happened: 'The chart holds something else than what was sent.',
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
  writtenOn: {
    happened: 'You wrote on after this note was signed.',
    safe: 'What is filed stands below. What you wrote since is kept on this device.',
    safeInPane: 'What is filed stands below. What you wrote since is kept until you close this pane.',
    next: 'Copy it, and add it to the filed note in the chart.',
  },
  accepted: { happened: 'The note was accepted, and is not in the chart yet.', ...kept, next: 'Check again later.' },
} as const satisfies Record<FilingTrouble, Row>;

/** Words for a signature that was stopped. */
export function guardMessage(fault: GuardFault, keeping: Keeping): Message {
  return speak(guardRows[fault.where], keeping);
}

/** Words for the other ends of a filing. */
export function filingMessage(trouble: FilingTrouble, keeping: Keeping): Message {
  return speak(filingRows[trouble], keeping);
}

function withParts(message: Message, parts: readonly string[]): Message {
  return parts.length
    ? { ...message, happened: `${message.happened.replace(/\.$/, '')}: ${parts.join(', ')}.` }
    : message;
}

/** Where an answer was lost and looking again from here leads nowhere. */
const UNKNOWN: { readonly [Why in FetchFault['kind']]?: FilingTrouble } = {
  sessionEnded: 'unknownSignedOut',
  incomplete: 'unknownUnsought',
};

/** Words for an end that is not simply "filed"; undefined for that one. */
export function endMessage(end: FilingEnd, keeping: Keeping): Message | undefined {
  switch (end.kind) {
    case 'filed':
      return undefined;
    case 'filedWithLoss':
      return { ...filingMessage('lost', keeping), happened: `The chart left out: ${end.lost.join(', ')}.` };
    case 'filedUnverified':
      return filingMessage('unverified', keeping);
    case 'refused':
      return end.why.kind === 'wrongPatient' ? guardMessage(end.why, keeping) : fetchMessage(end.why, keeping);
    case 'unknown':
      return filingMessage(UNKNOWN[end.why.kind] ?? 'outcomeUnknown', keeping);
    case 'sessionEnded':
      return fetchMessage(end, keeping);
    case 'mismatch':
    case 'differs':
      return withParts(filingMessage(end.kind, keeping), end.parts);
    case 'doubled':
    case 'accepted':
      return filingMessage(end.kind, keeping);
  }
}

/** Words for a note that was searched for and is not in the chart. */
export function absentMessage(why: 'lost' | 'not-taken', keeping: Keeping): Message {
  return filingMessage(why === 'lost' ? 'absentLost' : 'absentNotTaken', keeping);
}
