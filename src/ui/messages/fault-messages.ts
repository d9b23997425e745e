// Messages for requests and drafts that failed, one row per kind: what happened, is the work safe, what to do next. The
// other files of messages use the same rows. No row has an address, an EHR's own text or a technical term.

import type { DraftFault } from '../../drafts/port.ts';
import type { FetchFault } from '../../ehr/faults.ts';
import { counted } from '../../lib/english.ts';

/** Where unfinished work is stored: on this device until a time, or only in this panel. */
export type Keeping = 'device' | 'pane';

/** Three parts, each one or two full sentences. `action` is what a button next to them can do. */
export interface Message {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
  readonly action?: 'retry' | 'new-window';
}

/** A row of which two parts depend on where drafts are kept. */
export interface Row extends Message {
  readonly safeInPane?: string | undefined;
  readonly nextInPane?: string | undefined;
}

/** What to do if nothing can be done from here. */
export const REOPEN = 'Open Evoke from the patient’s chart again.';
/** The same, if the work is gone when this pane closes. */
export const COPY_AND_REOPEN = 'Copy the text first, then open Evoke from the patient’s chart again.';
/** Says that the work is safe, if drafts are kept on the device, and if they are not. */
const KEPT = 'Your note is kept on this device.';
const KEPT_PANE = 'Your note is kept until you close this pane.';

/** Makes rows that say the same about the work. `InPane` is for drafts kept in the panel, if that differs. */
export const rowsWith =
  (safe: string, safeInPane?: string) =>
  (happened: string, next: string, nextInPane?: string): Row => ({ happened, safe, safeInPane, next, nextInPane });

/** The same, with `first` before what is said about the note. */
export const keptAfter = (first: string) => rowsWith(`${first} ${KEPT}`, `${first} ${KEPT_PANE}`);

export const kept = rowsWith(KEPT, KEPT_PANE);
/** For a note that may be in the chart. */
export const maybe = rowsWith(
  'Your note is kept on this device and may have been filed.',
  'Your note is kept until you close this pane and may have been filed.',
);
const LOOK_FIRST = 'We look for it before any second try.';
const CHANGED_SINCE = keptAfter('Nothing was overwritten.')(
  'Someone changed this note since you opened it.',
  'Compare, then amend.',
);

/** What happened, for the faults that are reported in the same words by a new note and by a change. */
export const HAPPENED = {
  offline: 'The chart cannot be reached.',
  blocked: 'The chart’s answer did not get through.',
  moved: 'The chart sends Evoke to another address. Evoke does not go there.',
  sessionEnded: 'Your sign-in has ended.',
  networkSignIn: 'This network wants a sign-in before the chart can be reached.',
  headersTooLarge: 'The chart refused the request because its headers are too long.',
  foreignLink: 'The chart pointed to an address outside this EHR. Evoke did not go there.',
  signInUnavailable: 'The EHR’s sign-in does not answer at the moment. Nothing was sent.',
  incomplete: 'A part of Evoke could not be fetched, perhaps because it was updated.',
} as const satisfies { readonly [K in FetchFault['kind']]?: string };

const fetchRows: { readonly [K in FetchFault['kind']]: Row } = {
  offline: { ...kept(HAPPENED.offline, 'Try again, or copy the text.'), action: 'retry' },
  timeout: maybe('We lost the answer.', LOOK_FIRST),
  aborted: maybe('The request was stopped before its answer came.', LOOK_FIRST),
  blocked: maybe(
    HAPPENED.blocked,
    'We look for it before any second try. If this happens again, copy the text, then open Evoke again from the chart.',
  ),
  moved: kept(HAPPENED.moved, 'Trying again will not help. Copy the text, and tell your support team.'),
  sessionEnded: {
    happened: HAPPENED.sessionEnded,
    safe: 'Your note is kept.',
    safeInPane: KEPT_PANE,
    next: 'Open Evoke again from the chart. Your draft will be here.',
    nextInPane: COPY_AND_REOPEN,
  },
  forbidden: kept('This chart does not let you file this note.', 'Copy the text.'),
  notFound: kept('This chart does not take this kind of note, or no longer has it.', 'Copy the text.'),
  gone: kept('This was removed from the chart.', 'Look in the chart, or copy the text.'),
  notSupported: kept('This chart does not take this kind of note.', 'Copy the text.'),
  conflict: CHANGED_SINCE,
  versionConflict: CHANGED_SINCE,
  invalid: kept('The chart refused a part of this note.', 'Copy the text. Tell your support team.'),
  tooLarge: kept('This note is too large for the chart.', 'Leave out some quotes and sign again, or copy the text.'),
  networkSignIn: {
    ...kept(HAPPENED.networkSignIn, 'Sign in to the network in another window, then try again.'),
    action: 'retry',
  },
  headersTooLarge: kept(
    HAPPENED.headersTooLarge,
    'Copy the text, then open Evoke again from the chart. Tell your support team.',
  ),
  tooMany: {
    ...kept('The chart is busy, and the note was not found in it.', 'Wait a minute, then try again.'),
    action: 'retry',
  },
  server: maybe('The chart had a fault and we lost the answer.', LOOK_FIRST),
  badResponse: kept('The chart sent an answer Evoke cannot read.', 'Look in the chart, and tell your support team.'),
  foreignLink: kept(
    HAPPENED.foreignLink,
    'Tell your support team; a part of what the chart holds may be missing here.',
  ),
  signInUnavailable: {
    ...kept(HAPPENED.signInUnavailable, 'Try again in a minute, or copy the text.'),
    action: 'retry',
  },
  incomplete: kept(HAPPENED.incomplete, 'Copy the text to be sure, then open Evoke again from the chart.'),
};

/** Epic's errors 59187 to 59189 for a form that is not set up. A retry never helps. */
const NOT_SET_UP = kept('This EHR is not set up for this kind of note.', 'Copy the text. Tell your support team.');

const inPane = rowsWith(KEPT_PANE);
const inMemory = rowsWith('Your note is only in memory: it is kept until you close this pane.');

const draftRows: { readonly [K in DraftFault['kind']]: Message } = {
  storageBlocked: inMemory('This browser blocks storage here.', 'Open in a new window, or copy often.'),
  quota: inMemory('This device has no room left for drafts.', 'Sign soon, or copy often.'),
  expired: {
    happened: 'The draft for this visit passed its time and was deleted.',
    safe: 'Notes that were filed are in the chart.',
    next: 'Begin a new note.',
  },
  site: inPane('This site keeps no drafts on the device.', 'Sign or copy before you close the pane.'),
  unnamed: inPane(
    'Your sign-in does not name you, so no draft can be kept for you alone.',
    'Copy before you close the pane.',
  ),
  unreadable: {
    happened: 'A draft on this device could not be read, perhaps because it was made by a newer Evoke.',
    safe: 'It was not changed, and filed notes are not affected.',
    next: 'Close all Evoke windows and open it again from the chart.',
  },
  openElsewhere: {
    happened: 'Your unfinished note for this visit is open in another Evoke window.',
    safe: 'It is kept there. What you write here is another note.',
    next: 'Go on in the other window, or close it and open Evoke again from the chart.',
  },
};

/** The message of a row for where the draft is kept. */
export function speak(row: Row, keeping: Keeping): Message {
  const { safeInPane, nextInPane, ...message } = row;
  if (keeping === 'device') return message;
  return { ...message, safe: safeInPane ?? message.safe, next: nextInPane ?? message.next };
}

/** The message for a failed request. */
export function fetchMessage(fault: FetchFault, keeping: Keeping): Message {
  const row = fetchRows[fault.kind];
  if (fault.kind === 'tooMany' && fault.retryAfterSeconds !== undefined)
    return speak({ ...row, next: `Wait ${waitWords(fault.retryAfterSeconds)}, then try again.` }, keeping);
  if (fault.kind !== 'invalid') return speak(row, keeping);
  const isNotSetUp = fault.issues.some(({ text = '', numbers = [] }) =>
    /\b5918[789]\b/.test([text, ...numbers].join(' ')),
  );
  if (isNotSetUp) return speak(NOT_SET_UP, keeping);
  return speak(fault.issues.some(({ code }) => code === 'not-supported') ? fetchRows.notSupported : row, keeping);
}

const waitWords = (seconds: number): string =>
  seconds <= 90 ? counted(Math.max(1, Math.ceil(seconds)), 'second') : counted(Math.ceil(seconds / 60), 'minute');

/** The message for a draft that could not be kept or opened. */
export function draftMessage(fault: DraftFault): Message {
  return draftRows[fault.kind];
}
