// The newest note of a sitting, and its change.

import { IDBFactory } from 'fake-indexeddb';
import type { DocumentReference } from 'fhir/r4';
import { HttpResponse, http } from 'msw';
import { vi } from 'vitest';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { lastEntry } from '../../src/store/history/chart.ts';
import { type ChangeEditor, createChangeEditor } from '../../src/store/writing/change-editor.ts';
import { answerWith, ISS } from '../ehr/round-trip.ts';
import type { Sitting } from './sitting.tsx';

export function newestNote({ store }: Sitting): NoteEntry {
  const entry = lastEntry(store.chart.history.value);
  if (!entry) throw new Error('The list has no note');
  return entry;
}

/** The change of the newest note, once it knows what may be done. */
export async function changeOf(sitting: Sitting): Promise<ChangeEditor> {
  const editor = sitting.store.changes.of(newestNote(sitting), createChangeEditor);
  await editor.see(newestNote(sitting));
  return editor;
}

/** The note with another first step of an agreed plan. */
export function withStep(note: ReadinessNote, firstStep: string): ReadinessNote {
  if (note.plan.kind !== 'agreed') throw new Error('The note has no agreed plan');
  return { ...note, plan: { ...note.plan, firstStep } };
}

/** Runs the work on another computer, which has none of the changes that are saved on this one. */
export async function onOtherComputer<T>(work: () => Promise<T>): Promise<T> {
  const device = indexedDB;
  vi.stubGlobal('indexedDB', new IDBFactory());
  return work().finally(() => vi.stubGlobal('indexedDB', device));
}

/** The answer to the next new document is lost. The result stores it. */
export function losesNextDocument({ sandbox }: Sitting): () => void {
  const sent: DocumentReference[] = [];
  const lose = async ({ request }: { readonly request: Request }) => {
    sent.push((await request.json()) as DocumentReference);
    return new HttpResponse(null, { status: 504 });
  };
  answerWith(http.post(`${ISS}/DocumentReference`, lose, { once: true }));
  return () => {
    for (const one of sent) sandbox.store.create(one);
  };
}
