// How notes may change in the chart: which status may follow which, and what a new document does to the one it
// replaces. Also reads the short form of a retraction. FHIR leaves most of it to servers. This is the strict reading.
import type { Resource } from 'fhir/r4';
import { localReference } from '../compartment.ts';
import { isFields, textsAt, valuesAt } from '../fields.ts';
import { type Reply, refuse } from '../outcome.ts';
import type { Store, Stored } from '../store.ts';

const NOTES = ['Observation', 'DocumentReference', 'QuestionnaireResponse'];
/** Statuses of work in progress. A signed note cannot return to one of them. */
const BEFORE_SIGNING = ['registered', 'preliminary', 'in-progress'];

const statusOf = (resource: unknown): string => textsAt(resource, 'status')[0] ?? '';

/** Why a note may not change from one status to the other. Undefined if it may. */
export function statusFault(before: Resource | undefined, after: Resource): Reply | undefined {
  if (before === undefined || !NOTES.includes(after.resourceType)) return undefined;
  const [was, becomes] = [statusOf(before), statusOf(after)];
  if (was === becomes) return undefined;
  if (was === 'entered-in-error')
    return refuse(422, 'business-rule', 'What was entered in error stays marked as such.');
  const isUndone = BEFORE_SIGNING.includes(becomes) && !BEFORE_SIGNING.includes(was);
  return isUndone ? refuse(422, 'business-rule', `A note that is ${was} does not become ${becomes}.`) : undefined;
}

/** Marks every document that a new one replaces, if both are of the same patient. */
export function supersede(store: Store, created: Stored): void {
  if (created.resourceType !== 'DocumentReference') return;
  const patients = store.patientsOf(created);
  for (const relation of valuesAt(created, 'relatesTo')) {
    if (textsAt(relation, 'code')[0] !== 'replaces') continue;
    const [type = '', id = ''] =
      localReference(textsAt(relation, 'target.reference')[0] ?? '', store.base)?.split('/') ?? [];
    const older = type === 'DocumentReference' ? store.read(type, id) : undefined;
    const isTheirs = older !== undefined && store.patientsOf(older).some((each) => patients.includes(each));
    if (isTheirs && statusOf(older) === 'current') store.update({ ...older, status: 'superseded' } as Stored);
  }
}

const SHORT = ['resourceType', 'id', 'meta', 'status', 'subject'];

/** US Core 9: id, status and subject are enough to retract a document. The rest is taken from the version before. */
export function wholeOf(body: unknown, before: Resource | undefined): unknown {
  if (before?.resourceType !== 'DocumentReference' || !isFields(body)) return body;
  const isShort = Object.keys(body).every((key) => SHORT.includes(key)) && body['status'] === 'entered-in-error';
  return isShort ? { ...before, ...body, docStatus: 'entered-in-error' } : body;
}
