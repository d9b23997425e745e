// Messages for changing a filed note: what may be done, how a change ended, why it is closed. One row per kind. Loaded
// with the note's detail.

import type { FetchFault } from '../../ehr/faults.ts';
import type { ChangeWay, ClosedWhy, Filed, WriteEnd } from '../../ehr/port.ts';
import type { FiledAt, Form } from '../../interview/history/history.ts';
import type { Act } from '../../interview/note/note-change.ts';
import { hourAt } from '../day-and-time/dates.ts';
import { aForm } from './destination-text.ts';
import {
  COPY_AND_REOPEN,
  HAPPENED,
  type Keeping,
  type Message,
  REOPEN,
  type Row,
  rowsWith,
  speak,
} from './fault-messages.ts';
import { guardMessage, isSetup, setupMessage, withParts } from './filing-messages.ts';
import { LOOK_BESIDE, leftOut, lostWords } from './lost-words.ts';
import { recordsOf, timesOf } from './note-words.ts';

const TYPED = 'What you typed is kept on this device.';
const TYPED_PANE = 'What you typed is kept until you close this pane.';
const typed = rowsWith(TYPED, TYPED_PANE);
const typedAfter = (first: string) => rowsWith(`${first} ${TYPED}`, `${first} ${TYPED_PANE}`);
const asItWas = typedAfter('The note in the chart is as it was.');
const readAsItWas = typedAfter('The chart was read: the note is as it was.');

const OTHER_WAY = 'Use the way shown here, or copy the text.';

const NOT_TAKEN = asItWas('The chart did not take the change.', 'Try again, or copy the text.');
const NOT_BY_APPS = asItWas('This chart does not let apps change this kind of note.', OTHER_WAY);

const faultRows: { readonly [K in FetchFault['kind']]: Row } = {
  offline: asItWas(HAPPENED.offline, 'Try again when the network is back.'),
  timeout: asItWas('The chart did not answer in time.', 'Try again.'),
  aborted: asItWas('The request was stopped.', 'Try again.'),
  blocked: asItWas(
    HAPPENED.blocked,
    'Try again. If this happens again, copy the text, then open Evoke again from the chart.',
  ),
  moved: asItWas(HAPPENED.moved, 'Trying again will not help. Copy the text, and tell your support team.'),
  sessionEnded: typed(
    HAPPENED.sessionEnded,
    'Open Evoke again from the chart and go on at this note; it is read before anything is sent.',
    COPY_AND_REOPEN,
  ),
  forbidden: asItWas('This chart does not let you change this note.', OTHER_WAY),
  notFound: NOT_BY_APPS,
  gone: typed('This note is no longer in the chart.', 'Copy what you need, and look in the chart.'),
  notSupported: NOT_BY_APPS,
  conflict: NOT_TAKEN,
  versionConflict: NOT_TAKEN,
  invalid: asItWas(
    'The chart refused a part of the change.',
    'Use the way shown here, or copy the text. Tell your support team.',
  ),
  tooLarge: asItWas('The note would be too large for the chart.', 'Shorten it and try again.'),
  networkSignIn: asItWas(HAPPENED.networkSignIn, 'Sign in to the network in another window, then try again.'),
  headersTooLarge: asItWas(
    HAPPENED.headersTooLarge,
    'Copy the text, then open Evoke again from the chart. Tell your support team.',
  ),
  tooMany: asItWas('The chart is busy. Nothing was changed.', 'Wait a minute, then try again.'),
  server: asItWas('The chart had a fault before anything was sent.', 'Try again.'),
  badResponse: asItWas(
    'The chart gave back something Evoke cannot read as this note.',
    'Look at the note in the chart.',
  ),
  foreignLink: asItWas(HAPPENED.foreignLink, 'Tell your support team.'),
  signInUnavailable: asItWas(HAPPENED.signInUnavailable, 'Try again in a minute, or copy the text.'),
  incomplete: asItWas(HAPPENED.incomplete, `Copy the text to be sure. ${REOPEN}`),
};

const endRows = {
  halfway: {
    happened: 'The note is retracted in some places, and not in all.',
    safe: 'It still counts until the rest is retracted too.',
    next: 'Sign the retraction again: Evoke goes on with the places that are left.',
  },
  duplicated: typed(
    'The chart holds this note more than once.',
    'Open it in the list of earlier notes and retract the extra copies.',
  ),
  lost: readAsItWas(
    'The answer was lost, and the change was not found in the chart.',
    'Sign it again to send it once more.',
  ),
  'not-taken': readAsItWas(
    'The chart did not take the change.',
    'Sign it again to send it once more, or copy the text.',
  ),
  unknown: typedAfter('The note may have been changed already.')(
    'We lost the answer.',
    'Check again: the note is read before any second try.',
  ),
  accepted: typed('The change was accepted, and is not in the chart yet.', 'Check again later.'),
  unverified: typed('The chart took the change, but it could not be read back.', 'Check again, or look in the chart.'),
  uncounted: typed(
    'The change is in the chart, but not every version could be searched.',
    'Check again, or look in the chart for another version.',
  ),
  mismatch: typedAfter('Do not rely on this note as it is now.')(
    'The chart holds something different from what was sent.',
    'Compare it in the chart, and tell your support team.',
  ),
  conflict: typedAfter('Nothing was overwritten.')(
    'Someone changed this note since you opened it.',
    'Compare the two. File yours as a newer version, copy it, or discard it.',
  ),
  empty: asItWas('There is nothing to sign yet.', ''),
} as const satisfies Record<string, Row>;

const NOTHING_YET = {
  add: 'Write what is to be added.',
  correct: 'Change what was wrong, then sign.',
  retract: 'Give a reason for the retraction.',
} as const satisfies Record<Act, string>;

type Told = Exclude<WriteEnd, Filed> | { readonly kind: 'empty' };

/**
 * The message for an end other than done. `nothing`: nothing was typed, so the message does not say that it is saved.
 */
export function changeMessage(end: Told, act: Act, keeping: Keeping | 'nothing'): Message {
  if (keeping !== 'nothing') return messageOf(end, act, keeping);
  const words = messageOf(end, act, 'device');
  return { ...words, safe: words.safe.replace(TYPED, '').trim() };
}

function messageOf(end: Told, act: Act, keeping: Keeping): Message {
  switch (end.kind) {
    case 'refused':
      return isSetup(end.why) ? setupMessage(end.why, keeping) : speak(faultRows[end.why.kind], keeping);
    case 'unsent':
      return end.why.kind === 'guardStopped' ? guardMessage(end.why, keeping) : speak(faultRows[end.why.kind], keeping);
    case 'sessionEnded':
    case 'gone':
      return speak(faultRows[end.kind], keeping);
    case 'absent':
      return speak(endRows[end.why], keeping);
    case 'earlierDiffers':
    case 'mismatch':
      return withParts(speak(endRows.mismatch, keeping), end.parts);
    case 'unverified':
      return speak(endRows[end.why ?? end.kind], keeping);
    case 'unknown':
      return end.why.kind === 'sessionEnded' ? speak(faultRows.sessionEnded, keeping) : speak(endRows.unknown, keeping);
    case 'empty':
      return { ...speak(endRows.empty, keeping), next: NOTHING_YET[act] };
    default:
      return speak(endRows[end.kind], keeping);
  }
}

const CLOSED = {
  'someone-else': 'This note is a colleague’s. It can be read here and changed by its author only.',
  'no-author': 'The chart does not say who wrote this note, so it cannot be changed here.',
  'other-software': 'This note was made by other software. Change it there.',
  altered: 'This note was changed in the chart since it was filed. Correct it there.',
  'not-final': 'This note is not final. Finish it where it was begun.',
  replaced: 'A newer note stands for this one. Open the newer one to change it.',
  retracted: 'This note is marked as entered in error, and stays so.',
  'no-clinician': 'Your sign-in does not name a clinician, so nothing can be changed here.',
  'role-unread':
    'The chart does not say who holds the role of your sign-in. If this note is yours, open Evoke again, or change it in the chart.',
  site: 'Changing filed notes is switched off here.',
  'no-scope': 'Your sign-in does not allow changing notes here.',
  'not-taken': 'This chart does not let apps change this kind of note.',
  incomplete:
    'A part of Evoke could not be fetched, so this note cannot be changed now. Open Evoke from the chart again.',
} as const satisfies Record<ClosedWhy, string>;

/** Why a filed note cannot be changed from here, in one or two sentences. */
export const closedWords = (why: ClosedWhy): string => CLOSED[why];

/** What to do if a note can only be retracted in the chart. Its number finds it there. */
export const retractInChart = (why: ClosedWhy, id: string): string =>
  `${CLOSED[why]} It can only be retracted in the chart; its number is ${id}.`;

const REPLACEMENT = {
  observation: 'a new readiness note that names this one',
  document: 'a new clinical document that names this one',
  response: 'new form answers that name this one',
} as const satisfies Record<Form, string>;

/** How a change is made if a note is never edited in its place. */
export const replaceWords = (form: Form): string =>
  `Notes of this kind are not edited here: a change is filed as ${REPLACEMENT[form]}.`;

/** The destination of a change, as the button's second line. */
export function changeGoesTo(way: Exclude<ChangeWay, { readonly kind: 'closed' }>, act: Act): string {
  if (way.kind === 'replace') return `Files to the chart as ${REPLACEMENT[way.form]}`;
  const what = act === 'retract' ? 'Marks it in the chart as entered in error' : 'Files to the chart as a new version';
  return `${what}${way.confirmed ? '' : ' (not yet confirmed)'}`;
}

/** Shown before signing: other places of the note that will keep their text. */
export const remainWords = (places: readonly FiledAt[]): string =>
  `The note is also filed as ${places.map(({ form }) => aForm(form)).join(' and ')}. Evoke cannot change that copy, and it will still say what it says. Change it in the chart.`;

const DONE = { add: 'Added to the note', correct: 'Corrected', retract: 'Marked as entered in error' } as const;

/**
 * The message for a change that is in the chart. `when` is milliseconds since the epoch. `keeping` is set if typed text
 * is kept.
 */
export function doneWords(act: Act, { lost, unreached }: Filed, when: number, keeping?: Keeping): Message {
  const kept = keeping ? ` ${keeping === 'device' ? TYPED : TYPED_PANE}` : '';
  const places = unreached.map(({ form }) => aForm(form));
  return {
    happened: `${DONE[act]} in the chart at ${hourAt(when)}, checked.`,
    safe: lost.length > 0 ? `${lostWords(lost, 'the reason')}${kept}` : 'The earlier version stays in the chart.',
    next:
      places.length > 0
        ? `The note is also filed as ${places.join(' and ')}. Nothing changed there: change it in the chart.`
        : act === 'retract' && keeping
          ? 'Copy the reason if you need it. Done discards it.'
          : leftOut(lost).length < lost.length
            ? LOOK_BESIDE
            : 'Nothing more to do.',
  };
}

/** The message for a note that the chart has more than once. `hasFailed`: the last attempt did not reach every copy. */
export function copiesMessage(places: readonly FiledAt[], mayRetract: boolean, hasFailed: boolean): Message {
  const [first, ...extra] = places;
  const kept = first ? `The first one stays: ${recordsOf([first])}.` : '';
  return {
    happened: `This note is filed ${timesOf(places.length)}.`,
    safe: hasFailed ? 'Not every extra copy could be retracted.' : kept,
    next: mayRetract
      ? 'Retract what is there too often. It is marked as entered in error.'
      : `The chart does not let Evoke change it. Mark as entered in error there: ${recordsOf(extra)}.`,
  };
}
