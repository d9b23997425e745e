// The check of a note's text, computed from the rule in docs/fhir/text.md alone, without any code of the app.
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';

const HEADINGS = { 'What would be different': 'change.', 'What keeps things as they are': 'sustain.' };

/** The facts of a text as the rule writes them. Lines without a colon are headings. */
function factsOf(text: string): readonly string[] {
  let side = '';
  return text
    .replaceAll('\n  | ', '')
    .split('\n')
    .flatMap((line) => {
      if (!line.includes(': ')) {
        side = Object.entries(HEADINGS).find(([heading]) => heading === line)?.[1] ?? '';
        return [];
      }
      if (!line.startsWith('  ')) side = '';
      const [, label = '', value = ''] = /^ *(.*?): (.*)$/.exec(line) ?? [];
      return [`${side}${label}=${side ? value.slice(1, -1) : value}`];
    });
}

test('a program that knows only the page computes the check of the example', () => {
  const text = readFileSync('docs/fhir/readiness-note.txt', 'utf8').trimEnd();
  const [, facts = '', check = ''] = /^(.*); check (\w{8})$/s.exec(text.replace('Evoke text 2; ', '')) ?? [];
  const joined = factsOf(facts)
    .map((fact) => fact.replace(/\s/g, ''))
    .join('\n');
  expect(crc32(joined).toString(16).toUpperCase().padStart(8, '0')).toBe(check);
});
