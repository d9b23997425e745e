// Text as base64 of its UTF-8 bytes and back, without the browser's own: this folder runs anywhere. Total both ways.

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const REPLACEMENT = 0xfffd;
/** Characters joined at a time: enough to be quick, few enough for one call's arguments. */
const BATCH = 8_192;

/** Base64 with padding and without line breaks, and how many bytes it stands for. Half a surrogate pair becomes U+FFFD. */
export function toBase64(text: string): { readonly data: string; readonly bytes: number } {
  const bytes = utf8Of(text);
  let data = '';
  for (let place = 0; place < bytes.length; place += 3) {
    const [first = 0, second, third] = [bytes[place], bytes[place + 1], bytes[place + 2]];
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    data += `${signAt(bits >> 18)}${signAt(bits >> 12)}`;
    data += `${second === undefined ? '=' : signAt(bits >> 6)}${third === undefined ? '=' : signAt(bits)}`;
  }
  return { data, bytes: bytes.length };
}

const signAt = (bits: number) => SIGNS.charAt(bits & 63);

function utf8Of(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const sign of text) {
    const held = sign.codePointAt(0) ?? 0;
    const point = held >= 0xd800 && held <= 0xdfff ? REPLACEMENT : held;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return bytes;
}

const tail = (bits: number) => 0x80 | (bits & 0x3f);

const VALUES: ReadonlyMap<string, number> = new Map([
  ...[...SIGNS].map((sign, value): [string, number] => [sign, value]),
  ['-', 62],
  ['_', 63],
]);

/**
 * The text that base64 stands for, with or without padding, white space and the web's own two signs; undefined for what
 * is no base64. Bytes that are no UTF-8 become U+FFFD.
 */
export function fromBase64(data: string): string | undefined {
  const packed = data.replace(/\s+/g, '').replace(/={1,2}$/, '');
  if (packed.length % 4 === 1 || /[^A-Za-z0-9+/_-]/.test(packed)) return undefined;
  const bytes = new Uint8Array(Math.floor((packed.length * 3) / 4));
  let bits = 0;
  let place = 0;
  for (let sign = 0; sign < packed.length; sign += 1) {
    bits = (bits << 6) | (VALUES.get(packed.charAt(sign)) ?? 0);
    const left = (sign % 4) * 2;
    if (left > 0) {
      bytes[place] = (bits >> (6 - left)) & 0xff;
      place += 1;
    }
  }
  return textOfUtf8(bytes);
}

function textOfUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let points: number[] = [];
  for (let place = 0; place < bytes.length; ) {
    const { point, length } = pointAt(bytes, place);
    points.push(point);
    place += length;
    if (points.length === BATCH) {
      parts.push(String.fromCodePoint(...points));
      points = [];
    }
  }
  return `${parts.join('')}${String.fromCodePoint(...points)}`;
}

/** The least character each length of sequence may stand for: a shorter one would be a disguise. */
const LEAST: readonly number[] = [0, 0, 0x80, 0x800, 0x10000];

/** How many bytes a sequence with this first byte has; one for a byte that begins none. */
function lengthFrom(first: number): number {
  if (first < 0xc0 || first >= 0xf8) return 1;
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}

function pointAt(bytes: Uint8Array, place: number): { readonly point: number; readonly length: number } {
  const first = bytes[place] ?? 0;
  if (first < 0x80) return { point: first, length: 1 };
  const length = lengthFrom(first);
  let point = first & (0x7f >> length);
  for (let step = 1; step < length; step += 1) {
    const next = bytes[place + step] ?? 0;
    if ((next & 0xc0) !== 0x80) return { point: REPLACEMENT, length: step };
    point = (point << 6) | (next & 0x3f);
  }
  const wrong =
    length === 1 || point < (LEAST[length] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff);
  return { point: wrong ? REPLACEMENT : point, length };
}
