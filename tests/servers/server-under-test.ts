// The FHIR server that these tests run against: HAPI, started here, or one that runs already and is named by address.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../mocks/server.ts';
import { type CorsLists, startHapi } from '../../scripts/hapi.ts';

/** A running FHIR server. `base` has no trailing slash. Only a server that was started here has a `control`. */
export interface ServerUnderTest {
  readonly base: string;
  readonly control?: Control;
  /** Stops what was started here and removes its data. */
  readonly close: () => Promise<void>;
}

/** How a server that was started here is stopped, started again over the same data, and given other CORS lists. */
export interface Control {
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly setCorsLists: (lists: CorsLists) => Promise<void>;
}

/** The server at EVOKE_FHIR_BASE, or a new HAPI with an empty database in a file. Rejects if HAPI does not start. */
export async function serverUnderTest(): Promise<ServerUnderTest> {
  const given = process.env['EVOKE_FHIR_BASE'];
  if (given !== undefined) return { base: given, close: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'evoke-hapi-'));
  const port = await freePort();
  const start = () => startHapi(port, join(folder, 'h2'));
  let hapi = await start();
  return {
    base: hapi.base,
    control: {
      stop: () => hapi.stop(),
      start: async () => {
        hapi = await start();
      },
      setCorsLists: (lists) => hapi.setCorsLists(lists),
    },
    close: async () => {
      await hapi.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
