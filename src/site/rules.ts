// Rules that compare several values of a site configuration, and warnings about settings that are allowed but risky.

import { addressFaults } from './addresses.ts';
import { codeFaults } from './codes.ts';
import { exampleAt } from './examples.ts';
import { fault, faultIf, repeatFaults, type SiteFault } from './faults.ts';
import { scopeFaults, unchangeable } from './scopes.ts';
import type { EhrEntry, Site } from './settings.ts';

function writeFaults(at: string, { write, part2Program }: EhrEntry, site: Site): readonly SiteFault[] {
  const { order, capabilities = {} } = write;
  const place = order.indexOf('DocumentReference');
  const shared = part2Program && place >= 0;
  const unlisted = (Object.keys(capabilities) as (typeof order)[number][]).filter((type) => !order.includes(type));
  return [
    ...repeatFaults(order, String, `${at}.order.*`, 'names a type twice', 'name each type once'),
    ...unlisted.map((type) =>
      fault(`${at}.capabilities.${type}`, 'is not in write.order', `add ${type} to write.order, or remove this`),
    ),
    ...faultIf(
      (write.panel || write.goal) && !order.includes('Observation'),
      at,
      'files entries with an Observation that it never files',
      'add Observation to write.order, or remove panel and goal',
    ),
    ...faultIf(
      write.goal && part2Program,
      `${at}.goal`,
      'shows the topic of a Part 2 program in a list of goals',
      'remove write.goal',
    ),
    ...faultIf(
      shared && !site.part2.allowSharedDocument,
      `${at}.order`,
      'files a shared document in a Part 2 program',
      'drop DocumentReference or set part2.allowSharedDocument to true',
    ),
    ...faultIf(
      shared && place < order.length - 1,
      `${at}.order.${place}`,
      'puts a shared document before a labeled form in a Part 2 program',
      'list DocumentReference last',
    ),
  ];
}

function noteTypeFaults(at: string, { noteTypes }: EhrEntry): readonly SiteFault[] {
  const [first] = noteTypes;
  const mixed = noteTypes.findIndex(({ system }) => system !== first?.system);
  return [
    ...noteTypes.flatMap((one, nth) => codeFaults(`${at}.${nth}`, one)),
    ...repeatFaults(noteTypes, ({ code }) => code, `${at}.*`, 'is listed twice', 'list each type once'),
    ...faultIf(
      mixed > 0,
      `${at}.${mixed}.system`,
      'mixes two code systems',
      'use LOINC or the EHR’s own system, never both',
    ),
  ];
}

function entryFaults(entry: EhrEntry, index: number, site: Site): readonly SiteFault[] {
  const at = `ehrs.${index}`;
  const { allowHttpLoopback } = site;
  const origins = (key: 'authOrigins' | 'frameAncestors') => [
    ...entry[key].flatMap((one, nth) => addressFaults(`${at}.${key}.${nth}`, one, 'origin', allowHttpLoopback)),
    ...repeatFaults(entry[key], String, `${at}.${key}.*`, 'is listed twice', 'list each origin once'),
  ];
  const keys = site.behaviours.map(({ key }) => key);
  const oneOf = `one of: ${keys.join(', ')}`;
  return [
    ...addressFaults(`${at}.iss`, entry.iss, 'base', allowHttpLoopback),
    ...origins('authOrigins'),
    ...origins('frameAncestors'),
    ...scopeFaults(`${at}.scopes`, entry),
    ...writeFaults(`${at}.write`, entry, site),
    ...noteTypeFaults(`${at}.noteTypes`, entry),
    ...(entry.behaviours ?? []).flatMap((key, nth) =>
      faultIf(!keys.includes(key), `${at}.behaviours.${nth}`, `"${key}" is not a topic of this file`, oneOf),
    ),
    ...faultIf(
      entry.securityLabels && !entry.part2Program,
      `${at}.securityLabels`,
      'labels nothing: this is not a Part 2 program',
      'set part2Program to true, or leave securityLabels out',
      '"part2Program": true',
    ),
  ];
}

/** Two topics of one name, in either language and any case. Notes are told apart by it. */
function labelFaults(behaviors: Site['behaviours']): readonly SiteFault[] {
  const names = behaviors.flatMap(({ label }, nth) =>
    (['en', 'es'] as const).map((language) => ({
      nth,
      path: `behaviours.${nth}.label.${language}`,
      name: label[language].toLowerCase(),
    })),
  );
  return names.flatMap(({ nth, path, name }) =>
    faultIf(
      names.some((other) => other.nth < nth && other.name === name),
      path,
      'is used twice',
      'give each topic a name of its own in both languages',
    ),
  );
}

/** Every fault that shows only when two values are compared, by path. */
export function ruleFaults(site: Site): readonly SiteFault[] {
  const { ehrs, behaviours: behaviors } = site;
  return [
    ...addressFaults('app.baseUrl', site.app.baseUrl, 'folder', site.allowHttpLoopback),
    ...ehrs.flatMap((entry, index) => entryFaults(entry, index, site)),
    ...repeatFaults(ehrs, ({ id }) => id, 'ehrs.*.id', 'is used twice', 'give each EHR its own id'),
    ...repeatFaults(
      ehrs,
      ({ iss, standalone }) => `${iss} ${standalone}`,
      'ehrs.*.iss',
      'is used twice',
      'list each iss once (a second entry for it must be standalone)',
    ),
    ...behaviors.flatMap(({ code }, nth) => (code ? codeFaults(`behaviours.${nth}.code`, code) : [])),
    ...repeatFaults(behaviors, ({ key }) => key, 'behaviours.*.key', 'is used twice', 'give each topic its own key'),
    ...labelFaults(behaviors),
    ...faultIf(
      site.part2.allowSharedDocument && !ehrs.some(({ part2Program }) => part2Program),
      'part2.allowSharedDocument',
      'allows nothing: no Part 2 program is named',
      'set part2Program to true, or remove it',
    ),
  ];
}

const originOf = (address: string): string | undefined => /^https?:\/\/[^/]+/.exec(address)?.[0];

function entryWarnings(entry: EhrEntry, baseUrl: string): readonly SiteFault[] {
  const warn = (when: boolean, key: string, problem: string, remedy: string) =>
    faultIf(when, `${entry.id}: ${key}`, problem, remedy, exampleAt(`ehrs.0.${key}`));
  return [
    ...warn(
      originOf(entry.iss) === originOf(baseUrl),
      'iss',
      'is on the origin of Evoke, so every page there can read what Evoke keeps and shows',
      'give Evoke a host name of its own',
    ),
    ...warn(
      / user\//.test(` ${entry.scopes}`),
      'scopes',
      'asks for user/ scopes',
      'use patient/ scopes unless this EHR refuses them',
    ),
    ...unchangeable(entry.scopes, entry.write.order).flatMap((type) =>
      warn(
        true,
        'scopes',
        `cannot update ${type}, so Evoke retracts no note filed as one`,
        'add "u" to its scope unless this EHR refuses it',
      ),
    ),
    ...warn(
      entry.idToken === 'claims',
      'idToken',
      'leaves the signature of the id_token unchecked',
      'use "verify" unless this EHR’s keys cannot be read from a browser',
    ),
    ...warn(
      entry.part2Program && !entry.securityLabels,
      'securityLabels',
      'is off in a Part 2 program',
      'leave it out unless this EHR refuses labels',
    ),
  ];
}

/** Settings that are allowed but that the person who builds should reconsider. */
export const siteWarnings = ({ app, ehrs }: Site): readonly SiteFault[] =>
  ehrs.flatMap((entry) => entryWarnings(entry, app.baseUrl));
