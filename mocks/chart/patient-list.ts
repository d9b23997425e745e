// The list of patients as at a front desk: those who are here now first, then by name. Reads the store and draws one
// table.

import type { Encounter, Patient } from 'fhir/r4';
import { html } from 'hono/html';
import type { Store } from '../fhir/store.ts';
import { PEOPLE } from '../people/people.ts';
import type { Html } from './page.ts';
import { preferredName, printBirth, printConcept, printDate, printMrn, printName } from './print.ts';
import { currentVisit, inChart, readVisits } from './record.ts';

interface Line {
  readonly id: string;
  readonly patient: Patient;
  readonly visit: Encounter | undefined;
  readonly problems: string;
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The patients whose name, number or problems contain the typed text. Accents and case are ignored. */
function linesFor(store: Store, sought: string): readonly Line[] {
  const lines = store.all('Patient').map((each): Line => {
    const patient = each as Patient;
    const visits = readVisits(store, each.id);
    const planned = visits.filter(({ status }) => status === 'planned').at(-1);
    const problems = inChart(store, 'Condition', each.id)
      .filter(({ clinicalStatus }) => clinicalStatus?.coding?.[0]?.code === 'active')
      .map(({ code }) => printConcept(code));
    return { id: each.id, patient, visit: currentVisit(visits) ?? planned, problems: problems.reverse().join('; ') };
  });
  const wanted = folded(sought.trim());
  return lines
    .filter(({ patient, problems }) =>
      folded(
        [printName(patient), preferredName(patient), patient.name?.[0]?.text, printMrn(patient), problems].join(' '),
      ).includes(wanted),
    )
    .sort(byVisitThenName);
}

function byVisitThenName(a: Line, b: Line): number {
  const rank = ({ visit }: Line): number => (visit?.status === 'in-progress' ? 0 : 1);
  const start = ({ visit }: Line): string => (visit?.status === 'in-progress' ? (visit.period?.start ?? '') : '');
  return (
    rank(a) - rank(b) ||
    start(a).localeCompare(start(b)) ||
    printName(a.patient).localeCompare(printName(b.patient), 'en')
  );
}

function visitCell(visit: Encounter | undefined): Html {
  if (visit === undefined) return html`<span class="none">none</span>`;
  const reason = printConcept(visit.reasonCode?.[0]);
  const start = printDate(visit.period?.start);
  return visit.status === 'in-progress'
    ? html`<strong class="now">In clinic</strong> since ${start.slice(-5)}<br>${reason}`
    : html`${start}<br>${reason}`;
}

function row({ id, patient, visit, problems }: Line, today: string): Html {
  const likes = preferredName(patient);
  const story = PEOPLE.find(({ patientId }) => patientId === id)?.story ?? '';
  const died = patient.deceasedDateTime === undefined ? '' : html` <span class="died">died</span>`;
  return html`<tr><th scope="row"><a href="/patients/${id}"><bdi>${printName(patient)}</bdi></a>
${likes === undefined ? '' : html`<small>“<bdi>${likes}</bdi>”</small>`}${died}</th>
<td class="date">${printBirth(patient, today)}</td><td>${patient.gender ?? ''}</td><td class="number">${printMrn(patient)}</td>
<td>${visitCell(visit)}</td><td>${problems || html`<span class="none">none listed</span>`}</td>
<td class="story">${story}</td></tr>`;
}

/** What a first visitor does. `proto` is the chart to begin with. */
const START_HERE = html`<section class="start" aria-labelledby="start-here"><h2 id="start-here">Start here: PROTO, Pat</h2><p><a href="/patients/proto">Open this chart</a>, then try three things:</p>
<ol><li>Press <b>Open Evoke</b>, choose a topic, answer a ruler, and mark what you hear with <b>F9</b>. Then review and sign.</li>
<li>Press <b>Share</b> and turn the screen to the patient: a ruler to touch, topics, the plan to take home.</li>
<li>Switch on a fault under <b>Break things</b> and sign again. Evoke says what happened, that your work is safe, and what to do.</li></ol></section>`;

/** The list page's main part. `today` is `YYYY-MM-DD`. */
export function patientList(store: Store, sought: string, today: string): Html {
  const lines = linesFor(store, sought);
  return html`<main class="list">${sought.trim() === '' ? START_HERE : ''}<div class="toolbar"><h1>Patients</h1>
<form role="search" method="get" action="/"><label>Find a patient
<input type="search" name="q" value="${sought}" placeholder="Name, MRN or problem" autocomplete="off"></label>
<button>Find</button></form>
<p class="count" role="status">${lines.length} ${lines.length === 1 ? 'patient' : 'patients'}</p></div>
<table class="grid patients"><caption class="unseen">Patients</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Born</th><th scope="col">Gender</th><th scope="col">MRN</th>
<th scope="col">Visit</th><th scope="col">Problems</th><th scope="col">In the sandbox for</th></tr></thead>
<tbody>${lines.map((line) => row(line, today))}</tbody></table></main>`;
}
