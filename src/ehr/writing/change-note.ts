// Adds to, corrects or retracts a filed note at every place that has it. Each is one call of writeNote. It never
// overwrites a version that the clinician has not seen, and never sends a change twice.

import { copiesOf, type FiledAt, inKeepingOrder } from '../../interview/history/history.ts';
import { isLive, type NoteEntry } from '../../interview/history/visits.ts';
import { SECOND_COPY } from '../../interview/note/note-change.ts';
import type { ChangeRequest, Duplicates, Ehr, WriteEnd } from '../port.ts';
import {
  type ChangeDeps,
  type ChangeJob,
  changeInPlace,
  compareVersion,
  endAtNewer,
  REFUSES_UPDATE,
} from './change-in-place.ts';
import { isOwnAuthor, readOwnReferences, rightsInput } from './change-rights.ts';
import { compareReadBack } from './compare-read-back.ts';
import { guardWrite } from './guard-write.ts';
import { changeOtherPlaces, endOfFound, retractEverywhere } from './other-places.ts';
import { boundToVisit, findVersion, isMarked, readPlace, relationTo, type VersionCheck } from './read-place.ts';
import { findReplacement, replaceNote } from './replace-note.ts';

export type Changes = Pick<Ehr, 'changeNote' | 'findChange' | 'retractDuplicates'>;

async function changeNote(deps: ChangeDeps, job: ChangeJob): Promise<WriteEnd> {
  const { way, base, change } = job;
  const rights = rightsInput(deps, job.ownReferences);
  if (change.act === 'retract') return retractEverywhere(deps, job, rights);
  const sent = await (way.kind === 'replace' ? replaceNote(deps, job, way.form) : changeInPlace(deps, job));
  const end = sent.kind === 'conflict' ? endAtNewer(sent.theirs, job) : sent;
  if (way.kind === 'replace' && end.kind === 'refused' && REFUSES_UPDATE.includes(end.why.kind))
    deps.forms.close(way.form);
  if (end.kind !== 'filed' || copiesOf(base).length === 0) return end;
  const { unreached, alsoFiled, replaced } = await changeOtherPlaces(deps, job, rights);
  const { replaces } = end.entry;
  const documents = [...(replaces?.documents ?? []), ...replaced];
  return {
    ...end,
    unreached: [...end.unreached, ...unreached],
    entry: { ...end.entry, alsoFiled, replaces: { ...replaces, documents } },
  };
}

/** The guard of a change. Returns the end if it may not be sent, else the signer. Only its author may change a note. */
async function guardChange(
  deps: ChangeDeps,
  { person, draftBinding, base }: Pick<ChangeRequest, 'person' | 'draftBinding'> & { readonly base?: NoteEntry },
  signal: AbortSignal,
): Promise<WriteEnd | ({ readonly kind: 'may' } & Pick<ChangeJob, 'signer' | 'ownReferences'>)> {
  // The note names its patient. It may have been filed without its visit, because the chart does not show the visit.
  const wrong = await guardWrite(deps, { person, draftBinding, signal, withoutVisit: true });
  if (wrong) return wrong;
  const ownReferences = await readOwnReferences(deps, signal);
  const { clinician = '' } = deps.launch;
  if (base && !isOwnAuthor(base, ownReferences))
    return { kind: 'unsent', why: { kind: 'guardStopped', where: 'author' } };
  const practitioner = base?.filed.form === 'observation' ? undefined : ownReferences.at(-1);
  return { kind: 'may', signer: { ...deps.launch, clinician, practitioner }, ownReferences };
}

function findChangeInPlace(deps: ChangeDeps, request: ChangeRequest, signal: AbortSignal): Promise<WriteEnd> {
  const check: VersionCheck = {
    // The resource of another patient proves nothing, even if it is retracted too.
    relation: (now) => (now.isOurs ? relationTo(now, request) : 'other'),
    compare: (now) => compareVersion(deps, now, request),
  };
  return findVersion(deps, request.base.filed, check, signal);
}

/** The first live copy, also if its text was altered. Someone may have retracted another one in the chart since they were listed. */
async function firstLive(deps: ChangeDeps, places: readonly FiledAt[], signal: AbortSignal) {
  for (const kept of places) {
    const read = await readPlace(deps, kept, signal);
    // One read that finds nothing proves nothing, and two computers must keep the same copy.
    if (!read.ok && read.error.kind !== 'gone') return undefined;
    const entry = read.ok ? read.value.entry : undefined;
    if (entry && isLive(entry)) return { kept, entry };
  }
  return undefined;
}

/** Retracts all live copies but the first. Then reads that one again, in case it was retracted in the meantime. */
async function retractDuplicates(deps: ChangeDeps, duplicates: Duplicates, signal: AbortSignal): Promise<WriteEnd> {
  const { note, places, at, person, draftBinding } = duplicates;
  const may = await guardChange(deps, { person, draftBinding }, signal);
  if (may.kind !== 'may') return may;
  const live = await firstLive(deps, inKeepingOrder(places), signal);
  if (!live) return { kind: 'duplicated', places };
  const { kept, entry } = live;
  const extra = places.filter((place) => place !== kept);
  const change = { act: 'retract', at, words: SECOND_COPY } as const;
  const base: NoteEntry = { ...entry, alsoFiled: extra };
  const way = { kind: 'update', confirmed: true } as const;
  const request = { base, note, change, way, person, draftBinding, attempted: false };
  const job = { ...may, ...request, report: () => undefined, signal };
  const { unreached } = await changeOtherPlaces(deps, job, rightsInput(deps, may.ownReferences));
  if (unreached.length > 0) return { kind: 'duplicated', places: [kept, ...unreached], entry };
  const after = await readPlace(deps, kept, signal);
  if (!after.ok) return { kind: 'unknown', why: after.error };
  if (isMarked(after.value)) return { kind: 'gone' };
  return compareReadBack(boundToVisit(deps, after.value), note, kept, after.value.stored, base.standing);
}

/** The end of a change that waited too long for another window, or was aborted while it waited. */
const NOT_ITS_TURN: WriteEnd = { kind: 'unsent', why: { kind: 'guardStopped', where: 'other-window' } };

export function createChanges(deps: ChangeDeps): Changes {
  return {
    changeNote: async (request, report, signal) => {
      report('sending');
      // The guard comes after the wait for another window, so that it is as new as the request.
      const end = await deps.writeLock.change(request.base.note.id, signal, async () => {
        const may = await guardChange(deps, request, signal);
        return may.kind === 'may' ? changeNote(deps, { ...may, ...request, report, signal }) : may;
      });
      return end ?? NOT_ITS_TURN;
    },
    findChange: async (request, signal) => {
      const { way } = request;
      const end = await (way.kind === 'replace'
        ? findReplacement(deps, request, way.form, signal)
        : findChangeInPlace(deps, request, signal));
      return end.kind === 'filed' ? endOfFound(deps, request, end, signal) : end;
    },
    retractDuplicates: async (duplicates, signal) => {
      if (duplicates.places.length === 0) return { kind: 'absent', why: 'lost' };
      const { id } = duplicates.note;
      const retract = () => retractDuplicates(deps, duplicates, signal);
      const end = await deps.writeLock.change(id, signal, () => deps.writeLock.alone(id, retract));
      return end ?? NOT_ITS_TURN;
    },
  };
}
