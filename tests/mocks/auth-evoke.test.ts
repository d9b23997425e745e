// The sandbox's grants against the settings Evoke is shipped with.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grantableScopes, splitScope } from '../../mocks/auth/scope.ts';

const site = JSON.parse(readFileSync(new URL('../../site.config.json', import.meta.url), 'utf8'));

test('can grant every scope the shipped settings ask for', () => {
  expect(site.ehrs.length).toBeGreaterThan(0);
  for (const { scopes } of site.ehrs) expect(grantableScopes(splitScope(scopes), true).join(' ')).toBe(scopes);
});
