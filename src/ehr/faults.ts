// Everything that may go wrong between Evoke and an EHR, as values. Words for each live in ui/messages/messages.ts.

import type { Issue } from '../fhir/server/outcome.ts';

/** Why a launch or callback ended. Each is an end state with its own page. */
export type LaunchFault =
  | { readonly kind: 'badParameters' }
  | { readonly kind: 'badSiteConfiguration' }
  | { readonly kind: 'unknownEhr' }
  | { readonly kind: 'storageBlocked'; readonly newWindow: string }
  | { readonly kind: 'discoveryFailed' }
  /** No SMART configuration at the configured address, today and tomorrow. */
  | { readonly kind: 'notSmart' }
  | { readonly kind: 'weakServer' }
  | { readonly kind: 'foreignEndpoint' }
  | {
      readonly kind: 'refusedByEhr';
      readonly code:
        | 'access_denied'
        | 'login_required'
        | 'invalid_scope'
        | 'server_error'
        | 'temporarily_unavailable'
        | 'other';
    }
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
  /** The id token is good but for its times: this computer's clock differs from the EHR's. */
  | { readonly kind: 'wrongClock' };

/** Why a request of the one fetch brought nothing. Never holds a URL; server text only inside `issues`. */
export type FetchFault =
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'blocked' }
  /** The base answers with a redirect, which Evoke never follows. Nothing was stored. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'sessionEnded' }
  /** The sign-in could not be refreshed at the moment. Nothing was sent. */
  | { readonly kind: 'signInUnavailable' }
  | { readonly kind: 'forbidden'; readonly issues: readonly Issue[] }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'notSupported' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'versionConflict' }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[]; readonly status?: number }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'tooMany'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'server'; readonly issues: readonly Issue[] }
  | { readonly kind: 'badResponse' }
  | { readonly kind: 'foreignLink' }
  /** A part of Evoke itself could not be fetched, perhaps because it was updated meanwhile. Nothing was asked. */
  | { readonly kind: 'incomplete' };

/**
 * Why a write cannot work here until IT changes a setting. Nothing was stored. `headerBlocked`: the server's CORS lists
 * lack a header. `missingReference`: the server does not hold the clinician or the visit that the note names.
 */
export type SetupFault =
  | { readonly kind: 'headerBlocked'; readonly header: string }
  | { readonly kind: 'missingReference'; readonly what: 'author' | 'visit' | 'other' };

/** What the write guard found different at the moment of signing. */
export type GuardFault = {
  readonly kind: 'wrongPatient';
  readonly where:
    | 'sign-in'
    | 'loaded-patient'
    | 'draft'
    | 'encounter'
    | 'visit-hidden'
    | 'author'
    | 'issuer'
    | 'session-age';
};
