// The narrow seam to fhirclient: discovery and the authorization request. Knows nothing of sites, guards or pages.

import FHIR from 'fhirclient';
import { getAndCache } from 'fhirclient/lib/lib';
import { err, ok, type Result } from '../../lib/result.ts';

const { authorize, settings } = FHIR.oauth2;
// Never a key that two charts share.
settings.fullSessionStorageSupport = false;
// Our own history.state survives.
settings.replaceBrowserHistory = false;

const DISCOVERY_MS = 15_000;
const plain = { credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' } as const;

/** Why discovery brought nothing: the server does not offer it at this address, or did not answer now. */
export type DiscoveryFault = { readonly kind: 'notSmart' } | { readonly kind: 'discoveryFailed' };

/** A redirect (status 0 here), or an answer that will be the same next time. Without a status: no network, or no JSON. */
function faultOf(cause: unknown): DiscoveryFault {
  const status: unknown = Object(cause)['status'];
  const isFinal = typeof status === 'number' && status < 500 && ![408, 425, 429].includes(status);
  return { kind: isFinal || cause instanceof SyntaxError ? 'notSmart' : 'discoveryFailed' };
}

/** Reads the SMART configuration of a server, undecoded. fhirclient then finds the answer in its cache. */
export async function discover(iss: string): Promise<Result<unknown, DiscoveryFault>> {
  try {
    const address = `${iss.replace(/\/*$/, '/')}.well-known/smart-configuration`;
    return ok(await getAndCache(address, { ...plain, signal: AbortSignal.timeout(DISCOVERY_MS) }));
  } catch (cause) {
    return err(faultOf(cause));
  }
}

/** What one authorization asks for. `state` is a fresh UUID. */
export interface Asking {
  readonly iss: string;
  readonly launch?: string;
  readonly clientId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly state: string;
}

/** Stores fhirclient's entry under `state` and returns the address to go to; rejects without PKCE S256. */
export async function prepareAuthorize(asking: Asking): Promise<string | undefined> {
  const { state, launch, ...rest } = asking;
  const neverSent = new AbortController();
  neverSent.abort();
  const address = await authorize({
    ...rest,
    ...(launch !== undefined && { launch }),
    stateKey: state,
    pkceMode: 'required',
    completeInTarget: true,
    noRedirect: true,
    wellKnownRequestOptions: { ...plain, signal: AbortSignal.timeout(DISCOVERY_MS) },
    // The addresses in /metadata count as absent: the request is refused before it leaves.
    conformanceRequestOptions: { signal: neverSent.signal },
  });
  return address ?? undefined;
}
