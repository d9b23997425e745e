// One site's settings: their shape and every rule on them. Read by the build, the launch page and the app alike.
// It knows no browser and no file system, and says what is wrong by path, so that a person can mend the file.

import * as v from 'valibot';
import { err, ok, type Result } from './lib/result.ts';

/** The FHIR types a note can be filed as, in FHIR's own words. */
export const WRITE_TYPES = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;
export type WriteType = (typeof WRITE_TYPES)[number];

const text = v.pipe(v.string(), v.minLength(1));
const flag = (preset: boolean) => v.optional(v.boolean(), preset);
const wholeNumber = (low: number, high: number, preset: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high)), preset);
const coding = v.strictObject({ system: text, code: text, display: v.optional(text) });
const capability = v.optional(v.picklist(['yes', 'no']));

const writing = v.strictObject({
  order: v.array(v.picklist(WRITE_TYPES)),
  capabilities: v.optional(
    v.strictObject({ Observation: capability, DocumentReference: capability, QuestionnaireResponse: capability }),
  ),
  conditionalCreate: v.optional(v.picklist(['advertised', 'always', 'never']), 'advertised'),
  rulerValue: v.optional(v.picklist(['integer', 'quantity', 'coded']), 'integer'),
  profile: v.optional(text),
  socialHistory: flag(true),
  textContentType: v.optional(text, 'text/plain;charset=utf-8'),
  shortRetract: flag(false),
});

const ehr = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  label: text,
  iss: text,
  clientId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._~-]{1,200}$/)),
  standalone: flag(false),
  tenants: v.optional(v.pipe(v.array(text), v.minLength(1))),
  authOrigins: v.array(text),
  frameAncestors: v.array(text),
  scopes: text,
  idToken: v.picklist(['verify', 'claims']),
  tokenStore: v.optional(v.picklist(['memory', 'session']), 'memory'),
  write: writing,
  noteTypes: v.pipe(v.array(coding), v.minLength(1)),
});

const behaviour = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  label: v.strictObject({ en: text, es: text }),
  code: v.optional(v.strictObject({ system: text, code: text })),
  sensitive: flag(false),
});

const siteSchema = v.strictObject({
  schema: v.literal(1),
  app: v.strictObject({ baseUrl: text, support: text }),
  ehrs: v.pipe(v.array(ehr), v.minLength(1)),
  behaviours: v.pipe(v.array(behaviour), v.minLength(1)),
  part2Program: flag(false),
  part2: v.optional(v.strictObject({ allowSharedDocument: flag(false) }), { allowSharedDocument: false }),
  securityLabels: flag(false),
  idleLockMinutes: wholeNumber(2, 30, 10),
  draftTtlHours: wholeNumber(0, 24, 8),
  drafts: v.optional(v.strictObject({ shredOnOtherUser: flag(false) }), { shredOnOtherUser: false }),
  allowHttpLoopback: flag(false),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** A site's settings with every preset filled in. Source: smart-and-security.md section 16. */
export type Site = DeepReadonly<v.InferOutput<typeof siteSchema>>;
/** One configured EHR. `iss` is normalised; `standalone` marks an entry that starts without an EHR's launch. */
export type EhrEntry = Site['ehrs'][number];

/** One thing wrong with a site configuration: where (`ehrs.0.iss`), what, and what would be right. */
export interface SiteFault {
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

const fault = (path: string, problem: string, remedy: string): SiteFault => ({ path, problem, remedy });

const ADDRESS =
  /^(https?):\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(:[1-9]\d{0,4})?((?:\/[\w.~!$&'()+,;=:@%-]+)*)(\/?)$/;
const LOOPBACK = /^(?:localhost|[a-z0-9-]+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** What is wrong with a normalised address, or undefined. `shape` is what may follow the host. */
function addressProblem(address: string, shape: 'origin' | 'base' | 'folder', loopback: boolean): string | undefined {
  if (address.includes('*')) return 'a wildcard is never allowed';
  const parts = ADDRESS.exec(address);
  if (!parts) return 'not an absolute, normalised web address without user, query or hash';
  const [, scheme = '', host = '', port = '', path = '', end = ''] = parts;
  if (/\/\.\.?(?:\/|$)/.test(path)) return 'holds a dot segment';
  if (port === (scheme === 'https' ? ':443' : ':80')) return 'names the default port';
  if (scheme === 'http' && !(loopback && LOOPBACK.test(host))) return 'is http';
  if (loopback && !LOOPBACK.test(host)) return 'is not loopback while allowHttpLoopback is on';
  if (shape === 'origin' && (path || end)) return 'has more than an origin';
  if (shape === 'base' && end) return 'ends in a slash';
  if (shape === 'folder' && !end) return 'does not end in a slash';
  return undefined;
}

const SHAPES = {
  origin: 'an origin such as https://login.ehr.example',
  base: 'an https address without a trailing slash, such as https://ehr.example/fhir',
  folder: 'an https address that ends in "/", such as https://evoke.example/app/',
} as const;

function addressFaults(path: string, address: string, shape: keyof typeof SHAPES, site: Site): readonly SiteFault[] {
  const problem = addressProblem(address, shape, site.allowHttpLoopback);
  if (!problem) return [];
  const remedy = site.allowHttpLoopback
    ? `${SHAPES[shape]}; with allowHttpLoopback, every address on loopback`
    : SHAPES[shape];
  return [fault(path, problem, remedy)];
}

const CONTEXT_SCOPE = /^(?:launch|launch\/patient|launch\/encounter|openid|fhirUser|online_access|profile)$/;
const DATA_SCOPE = /^(patient|user)\/([A-Z][A-Za-z]+)\.(read|write|(?=[cruds])c?r?u?d?s?)(?:\?[A-Za-z_-]+=[^\s&*]+)?$/;

/** Why one scope string is refused, or undefined. */
function scopeProblem(scope: string): string | undefined {
  if (scope.includes('*')) return `"${scope}" is a wildcard`;
  if (scope === 'offline_access') return 'offline_access outlives the visit';
  if (CONTEXT_SCOPE.test(scope) || DATA_SCOPE.test(scope)) return undefined;
  return `"${scope}" is not a scope Evoke knows`;
}

const SCOPE_REMEDY =
  'name each resource, letters in the order c r u d s, such as patient/Observation.crus; at most online_access';

function reads(scopes: readonly string[], type: string): boolean {
  return scopes.some((scope) => {
    const parts = DATA_SCOPE.exec(scope);
    return parts?.[2] === type && (parts[3] === 'read' || (parts[3] !== 'write' && /r/.test(parts[3] ?? '')));
  });
}

function scopeFaults(path: string, entry: EhrEntry): readonly SiteFault[] {
  const scopes = entry.scopes.split(' ');
  const wrong = scopes.flatMap((scope) => {
    const problem = scope === '' ? 'holds more than one space in a row' : scopeProblem(scope);
    return problem ? [fault(path, problem, SCOPE_REMEDY)] : [];
  });
  const starts = entry.standalone ? 'launch/patient' : 'launch';
  const missing = [starts, 'openid', 'fhirUser'].filter((needed) => !scopes.includes(needed));
  const unread = ['Patient', ...entry.write.order].filter((type) => !reads(scopes, type));
  return [
    ...wrong,
    ...missing.map((needed) => fault(path, `lacks "${needed}"`, `add "${needed}"`)),
    ...unread.map((type) => fault(path, `cannot read ${type}`, `add "patient/${type}.r" or more`)),
  ];
}

function repeats<T>(items: readonly T[], key: (item: T) => string): readonly number[] {
  const keys = items.map(key);
  return keys.flatMap((one, index) => (keys.indexOf(one) < index ? [index] : []));
}

function entryFaults(entry: EhrEntry, index: number, site: Site): readonly SiteFault[] {
  const at = `ehrs.${index}`;
  const origins = (key: 'authOrigins' | 'frameAncestors') =>
    entry[key].flatMap((origin, nth) => addressFaults(`${at}.${key}.${nth}`, origin, 'origin', site));
  const shared =
    site.part2Program && entry.write.order.includes('DocumentReference') && !site.part2.allowSharedDocument;
  return [
    ...addressFaults(`${at}.iss`, entry.iss, 'base', site),
    ...origins('authOrigins'),
    ...origins('frameAncestors'),
    ...scopeFaults(`${at}.scopes`, entry),
    ...repeats(entry.write.order, (type) => type).map((nth) =>
      fault(`${at}.write.order.${nth}`, 'names a type twice', 'name each type once'),
    ),
    ...(shared
      ? [
          fault(
            `${at}.write.order`,
            'files a shared document in a Part 2 program',
            'drop DocumentReference or set part2.allowSharedDocument to true',
          ),
        ]
      : []),
  ];
}

/** Rules that look at more than one value. */
function ruleFaults(site: Site): readonly SiteFault[] {
  const { ehrs } = site;
  return [
    ...addressFaults('app.baseUrl', site.app.baseUrl, 'folder', site),
    ...ehrs.flatMap((entry, index) => entryFaults(entry, index, site)),
    ...repeats(ehrs, (one) => one.id).map((nth) =>
      fault(`ehrs.${nth}.id`, 'is used twice', 'give each EHR its own id'),
    ),
    ...repeats(ehrs, (one) => `${one.iss} ${one.standalone}`).map((nth) =>
      fault(`ehrs.${nth}.iss`, 'is used twice', 'list each iss once (a second entry for it must be standalone)'),
    ),
    ...repeats(site.behaviours, (one) => one.key).map((nth) =>
      fault(`behaviours.${nth}.key`, 'is used twice', 'give each behaviour its own key'),
    ),
  ];
}

function shapeFault(issue: v.InferIssue<typeof siteSchema>): SiteFault {
  const path = v.getDotPath(issue) ?? '(the whole file)';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return fault(path, 'is not a key Evoke knows', 'remove it, or correct its spelling');
  }
  if (issue.received === 'undefined') return fault(path, 'is missing', 'add it');
  if (issue.type === 'min_length') return fault(path, 'is empty', 'needs at least one character or entry');
  return fault(path, `is ${issue.received}`, `should be ${issue.expected ?? 'otherwise'}`);
}

/** Reads a site configuration from parsed JSON. Errors name every fault found, each by path; nothing is guessed. */
export function readSite(json: unknown): Result<Site, readonly SiteFault[]> {
  const shape = v.safeParse(siteSchema, json);
  if (!shape.success) return err(shape.issues.map(shapeFault));
  const site: Site = shape.output;
  const faults = ruleFaults(site);
  return faults.length ? err(faults) : ok(site);
}

/** What a builder should think twice about although it is allowed. */
export function siteWarnings(site: Site): readonly SiteFault[] {
  return site.ehrs.flatMap((entry, index) =>
    / user\//.test(` ${entry.scopes}`)
      ? [fault(`ehrs.${index}.scopes`, 'asks for user/ scopes', 'use patient/ scopes unless this EHR refuses them')]
      : [],
  );
}
