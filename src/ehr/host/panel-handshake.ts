// How two panels find out whether they show the same chart, and nobody who listens finds out which: each proves its chart
// under a secret that only the two share (ECDH on P-256, HMAC-SHA-256). Needs no storage. Knows no channel and no clock.

import type { Binding } from '../../interview/visit.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const SEAL = { name: 'HMAC', hash: 'SHA-256', length: 256 };

/** One panel's part. Proofs are bytes; every call rejects where a key is none. */
export interface Meeting {
  /** The public key, to be told to everyone: a point of P-256, uncompressed. */
  readonly key: Uint8Array<ArrayBuffer>;
  /** What this panel says of its chart to the holder of that key. `panel` is this panel's own number. */
  readonly proofFor: (key: Uint8Array<ArrayBuffer>, panel: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Whether what that panel said is what it would say of the chart that stands here. */
  readonly isSameChart: (
    key: Uint8Array<ArrayBuffer>,
    panel: string,
    proof: Uint8Array<ArrayBuffer>,
  ) => Promise<boolean>;
}

/** What is proven: whose chart, in whose words, so that a proof thrown back proves nothing. */
function wordsOf({ issuer, tenant, patient }: Binding, panel: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([panel, issuer, tenant ?? null, patient]));
}

/** Begins with a pair of keys that lives as long as the page; the private one cannot be taken out of it. */
export async function openMeeting(binding: Binding): Promise<Meeting> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, false, ['deriveKey']);
  const secretWith = async (key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
    const theirs = await crypto.subtle.importKey('raw', key, CURVE, false, []);
    return crypto.subtle.deriveKey({ name: 'ECDH', public: theirs }, privateKey, SEAL, false, ['sign', 'verify']);
  };
  return {
    key: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
    proofFor: async (key, panel) =>
      new Uint8Array(await crypto.subtle.sign('HMAC', await secretWith(key), wordsOf(binding, panel))),
    isSameChart: async (key, panel, proof) =>
      crypto.subtle.verify('HMAC', await secretWith(key), proof, wordsOf(binding, panel)),
  };
}
