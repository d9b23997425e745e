// CRC-32 (ISO-HDLC) of a note's text. It protects against accidents, not forgery.

const TABLE: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** The check of a text's UTF-8 bytes as eight capital hex digits. A lone surrogate counts as its three bytes. */
export function checkOf(text: string): string {
  let sum = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index) ?? 0;
    if (point > 0xffff) index += 1;
    if (point < 0x80) {
      sum = after(sum, point);
      continue;
    }
    if (point < 0x800) sum = after(sum, 0xc0 | (point >> 6));
    else if (point < 0x10000) sum = after(sum, 0xe0 | (point >> 12));
    else sum = after(after(sum, 0xf0 | (point >> 18)), 0x80 | ((point >> 12) & 0x3f));
    if (point >= 0x800) sum = after(sum, 0x80 | ((point >> 6) & 0x3f));
    sum = after(sum, 0x80 | (point & 0x3f));
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).toUpperCase().padStart(8, '0');
}

const after = (sum: number, byte: number) => (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0);
