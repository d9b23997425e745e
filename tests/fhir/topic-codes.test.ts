import { expect, test } from 'vitest';
import { TOPIC } from '../../src/fhir/identity.ts';
import { componentOfFact, factOfComponent } from '../../src/fhir/observation/fact-components.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import type { Fact, FactOf } from '../../src/interview/note/note-facts.ts';

const target = (label: string, code?: string): FactOf<'target'> => ({
  kind: 'target',
  name: 'target-behaviour',
  value: { label, ...(code && { code: { system: 'http://snomed.info/sct', code } }) },
});
const codings = (fact: Fact) => componentOfFact(fact, 'integer').valueCodeableConcept?.coding ?? [];

test('tells apart all topics that Evoke offers with a code', () => {
  const coded = BEHAVIORS.filter(({ code }) => code !== undefined);
  const keys = coded.map(({ label, code }) => JSON.stringify(codings(target(label.en, code?.code))));
  expect(new Set(keys).size).toBe(coded.length);
});

test('files the code of our own after the general one, in whatever language the topic is named', () => {
  for (const label of ['Vaping', 'Vapear']) {
    expect(codings(target(label, '229819007'))).toEqual([
      { system: 'http://snomed.info/sct', code: '229819007' },
      { system: TOPIC, code: 'vaping', display: 'Vaping' },
    ]);
  }
});

test('adds no code to a topic that is filed as text, has another code or is free text', () => {
  expect(codings(target('Vaping'))).toEqual([]);
  expect(codings(target('Vaping', '228272008'))).toHaveLength(1);
  expect(codings(target('Choir', '228272008'))).toHaveLength(1);
});

test('reads the general code wherever a server puts it', () => {
  const fact = target('Vaping', '229819007');
  const { valueCodeableConcept, ...component } = componentOfFact(fact, 'integer');
  const coding = [...(valueCodeableConcept?.coding ?? [])].reverse();
  expect(factOfComponent({ ...component, valueCodeableConcept: { ...valueCodeableConcept, coding } })).toEqual(fact);
});
