// Code that could not be fetched is a failure with an end of its own: nothing is sent in its place, and nothing unproven
// is called filed.
import { expect, test } from 'vitest';
import { encoderFor } from '../../src/ehr/forms/form.ts';
import type { FilingEnd } from '../../src/ehr/port.ts';
import type { Asked, Reply } from '../../src/ehr/server/fetch.ts';
import { parseScopes } from '../../src/ehr/server/scopes.ts';
import { type FileInput, fileNote } from '../../src/ehr/writing/file-note.ts';
import { createTurns } from '../../src/ehr/writing/write-lock.ts';
import type { Form } from '../../src/interview/history/history.ts';
import { ok } from '../../src/lib/result.ts';
import { fullNote } from '../support/notes.ts';
import { testEntry } from './site-fixture.ts';

const launch = { issuer: 'https://ehr.example/fhir', patient: 'pat-1', clinician: 'Practitioner/7' };

/** A chart that keeps what it is sent, after `changed`. */
function chart(changed: (sent: object) => object) {
  const asked: string[] = [];
  let held: Record<string, unknown> = {};
  const fetchOne = async ({ method, path, body }: Asked) => {
    asked.push(`${method} ${path}`);
    if (method === 'POST') held = { ...changed(body as object), id: '1' };
    const reply: Reply = { status: method === 'POST' ? 201 : 200, resource: held };
    return ok(reply);
  };
  return { asked, fetchOne };
}

function file(form: Form, { fetchOne }: Pick<ReturnType<typeof chart>, 'fetchOne'>, lookFirst = false) {
  const entry = testEntry();
  const session = {
    ...{ token: async () => 'one', renew: async () => undefined, isStale: () => false, isEnded: () => false },
    ...{ patient: () => launch.patient, ends: () => undefined, isTooOld: () => false, end: () => undefined },
  };
  const input: FileInput = {
    ...{ base: launch.issuer, patient: launch.patient, launch, fetchOne, session },
    noteTypes: entry.noteTypes,
    scopes: parseScopes('patient/*.cruds'),
    encode: encoderFor(entry),
    facts: { encounterSubject: async () => ok(''), practitioner: async () => launch.clinician },
    turns: createTurns(),
    wait: async () => undefined,
    mayFindById: () => true,
    mayUseCondition: () => false,
    seldom: {
      row: async () => undefined,
      withText: async () => undefined,
      canFind: async () => false,
      find: async () => ({ kind: 'unsure', why: { kind: 'incomplete' } }),
    },
  };
  const person = { id: launch.patient, deceased: false };
  const { signal } = new AbortController();
  return fileNote(input, { note: fullNote, form, person, draft: launch, lookFirst, tell: () => undefined, signal });
}

test('files and proves a note that came back with its codes', async () => {
  const end: FilingEnd = await file(
    'observation',
    chart((sent) => sent),
  );
  expect(end.kind).toBe('filed');
});

test('does not call a note filed that came back as words alone', async () => {
  const there = chart((sent) => ({ ...sent, component: [] }));
  expect(await file('observation', there)).toEqual({
    kind: 'filedUnverified',
    at: { form: 'observation', resourceId: '1' },
  });
});

test('sends nothing in a form whose code is not here', async () => {
  const there = chart((sent) => sent);
  expect(await file('document', there)).toEqual({ kind: 'refused', why: { kind: 'incomplete' } });
  expect(there.asked).toEqual([]);
});

test('sends nothing where an earlier press cannot be looked for, and does not speak of a lost answer', async () => {
  const there = chart((sent) => sent);
  expect(await file('observation', there, true)).toEqual({ kind: 'refused', why: { kind: 'incomplete' } });
  expect(there.asked).toEqual([]);
});
