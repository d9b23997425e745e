// The message if the patient could not be read.

import type { FetchFault } from '../../ehr/faults.ts';
import type { Message } from './fault-messages.ts';

const AGAIN = 'Try again. If this happens again, open Evoke again from the chart.';

/** What to do, if trying again is not it. */
const NEXT: { readonly [Kind in FetchFault['kind']]?: string } = {
  sessionEnded: 'Open Evoke again from the chart.',
  moved: 'Trying again will not help. Tell your support team.',
  networkSignIn: 'Sign in to the network in another window, then try again.',
};

/** The chart refused a read that the sign-in was granted. Often it takes the scopes of the other SMART version only. */
const REFUSED: Message = {
  happened: 'The chart does not let Evoke read this patient.',
  safe: 'Nothing was sent.',
  next: 'Tell your support team: check the scopes, and whether the server takes version 1 or 2 of them.',
};

/** Why the patient could not be read, and what to do. */
export const patientMessage = ({ kind }: FetchFault): Message =>
  kind === 'forbidden'
    ? REFUSED
    : { happened: 'The patient could not be read.', safe: 'Nothing was sent.', next: NEXT[kind] ?? AGAIN };
