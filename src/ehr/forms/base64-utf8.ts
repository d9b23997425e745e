// Base64 and UTF-8 by the platform.

import type { FromBase64, ToBase64 } from '../../fhir/datatypes/base64.ts';

/** Bytes joined at a time: few enough for the arguments of one call. */
const BATCH = 8_192;

export const toBase64: ToBase64 = (text) => {
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += BATCH)
    parts.push(String.fromCharCode(...bytes.subarray(index, index + BATCH)));
  return { data: btoa(parts.join('')), bytes: bytes.length };
};

export const fromBase64: FromBase64 = (data) => {
  const packed = data
    .replace(/\s+/g, '')
    .replace(/={1,2}$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  if (packed.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(packed)) return undefined;
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};
