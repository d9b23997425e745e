// A gateway that holds a create for longer than Evoke waits.

import { type HttpResponse, http } from 'msw';
import { vi } from 'vitest';
import type { Store } from '../../mocks/fhir/store.ts';
import { answerWith, ISS } from './round-trip.ts';

/** The limit of a write in milliseconds. While a create is held, it passes at once. */
const WRITE_MS = 20_000;

/**
 * Holds the next create of an Observation. `release` lets the server store it, as the gateway does in the end. `resume`
 * gives later writes their usual time again.
 */
export function holdCreate(store: Pick<Store, 'create'>): {
  readonly release: () => void;
  readonly resume: () => void;
} {
  let release = (): void => undefined;
  answerWith(
    http.post(
      `${ISS}/Observation`,
      async ({ request }) => {
        const held = JSON.parse(await request.clone().text());
        release = () => void store.create(held);
        return new Promise<HttpResponse<null>>(() => undefined);
      },
      { once: true },
    ),
  );
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const shorter = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms === WRITE_MS ? 30 : ms));
  return { release: () => release(), resume: () => shorter.mockRestore() };
}
