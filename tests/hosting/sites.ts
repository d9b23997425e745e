// Two sites to host: the sandbox's, as the repository ships it, and a hospital's with two EHRs.
import { readFileSync } from 'node:fs';
import { readSite, type Site } from '../../src/site.ts';

export const siteJson = () => JSON.parse(readFileSync(new URL('../../site.config.json', import.meta.url), 'utf8'));

function proven(json: unknown): Site {
  const site = readSite(json);
  if (!site.ok) throw new Error(JSON.stringify(site.error));
  return site.value;
}

export const loopbackSite = (): Site => proven(siteJson());

export function productionSite(): Site {
  const json = siteJson();
  const [entry] = json.ehrs;
  return proven({
    ...json,
    allowHttpLoopback: false,
    app: { ...json.app, baseUrl: 'https://evoke.example/app/' },
    ehrs: [
      {
        ...entry,
        id: 'north',
        iss: 'https://fhir.north.example/r4',
        authOrigins: ['https://login.north.example', 'https://fhir.north.example'],
        frameAncestors: ['https://chart.north.example', 'https://chart.south.example'],
      },
      {
        ...entry,
        id: 'south',
        iss: 'https://fhir.south.example:8443/r4',
        authOrigins: ['https://login.north.example'],
        frameAncestors: ['https://chart.south.example'],
      },
    ],
  });
}
