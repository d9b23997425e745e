// Wraps fhirclient: discovery and the authorization request. It knows neither sites nor pages.

import FHIR from 'fhirclient';
import { getAndCache } from 'fhirclient/lib/lib';
import { err, ok, type Result } from '../../lib/result.ts';
import type { LaunchFault } from '../faults.ts';
import type { AuthorizationRequest } from './launch-checks.ts';

const { authorize, settings } = FHIR.oauth2;
// Two charts must never share a storage key.
settings.fullSessionStorageSupport = false;
// fhirclient must not overwrite our history.state.
settings.replaceBrowserHistory = false;

const DISCOVERY_MS = 15_000;
const plain = { credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' } as const;

/** A redirect (status 0 here) and a status that will not change are final. No status means no network, or no JSON. */
function discoveryFault(cause: unknown): LaunchFault {
  const status: unknown = Object(cause)['status'];
  const isFinal = typeof status === 'number' && status < 500 && ![408, 425, 429].includes(status);
  return { kind: isFinal || cause instanceof SyntaxError ? 'notSmart' : 'discoveryFailed' };
}

/** Reads the SMART configuration of a server, undecoded. fhirclient then finds it in its own cache. */
export async function discover(iss: string): Promise<Result<unknown, LaunchFault>> {
  try {
    const address = `${iss.replace(/\/*$/, '/')}.well-known/smart-configuration`;
    return ok(await getAndCache(address, { ...plain, signal: AbortSignal.timeout(DISCOVERY_MS) }));
  } catch (cause) {
    return err(discoveryFault(cause));
  }
}

/** Stores fhirclient's entry under `state` and returns the address to go to. Rejects if the server lacks PKCE S256. */
export async function prepareAuthorize({ state, ...request }: AuthorizationRequest): Promise<string> {
  const neverSent = new AbortController();
  neverSent.abort();
  const address = await authorize({
    ...request,
    stateKey: state,
    pkceMode: 'required',
    completeInTarget: true,
    noRedirect: true,
    wellKnownRequestOptions: { ...plain, signal: AbortSignal.timeout(DISCOVERY_MS) },
    // Ignores the endpoints in /metadata: the request is aborted before it is sent.
    conformanceRequestOptions: { signal: neverSent.signal },
  });
  return address ?? '';
}
