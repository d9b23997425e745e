// Everything that may go wrong between Evoke and an EHR, as values. ui/messages has the message for each.

import type { Issue } from '../fhir/server/outcome.ts';

/** The reasons for which an EHR refuses a sign-in that have a message of their own. */
export const REFUSAL_CODES = [
  'access_denied',
  'login_required',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
] as const;

/** Why a launch or callback failed. Each has its own page. */
export type LaunchFault =
  | { readonly kind: 'badParameters' }
  | { readonly kind: 'badSiteConfiguration' }
  /** The page came over http from another machine, where a browser offers no cryptography. */
  | { readonly kind: 'insecurePage' }
  /** The page is not at `app.baseUrl`, so the sign-in would return to another page. */
  | { readonly kind: 'otherAddress' }
  | { readonly kind: 'unknownEhr' }
  | { readonly kind: 'storageBlocked'; readonly newWindow: string }
  | { readonly kind: 'discoveryFailed' }
  /** There is no SMART configuration at the configured address, and a retry will not help. */
  | { readonly kind: 'notSmart' }
  | { readonly kind: 'weakServer' }
  | { readonly kind: 'foreignEndpoint' }
  | { readonly kind: 'refusedByEhr'; readonly code: (typeof REFUSAL_CODES)[number] | 'other' }
  | { readonly kind: 'notLaunched' }
  | { readonly kind: 'staleState' }
  | { readonly kind: 'reloaded' }
  | { readonly kind: 'heldElsewhere' }
  | { readonly kind: 'exchangeFailed' }
  | { readonly kind: 'noPatient' }
  | { readonly kind: 'notAClinician' }
  | { readonly kind: 'missingScope' }
  | { readonly kind: 'wrongTenant' }
  | { readonly kind: 'badIdToken' }
  /** The id token is valid except for its times: this computer's clock differs from the EHR's. */
  | { readonly kind: 'wrongClock' };

/** Why a request failed. It never holds a URL, and server text only inside `issues`. */
export type FetchFault =
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'blocked' }
  /** The server responded with a redirect, which Evoke never follows. Nothing was stored. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'sessionEnded' }
  /** The sign-in could not be refreshed now. Nothing was sent. */
  | { readonly kind: 'signInUnavailable' }
  | { readonly kind: 'forbidden'; readonly issues: readonly Issue[] }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'notSupported' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'versionConflict' }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[]; readonly status?: number }
  | { readonly kind: 'tooLarge' }
  /** 407 or 511: a proxy of the network wants a sign-in of its own. */
  | { readonly kind: 'networkSignIn' }
  /** 431: the headers of the request are too long for the server. */
  | { readonly kind: 'headersTooLarge' }
  | { readonly kind: 'tooMany'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'server'; readonly issues: readonly Issue[]; readonly status?: number }
  | { readonly kind: 'badResponse' }
  | { readonly kind: 'foreignLink' }
  /** A part of Evoke itself could not be loaded, perhaps because Evoke was updated. Nothing was sent. */
  | { readonly kind: 'incomplete' };

/**
 * Why a write cannot work until IT changes a setting. Nothing was stored. `headerBlocked`: the server's CORS settings
 * do not list a header. `missingReference`: the server does not have the clinician or visit that the note names.
 */
export type SetupFault =
  | { readonly kind: 'headerBlocked'; readonly header: string }
  | { readonly kind: 'missingReference'; readonly what: 'author' | 'visit' | 'other' };

/** What the write guard found to differ at the moment of signing. `other-window`: another one is changing the note. */
export type GuardFault = {
  readonly kind: 'guardStopped';
  readonly where:
    | 'sign-in'
    | 'loaded-patient'
    | 'draft'
    | 'encounter'
    | 'visit-hidden'
    | 'author'
    | 'issuer'
    | 'session-age'
    | 'other-window';
};
