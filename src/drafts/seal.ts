// Encrypts text with AES-256-GCM under a key that exists only during a launch. Each launch derives the key again from
// its token response, so a copy of the disk has no key (docs/decisions/0025).

import type { Binding } from '../interview/visit.ts';
import { deferred } from '../lib/deferred.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Encrypted text, without the key. */
export interface Sealed extends OwnerMarks {
  readonly format: number;
  /** 256 random bits, new each time, so that each text has its own key. */
  readonly salt: Bytes;
  /** 96 random bits, new each time (NIST SP 800-38D, section 8.2.2). */
  readonly iv: Bytes;
  readonly bytes: ArrayBuffer;
}

/** Tells the drafts of other users, only for a site that deletes them. No other site's record says whose it is. */
export interface OwnerMarks {
  /** Matches only for the same EHR and user. */
  readonly owner?: ArrayBuffer | undefined;
  /** Matches only for the same EHR and tenant. A user of another EHR may be the same person. Earlier versions lack it. */
  readonly ehr?: ArrayBuffer | undefined;
}

/** The keys of one launch. They stay in memory and cannot be exported. */
export interface DraftKeys {
  /** Starts the slow key derivation early, because a save while the page closes must not wait for it. */
  readonly prepare: () => void;
  readonly sealing: (salt: Bytes) => Promise<CryptoKey>;
  /** Empty unless this launch marks its drafts. */
  readonly marks: (salt: Bytes) => Promise<OwnerMarks>;
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes));

/** Makes guessing the ids expensive (OWASP Password Storage Cheat Sheet, "PBKDF2"). */
const ITERATIONS = 210_000;

async function stretchKey(ids: readonly (string | null)[], issuer: string, iterations: number): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', utf8(JSON.stringify(ids)), 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-512', salt: utf8(`evoke drafts ${issuer}`), iterations };
  const bits = await crypto.subtle.deriveBits(algorithm, secret, 256);
  return crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey', 'deriveBits']);
}

const hkdf = (salt: Bytes, info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) });

/**
 * Derives the keys for one EHR, tenant, patient, visit and user. `subject` is the id token's `sub`, which no other part
 * of Evoke stores. Tests use fewer `iterations`.
 */
export function deriveDraftKeys(
  binding: Binding,
  subject: string | undefined,
  iterations = ITERATIONS,
  isMarked = false,
): DraftKeys {
  const { issuer, tenant, patient, encounter, clinician } = binding;
  const who = [issuer, clinician ?? null, subject ?? null];
  const visit = deferred(() => stretchKey([...who, tenant ?? null, patient, encounter ?? null], issuer, iterations));
  const user = deferred(() => stretchKey(who, issuer, iterations));
  const aes = { name: 'AES-GCM', length: 256 };
  return {
    prepare: () => {
      // The first use reports a failure.
      for (const work of isMarked ? [visit(), user()] : [visit()]) work.catch(() => undefined);
    },
    sealing: async (salt) =>
      crypto.subtle.deriveKey(hkdf(salt, 'seal'), await visit(), aes, false, ['encrypt', 'decrypt']),
    marks: async (salt) => {
      if (!isMarked) return {};
      const owner = await crypto.subtle.deriveBits(hkdf(salt, 'owner'), await user(), 256);
      return { owner, ehr: await crypto.subtle.digest('SHA-256', utf8([salt, issuer, tenant].join(' '))) };
    },
  };
}

/** False if the launch names no clinician. The next unnamed user of a shared device must not open the draft. */
export const hasOwner = ({ clinician }: Binding): boolean => clinician !== undefined;

const gcm = (format: number, iv: Bytes) => ({ name: 'AES-GCM', iv, additionalData: utf8(`format ${format}`) });

export async function seal(keys: DraftKeys, format: number, text: string): Promise<Sealed> {
  const [salt, iv] = [random(32), random(12)];
  const [key, marks] = await Promise.all([keys.sealing(salt), keys.marks(salt)]);
  return { format, salt, iv, bytes: await crypto.subtle.encrypt(gcm(format, iv), key, utf8(text)), ...marks };
}

/** Decrypts the text. Undefined if it belongs to another launch or is damaged. The two look the same. */
export async function unseal({ format, salt, iv, bytes }: Sealed, keys: DraftKeys): Promise<string | undefined> {
  try {
    const key = await keys.sealing(salt);
    return new TextDecoder().decode(await crypto.subtle.decrypt(gcm(format, iv), key, bytes));
  } catch {
    return undefined;
  }
}
