// Files a note in one form: when it is signed, in a second form, or in place of an older note. It searches first if an
// earlier attempt may have arrived. It never changes to another form by itself.

import type { EncodeContext } from '../../fhir/observation/encode-observation.ts';
import type { Form } from '../../interview/history/history.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import { searchableForms } from '../history/search.ts';
import type { Signing, WriteEnd } from '../port.ts';
import { type SearchControl, searchOnce } from './find-filed-note.ts';
import { guardWrite } from './guard-write.ts';
import { isAbout } from './patient-guard.ts';
import { asEarlier, type WriteDeps, writeNote } from './write.ts';

/** One signing, with its progress callback and its abort signal. */
export type SignPress = Signing & SearchControl;

/** Forms that an earlier page may have sent the note in without a record of it. */
const unrecordedForms = (deps: WriteDeps, { lookFirst = false }: SignPress): readonly Form[] =>
  lookFirst ? searchableForms(deps).filter(deps.mayHold) : [];

/** What a new resource needs besides its note. `replaces` names the older note. `guard` has passed already. */
interface NewResource {
  readonly guard: () => Promise<WriteEnd | undefined>;
  readonly replaces?: EncodeContext['replaces'];
}

/** Writes a new resource for a note that has passed the guard. */
export async function createResource(
  deps: WriteDeps,
  press: SignPress,
  { guard, replaces }: NewResource,
): Promise<WriteEnd> {
  const { note, form, person, report, signal, heldForms = [], sentForms = [] } = press;
  const { launch, facts, writeLock } = deps;
  const { clinician = '' } = launch;
  const practitioner = form === 'observation' ? undefined : await facts.practitioner(signal);
  const visitName = launch.encounter === undefined ? undefined : facts.visitName(launch.encounter);
  const signer = { ...launch, clinician, practitioner, visitName };
  const body = FORM_ROWS[form].encode(note, deps.contextOf(signer, person, replaces));
  if (!isAbout(body, launch)) return { kind: 'unsent', why: { kind: 'wrongPatient', where: 'loaded-patient' } };
  return writeLock.take(note.id, form, async (maybeSentIn) => {
    const doubted = new Set([...maybeSentIn, ...sentForms, ...unrecordedForms(deps, press)]);
    const earlier = [...doubted].filter((each) => !heldForms.includes(each));
    if (earlier.length > 0) {
      report('sending');
      const found = await searchOnce(deps, note, earlier, signal);
      if (found.kind !== 'absent') return asEarlier(found);
    }
    const target = { kind: 'new', others: earlier, guard } as const;
    return writeNote(deps, { note, form, body, target, report, signal });
  });
}

/**
 * Files one note. The guard runs right before the note is sent. Without the visit, the guard checks everything else.
 */
export async function fileNote(deps: WriteDeps, press: SignPress): Promise<WriteEnd> {
  const guard = () => guardWrite(deps, press);
  const stopped = await guard();
  if (stopped) return stopped;
  const { encounter: _, ...launch } = deps.launch;
  return createResource(press.withoutVisit ? { ...deps, launch } : deps, press, { guard });
}
