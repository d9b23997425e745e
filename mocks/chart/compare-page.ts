// Two charts in one window, each with its own pane, as for a clinician with two windows.

import type { Patient } from 'fhir/r4';
import { html } from 'hono/html';
import type { Store } from '../fhir/store.ts';
import type { Html } from './page.ts';
import { printName } from './print.ts';

const options = (patients: readonly Patient[], chosen: string): readonly Html[] =>
  patients.map(
    (each) => html`<option value="${each.id}" ${each.id === chosen ? 'selected' : ''}>${printName(each)}</option>`,
  );

/** The main part of the page. An unknown id shows an empty side. */
export function compareCharts(store: Store, left: string, right: string): Html {
  const patients = (store.all('Patient') as readonly Patient[]).toSorted((a, b) =>
    printName(a).localeCompare(printName(b), 'en'),
  );
  const side = (id: string): Html => {
    const patient = patients.find((each) => each.id === id);
    if (patient === undefined) return html`<p class="none">Choose a patient.</p>`;
    return html`<iframe src="/patients/${id}?bare=yes&amp;pane=420" title="Chart of ${printName(patient)}" allow="clipboard-write"></iframe>`;
  };
  return html`<main class="compare"><h1 class="unseen">Two charts</h1>
<form class="toolbar" method="get" action="/compare"><label>Left <select name="left">${options(patients, left)}</select></label>
<label>Right <select name="right">${options(patients, right)}</select></label><button>Show both</button></form>
<div class="sides">${side(left)}${side(right)}</div></main>`;
}
