// A resource as it is stored, with its earlier versions. Shows only JSON.

import { html } from 'hono/html';
import type { Version } from '../fhir/store.ts';
import type { Html } from './page.ts';
import { printDate } from './print.ts';

function versionBlock({ versionId, at, method, resource }: Version, place: number): Html {
  return html`<section class="box" aria-labelledby="v${versionId}"><h2 id="v${versionId}">Version ${versionId}${place === 0 ? ' (current)' : ''}</h2>
<p>${method}, ${printDate(new Date(at).toISOString())} UTC</p>
<pre class="json">${resource === undefined ? 'Deleted.' : JSON.stringify(resource, undefined, 2)}</pre></section>`;
}

/** The main part of the raw page, newest version first. */
export function rawResource(type: string, id: string, versions: readonly Version[]): Html {
  return html`<main class="raw-page"><h1>${type}/${id}</h1>${versions.map(versionBlock)}</main>`;
}
