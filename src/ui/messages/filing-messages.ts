// Messages for the end of a signing, one row per kind.

import type { FetchFault, GuardFault, SetupFault } from '../../ehr/faults.ts';
import type { WriteEnd } from '../../ehr/port.ts';
import type { ChangedPart } from '../../interview/note/lost-part.ts';
import { assertNever } from '../../lib/assert-never.ts';
import {
  COPY_AND_REOPEN,
  fetchMessage,
  HAPPENED,
  type Keeping,
  kept,
  keptAfter,
  type Message,
  maybe,
  REOPEN,
  type Row,
  rowsWith,
  speak,
} from './fault-messages.ts';
import { LOOK_BESIDE, leftOut, lostWords, partNames } from './lost-words.ts';
import { recordsOf } from './note-words.ts';

const nothingSent = keptAfter('Nothing was sent.');
const nothingFiled = keptAfter('Nothing was filed.');
const searched = keptAfter('The chart was searched for 30 seconds.');
const ownPatient = rowsWith('Nothing was sent; the draft is kept with its own patient.');

const guardRows: { readonly [W in GuardFault['where']]: Row } = {
  'sign-in': nothingSent('Your sign-in now names another patient.', REOPEN, COPY_AND_REOPEN),
  'loaded-patient': ownPatient('This note belongs to another patient.', 'Open the right chart.'),
  draft: ownPatient('This draft belongs to another patient, visit or clinician.', 'Open the right chart.'),
  encounter: nothingSent('The open visit belongs to another patient.', REOPEN, COPY_AND_REOPEN),
  'visit-hidden': nothingSent(
    'The chart does not show this visit to you, so Evoke cannot tell whose it is.',
    `${REOPEN} Or copy the text.`,
    COPY_AND_REOPEN,
  ),
  author: nothingSent(
    'Evoke cannot prove that this note is yours to sign.',
    `${REOPEN} Or copy the text.`,
    COPY_AND_REOPEN,
  ),
  issuer: rowsWith('Nothing was sent; the draft is kept with its own EHR.')(
    'This draft was begun in another EHR.',
    'Open Evoke from the chart the draft was begun in.',
  ),
  'session-age': nothingSent('This sign-in is older than this site allows.', REOPEN, COPY_AND_REOPEN),
  'other-window': nothingSent(
    'Another window of this browser is changing this note.',
    'Wait until it has ended there, or close that window. Then try again.',
  ),
};

const MISSING = {
  author: [
    'The chart does not know you as a clinician, so it takes no note signed by you.',
    'the server must store the Practitioner that your sign-in names.',
  ],
  visit: [
    'The chart does not have the visit of this launch, so it takes no note of it.',
    'the server must store the Encounter that the launch names.',
  ],
  other: ['The chart lacks a record that this note names.', 'a reference of the note is not stored on the server.'],
} as const;

const WITHOUT_VISIT = 'Sign again to file the note without the visit, or copy the text.';

/** Ends of a filing that need a message and are not request faults. */
export type FilingTrouble = keyof typeof filingRows;

const filingRows = {
  emptyNote: {
    happened: 'There is nothing to file yet.',
    safe: 'Nothing was sent.',
    next: 'Add a mark, a ruler or a plan, then sign.',
  },
  looking: maybe('The note was not found in the chart yet.', 'Evoke keeps searching. You can go on reading meanwhile.'),
  outcomeUnknown: maybe(
    'We lost the answer, so it is not known whether the note arrived.',
    'Check again: we look for it before any second try.',
  ),
  unknownOffline: maybe(
    'The chart cannot be reached, so it is not known whether the note arrived.',
    'Check again when the network is back: we look for it before any second try.',
  ),
  unknownSignedOut: maybe(
    'We lost the answer, and your sign-in has ended.',
    'Open Evoke again from the chart: it looks for the note before any second try.',
    'Copy the text first. Look for the note in the chart before you write it again.',
  ),
  absentLost: searched(
    'The answer was lost, and the note was not found in the chart.',
    'Sign again to send it once more: Evoke searches first.',
  ),
  absentNotTaken: searched(
    'The chart did not take the note, and it was not found there.',
    'Sign again to send it once more, or copy the text.',
  ),
  earlierDiffers: keptAfter('Nothing was overwritten.')(
    'The chart already holds this note, with other words.',
    'Compare the two in the chart, and copy what is missing there.',
  ),
  duplicated: kept('The chart holds this note more than once.', 'Retract the extra copies here. One stays filed.'),
  duplicatedInChart: kept(
    'The chart holds this note more than once, and does not let Evoke change it.',
    'In the chart, mark all but the first of these records as entered in error, then check again.',
  ),
  notRetracted: kept(
    'Not every extra copy could be retracted.',
    'Retract them again, or look at these records in the chart.',
  ),
  gone: kept('No copy of this note counts in the chart any longer.', 'Copy the text, and look in the chart.'),
  mismatch: keptAfter('Do not rely on the filed note.')(
    'The chart holds something different from what was sent.',
    'Mark it as entered in error in the chart, and tell your support team.',
  ),
  lost: kept(
    'The note is filed, but the chart left some parts out.',
    'Copy the text into the chart if those parts matter.',
  ),
  unverified: kept('The chart took the note, but it could not be read back.', 'Check again, or look in the chart.'),
  uncounted: kept(
    'The note is in the chart. Evoke could not check whether it is there twice.',
    'Check again, or look in the chart.',
  ),
  laterText: {
    happened: 'You wrote on after this note was signed.',
    safe: 'The filed note is below. What you wrote since is kept on this device.',
    safeInPane: 'The filed note is below. What you wrote since is kept until you close this pane.',
    next: 'Copy it, and add it to the filed note in the chart.',
  },
  leftOut: {
    happened: 'Some of what you typed has no place in the note, so it is not in the chart.',
    safe: 'The filed note is below. What you typed is kept on this device.',
    safeInPane: 'The filed note is below. What you typed is kept until you close this pane.',
    next: 'Copy it, and add it to the filed note if it matters.',
  },
  visitHidden: nothingSent('The chart does not show this visit.', WITHOUT_VISIT),
  visitMissing: nothingFiled(MISSING.visit[0], WITHOUT_VISIT),
  accepted: kept('The note was accepted, and is not in the chart yet.', 'Check again later.'),
} as const satisfies Record<string, Row>;

/** The message for a setting that IT has to change. It names the header or the record. */
export function setupMessage(fault: SetupFault, keeping: Keeping): Message {
  if (fault.kind === 'missingReference') {
    const [happened, cause] = MISSING[fault.what];
    return speak(nothingFiled(happened, `Tell your support team: ${cause} Copy the text.`), keeping);
  }
  const next = `Tell your support team: the server’s CORS settings must allow the header ${fault.header}. Copy the text.`;
  return speak(nothingSent('A setting of the chart’s server keeps the note from being sent.', next), keeping);
}

const UNSENT: { readonly [Kind in FetchFault['kind']]?: string } = {
  offline: HAPPENED.offline,
  timeout: 'The chart did not answer in time.',
  server: 'The chart had a fault.',
  tooMany: 'The chart is busy.',
  signInUnavailable: 'The EHR’s sign-in does not answer at the moment.',
  incomplete: HAPPENED.incomplete,
};

/** The message for a note that was not sent because something failed before. */
function unsentMessage(why: FetchFault | GuardFault, keeping: Keeping): Message {
  if (why.kind === 'guardStopped') return guardMessage(why, keeping);
  if (why.kind === 'moved') return fetchMessage(why, keeping);
  const happened = UNSENT[why.kind] ?? 'The chart could not be read before signing.';
  const next = why.kind === 'incomplete' ? COPY_AND_REOPEN : 'Sign again in a moment, or copy the text.';
  return speak(nothingSent(happened, next), keeping);
}

/** The message for a signature that was stopped. */
export function guardMessage(fault: GuardFault, keeping: Keeping): Message {
  return speak(guardRows[fault.where], keeping);
}

/** The message for another end of a filing. */
export function filingMessage(trouble: FilingTrouble, keeping: Keeping): Message {
  return speak(filingRows[trouble], keeping);
}

/** The message with the parts of the note that it is about. */
export function withParts(message: Message, parts: readonly ChangedPart[]): Message {
  return parts.length
    ? { ...message, happened: `${message.happened.replace(/\.$/, '')}: ${partNames(parts)}.` }
    : message;
}

const UNKNOWN: { readonly [Kind in FetchFault['kind']]?: FilingTrouble } = {
  sessionEnded: 'unknownSignedOut',
  offline: 'unknownOffline',
};

/** The message for an end other than "filed". Undefined for "filed". */
export function endMessage(end: WriteEnd, keeping: Keeping): Message | undefined {
  switch (end.kind) {
    case 'filed':
      if (end.lost.length === 0) return undefined;
      return speak(
        kept(lostWords(end.lost), leftOut(end.lost).length === 0 ? LOOK_BESIDE : filingRows.lost.next),
        keeping,
      );
    case 'unverified':
      return filingMessage(end.why ?? 'unverified', keeping);
    case 'refused':
      return isSetup(end.why) ? setupMessage(end.why, keeping) : fetchMessage(end.why, keeping);
    case 'unsent':
      return unsentMessage(end.why, keeping);
    case 'absent':
      return filingMessage(end.why === 'lost' ? 'absentLost' : 'absentNotTaken', keeping);
    case 'sessionEnded':
      return fetchMessage(end, keeping);
    case 'unknown':
      return filingMessage(UNKNOWN[end.why.kind] ?? 'outcomeUnknown', keeping);
    case 'mismatch':
    case 'earlierDiffers':
      return withParts(filingMessage(end.kind, keeping), end.parts);
    case 'duplicated':
    case 'accepted':
    case 'gone':
      return filingMessage(end.kind, keeping);
    // Only a change of a filed note ends so, and its form has messages of its own.
    case 'conflict':
    case 'halfway':
      return filingMessage('outcomeUnknown', keeping);
    default:
      return assertNever(end);
  }
}

/** Why a note was not sent, if another try does not help. */
const NOT_BY_TRYING: readonly string[] = ['guardStopped', 'moved', 'incomplete'];

/** What to do next. The second form has a button of its own, and the sign button is gone by then. */
function nextOfSecondForm(end: WriteEnd): string | undefined {
  if (end.kind === 'absent') return 'File it once more: Evoke searches first.';
  if (end.kind === 'duplicated') return `${filingRows.duplicatedInChart.next} They are: ${recordsOf(end.places)}.`;
  return end.kind === 'unsent' && !NOT_BY_TRYING.includes(end.why.kind) ? 'Try again in a moment.' : undefined;
}

/** The message for the end of a second form, in one text. Undefined for "filed". */
export function secondFormText(end: WriteEnd, keeping: Keeping): string | undefined {
  const words = endMessage(end, keeping);
  return words && `${words.happened} ${words.safe} ${nextOfSecondForm(end) ?? words.next}`;
}

/** The message for a note whose extra copies were not all retracted. */
export function notRetractedMessage(end: WriteEnd, keeping: Keeping): Message {
  if (end.kind === 'sessionEnded') return fetchMessage(end, keeping);
  if (end.kind === 'unsent' && end.why.kind === 'guardStopped') return guardMessage(end.why, keeping);
  return filingMessage('notRetracted', keeping);
}

/** True for a fault that only IT can fix. */
export const isSetup = (why: FetchFault | SetupFault): why is SetupFault =>
  why.kind === 'headerBlocked' || why.kind === 'missingReference';
