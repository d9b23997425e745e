// Evoke's registration at the sandbox against the settings Evoke is shipped with.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientOrigins } from '../../mocks/auth/client.ts';
import { evokeClient } from '../../mocks/auth/evoke-client.ts';
import { grantableScopes, splitScope } from '../../mocks/auth/scope.ts';

const site = JSON.parse(readFileSync(new URL('../../site.config.json', import.meta.url), 'utf8'));

test('registers the app under the id and the address it is shipped with', () => {
  const client = evokeClient();
  expect(site.ehrs.map((entry: { clientId: string }) => entry.clientId)).toEqual([client.clientId, client.clientId]);
  expect(client.redirectUris).toContain(`${site.app.baseUrl}index.html`);
});

test('is opened where npm start runs it, or wherever it is told', () => {
  expect(evokeClient().launchUrl).toBe('http://127.0.0.1:5173/launch.html');
  const elsewhere = evokeClient('http://127.0.0.1:9000/');
  expect(elsewhere.launchUrl).toBe('http://127.0.0.1:9000/launch.html');
  expect(clientOrigins([elsewhere])).toEqual(
    expect.arrayContaining(['http://127.0.0.1:9000', 'http://127.0.0.1:5173', 'http://127.0.0.1:4173']),
  );
});

test('can grant every scope the shipped settings ask for', () => {
  for (const { scopes } of site.ehrs) expect(grantableScopes(splitScope(scopes), true).join(' ')).toBe(scopes);
});
