import { expect, test } from 'vitest';
import {
  askedAbout,
  BEHAVIORS,
  behaviorKey,
  behaviorNamed,
  behaviorsOffered,
  isSameBehavior,
} from '../../src/interview/guide/behaviors.ts';
import { type Family, GROUP_OF, TOPIC_GROUPS } from '../../src/interview/guide/families.ts';
import { optionsFor } from '../../src/interview/guide/information.ts';
import { DIRECTIONS } from '../../src/interview/talk/focus.ts';

const FAMILIES = Object.keys(GROUP_OF) as Family[];

const CHECKED = new Map<string, string | undefined>([
  ['tobacco', '229819007'],
  ['alcohol', '897148007'],
  ['substances', '363908000'],
  ['activity', '68130003 256235009'],
  ['eating', '364393001'],
  ['medicines', '418633004'],
  ...['asthma', 'heart', 'pain', 'mood', 'anxiety', 'prevention'].map((name): [string, string] => [name, '228272008']),
  ...['diabetes', 'weight', 'sleep', 'sexual-health', 'gambling', 'screens'].map((name): [string, undefined] => [
    name,
    undefined,
  ]),
]);

test('offers at least sixteen behaviors over every family', () => {
  expect(BEHAVIORS.length).toBeGreaterThanOrEqual(16);
  expect(FAMILIES.filter((name) => !BEHAVIORS.some((one) => one.family === name))).toEqual([]);
});

test('names each behavior once, in both languages', () => {
  expect(new Set(BEHAVIORS.map((one) => one.key)).size).toBe(BEHAVIORS.length);
  expect(new Set(BEHAVIORS.map((one) => one.label.en)).size).toBe(BEHAVIORS.length);
  expect(BEHAVIORS.filter((one) => one.label.en.length < 3 || one.label.es.length < 3)).toEqual([]);
});

test.each(BEHAVIORS)('carries only a checked code: $key', ({ code, family }) => {
  const allowed = CHECKED.get(family ?? '');
  if (code === undefined) expect(allowed).toBeUndefined();
  else {
    expect(code.system).toBe('http://snomed.info/sct');
    expect(allowed?.split(' ')).toContain(code.code);
  }
});

test('marks what other people may judge as sensitive', () => {
  const sensitive = new Set(BEHAVIORS.filter((one) => one.sensitive).map((one) => one.family));
  expect([...sensitive].sort()).toEqual(['alcohol', 'anxiety', 'gambling', 'mood', 'sexual-health', 'substances']);
});

test('keeps the site order and adds what is known about a key', () => {
  const offered = behaviorsOffered([
    { key: 'choir', label: { en: 'Choir', es: 'Coro' }, sensitive: false },
    { key: 'alcohol', label: { en: 'Drinking', es: 'Beber' }, sensitive: false },
  ]);
  expect(offered.map((one) => [one.label.en, one.family, one.sensitive])).toEqual([
    ['Choir', undefined, false],
    ['Drinking', 'alcohol', false],
  ]);
  expect(offered[0]?.directions).toEqual(DIRECTIONS);
});

test('a topic may have the name of something that every object has', () => {
  const [own] = behaviorsOffered([{ key: 'constructor', label: { en: 'Building', es: 'Obra' }, sensitive: false }]);
  expect(own && askedAbout('Building', 'stop', [own])).toEqual({ kind: 'free', text: 'Building' });
  expect(behaviorKey('Constructor', BEHAVIORS)).toBe('constructor');
  expect(optionsFor('constructor', 'en')).toEqual([]);
});

test('offers the built-in list when the site names none', () => {
  expect(behaviorsOffered([])).toBe(BEHAVIORS);
});

test('finds a behavior by its label in either language', () => {
  expect(behaviorNamed(' smoking ', BEHAVIORS)?.key).toBe('smoking');
  expect(behaviorNamed('Caminar', BEHAVIORS)?.key).toBe('walking');
  expect(behaviorNamed('Talking therapy', BEHAVIORS)?.key, 'a label of earlier notes').toBe('therapy');
  expect(isSameBehavior('Preventer inhaler', 'Controller inhaler', BEHAVIORS)).toBe(true);
  expect(behaviorNamed('no drinks on weeknights', BEHAVIORS)).toBeUndefined();
});

test('puts every family in one of the groups that topics are listed in', () => {
  expect(FAMILIES.map((name) => [name, TOPIC_GROUPS.includes(GROUP_OF[name])])).toEqual(
    FAMILIES.map((name) => [name, true]),
  );
});

test.each([
  ['Smoking', 'Tobacco', true],
  ['tobacco use', 'Fumar', true],
  ['Alcohol', 'Drinking', true],
  ['Vaping', 'Tobacco', false],
  ['Vaping', 'Smoking', false],
  ['Smoke-free home', 'Smoking', false],
  ['Walking the dog', ' walking the dog', true],
  ['Walking the dog', 'Walking', false],
])('%s and %s are one behavior: %s', (one, other, same) => {
  expect(isSameBehavior(one, other, BEHAVIORS)).toBe(same);
  expect(isSameBehavior(other, one, BEHAVIORS)).toBe(same);
});
