// Messages for a launch that failed. Separate, because the launch page must stay small.

import type { LaunchFault } from '../../ehr/faults.ts';
import type { Message } from './fault-messages.ts';

type Refusal = Extract<LaunchFault, { kind: 'refusedByEhr' }>['code'];

const REOPEN = 'Open Evoke from the patient’s chart again.';
const TELL_IF_AGAIN = `${REOPEN} If this happens again, tell your support team.`;
const ASK_SUPPORT = 'Tell your support team; until then, write the note in the chart itself.';

const nothingLost = (happened: string, next: string): Message => ({
  happened,
  safe: 'Nothing was changed in the chart, and a draft you may have is kept.',
  next,
});

const launchRows: { readonly [K in Exclude<LaunchFault['kind'], 'refusedByEhr'>]: Message } = {
  badParameters: nothingLost('This link is not a valid launch.', 'Open Evoke from the patient’s chart.'),
  badSiteConfiguration: nothingLost('Evoke is not set up correctly at this site.', ASK_SUPPORT),
  insecurePage: nothingLost('This page did not come over a secure connection, so Evoke did not start.', ASK_SUPPORT),
  otherAddress: nothingLost('Evoke was opened at a web address it is not set up for.', ASK_SUPPORT),
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
  discoveryFailed: { ...nothingLost('The EHR did not answer.', 'Try again in a moment.'), action: 'retry' },
  notSmart: nothingLost(
    'The EHR does not offer a sign-in at its configured address.',
    `Trying again will not help. ${ASK_SUPPORT}`,
  ),
  weakServer: nothingLost('The EHR does not offer the sign-in Evoke needs.', ASK_SUPPORT),
  foreignEndpoint: nothingLost(
    'The EHR pointed to an unexpected sign-in address. Evoke did not go there.',
    ASK_SUPPORT,
  ),
  notLaunched: nothingLost('Evoke was opened without a patient’s chart.', 'Open Evoke from the patient’s chart.'),
  staleState: nothingLost('This sign-in is too old, or did not begin here.', REOPEN),
  heldElsewhere: {
    happened: 'Evoke is already open in another tab, with this sign-in.',
    safe: 'Your draft is kept there.',
    next: 'Go on in that tab, or open Evoke again from the chart.',
  },
  reloaded: {
    happened: 'This page was reloaded, so the sign-in is gone.',
    safe: 'A draft that this device keeps is still there.',
    next: REOPEN,
  },
  exchangeFailed: nothingLost('The EHR could not complete the sign-in.', TELL_IF_AGAIN),
  noPatient: nothingLost('No patient’s chart was open.', 'Open a patient’s chart first, then open Evoke from it.'),
  notAClinician: nothingLost(
    'The person signed in is not a clinician. Evoke is for clinicians.',
    'Sign in to the EHR as a clinician, then open Evoke from the chart.',
  ),
  missingScope: nothingLost(
    'Your sign-in does not allow Evoke to read this chart.',
    'Open Evoke again and allow reading, or ask your support team for access.',
  ),
  wrongTenant: nothingLost('This part of the EHR is not set up for Evoke.', 'Ask your support team to add it.'),
  badIdToken: nothingLost('The EHR could not prove who is signed in.', TELL_IF_AGAIN),
  wrongClock: nothingLost(
    'This computer’s clock does not agree with the EHR’s.',
    'Check this computer’s date, time and time zone, then open Evoke from the chart again.',
  ),
};

const refusalRows: { readonly [R in Refusal]: Message } = {
  access_denied: nothingLost('The sign-in was declined.', `${REOPEN} Then allow access.`),
  login_required: nothingLost(
    'The EHR asks you to sign in first.',
    'Sign in to the EHR, then open Evoke from the chart.',
  ),
  invalid_scope: nothingLost('The EHR does not allow what Evoke asked for.', ASK_SUPPORT),
  server_error: nothingLost('The EHR had a fault while signing you in.', TELL_IF_AGAIN),
  temporarily_unavailable: nothingLost(
    'The EHR’s sign-in is busy or closed for the moment.',
    'Wait a few minutes, then open Evoke from the chart again.',
  ),
  other: nothingLost('The EHR refused the sign-in.', TELL_IF_AGAIN),
};

/** The message for a launch or callback that failed. */
export function launchMessage(fault: LaunchFault): Message {
  return fault.kind === 'refusedByEhr' ? refusalRows[fault.code] : launchRows[fault.kind];
}
