// Readiness notes as the chart stores them, in any form: a table, newest first, each with its raw resource. Shows what
// the resource contains and interprets nothing.

import { html } from 'hono/html';
import type { Store } from '../fhir/store.ts';
import { noteWords } from './note-words.ts';
import type { Html } from './page.ts';
import { printConcept, printDate } from './print.ts';
import { authorName, type Note, noteTime } from './record.ts';

const FORMS = {
  Observation: 'Observation',
  DocumentReference: 'Document',
  QuestionnaireResponse: 'Form answers',
} as const;

/** How many notes are shown at once. A link shows the others. */
const NOTES_AT_ONCE = 25;

function noteAuthor(store: Store, note: Note): string {
  if (note.resourceType === 'Observation') return authorName(store, note.performer ?? []);
  return authorName(store, note.resourceType === 'DocumentReference' ? (note.author ?? []) : [note.author]);
}

function noteTitle(note: Note): string {
  if (note.resourceType === 'Observation') return printConcept(note.code);
  if (note.resourceType === 'QuestionnaireResponse') return 'Readiness note';
  return note.content[0]?.attachment.title ?? printConcept(note.type);
}

function row(store: Store, note: Note): Html {
  const { id, resourceType, status } = note;
  const title = noteTitle(note);
  const when = printDate(noteTime(note)) || 'no date';
  return html`<tr data-note="${id}" data-status="${status}"><th class="date" scope="row">${when}</th>
<td class="author"><bdi>${noteAuthor(store, note) || html`<span class="none">not recorded</span>`}</bdi></td>
<td><span class="status">${status}</span></td>
<td class="words"><details><summary>${title}</summary><pre dir="auto">${noteWords(store, note) || 'No text.'}</pre></details></td>
<td>${FORMS[resourceType]}</td>
<td><a href="/raw/${resourceType}/${id}" target="_blank" rel="noopener" aria-label="Raw resource of ${title}, ${when}">Raw</a></td></tr>`;
}

/** The table of notes. Without `all`, the first ones and a link to the rest. */
export function readinessTable(store: Store, patientId: string, notes: readonly Note[], all: boolean): Html {
  if (notes.length === 0) return html`<p class="none" data-note-count="0">No readiness notes.</p>`;
  const shown = all ? notes : notes.slice(0, NOTES_AT_ONCE);
  const rest = notes.length - shown.length;
  return html`<table class="grid notes" data-note-count="${notes.length}"><caption class="unseen">Readiness notes, newest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">Author</th><th scope="col">Status</th><th scope="col">Note</th>
<th scope="col">Form</th><th scope="col">Resource</th></tr></thead>
<tbody>${shown.map((note) => row(store, note))}</tbody></table>
${rest === 0 ? '' : html`<p class="more"><a href="/patients/${patientId}?notes=all">Show all ${notes.length}</a></p>`}`;
}
