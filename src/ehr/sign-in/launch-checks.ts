// Checks launch parameters and discovery documents. Pure: it sends no request and touches neither storage nor page.

import { field, listAt, textAt } from '../../fhir/datatypes/json.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { EhrEntry } from '../../site.ts';
import type { LaunchFault } from '../faults.ts';
import { isTrusted, parseUrl } from '../server/address.ts';

/** A launch as the EHR requested it, unchecked and exactly as received. `launch` is absent in a standalone start. */
export interface LaunchRequest {
  readonly iss: string;
  readonly launch?: string;
}

const bad = err<LaunchFault>({ kind: 'badParameters' });

/**
 * Reads the query of launch.html: one `iss`, one `launch` and no other key, since fhirclient would obey several others
 * (`fhirServiceUrl`, `clientId`, `patientId`). `launch` may be missing only if `standalone` is true.
 */
export function parseLaunch(search: string, standalone: boolean): Result<LaunchRequest, LaunchFault> {
  const params = new URLSearchParams(search);
  if ([...params.keys()].some((key) => key !== 'iss' && key !== 'launch')) return bad;
  const [iss, ...otherIss] = params.getAll('iss');
  const [launch, ...otherLaunch] = params.getAll('launch');
  if (!iss || otherIss.length || otherLaunch.length || launch === '') return bad;
  if (launch === undefined) return standalone ? ok({ iss }) : bad;
  return ok({ iss, launch });
}

const ADDRESS = /^(https?):\/\/([a-z0-9.[\]:-]+?)(:\d{1,5})?((?:\/[^\s?#\\]*)?)$/i;

/**
 * Returns the address with scheme and host in lower case, without default port or trailing slash. Returns undefined for
 * an address with user, query, hash, backslash, blank or control character. A pattern does this because URL parsers
 * repair what must be refused (tabs, backslashes).
 */
export function normalizeIss(iss: string): string | undefined {
  const [, scheme, host, port = '', path = ''] = ADDRESS.exec(iss) ?? [];
  if (!scheme || !host) return undefined;
  const lowScheme = scheme.toLowerCase();
  const shownPort = port === (lowScheme === 'https' ? ':443' : ':80') ? '' : port;
  return `${lowScheme}://${host.toLowerCase()}${shownPort}${path.replace(/\/$/, '')}`;
}

/** The configured EHR that this launch names. Only an entry with an http address allows http. */
export function matchIssuer(request: LaunchRequest, ehrs: readonly EhrEntry[]): Result<EhrEntry, LaunchFault> {
  const iss = normalizeIss(request.iss);
  const known = ehrs.filter((entry) => entry.iss === iss);
  if (!known.length) return err({ kind: 'unknownEhr' });
  const entry = known.find((one) => one.standalone === (request.launch === undefined));
  return entry ? ok(entry) : bad;
}

/**
 * The parts of a SMART configuration that Evoke uses. `issuer` and `keys` are absent if the server names none.
 * `namesIssuer` is true if every authorization response carries `iss` (RFC 9207, section 3).
 */
export interface Discovery {
  readonly authorize: string;
  readonly token: string;
  readonly namesIssuer: true | undefined;
  readonly issuer: string | undefined;
  readonly keys: string | undefined;
}

/**
 * Checks a discovery document: it offers S256, and both endpoints are on trusted origins. Refuses a key address
 * elsewhere too, because it could vouch for tokens of another server. Errors: notSmart, weakServer, foreignEndpoint.
 */
export function checkDiscovery(json: unknown, entry: EhrEntry): Result<Discovery, LaunchFault> {
  const authorize = textAt(json, 'authorization_endpoint');
  const token = textAt(json, 'token_endpoint');
  if (!authorize || !token) return err({ kind: 'notSmart' });
  if (!listAt(json, 'code_challenge_methods_supported').includes('S256')) return err({ kind: 'weakServer' });
  const keys = textAt(json, 'jwks_uri');
  const addresses = [authorize, token, ...(keys ? [keys] : [])];
  if (!addresses.every((one) => isTrusted(one, entry))) return err({ kind: 'foreignEndpoint' });
  return ok({
    authorize,
    token,
    keys,
    issuer: textAt(json, 'issuer'),
    namesIssuer: field(json, 'authorization_response_iss_parameter_supported') === true || undefined,
  });
}

/** Parameters of one authorization request. Its address must have each exactly once. `state` is a new UUID. */
export interface AuthorizationRequest extends LaunchRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly state: string;
}

/**
 * Checks the parameters that fhirclient appended to the endpoint, one by one, and adds them and the nonce. An endpoint
 * may have a query of its own (RFC 6749, section 3.1), but none of these parameters in it.
 */
export function checkAuthorize(
  built: string,
  endpoint: string,
  expected: AuthorizationRequest,
  nonce: string,
): Result<string, LaunchFault> {
  const foreign = err<LaunchFault>({ kind: 'foreignEndpoint' });
  const url = parseUrl(endpoint);
  if (!url || !built.startsWith(`${endpoint}?`)) return foreign;
  const appended = new URLSearchParams(built.slice(endpoint.length + 1));
  const wanted: readonly (readonly [string, string | undefined])[] = [
    ['response_type', 'code'],
    ['client_id', expected.clientId],
    ['redirect_uri', expected.redirectUri],
    ['scope', expected.scope],
    ['aud', expected.iss],
    ['state', expected.state],
    ['launch', expected.launch],
    ['code_challenge_method', 'S256'],
  ];
  const isRight = wanted.every(([key, value]) => {
    const all = appended.getAll(key);
    return value === undefined ? all.length === 0 : all.length === 1 && all[0] === value;
  });
  const challenge = appended.getAll('code_challenge');
  if (!isRight || challenge.length !== 1 || !/^[\w-]{43}$/.test(challenge[0] ?? '')) return foreign;
  appended.append('nonce', nonce);
  if ([...appended.keys()].some((key) => url.searchParams.has(key))) return foreign;
  for (const [key, value] of appended) url.searchParams.append(key, value);
  return ok(url.href);
}

/** The link that opens the same unused launch in a separate window. It is built from checked values only. */
export function newWindowLink(baseUrl: string, request: LaunchRequest): string {
  const url = new URL('launch.html', baseUrl);
  url.searchParams.set('iss', request.iss);
  if (request.launch !== undefined) url.searchParams.set('launch', request.launch);
  return url.href;
}
