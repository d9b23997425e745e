// Codes that a site configuration may not name: retired codes, codes that label a person, and mistyped codes. Source:
// docs/design/readiness-note.md, "Terminology" and "Document types and labels".

import { fault, type SiteFault } from './faults.ts';

const LOINC = 'http://loinc.org';
const SNOMED = 'http://snomed.info/sct';

const STAGES = ['134409004', '134410009', '134411008', '134412001', '134413006', '134414000'];
const STAGE = ['names a stage of a person, which Evoke never files', 'leave the code out'] as const;
const REFUSED = new Map<string, readonly [problem: string, remedy: string]>([
  ['160573003', ['is inactive', 'use 897148007 (alcohol intake)']],
  ...STAGES.map((code) => [code, STAGE] as const),
]);

/** True if the LOINC check digit (modulus 10) is right. It doubles every second digit from the right. */
function isLoinc(code: string): boolean {
  const [, digits = '', check] = /^(\d{1,7})-(\d)$/.exec(code) ?? [];
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits !== '' && (10 - (sum % 10)) % 10 === Number(check);
}

export function codeFaults(
  path: string,
  { system, code }: { readonly system: string; readonly code: string },
): readonly SiteFault[] {
  if (!/^(?:https?:\/\/|urn:)\S+$/.test(system)) {
    return [fault(`${path}.system`, 'is not the address of a code system', `such as ${LOINC} or ${SNOMED}`)];
  }
  if (system === LOINC && !isLoinc(code)) {
    return [fault(`${path}.code`, `"${code}" is not a LOINC code: its check digit is wrong`, 'such as 11506-3')];
  }
  const refused = system === SNOMED ? REFUSED.get(code) : undefined;
  return refused ? [fault(`${path}.code`, `"${code}" ${refused[0]}`, refused[1])] : [];
}
