// One chart as a page: identity strip, dense tables on the left, the pane for Evoke on the right. Changes nothing.

import { Buffer } from 'node:buffer';
import type { Condition, DocumentReference, Encounter, MedicationRequest, Patient } from 'fhir/r4';
import { html } from 'hono/html';
import type { Store } from '../fhir/store.ts';
import { isHigh } from './abnormal.ts';
import { evokePane } from './evoke-pane.ts';
import type { Html } from './page.ts';
import {
  preferredName,
  printBirth,
  printConcept,
  printDate,
  printDay,
  printMrn,
  printName,
  printTown,
  printValue,
} from './print.ts';
import { readinessTable } from './readiness-list.ts';
import { authorName, type ChartRecord, currentVisit, type ResultRow } from './record.ts';

/** How to show the chart. */
export interface ChartView {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly allNotes: boolean;
  /** Changes with the store, so that the page knows which state it shows. */
  readonly stamp: string;
}

const pair = (name: string, value: Html | string): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function identity(patient: Patient, visit: Encounter | undefined, today: string): Html {
  const likes = preferredName(patient);
  const died = patient.deceasedDateTime;
  const language = patient.communication?.[0];
  return html`<header class="identity ${died === undefined ? '' : 'has-died'}">
<h1><bdi>${printName(patient)}</bdi></h1>
${died === undefined ? '' : html`<p class="died">Died ${printDate(died)}</p>`}
<dl>${likes === undefined ? '' : pair('Called', html`<bdi>${likes}</bdi>`)}
${pair('Born', printBirth(patient, today))}${pair('Gender', patient.gender ?? 'not recorded')}
${pair('MRN', printMrn(patient))}${pair('Phone', patient.telecom?.[0]?.value ?? 'not recorded')}
${printTown(patient.address) === '' ? '' : pair('Address', printTown(patient.address))}
${language === undefined ? '' : pair('Language', printConcept(language.language))}
${pair('Visit', visit === undefined ? 'no visit open' : `${printConcept(visit.reasonCode?.[0])}, since ${printDate(visit.period?.start).slice(-5)}`)}
</dl></header>`;
}

const raw = (type: string, id: string | undefined, what: string): Html =>
  html`<a class="raw" href="/raw/${type}/${id}" target="_blank" rel="noopener" title="FHIR resource" aria-label="Raw resource: ${what}">{ }</a>`;

const section = (id: string, title: string, body: Html, count?: number): Html =>
  html`<section class="box ${id}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${count === undefined ? '' : html`<span class="tally" aria-hidden="true">${count}</span>`}${body}</section>`;

const nothing = (words: string): Html => html`<p class="none">${words}</p>`;

function table(caption: string, columns: readonly string[], rows: readonly Html[]): Html {
  if (rows.length === 0) return nothing(`No ${caption.toLowerCase()}.`);
  return html`<table class="grid"><caption class="unseen">${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}<th scope="col"><span class="unseen">Raw resource</span></th></tr></thead><tbody>${rows}</tbody></table>`;
}

function problemRow({ id, code, clinicalStatus, onsetDateTime }: Condition): Html {
  const name = printConcept(code);
  const icd = code?.coding?.[0]?.code ?? '';
  return html`<tr><th scope="row">${name}</th><td class="number">${icd}</td><td class="date">${printDay(onsetDateTime)}</td>
<td>${clinicalStatus?.coding?.[0]?.code ?? ''}</td><td>${raw('Condition', id, name)}</td></tr>`;
}

function medicineRow({
  id,
  medicationCodeableConcept,
  dosageInstruction,
  authoredOn,
  status,
}: MedicationRequest): Html {
  const name = printConcept(medicationCodeableConcept);
  return html`<tr data-status="${status}"><th scope="row">${name}</th><td>${dosageInstruction?.[0]?.text ?? ''}</td>
<td class="date">${printDay(authoredOn)}</td><td>${status}</td><td>${raw('MedicationRequest', id, name)}</td></tr>`;
}

function resultRow({ name, values }: ResultRow): Html {
  const [latest, ...earlier] = values;
  const before = earlier
    .slice(0, 3)
    .map((each) => `${printValue(each)} (${printDay(each.effectiveDateTime).slice(3)})`);
  return html`<tr><th scope="row">${name}</th><td class="value">${latest === undefined ? '' : printValue(latest)}${latest && isHigh(latest) ? html` <strong class="flag">High</strong>` : ''}</td>
<td class="date">${printDay(latest?.effectiveDateTime)}</td><td class="earlier">${before.join(' · ')}</td>
<td>${raw('Observation', latest?.id, name)}</td></tr>`;
}

function visitRow({ id, period, reasonCode, participant, status }: Encounter): Html {
  const reason = printConcept(reasonCode?.[0]);
  return html`<tr><th class="date" scope="row">${printDate(period?.start)}</th><td>${reason}</td>
<td>${participant?.[0]?.individual?.display ?? ''}</td><td>${status}</td><td>${raw('Encounter', id, reason)}</td></tr>`;
}

function documentRow(store: Store, document: DocumentReference): Html {
  const { id, date, type, author, content, status } = document;
  const attachment = content[0]?.attachment;
  const title = attachment?.title ?? printConcept(type);
  const text = Buffer.from(attachment?.data ?? '', 'base64').toString('utf8');
  return html`<tr><th class="date" scope="row">${printDate(date)}</th><td>${printConcept(type)}</td>
<td><bdi>${authorName(store, author ?? [])}</bdi></td><td>${status}</td>
<td class="words"><details><summary>${title}</summary><pre dir="auto">${text}</pre></details></td>
<td>${raw('DocumentReference', id, title)}</td></tr>`;
}

/** The main part of a chart page. */
export function patientChart(store: Store, record: ChartRecord, { today, allNotes, stamp }: ChartView): Html {
  const { patient, visits, problems, medicines, results, documents, notes } = record;
  const visit = currentVisit(visits);
  return html`<div class="workspace" data-patient="${patient.id}">
<main class="chart">${identity(patient, visit, today)}
<div class="acts"><button type="button" class="primary" data-open-evoke aria-expanded="false" aria-controls="evoke-pane">Open Evoke</button>
<form method="get" action="/patients/${patient.id}/launch" target="_blank"><button>Open in a new tab</button></form>
<p class="hint"><code>{ }</code> at the end of a row opens its FHIR resource.</p></div>
<div class="boxes">
${section('problems', 'Problems', table('Problems', ['Problem', 'ICD-10', 'Since', 'Status'], problems.map(problemRow)))}
${section('medicines', 'Medications', table('Medications', ['Medicine', 'Directions', 'Ordered', 'Status'], medicines.map(medicineRow)))}
${section(
  'readiness-notes',
  'Readiness notes',
  html`<div data-notes data-stamp="${stamp}" data-all="${allNotes ? 'yes' : 'no'}">${readinessTable(store, patient.id, notes, allNotes)}</div>
<p class="unseen" role="status" data-notes-said></p>`,
)}
${section('results', 'Results and screening', table('Results', ['Result', 'Latest', 'Date', 'Earlier'], results.map(resultRow)))}
${section('visits', 'Visits', table('Visits', ['Start', 'Reason', 'With', 'Status'], visits.map(visitRow)))}
${section(
  'documents',
  'Documents',
  table(
    'Documents',
    ['Date', 'Type', 'Author', 'Status', 'Text'],
    documents.map((each) => documentRow(store, each)),
  ),
)}
</div></main>${evokePane(patient.id)}</div>`;
}
