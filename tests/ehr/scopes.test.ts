// The scope parser: v1, v2, granular, unions, wildcards, disorder.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { can, type Interaction, parseScopes } from '../../src/ehr/server/scopes.ts';

const SURVEY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const survey = { category: [{ coding: [{ system: SURVEY, code: 'survey' }] }] };
const vital = { category: [{ coding: [{ system: SURVEY, code: 'vital-signs' }] }] };
const all: readonly Interaction[] = ['create', 'read', 'update', 'delete', 'search'];
const may = (text: string, type = 'Observation') => all.filter((one) => can(parseScopes(text), type, one));

test.each<[string, readonly Interaction[]]>([
  ['patient/Observation.read', ['read', 'search']],
  ['patient/Observation.write', ['create', 'update', 'delete']],
  ['patient/Observation.*', all],
  ['user/Observation.crus', ['create', 'read', 'update', 'search']],
  ['patient/*.rs', ['read', 'search']],
  ['patient/Observation.sr', ['read', 'search']],
  ['patient/Observation.rx', ['read']],
  // A name that every object has. It is read as letters, like any other word.
  ['patient/Observation.constructor', ['create', 'read', 'update', 'search']],
  ['patient/Observation.c patient/Observation.r', ['create', 'read']],
  ['patient/Goal.cruds', []],
  ['system/Observation.cruds', []],
  ['practitioner/Observation.cruds', []],
  ['Observation.cruds', []],
  ['patient/Observation.', []],
  ['patient/observation.r', []],
  ['patient/Observation', []],
  ['', []],
])('reads "%s"', (text, expected) => {
  expect(may(text)).toEqual(expected);
});

test('counts a granular grant only for a resource that matches it', () => {
  const scopes = parseScopes(`patient/Observation.c?category=${SURVEY}|survey`);
  expect(can(scopes, 'Observation', 'create', survey)).toBe(true);
  expect(can(scopes, 'Observation', 'create', vital)).toBe(false);
  expect(can(scopes, 'Observation', 'create')).toBe(false);
});

test('refuses a granular grant whose term it does not know', () => {
  expect(can(parseScopes('patient/Observation.c?status=final'), 'Observation', 'create', survey)).toBe(false);
});

test('keeps what it does not know and grants nothing by it', () => {
  expect(parseScopes('launch openid system/*.cruds').others).toEqual(['launch', 'openid', 'system/*.cruds']);
});

test('is total and never grants what no part of the text grants', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const granted = may(text);
      expect(granted.length === 0 || /(?:patient|user)\/(?:\*|Observation)\./.test(text)).toBe(true);
    }),
  );
});

test('forms the union of its parts, in any order', () => {
  const part = fc
    .tuple(fc.constantFrom('Observation', 'Patient', '*'), fc.subarray(['c', 'r', 'u', 'd', 's'], { minLength: 1 }))
    .map(([type, letters]) => `patient/${type}.${letters.join('')}`);
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const union = all.filter((one) => parts.some((text) => may(text).includes(one)));
      expect(may(parts.join(' '))).toEqual(union);
      expect(may(parts.toReversed().join(' '))).toEqual(union);
    }),
  );
});
