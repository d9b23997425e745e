// The table of keys in docs/deploying.md: a file written from it alone is valid, and every fault shows its examples.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tellFaults, tellWarning } from '../hosting/site-file.ts';
import { siteJsonSchema } from '../hosting/site-schema.ts';
import { fileOf, OPTIONAL, REQUIRED } from '../src/site/examples.ts';
import { siteWarnings } from '../src/site/rules.ts';
import { readSite } from '../src/site.ts';
import { mended } from './support/site-faults.ts';

interface Row {
  readonly key: string;
  readonly isShared: boolean;
  readonly isRequired: boolean;
  readonly example: unknown;
  readonly allowed: string;
}

const [, table = ''] = readFileSync('docs/deploying.md', 'utf8').split(/^\| Key .*\n.*\n/m);
const ROWS: readonly Row[] = (table.split('\n\n')[0] ?? '').split('\n').map((line) => {
  const [, key = '', star, required, example = '', allowed = ''] =
    /^\| `([^`]+)`( \*)? \| (yes )?\| `([^|]+)` \| (.+) \|$/.exec(line) ?? [];
  if (!key) throw new Error(`Not a row with a key, an example and what is allowed: ${line}`);
  return { key, isShared: !!star, isRequired: !!required, example: JSON.parse(example), allowed };
});
const written = (rows: readonly Row[]) => fileOf(Object.fromEntries(rows.map(({ key, example }) => [key, example])));
const needed = ROWS.filter(({ isRequired }) => isRequired);

const shared = new Set(ROWS.filter(({ isShared }) => isShared).map(({ key }) => `ehrs[].${key.split('.').at(-1)}`));

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Every key of the schema that has a row of its own, and whether the schema requires it. */
function keysOf(
  { properties = {}, required = [] }: Schema,
  at = '',
  isNeeded = true,
): readonly (readonly [string, boolean, Schema])[] {
  return Object.entries(properties).flatMap(([name, each]) => {
    const key = `${at}${name}`;
    const isRequired = isNeeded && required.includes(name);
    if (key === 'ehrs' && each.items) return keysOf(each.items, 'ehrs[].', isRequired);
    const isWhole = ROWS.some((row) => row.key === key) || shared.has(key);
    return each.properties && !isWhole ? keysOf(each, `${key}.`, isRequired) : [[key, isRequired, each] as const];
  });
}
const KEYS = keysOf(siteJsonSchema() as Schema);

test('a file written from the required keys of the table alone is valid', () => {
  expect(readSite(written(needed))).toMatchObject({ ok: true });
});

test('a file written from every key of the table is valid', () => {
  expect(readSite(written(ROWS))).toMatchObject({ ok: true });
});

test.each(ROWS)('a file with the required keys and $key is valid, in an entry too if it is marked', (row) => {
  // Labels belong to a Part 2 program, as their row says.
  const others = row.key === 'securityLabels' ? ROWS.filter(({ key }) => key === 'part2Program') : [];
  const own = row.isShared ? [{ ...row, key: `ehrs[].${row.key.split('.').at(-1)}` }] : [];
  for (const one of [row, ...own])
    expect(readSite(written([...needed, ...others, one])), one.key).toMatchObject({ ok: true });
});

test('the table has every key of the schema once, marked as the schema requires it', () => {
  const listed = [...ROWS.map(({ key, isRequired }) => [key, isRequired])].sort();
  const known = KEYS.filter(([key]) => !shared.has(key)).map(([key, isRequired]) => [key, isRequired]);
  expect(listed).toEqual(known.sort());
  expect(KEYS.map(([key]) => key)).toEqual(expect.arrayContaining([...shared]));
});

test('the row of a key names every value and both limits that the schema allows', () => {
  const missing = KEYS.flatMap(([key, , schema]) => {
    const { allowed = '', example } = ROWS.find((row) => row.key === key) ?? {};
    const cell = `${allowed} ${JSON.stringify(example)}`;
    const values = [...(schema.enum ?? []), ...(schema.items?.enum ?? []), schema.minimum ?? '', schema.maximum ?? ''];
    return shared.has(key) ? [] : values.filter((value) => !cell.includes(String(value))).map((value) => [key, value]);
  });
  expect(missing).toEqual([]);
});

test('the examples of the table are the ones that the faults show', () => {
  expect(Object.fromEntries(ROWS.map(({ key, example }) => [key, example]))).toEqual({ ...REQUIRED, ...OPTIONAL });
  expect(needed.map(({ key }) => key).sort()).toEqual(Object.keys(REQUIRED).sort());
});

/** The required file with one value replaced, at a key as the table writes it. */
function withValue(key: string, value: unknown): unknown {
  const file = structuredClone(written(needed));
  const keys = key.replace('[]', '.0').split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>((at, each) => {
    at[each] ??= {};
    return at[each] as Record<string, unknown>;
  }, file);
  parent[last] = value;
  return file;
}

const faultsOf = (file: unknown) => {
  const site = readSite(file);
  return site.ok ? [] : site.error;
};

test.each(KEYS)('a wrong or missing %s is refused, and the examples that are shown mend it', (key, isRequired) => {
  const wrong = [7, 'a\nb', true, null, [], [7], {}, ...(isRequired ? [undefined] : [])];
  const files = wrong.map((value) => withValue(key, value)).filter((file) => faultsOf(file).length > 0);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const remedies = faultsOf(file).map(({ remedy }) => remedy);
    expect(remedies.join('\n')).not.toMatch(/otherwise|Invalid|add it$|this key is|be (?:string|Object|Array)/m);
    // Rules that compare two values are checked only in a file of the right shape, so a second check may find one more.
    const once = mended(file, faultsOf(file));
    expect(faultsOf(mended(once, faultsOf(once))), JSON.stringify(file)).toEqual([]);
  }
});

test.each([
  ['ehrs[].write.ordre', '"write": {"order":["Observation"]}'],
  ['app.color', '"baseUrl":"https://evoke.hospital.example/"'],
  ['idleLock', 'docs/examples/one-clinic.json'],
])('an unknown key %s is refused with the allowed keys and an example of its place', (key, example) => {
  const said = tellFaults('my-site.json', faultsOf(withValue(key, 1)));
  expect(said).toContain('allowed here: ');
  expect(said).toContain(example);
});

test('a missing EHR is refused with an entry that may be copied', () => {
  const [fault] = faultsOf(withValue('ehrs', undefined));
  const { ehrs } = JSON.parse(`{${fault?.example}}`);
  expect(faultsOf(withValue('ehrs', ehrs))).toEqual([]);
});

test('a warning names the EHR by its id, and shows an example', () => {
  const file = written([...needed, ...ROWS.filter(({ key }) => key === 'part2Program')]) as { ehrs: object[] };
  const second = {
    ...file.ehrs[0],
    id: 'south',
    iss: 'https://south.hospital.example/fhir',
    idToken: 'claims',
    securityLabels: false,
    scopes: 'launch openid fhirUser patient/Patient.r patient/Observation.crus user/Goal.r',
  };
  const site = readSite({ ...file, ehrs: [file.ehrs[0], second] });
  const said = site.ok ? siteWarnings(site.value).map(tellWarning) : [];
  expect(said).toHaveLength(3);
  for (const line of said) expect(line).toMatch(/^Warning: south: \w+ .+ For example: "\w+": /);
  expect(said.join(' ')).not.toMatch(/ehrs\.\d/);
});
