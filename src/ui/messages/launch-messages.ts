// Messages for a launch that failed. Separate, because the launch page must stay small.

import type { LaunchFault } from '../../ehr/faults.ts';
import type { Message } from './messages.ts';

type Refusal = Extract<LaunchFault, { kind: 'refusedByEhr' }>['code'];

const NOTHING_LOST = 'Nothing was changed in the chart, and a draft you may have is kept.';
const REOPEN = 'Open Evoke from the patient’s chart again.';
const ASK_SUPPORT = 'Tell your support team; until then, write the note in the chart itself.';

const launchRows = {
  badParameters: {
    happened: 'This link is not a valid launch.',
    safe: NOTHING_LOST,
    next: 'Open Evoke from the patient’s chart.',
  },
  badSiteConfiguration: {
    happened: 'Evoke is not set up correctly at this site.',
    safe: NOTHING_LOST,
    next: ASK_SUPPORT,
  },
  unknownEhr: {
    happened: 'This EHR is not set up for Evoke.',
    safe: 'Nothing was sent, and a draft you may have is kept.',
    next: 'Ask your support team to add this EHR.',
  },
  storageBlocked: {
    happened: 'This EHR’s window does not let Evoke remember the sign-in.',
    safe: 'Nothing was lost, and this launch can still be used.',
    next: 'Open Evoke in a new window. If no window opens, ask your support team to host Evoke at the same site as the EHR.',
    action: 'new-window',
  },
  discoveryFailed: {
    happened: 'The EHR did not answer.',
    safe: NOTHING_LOST,
    next: 'Try again in a moment.',
    action: 'retry',
  },
  notSmart: {
    happened: 'The EHR does not offer a sign-in at its configured address.',
    safe: NOTHING_LOST,
    next: `Trying again will not help. ${ASK_SUPPORT}`,
  },
  weakServer: { happened: 'The EHR does not offer the sign-in Evoke needs.', safe: NOTHING_LOST, next: ASK_SUPPORT },
  foreignEndpoint: {
    happened: 'The EHR pointed to an unexpected sign-in address. Evoke did not go there.',
    safe: NOTHING_LOST,
    next: ASK_SUPPORT,
  },
  notLaunched: {
    happened: 'Evoke was opened without a patient’s chart.',
    safe: NOTHING_LOST,
    next: 'Open Evoke from the patient’s chart.',
  },
  staleState: { happened: 'This sign-in is too old, or did not begin here.', safe: NOTHING_LOST, next: REOPEN },
  heldElsewhere: {
    happened: 'Evoke is already open in another tab, with this sign-in.',
    safe: 'Your draft is kept there.',
    next: 'Go on in that tab, or open Evoke again from the chart.',
  },
  reloaded: { happened: 'This page was reloaded, so the sign-in is gone.', safe: 'Your draft is kept.', next: REOPEN },
  exchangeFailed: {
    happened: 'The EHR could not complete the sign-in.',
    safe: NOTHING_LOST,
    next: `${REOPEN} If this happens again, tell your support team.`,
  },
  noPatient: {
    happened: 'No patient’s chart was open.',
    safe: NOTHING_LOST,
    next: 'Open a patient’s chart first, then open Evoke from it.',
  },
  notAClinician: {
    happened: 'The person signed in is not a clinician. Evoke is for clinicians.',
    safe: NOTHING_LOST,
    next: 'Sign in to the EHR as a clinician, then open Evoke from the chart.',
  },
  missingScope: {
    happened: 'Your sign-in does not allow Evoke to read this chart.',
    safe: NOTHING_LOST,
    next: 'Open Evoke again and allow reading, or ask your support team for access.',
  },
  wrongTenant: {
    happened: 'This part of the EHR is not set up for Evoke.',
    safe: NOTHING_LOST,
    next: 'Ask your support team to add it.',
  },
  badIdToken: {
    happened: 'The EHR could not prove who is signed in.',
    safe: NOTHING_LOST,
    next: `${REOPEN} If this happens again, tell your support team.`,
  },
  wrongClock: {
    happened: 'This computer’s clock does not agree with the EHR’s.',
    safe: NOTHING_LOST,
    next: 'Check this computer’s date, time and time zone, then open Evoke from the chart again.',
  },
} as const satisfies Record<Exclude<LaunchFault['kind'], 'refusedByEhr'>, Message>;

const refusalRows = {
  access_denied: { happened: 'The sign-in was declined.', safe: NOTHING_LOST, next: `${REOPEN} Then allow access.` },
  login_required: {
    happened: 'The EHR asks you to sign in first.',
    safe: NOTHING_LOST,
    next: 'Sign in to the EHR, then open Evoke from the chart.',
  },
  invalid_scope: { happened: 'The EHR does not allow what Evoke asked for.', safe: NOTHING_LOST, next: ASK_SUPPORT },
  server_error: {
    happened: 'The EHR had a fault while signing you in.',
    safe: NOTHING_LOST,
    next: `${REOPEN} If this happens again, tell your support team.`,
  },
  temporarily_unavailable: {
    happened: 'The EHR’s sign-in is busy or closed for the moment.',
    safe: NOTHING_LOST,
    next: 'Wait a few minutes, then open Evoke from the chart again.',
  },
  other: {
    happened: 'The EHR refused the sign-in.',
    safe: NOTHING_LOST,
    next: `${REOPEN} If this happens again, tell your support team.`,
  },
} as const satisfies Record<Refusal, Message>;

/** The message for a launch or callback that failed. */
export function launchMessage(fault: LaunchFault): Message {
  return fault.kind === 'refusedByEhr' ? refusalRows[fault.code] : launchRows[fault.kind];
}
