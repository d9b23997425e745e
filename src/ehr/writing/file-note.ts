// Files a note in one form: as it is signed, in a second form, or in place of an older note. Searches first if an earlier
// attempt may have arrived. It never falls to another form by itself.

import type { Form } from '../../interview/history/history.ts';
import type { Encode } from '../forms/form.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import type { Signing, WriteEnd } from '../port.ts';
import { type Looking, searchableForms, searchOnce } from './find-filed-note.ts';
import { isAbout } from './patient-guard.ts';
import { asEarlier, guardWrite, type WriteDeps, writeNote } from './write.ts';

/** One press of Sign, with who listens and what can stop it. */
export type SignPress = Signing & Looking;

/** Writes a new resource for a note that has passed the guard. `replaces` names the note that it replaces. */
export async function createResource(
  deps: WriteDeps,
  press: SignPress,
  replaces?: Parameters<Encode>[4],
): Promise<WriteEnd> {
  const { note, form, person, tell, signal, beside = [], lookFirst = false } = press;
  const { launch, facts, turns } = deps;
  const { clinician = '' } = launch;
  const practitioner = form === 'observation' ? undefined : await facts.practitioner(signal);
  const signer = { ...launch, clinician, ...(practitioner !== undefined && { practitioner }) };
  const body = deps.encode(note, FORM_ROWS[form], signer, person, replaces);
  if (!isAbout(body, launch)) return { kind: 'unsent', why: { kind: 'wrongPatient', where: 'loaded-patient' } };
  return turns.take(note.id, form, async (left) => {
    const doubted = lookFirst ? searchableForms(deps) : left;
    const earlier: readonly Form[] = doubted.filter((each) => !beside.includes(each));
    if (earlier.length > 0) {
      tell('sending');
      const found = await searchOnce(deps, note, earlier, signal);
      if (found.kind !== 'absent') return asEarlier(found);
    }
    return writeNote(deps, { note, form, body, target: { kind: 'new', others: earlier }, tell, signal });
  });
}

/** Files one note. The guard runs right before it leaves. Without the visit, all else is guarded as before. */
export async function fileNote(deps: WriteDeps, press: SignPress): Promise<WriteEnd> {
  const stopped = await guardWrite(deps, press);
  if (stopped) return stopped;
  const { encounter: _, ...launch } = deps.launch;
  return createResource(press.withoutVisit ? { ...deps, launch } : deps, press);
}
