import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeObservation } from '../../src/fhir/decode-observation.ts';
import { type EncodeContext, encodeObservation } from '../../src/fhir/encode-observation.ts';
import { readinessNote } from '../support/arbitraries.ts';

const context: EncodeContext = {
  patientId: 'p1',
  clinician: 'Practitioner/7',
  socialHistory: true,
  rulerValue: 'integer',
};
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each(['integer', 'quantity', 'coded'] as const)('reads back every note it wrote, rulers as %s', (rulerValue) => {
  fc.assert(
    fc.property(readinessNote, (note) => {
      const stored = throughJson(encodeObservation(note, { ...context, rulerValue }));
      const decoded = decodeObservation(stored, 'p1');
      expect(decoded.kind === 'note' ? decoded.note : decoded).toEqual(note);
    }),
    { numRuns: 300 },
  );
});
