// The capability statement of one EHR. Several readers share one request.

import type { Capability, decodeCapability } from '../../fhir/server/decode-capability.ts';
import type { ServerFetch } from './fetch.ts';
import { pause, SOON_MS } from './pause.ts';

/** The statement. Undefined while it is unread or if it cannot be read. */
export interface Statement {
  readonly known: () => Capability | undefined;
  /** Reads it once. Asks again only after a failure. */
  readonly read: (signal: AbortSignal) => Promise<Capability | undefined>;
  /** The same, but undefined after two seconds, for a clinician who is waiting. The request goes on. */
  readonly readSoon: (signal: AbortSignal) => Promise<Capability | undefined>;
}

/** The decoder loads while the request runs. */
export function createStatement(
  fetchOne: ServerFetch,
  loadDecoder: () => Promise<typeof decodeCapability | undefined>,
): Statement {
  let held: Capability | undefined;
  let reading: Promise<Capability | undefined> | undefined;
  const readOnce = async (signal: AbortSignal) => {
    const asked = fetchOne({ method: 'GET', path: 'metadata', signal });
    const [read, decode] = await Promise.all([asked, loadDecoder()]);
    const statement = read.ok ? decode?.(read.value.resource) : undefined;
    if (statement?.ok) held = statement.value;
    reading = undefined;
    return held;
  };
  const read = (signal: AbortSignal) => {
    if (held) return Promise.resolve(held);
    reading ??= readOnce(signal);
    return reading;
  };
  return {
    known: () => held,
    read,
    readSoon: (signal) => Promise.race([read(signal), pause(SOON_MS, signal).then(() => undefined)]),
  };
}
