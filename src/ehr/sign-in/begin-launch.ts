// The work of the launch page: checks a launch, guard by guard, and returns the address of the sign-in page or a
// refusal. It draws nothing (src/launch.ts does).

import { err, type Result } from '../../lib/result.ts';
import type { EhrEntry, Site } from '../../site.ts';
import type { LaunchFault } from '../faults.ts';
import {
  checkAuthorize,
  checkDiscovery,
  type Discovery,
  type LaunchRequest,
  matchIssuer,
  newWindowLink,
  parseLaunch,
} from './launch-checks.ts';
import { discover, prepareAuthorize } from './smart-client.ts';
import { canRemember, forgetLaunch, keepLaunch } from './token-store.ts';

async function prepare(
  site: Site,
  entry: EhrEntry,
  request: LaunchRequest,
  discovery: Discovery,
): Promise<Result<string, LaunchFault>> {
  const { authorize, ...kept } = discovery;
  const [state, nonce] = [crypto.randomUUID(), crypto.randomUUID()];
  const redirectUri = new URL('index.html', site.app.baseUrl).href;
  const authorization = { ...request, clientId: entry.clientId, scope: entry.scopes, redirectUri, state };
  try {
    const checked = checkAuthorize(await prepareAuthorize(authorization), authorize, authorization, nonce);
    if (!checked.ok) forgetLaunch(state);
    else keepLaunch(state, { entryId: entry.id, nonce, startedAt: Date.now(), ...kept });
    return checked;
  } catch {
    forgetLaunch(state);
    return err({ kind: 'discoveryFailed' });
  }
}

/** The configured EHR of a launch, for its own line of help. Undefined if none matches. */
export function entryOfLaunch(search: string, { ehrs }: Site): EhrEntry | undefined {
  const request = parseLaunch(search, true);
  const entry = request.ok ? matchIssuer(request.value, ehrs) : undefined;
  return entry?.ok ? entry.value : undefined;
}

/**
 * Checks everything before the browser leaves this page, and returns the address of the sign-in page. No request leaves
 * before the issuer matches a configured EHR. Source: docs/design/sign-in-and-security.md, "Launch page".
 */
export async function beginLaunch(search: string, site: Site): Promise<Result<string, LaunchFault>> {
  const request = parseLaunch(
    search,
    site.ehrs.some((one) => one.standalone),
  );
  if (!request.ok) return request;
  const entry = matchIssuer(request.value, site.ehrs);
  if (!entry.ok) return entry;
  if (new URL('.', location.href).href !== site.app.baseUrl) return err({ kind: 'otherAddress' });
  if (!canRemember()) return err({ kind: 'storageBlocked', newWindow: newWindowLink(site.app.baseUrl, request.value) });
  const document = await discover(request.value.iss);
  const discovery = document.ok ? checkDiscovery(document.value, entry.value) : document;
  if (!discovery.ok) return discovery;
  return prepare(site, entry.value, request.value, discovery.value);
}
