// Changing filed notes, for one launch: what may be done, doing it, and looking whether it was done. It puts the ways
// together and guards them; each way is a module of its own.

import type { Form } from '../../interview/history/history.ts';
import { ok } from '../../lib/result.ts';
import type { DestinationInput } from '../forms/destination.ts';
import type { ChangeEnd, Changing, Ehr } from '../port.ts';
import { type AmendInput, type ChangePress, changeInPlace, lookAt } from './amend.ts';
import { isOwnAuthor, type RightsInput, rightsOf } from './change-rights.ts';
import { refusal } from './file-note.ts';
import { changeBeside, standingBeside } from './other-copies.ts';
import { findReplacement, replaceNote } from './replace-note.ts';

/** The part of the Ehr port that is about changes. */
export type Changes = Pick<Ehr, 'changeRights' | 'changeNote' | 'findChange'>;

/** What is known of the way notes go, and what a refusal teaches. */
export interface WaysKnown {
  readonly now: () => DestinationInput;
  /** Reads the statement, where it was not. */
  readonly learn: (signal: AbortSignal) => Promise<unknown>;
  readonly close: (form: Form) => void;
}

/** What changing needs. */
export type ChangesInput = Omit<AmendInput, 'closeUpdate'> & { readonly ways: WaysKnown };

/** The references under which this clinician signs: the one of the sign-in, and the person behind a role. */
async function selvesOf({ launch, facts }: ChangesInput, signal: AbortSignal): Promise<readonly string[]> {
  const { clinician } = launch;
  if (clinician === undefined) return [];
  const practitioner = await facts.practitioner(signal);
  return practitioner === undefined || practitioner === clinician ? [clinician] : [clinician, practitioner];
}

/** What stands against this press, or who signs. */
async function guarded(
  input: ChangesInput,
  changing: Changing,
  signal: AbortSignal,
): Promise<ChangeEnd | { readonly kind: 'may'; readonly signer: ChangePress['signer'] }> {
  const { launch, session } = input;
  const wrong = await refusal(input, { person: changing.person, draft: changing.draft, signal });
  if (wrong?.kind === 'sessionEnded' || session.isEnded()) return { kind: 'sessionEnded' };
  if (wrong) return { kind: 'refused', why: wrong };
  const selves = await selvesOf(input, signal);
  const { clinician } = launch;
  if (!clinician || !isOwnAuthor(changing.base, selves))
    return { kind: 'refused', why: { kind: 'wrongPatient', where: 'author' } };
  const practitioner = selves.at(-1);
  const isCoded = changing.base.filed.form === 'observation';
  return { kind: 'may', signer: { ...launch, clinician, ...(practitioner && !isCoded && { practitioner }) } };
}

type Input = ChangesInput & AmendInput & { readonly noUpdate: ReadonlySet<Form> };

/** What decides the rights in a note at this moment. */
async function known(input: Input, signal: AbortSignal): Promise<RightsInput> {
  return { ...input.ways.now(), selves: await selvesOf(input, signal), noUpdate: input.noUpdate };
}

const REFUSES_FORM: readonly string[] = ['forbidden', 'notFound', 'notSupported', 'invalid'];

async function change(input: Input, press: ChangePress): Promise<ChangeEnd> {
  const { way, base } = press;
  const end = await (way.kind === 'replace' ? replaceNote(input, press) : changeInPlace(input, press));
  if (way.kind === 'replace' && end.kind === 'refused' && REFUSES_FORM.includes(end.why.kind))
    input.ways.close(way.form);
  if (end.kind !== 'changed' || !base.alsoFiled?.length) return end;
  const rights = await known(input, press.signal);
  const { left, alsoFiled } = await changeBeside(input, press, (entry) => rightsOf(entry, rights));
  return { ...end, left, entry: { ...end.entry, alsoFiled } };
}

/** Changes over one launch. */
export function createChanges(given: ChangesInput): Changes {
  const noUpdate = new Set<Form>();
  const input: Input = { ...given, noUpdate, closeUpdate: (form: Form) => void noUpdate.add(form) };
  return {
    changeRights: async (entry, signal) => {
      await Promise.all([selvesOf(input, signal), input.ways.learn(signal)]);
      return ok(rightsOf(entry, await known(input, signal)));
    },
    changeNote: async (changing, tell, signal) => {
      const may = await guarded(input, changing, signal);
      return may.kind === 'may' ? change(input, { ...changing, signer: may.signer, tell, signal }) : may;
    },
    findChange: async (changing, signal) => {
      const { way } = changing;
      const end = await (way.kind === 'replace'
        ? findReplacement(input, changing, signal)
        : lookAt(input, changing, 'lost', signal));
      return end.kind === 'changed' ? { ...end, left: await standingBeside(input, changing, signal) } : end;
    },
  };
}
