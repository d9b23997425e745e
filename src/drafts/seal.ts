// Seals text to one binding with AES-256-GCM. Knows keys and bytes, and nothing of interviews or storage.
// The binding is authenticated, not stored: a draft of another patient, visit, user or EHR simply fails to open.

import type { Binding } from '../interview/visit.ts';

/** Sealed text with its key beside it; the key cannot be exported, and goes when the record goes. */
export interface Sealed {
  readonly format: number;
  readonly key: CryptoKey;
  /** 96 random bits, fresh with every sealing (NIST SP 800-38D). */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const random = (bytes: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(bytes));

/** The four ties as bytes without ambiguity: absent is null, and no value can pose as two. */
function tiesOf(format: number, { issuer, tenant, patient, encounter, clinician }: Binding): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify([format, issuer, tenant ?? null, patient, encounter ?? null, clinician ?? null]));
}

/** False where nobody is named: on a shared device the next unnamed user would open what this one left. */
export const isOfSomebody = ({ clinician }: Binding): boolean => clinician !== undefined;

/** A key of its own for one draft. */
export function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals `text` to a format and a binding. */
export async function seal(key: CryptoKey, format: number, binding: Binding, text: string): Promise<Sealed> {
  const iv = random(12);
  const algorithm = { name: 'AES-GCM', iv, additionalData: tiesOf(format, binding) };
  return { format, key, iv, bytes: await crypto.subtle.encrypt(algorithm, key, utf8(text)) };
}

/** The text, or undefined where the binding is another or the bytes are damaged (the two cannot be told apart). */
export async function unseal({ format, key, iv, bytes }: Sealed, binding: Binding): Promise<string | undefined> {
  const algorithm = { name: 'AES-GCM', iv, additionalData: tiesOf(format, binding) };
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes));
  } catch {
    return undefined;
  }
}

/** Whose record it is, told only to someone who already knows the answer: a salted hash of issuer and user. */
export interface OwnerMark {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly hash: ArrayBuffer;
}

/** The mark of this binding's user; the same salt gives the same mark. */
export async function markOwner({ issuer, clinician }: Binding, salt = random(16)): Promise<OwnerMark> {
  const named = utf8(JSON.stringify([issuer, clinician ?? null]));
  const salted = new Uint8Array([...salt, ...named]);
  return { salt, hash: await crypto.subtle.digest('SHA-256', salted) };
}

/** True when the mark was made for this binding's issuer and user. */
export async function isOwner(mark: OwnerMark, binding: Binding): Promise<boolean> {
  const [ours, theirs] = [new Uint8Array((await markOwner(binding, mark.salt)).hash), new Uint8Array(mark.hash)];
  return ours.length === theirs.length && ours.every((byte, index) => byte === theirs[index]);
}
