import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../src/ehr/forms/base64-utf8.ts';
import { words } from '../support/arbitraries.ts';

test('writes what Node writes, and counts its bytes', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'binary' }), fc.string()), (text) => {
      const bytes = Buffer.from(text, 'utf8');
      expect(toBase64(text)).toEqual({ data: bytes.toString('base64'), bytes: bytes.length });
    }),
  );
});

test('reads back every text it wrote', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fromBase64(toBase64(text).data)).toBe(text);
    }),
  );
});

test('reads any bytes as a strict decoder would, with a replacement for each that is not UTF-8', () => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const lead = fc.constantFrom(0xc0, 0xc3, 0xe0, 0xe2, 0xed, 0xf0, 0xf4, 0xf8, 0xff, 0x80, 0xbf, 0x41);
  const bytes = fc.array(fc.oneof(lead, fc.integer({ min: 0, max: 255 })), { maxLength: 12 });
  const squeezed = (text: string | undefined) => text?.replace(/\uFFFD+/g, '\uFFFD');
  fc.assert(
    fc.property(bytes, (each) => {
      const read = fromBase64(Buffer.from(each).toString('base64'));
      expect(squeezed(read)).toBe(squeezed(decoder.decode(Uint8Array.from(each))));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['without padding', 'UGF0', 'Pat'],
  ['with its padding dropped', 'UGF0IQ', 'Pat!'],
  ['with line breaks', 'UGF0\r\nIQ==\n', 'Pat!'],
  ['in the signs of web addresses', '4pyTIOKckw', '✓ ✓'],
  ['of nothing', '', ''],
])('reads base64 %s', (_name, data, text) => {
  expect(fromBase64(data)).toBe(text);
});

test('takes the two signs of either alphabet for the same', () => {
  expect(fromBase64('__-_')).toBe(fromBase64('//+/'));
});

test.each(['UGF0!', 'U', 'UGF0=IQ', '{"data":1}'])('finds no text in %s', (data) => {
  expect(fromBase64(data)).toBeUndefined();
});

test('replaces half of a surrogate pair, which no UTF-8 can hold', () => {
  expect(fromBase64(toBase64('a\ud83d').data)).toBe('a\ufffd');
});

test('carries a text of a million characters', () => {
  const text = '孩子😀ab'.repeat(200_000);
  expect(fromBase64(toBase64(text).data)).toBe(text);
});
