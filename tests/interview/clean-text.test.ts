import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../src/interview/note/clean-text.ts';

/** The pattern of a FHIR R4 string, without the empty one. Source: FHIR R4, "Primitive types". */
const R4_STRING = /^[ \r\n\t\S]+$/;

test.each([
  ['a no-break space', 'at\u00a0home', 'at home'],
  ['a narrow no-break space', '5\u202fmg', '5 mg'],
  ['an ideographic space', '家\u3000で', '家 で'],
  ['an en space', 'a\u2002b', 'a b'],
  ['a line separator', 'one\u2028two', 'one\ntwo'],
  ['a paragraph separator', 'one\u2029two', 'one\ntwo'],
  ['a next-line character', 'one\u0085two', 'one\ntwo'],
  ['a vertical tab', 'one\u000btwo', 'onetwo'],
  ['a byte-order mark', '\ufeffone', 'one'],
  ['line ends of another system', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['emoji, joiners and right-to-left text', 'كفى 👩‍👧 ok', 'كفى 👩‍👧 ok'],
])('turns %s into what every record can carry', (_name, typed, filed) => {
  expect(cleanText(typed)).toBe(filed);
});

test('leaves nothing that the R4 string pattern refuses, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text);
      expect(clean === '' || R4_STRING.test(clean)).toBe(true);
      expect(cleanText(clean)).toBe(clean);
    }),
    { numRuns: 2000 },
  );
  const white = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((each) =>
    /\s/.test(each),
  );
  for (const each of white) expect(R4_STRING.test(cleanText(`a${each}b`))).toBe(true);
});
