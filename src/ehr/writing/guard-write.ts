// Runs the wrong-patient guard before a write: reads whose visit it is, then compares. It writes nothing.

import type { FetchFault, GuardFault } from '../faults.ts';
import type { Signing, WriteEnd } from '../port.ts';
import { can } from '../server/scopes.ts';
import type { SearchControl } from './find-filed-note.ts';
import { guardNote } from './patient-guard.ts';
import type { WriteDeps } from './write.ts';

const HIDDEN: readonly FetchFault['kind'][] = ['forbidden', 'notFound', 'gone', 'notSupported', 'badResponse'];

type GuardDeps = Pick<WriteDeps, 'launch' | 'session' | 'base' | 'scopes' | 'facts'>;

type Guarding = Pick<Signing, 'person' | 'draftBinding' | 'withoutVisit'> & Pick<SearchControl, 'signal'>;

/** Why nothing may be sent now, or undefined. */
async function whyNotNow(deps: GuardDeps, { person, draftBinding, signal, withoutVisit = false }: Guarding) {
  const { launch, session, base, scopes, facts } = deps;
  if (session.isTooOld()) return { kind: 'guardStopped', where: 'session-age' } as const;
  const isVisitRead = launch.encounter !== undefined && can(scopes, 'Encounter', 'read');
  const visit = isVisitRead ? await facts.encounterSubject(launch.encounter, signal) : undefined;
  // If this sign-in may read the visit but the chart does not show it, its patient is not proven.
  if (visit && !visit.ok && !(withoutVisit && HIDDEN.includes(visit.error.kind)))
    return HIDDEN.includes(visit.error.kind) ? ({ kind: 'guardStopped', where: 'visit-hidden' } as const) : visit.error;
  return guardNote({
    launch,
    person,
    draftBinding,
    base,
    tooOld: session.isTooOld(),
    tokenPatient: session.patient(),
    encounterSubject: visit?.ok ? visit.value : undefined,
  });
}

/** The guard of every write. Returns the end if nothing may be sent now, else undefined. */
export async function guardWrite(deps: GuardDeps, guarding: Guarding): Promise<WriteEnd | undefined> {
  const why: GuardFault | FetchFault | undefined = await whyNotNow(deps, guarding);
  if (why?.kind === 'sessionEnded' || (!why && deps.session.isEnded())) return { kind: 'sessionEnded' };
  return why && { kind: 'unsent', why };
}
