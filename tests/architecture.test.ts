import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bannedUses } from './support/banned-apis.ts';
import {
  EHR_ORDER,
  ehrViolations,
  findCycle,
  importViolations,
  PANELS,
  ROOMS,
  type Room,
  roomsBelow,
} from './support/house-rules.ts';
import { readImports, resolveImport } from './support/imports.ts';
import { sourceFiles } from './support/source-files.ts';

const SRC = sourceFiles('src');
const HOUSE = [...SRC, ...sourceFiles('mocks', 'hosting', 'scripts')];

test('there are files to judge', () => {
  expect(SRC.length).toBeGreaterThan(10);
});

test('every import keeps to the table', () => {
  expect(HOUSE.flatMap(({ path, code }) => importViolations(path, code))).toEqual([]);
});

test('the folders of src/ehr import one way', () => {
  expect(SRC.flatMap(({ path, code }) => (path.startsWith('src/ehr/') ? ehrViolations(path, code) : []))).toEqual([]);
  const planted = "import { file } from '../writing/file-note.ts';";
  expect(ehrViolations('src/ehr/history/a.ts', planted)).toHaveLength(1);
  expect(readFileSync('ARCHITECTURE.md', 'utf8')).toContain(EHR_ORDER.map((each) => `\`${each}\``).join(', '));
});

test('src uses no banned feature outside its room', () => {
  expect(SRC.flatMap(({ path, code }) => bannedUses(path, code))).toEqual([]);
});

test('no folder of src has more than 16 files of TypeScript', () => {
  const folders = SRC.map(({ path }) => path.slice(0, path.lastIndexOf('/')));
  const counts = [...new Set(folders)].map((name) => ({ name, files: folders.filter((each) => each === name).length }));
  expect(counts.filter(({ files }) => files > 16)).toEqual([]);
});

test('the table has no cycle', () => {
  expect(
    findCycle(
      ROOMS.map(({ name }) => name),
      roomsBelow(ROOMS),
    ),
  ).toEqual([]);
});

test('a cycle planted in the table is found', () => {
  const rooms = ROOMS.map((room) => (room.name === 'interview' ? { ...room, types: ['store'] } : room));
  expect(findCycle(['interview'], roomsBelow(rooms))).toEqual(['interview', 'store', 'interview']);
});

test('no files of src import each other in a cycle, not even types', () => {
  const imports = new Map(
    SRC.map(({ path, code }) => [
      path,
      readImports(path, code).flatMap(({ specifier, dynamic }) =>
        specifier === undefined || dynamic ? [] : [resolveImport(path, specifier)],
      ),
    ]),
  );
  expect(findCycle([...imports.keys()], (path) => imports.get(path) ?? [])).toEqual([]);
});

/** Names as the page shows them: all panels, and all packages of Medplum, in one word each. */
const named = (names: readonly string[]): string => {
  const short = names.map((name) => (PANELS.includes(name) ? 'panels' : name.replace(/^@medplum\/.+/, '@medplum/*')));
  return [...new Set(short)].join(', ');
};

const rowOf = ({ name, path, values, types = [], onDemand = [] }: Room): string => {
  const place = PANELS.includes(name) ? 'panels/ (except the two below)' : path.replace(/^src\//, '');
  const later = onDemand.map((each) => `${each} (by import())`);
  return `| ${place} | ${named([...values, ...later]) || 'nothing'} | ${named(types)} |`;
};

test('ARCHITECTURE.md shows the import table', () => {
  const table = ['| Room | Values of | Types of |', '|---|---|---|', ...new Set(ROOMS.map(rowOf))].join('\n');
  expect(readFileSync('ARCHITECTURE.md', 'utf8')).toContain(`<!-- import table -->\n${table}\n<!-- end`);
});

/** Two words for yes and no, where `boolean` says the same. */
const WORDS_FOR_BOOLEAN = /kind: '(no|off|closed|hidden)' \| '(yes|on|open|shown)'/;

test('a state that is yes or no is a boolean', () => {
  expect("useSignal<{ readonly kind: 'no' | 'yes' }>").toMatch(WORDS_FOR_BOOLEAN);
  expect(SRC.filter(({ code }) => WORDS_FOR_BOOLEAN.test(code)).map(({ path }) => path)).toEqual([]);
});

const FORBIDDEN: readonly (readonly [path: string, code: string])[] = [
  ['src/lib/a.ts', "import { x } from '../interview/x.ts';"],
  ['src/lib/a.ts', "import 'preact';"],
  ['src/interview/a.ts', "import { object } from 'valibot';"],
  ['src/interview/guide/a.ts', "import { x } from '../../fhir/x.ts';"],
  ['src/interview/a.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/fhir/a.ts', "import { x } from '../ehr/x.ts';"],
  ['src/fhir/a.ts', "import { Patient } from 'fhir/r4';"],
  ['src/ehr/a.ts', "import { x } from '../drafts/x.ts';"],
  ['src/ehr/a.ts', "import { readSite } from '../site.ts';"],
  ['src/drafts/a.ts', "import { x } from '../ehr/x.ts';"],
  ['src/store/a.ts', "import { connect } from '../ehr/connect.ts';"],
  ['src/store/a.ts', "import { type Ehr, connect } from '../ehr/connect.ts';"],
  ['src/store/a.ts', "import '../drafts/open.ts';"],
  ['src/store/a.ts', "export { connect } from '../ehr/connect.ts';"],
  ['src/store/a.ts', "export * from '../ehr/connect.ts';"],
  ['src/store/a.ts', "const ehr = import('../ehr/connect.ts');"],
  ['src/store/a.ts', 'const load = (name: string) => import(name);'],
  ['src/store/a.ts', 'const ehr = import(`../ehr/connect.ts`);'],
  ['src/ui/A.tsx', "import { store } from '../store/store.ts';"],
  ['src/ui/A.tsx', "import type { Store } from '../store/store.ts';"],
  ['src/ui/A.tsx', "import { openDrafts } from '../drafts/open-drafts.ts';"],
  ['src/panels/plan/A.tsx', "import { B } from '../evoke/B.tsx';"],
  ['src/panels/plan/A.tsx', "import { REFUSAL_CODES } from '../../ehr/faults.ts';"],
  ['src/panels/share/A.tsx', "import type { Destination } from '../../ehr/port.ts';"],
  ['src/panels/plan/A.tsx', "import { encode } from '../../fhir/encode.ts';"],
  ['src/shell/A.tsx', "import { open } from '../drafts/open.ts';"],
  ['src/shell/A.tsx', "import { Learn } from '../panels/learn/Learn.tsx';"],
  ['src/launch.ts', "import { render } from 'preact';"],
  ['src/launch.ts', "import { Button } from './ui/Button.tsx';"],
  ['src/main.ts', "import { sandbox } from '../mocks/server.ts';"],
  ['src/main.ts', "import { headers } from '../hosting/headers.ts';"],
  ['src/main.ts', "import { find } from '../scripts/chromium.ts';"],
  ['src/main.ts', "import { person } from '../tests/support/person.ts';"],
  ['src/drafts/a.ts', "import fhirclient from 'fhirclient';"],
  ['src/ehr/a.ts', "import { get } from 'idb-keyval';"],
  ['src/learn/a.ts', "import { update } from '../interview/talk/update.ts';"],
  ['src/learn/a.ts', "import type { Store } from '../store/store.ts';"],
  ['src/panels/learn/A.tsx', "import type { Store } from '../../store/store.ts';"],
  ['src/panels/learn/A.tsx', "import { open } from '../../drafts/settings.ts';"],
  ['src/learn.tsx', "import { connect } from './ehr/connect.ts';"],
  ['src/common/a.ts', ''],
  ['src/panels/shared.tsx', ''],
  ['mocks/server.ts', "import { encode } from '../src/fhir/encode.ts';"],
  ['mocks/server.ts', "import type { Note } from '../src/interview/note/note.ts';"],
  ['mocks/server.ts', "import { person } from '../tests/support/person.ts';"],
  ['mocks/server.ts', "import { Patient } from 'fhir/r4';"],
  ['hosting/plugin.ts', "import { sandbox } from '../mocks/server.ts';"],
];

test.each(FORBIDDEN)('a planted import in %s is reported: %s', (path, code) => {
  expect(importViolations(path, code)).toHaveLength(1);
});

const PERMITTED: readonly (readonly [path: string, code: string])[] = [
  ['src/interview/a.ts', "import { ok } from '../lib/result.ts';\nimport { b } from './b.ts';"],
  ['src/fhir/a.ts', "import type { Observation } from 'fhir/r4';\nimport { object } from 'valibot';"],
  ['src/ehr/a.ts', "import fhirclient from 'fhirclient';\nimport type { Site } from '../site.ts';"],
  ['src/store/a.ts', "import { type Ehr, type Connect } from '../ehr/port.ts';"],
  ['src/panels/plan/A.tsx', "import styles from './A.module.css';\nimport { Button } from '../../ui/Button.tsx';"],
  ['src/panels/plan/A.tsx', "import type { Destination } from '../../ehr/port.ts';"],
  ['src/shell/A.tsx', "import { ToLearn } from '../learn-in-visit.tsx';"],
  ['src/launch.ts', "import { messages } from './ui/messages/fault-messages.ts';"],
  ['hosting/plugin.ts', "const sandbox = () => import('../mocks/server.ts');"],
];

test.each(PERMITTED)('%s may say: %s', (path, code) => {
  expect(importViolations(path, code)).toEqual([]);
});

const BANNED: readonly (readonly [path: string, code: string])[] = [
  ['src/store/a.ts', 'fetch(address);'],
  ['src/store/a.ts', "globalThis['fetch'](address);"],
  ['src/store/a.ts', 'window[`fet` + `ch`](address);'],
  ['src/store/a.ts', 'const { fetch: get } = globalThis;'],
  ['src/store/a.ts', '(window as Window).fetch(address);'],
  ['src/store/a.ts', 'const send = { fetch };'],
  ['src/store/a.ts', 'new XMLHttpRequest();'],
  ['src/store/a.ts', 'navigator.sendBeacon(address, words);'],
  ['src/store/a.ts', "Reflect.get(globalThis, 'localStorage');"],
  ['src/store/a.ts', 'window.localStorage.setItem(a, b);'],
  ['src/store/a.ts', 'const view = window; view.localStorage;'],
  ['src/ehr/a.ts', 'localStorage.clear();'],
  ['src/store/a.ts', "globalThis?.['sessionStorage'];"],
  ['src/drafts/a.ts', 'sessionStorage.clear();'],
  ['src/ehr/a.ts', 'self.indexedDB.open(name);'],
  ['src/ehr/a.ts', 'console.log(token);'],
  ['src/ehr/a.ts', 'globalThis.console.warn(token);'],
  ['src/ehr/a.ts', 'eval(text);'],
  ['src/ehr/a.ts', 'new Function(text);'],
  ['src/ehr/a.ts', 'globalThis.Function(text);'],
  ['src/ehr/a.ts', "setTimeout('go()', 1);"],
  ['src/ehr/a.ts', 'document.cookie;'],
  ['src/ehr/a.ts', 'window.document.write(text);'],
  ['src/ui/A.tsx', 'node.innerHTML = words;'],
  ['src/ui/A.tsx', "node['outerHTML'] = words;"],
  ['src/ui/A.tsx', "node.insertAdjacentHTML('beforeend', words);"],
  ['src/ui/A.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: words }} />;'],
  ['src/ui/A.tsx', 'const a = <a href={address}>more</a>;'],
  ['src/ui/A.tsx', 'const a = <a href={`https://${host}/`}>more</a>;'],
  ['src/ui/A.tsx', 'const a = <img src={photo} alt="" />;'],
  ['src/ui/A.tsx', 'const a = <a {...rest}>more</a>;'],
  ['src/ui/A.tsx', 'const a = <a href="https://ehr.example/" target="_blank">more</a>;'],
  ['src/ui/A.tsx', "link.setAttribute('href', address);"],
  ['src/ui/A.tsx', 'location.href = address;'],
  ['src/ui/A.tsx', 'window.open(address);'],
  ['src/ui/A.tsx', "open(address, '_blank');"],
  ['src/shell/a.ts', "frame.postMessage(words, '*');"],
  ['src/shell/a.ts', "frame.postMessage(words, { targetOrigin: '*' });"],
  ['src/shell/a.ts', 'Math.random();'],
  ['src/shell/a.ts', 'const { random } = Math;'],
  ['src/interview/a.ts', 'new Date();'],
  ['src/interview/a.ts', 'Date();'],
  ['src/interview/a.ts', "Date['now']();"],
  ['src/fhir/a.ts', 'const { now } = Date;'],
  ['src/fhir/a.ts', 'globalThis.Date.now();'],
  ['src/lib/a.ts', 'performance.now();'],
  ['src/site.ts', 'crypto.randomUUID();'],
  ['src/panels/plan/A.tsx', 'if (store.filing) sign();'],
  ['src/panels/plan/A.tsx', 'const a = <p>{store.filing ? 1 : 2}</p>;'],
  ['src/panels/plan/A.tsx', 'const a = props.store.filing && b;'],
  ['src/panels/plan/A.tsx', 'const a = !store.filing.state;'],
];

test.each(BANNED)('a planted use in %s is reported: %s', (path, code) => {
  expect(bannedUses(path, code).length).toBeGreaterThan(0);
});

const HARMLESS: readonly (readonly [path: string, code: string])[] = [
  ['src/ehr/a.ts', 'fetch(address); sessionStorage.clear();'],
  ['src/drafts/a.ts', 'indexedDB.open(name);'],
  ['src/store/a.ts', 'type Get = typeof fetch; interface Fetching { readonly fetch: Get }'],
  ['src/store/a.ts', "drafts.open(); channel.postMessage({ kind: 'here' }); Date.now(); crypto.randomUUID();"],
  ['src/ehr/a.ts', 'async function open(known: Known) {} open(known);'],
  ['src/interview/a.ts', 'new Date(0); Date.UTC(2000, 1); Date.parse(text);'],
  ['src/ui/A.tsx', 'const a = <a href={`#${section}`}>Plan</a>;'],
  ['src/ui/A.tsx', "const a = <a href={on ? '#plan' : '#evoke'}>Plan</a>;"],
  ['src/ui/A.tsx', 'const a = <a href={checkedUrl(address)}>more</a>;'],
  ['src/ui/A.tsx', "window.open('https://ehr.example/', '_blank', 'noopener');"],
  ['src/panels/plan/A.tsx', "if (store.filing.value.kind === 'ready') sign(); const f = store.name ?? '';"],
  ['src/panels/plan/A.tsx', 'if (store.canUndo()) undo();'],
];

test.each(HARMLESS)('%s may say: %s', (path, code) => {
  expect(bannedUses(path, code)).toEqual([]);
});
