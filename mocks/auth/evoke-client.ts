// Knows Evoke's registration at the sandbox: an app like any other, at the addresses its two servers have.
import type { Client } from './client.ts';

/** Where `npm start` and `npm run serve` put Evoke. */
const BASES = ['http://127.0.0.1:5173/', 'http://127.0.0.1:4173/'] as const;

/** Evoke as registered at the sandbox; the chart opens it at `base`, which ends in "/" (default: `npm start`'s). */
export function evokeClient(base: string = BASES[0]): Client {
  return {
    clientId: 'evoke-sandbox',
    redirectUris: [...new Set([...BASES, base])].map((each) => `${each}index.html`),
    launchUrl: `${base}launch.html`,
  };
}
