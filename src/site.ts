// Reads one site's settings and reports what is wrong with them. Only the build runs this. The launch page and the app
// import its types. site/schema.ts has the shape, site/rules.ts the rules that compare values.

import * as v from 'valibot';
import { err, ok, type Result } from './lib/result.ts';
import { fault, type SiteFault } from './site/faults.ts';
import { ruleFaults } from './site/rules.ts';
import { siteSchema } from './site/schema.ts';
import type { EhrEntry, Site, WrittenEntry, WrittenSite } from './site/settings.ts';

export type { EhrEntry, Site, WriteType } from './site/settings.ts';

function withDefaults(entry: WrittenEntry, site: WrittenSite): EhrEntry {
  const part2Program = entry.part2Program ?? site.part2Program;
  return {
    ...entry,
    part2Program,
    securityLabels: entry.securityLabels ?? site.securityLabels ?? part2Program,
    language: entry.language ?? site.language,
    idleLockMinutes: entry.idleLockMinutes ?? site.idleLockMinutes,
    draftTtlHours: entry.draftTtlHours ?? site.draftTtlHours,
    sessionHours: entry.sessionHours ?? site.sessionHours,
    support: entry.support ?? site.app.support,
    phone: entry.phone ?? site.app.phone,
    practice: entry.practice ?? site.app.practice,
    safety: entry.safety ?? site.safety,
  };
}

interface Inside {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly item?: unknown;
  readonly wrapped?: unknown;
  readonly pipe?: readonly { readonly description?: string }[];
}

function inside(schema: unknown): Inside {
  const part: Inside = typeof schema === 'object' && schema !== null ? schema : {};
  return part.wrapped === undefined ? part : inside(part.wrapped);
}

/** The part of the schema at a path. */
function schemaAt(path: readonly string[]): Inside {
  return path.reduce((at, key) => inside(at.entries?.[key] ?? at.item), inside(siteSchema));
}

/** What a key is for, as its JSON Schema says it. */
function meaning(path: readonly string[]): string {
  const described = schemaAt(path).pipe?.find((step) => step.description !== undefined)?.description;
  return described?.replace(/\.$/, '') ?? 'this key is required';
}

/** A type of valibot as a person reads it: `"verify" or "claims"`, text. */
const allowedType = (expected: string | null): string =>
  ({ string: 'text', Array: 'a list', Object: 'an object', boolean: 'true or false' })[expected ?? ''] ??
  (expected ?? 'otherwise').replace(/^\((.*)\)$/, '$1').replaceAll(' | ', ' or ');

const RECEIVED: Readonly<Record<string, string>> = { Array: 'a list', Object: 'an object' };

/** Every unknown key of one object. The schema reports only the first. */
function unknownKeys(path: readonly { readonly key: unknown; readonly input: unknown }[]): readonly SiteFault[] {
  const above = path.slice(0, -1).map(({ key }) => String(key));
  const allowed = Object.keys(schemaAt(above).entries ?? {});
  const remedy = `remove it, or correct its spelling; allowed here: ${allowed.join(', ')}`;
  return Object.keys(path.at(-1)?.input ?? {})
    .filter((key) => !allowed.includes(key))
    .map((key) => fault([...above, key].join('.'), 'is not a key Evoke knows', remedy));
}

function shapeFaults(issue: v.InferIssue<typeof siteSchema>): readonly SiteFault[] {
  const path = v.getDotPath(issue) ?? '(the whole file)';
  if (issue.type === 'strict_object' && issue.expected === 'never') return unknownKeys(issue.path ?? []);
  const own = issue.message.startsWith('Invalid') ? undefined : issue.message;
  if (issue.received === 'undefined') return [fault(path, 'is missing', `add it: ${own ?? meaning(path.split('.'))}`)];
  if (issue.type === 'min_length') return [fault(path, 'is empty', 'needs at least one character or entry')];
  return [
    fault(path, `is ${RECEIVED[issue.received] ?? issue.received}`, `should be ${own ?? allowedType(issue.expected)}`),
  ];
}

/** Reads a site configuration from parsed JSON. Errors name every fault by its path. Nothing is guessed. */
export function readSite(json: unknown): Result<Site, readonly SiteFault[]> {
  const shape = v.safeParse(siteSchema, json);
  if (!shape.success) return err(shape.issues.flatMap(shapeFaults));
  const { $schema: _forEditors, ...written } = shape.output;
  const site: Site = { ...written, ehrs: written.ehrs.map((entry) => withDefaults(entry, written)) };
  const faults = ruleFaults(site);
  return faults.length ? err(faults) : ok(site);
}
