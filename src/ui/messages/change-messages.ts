// Messages for changing a filed note: what may be done, how a change ended, why it is closed. One row per kind. Loaded
// with the note's detail.

import type { FetchFault } from '../../ehr/faults.ts';
import type { ChangeWay, ClosedWhy, Filed, WriteEnd } from '../../ehr/port.ts';
import type { FiledAt, Form } from '../../interview/history/history.ts';
import type { ReadinessNote } from '../../interview/note/note.ts';
import type { Act } from '../../interview/note/note-change.ts';
import { clinicalDate, hourAt } from '../dates.ts';
import { FORM_WORDS } from './destination-text.ts';
import { guardMessage, isSetup, setupMessage } from './filing-messages.ts';
import { LOOK_BESIDE, leftOut, lostWords } from './lost-words.ts';
import { type Keeping, type Message, REOPEN, type Row, speak } from './messages.ts';

const TYPED = 'What you typed is kept on this device.';
const TYPED_PANE = 'What you typed is kept until you close this pane.';
const NOT_CHANGED = 'The note in the chart is as it was.';
const typed = { safe: TYPED, safeInPane: TYPED_PANE } as const;
const asItWas = { safe: `${NOT_CHANGED} ${TYPED}`, safeInPane: `${NOT_CHANGED} ${TYPED_PANE}` } as const;
const mayBe = {
  safe: `The note may have been changed already. ${TYPED}`,
  safeInPane: `The note may have been changed already. ${TYPED_PANE}`,
} as const;

const LOOK_FIRST = 'Check again: the note is read before any second try.';
const OTHER_WAY = 'Use the way shown here, or copy the text.';

const faultRows = {
  offline: { happened: 'The chart cannot be reached.', ...asItWas, next: 'Try again when the network is back.' },
  timeout: { happened: 'The chart did not answer in time.', ...asItWas, next: 'Try again.' },
  aborted: { happened: 'The request was stopped.', ...asItWas, next: 'Try again.' },
  blocked: {
    happened: 'The chart’s answer did not get through.',
    ...asItWas,
    next: 'Try again. If this happens again, open Evoke again from the chart.',
  },
  moved: {
    happened: 'The chart sends Evoke to another address. Evoke does not go there.',
    ...asItWas,
    next: 'Trying again will not help. Copy the text, and tell your support team.',
  },
  sessionEnded: {
    happened: 'Your sign-in has ended.',
    ...typed,
    next: 'Open Evoke again from the chart and go on at this note; it is read before anything is sent.',
  },
  forbidden: { happened: 'This chart does not let you change this note.', ...asItWas, next: OTHER_WAY },
  notFound: { happened: 'This chart does not let apps change this kind of note.', ...asItWas, next: OTHER_WAY },
  gone: {
    happened: 'This note is no longer in the chart.',
    ...typed,
    next: 'Copy what you need, and look in the chart.',
  },
  notSupported: { happened: 'This chart does not let apps change this kind of note.', ...asItWas, next: OTHER_WAY },
  conflict: { happened: 'The chart did not take the change.', ...asItWas, next: 'Try again, or copy the text.' },
  versionConflict: { happened: 'The chart did not take the change.', ...asItWas, next: 'Try again, or copy the text.' },
  invalid: {
    happened: 'The chart refused a part of the change.',
    ...asItWas,
    next: 'Use the way shown here, or copy the text. Tell your support team.',
  },
  tooLarge: { happened: 'The note would be too large for the chart.', ...asItWas, next: 'Shorten it and try again.' },
  networkSignIn: {
    happened: 'This network wants a sign-in before the chart can be reached.',
    ...asItWas,
    next: 'Sign in to the network in another window, then try again.',
  },
  headersTooLarge: {
    happened: 'The chart refused the request because its headers are too long.',
    ...asItWas,
    next: 'Open Evoke again from the chart. Tell your support team.',
  },
  tooMany: { happened: 'The chart is busy. Nothing was changed.', ...asItWas, next: 'Wait a minute, then try again.' },
  server: { happened: 'The chart had a fault before anything was sent.', ...asItWas, next: 'Try again.' },
  badResponse: {
    happened: 'The chart gave back something Evoke cannot read as this note.',
    ...asItWas,
    next: 'Look at the note in the chart.',
  },
  foreignLink: {
    happened: 'The chart pointed to an address outside this EHR. Evoke did not go there.',
    ...asItWas,
    next: 'Tell your support team.',
  },
  signInUnavailable: {
    happened: 'The EHR’s sign-in does not answer at the moment. Nothing was sent.',
    ...asItWas,
    next: 'Try again in a minute, or copy the text.',
  },
  incomplete: {
    happened: 'A part of Evoke could not be fetched, perhaps because it was updated.',
    ...asItWas,
    next: `Copy the text to be sure. ${REOPEN}`,
  },
} as const satisfies Record<FetchFault['kind'], Row>;

const endRows = {
  halfway: {
    happened: 'The note is retracted in some places, and not in all.',
    safe: 'It still counts until the rest is retracted too.',
    next: 'Sign the retraction again: Evoke goes on with the places that are left.',
  },
  doubled: {
    happened: 'The chart holds this note more than once.',
    ...typed,
    next: 'Open it in the list of earlier notes and retract the extra copies.',
  },
  lost: {
    happened: 'The answer was lost, and the change was not found in the chart.',
    safe: `The chart was read: the note is as it was. ${TYPED}`,
    safeInPane: `The chart was read: the note is as it was. ${TYPED_PANE}`,
    next: 'Sign it again to send it once more.',
  },
  'not-taken': {
    happened: 'The chart did not take the change.',
    safe: `The chart was read: the note is as it was. ${TYPED}`,
    safeInPane: `The chart was read: the note is as it was. ${TYPED_PANE}`,
    next: 'Sign it again to send it once more, or copy the text.',
  },
  unknown: { happened: 'We lost the answer.', ...mayBe, next: LOOK_FIRST },
  accepted: { happened: 'The change was accepted, and is not in the chart yet.', ...typed, next: 'Check again later.' },
  unverified: {
    happened: 'The chart took the change, but it could not be read back.',
    ...typed,
    next: 'Check again, or look in the chart.',
  },
  mismatch: {
    happened: 'The chart holds something different from what was sent.',
    safe: `Do not rely on this note as it is now. ${TYPED}`,
    safeInPane: `Do not rely on this note as it is now. ${TYPED_PANE}`,
    next: 'Compare it in the chart, and tell your support team.',
  },
  conflict: {
    happened: 'Someone changed this note since you opened it.',
    safe: `Nothing was overwritten. ${TYPED}`,
    safeInPane: `Nothing was overwritten. ${TYPED_PANE}`,
    next: 'Compare the two. File yours as a newer version, copy it, or discard it.',
  },
  empty: { happened: 'There is nothing to sign yet.', ...asItWas, next: '' },
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

/** Nothing was sent: the request before it failed. */
function unsentChange({ kind }: FetchFault, keeping: Keeping): Message {
  const row = faultRows[kind];
  return speak(
    { ...row, ...(kind === 'server' && { happened: 'The chart had a fault before anything was sent.' }) },
    keeping,
  );
}

function messageOf(end: Told, act: Act, keeping: Keeping): Message {
  switch (end.kind) {
    case 'refused':
      return isSetup(end.why) ? setupMessage(end.why, keeping) : speak(faultRows[end.why.kind], keeping);
    case 'unsent':
      return end.why.kind === 'wrongPatient' ? guardMessage(end.why, keeping) : unsentChange(end.why, keeping);
    case 'sessionEnded':
    case 'gone':
      return speak(faultRows[end.kind], keeping);
    case 'absent':
      return speak(endRows[end.why], keeping);
    case 'differs':
    case 'mismatch': {
      const words = speak(endRows.mismatch, keeping);
      if (end.parts.length === 0) return words;
      return { ...words, happened: `${words.happened.replace(/\.$/, '')}: ${end.parts.join(', ')}.` };
    }
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
  site: 'Changing filed notes is switched off here.',
  'no-scope': 'Your sign-in does not allow changing notes here.',
  'not-taken': 'This chart does not let apps change this kind of note.',
} as const satisfies Record<ClosedWhy, string>;

/** Why a filed note cannot be changed from here, in one or two sentences. */
export const closedWords = (why: ClosedWhy): string => CLOSED[why];

/** What to do if a note can only be retracted in the chart. Its number finds it there. */
export const retractInChart = (why: ClosedWhy, id: string): string =>
  `${CLOSED[why]} It can only be retracted in the chart; its number is ${id}.`;

/** A note by its day and its topic, never by its patient. */
export const nameOfNote = ({ at, target }: ReadinessNote): string =>
  `${clinicalDate(at)}, ${target.label ?? 'no topic named'}`;

/** How a change is made if a note is never edited in its place. */
export const replaceWords = (form: Form): string =>
  `Notes of this kind are not edited here: a change is filed as a new ${FORM_WORDS[form]} that names this one.`;

/** The destination of a change, as the button's second line. */
export function changeGoesTo(way: Exclude<ChangeWay, { readonly kind: 'closed' }>, act: Act): string {
  if (way.kind === 'replace') return `Files to the chart as a new ${FORM_WORDS[way.form]} that names this one`;
  const what = act === 'retract' ? 'Marks it in the chart as entered in error' : 'Files to the chart as a new version';
  return `${what}${way.confirmed ? '' : ' (not yet confirmed)'}`;
}

/** Shown before signing: other places of the note that will keep their text. */
export const remainWords = (places: readonly FiledAt[]): string =>
  `The note is also filed as ${places.map(({ form }) => FORM_WORDS[form]).join(' and ')}, which cannot be changed from here and will still say what it says. Change it in the chart.`;

const DONE = { add: 'Added to the note', correct: 'Corrected', retract: 'Marked as entered in error' } as const;

/**
 * The message for a change that is in the chart. `when` is milliseconds since the epoch. `keeping` is set if typed text
 * is kept.
 */
export function doneWords(act: Act, { lost, left }: Filed, when: number, keeping?: Keeping): Message {
  const kept = keeping ? ` ${keeping === 'device' ? TYPED : TYPED_PANE}` : '';
  const parts = lost.map((part) => (part === 'also recorded' ? 'the reason' : part));
  const places = left.map(({ form }) => FORM_WORDS[form]);
  return {
    happened: `${DONE[act]} in the chart at ${hourAt(when)}, checked.`,
    safe: parts.length > 0 ? `${lostWords(parts)}${kept}` : 'The earlier version stays in the chart.',
    next:
      places.length > 0
        ? `The note is also filed as ${places.join(' and ')}, which still says what it said. Change it in the chart.`
        : act === 'retract' && keeping
          ? 'Copy the reason if you need it. Done discards it.'
          : leftOut(parts).length < parts.length
            ? LOOK_BESIDE
            : 'Nothing more to do.',
  };
}

const TIMES = ['', 'once', 'twice'] as const;
/** "Filed twice" for a row of a list. */
export const filedTimes = (count: number): string => `Filed ${timesOf(count)}`;
const timesOf = (count: number): string => TIMES[count] ?? `${count} times`;

/** The records of a note, for looking them up in the chart. */
export const recordsOf = (places: readonly FiledAt[]): string =>
  places.map(({ form, resourceId }) => `${FORM_WORDS[form]} ${resourceId}`).join(', ');

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
