// What may be done with a filed note: by its author first, then by sign-in, site and statement. Source:
// docs/design/readiness-note.md, "Changing a filed note".

import { copiesOf, type FiledAt, type Form } from '../../interview/history/history.ts';
import type { NoteEntry } from '../../interview/history/visits.ts';
import type { Binding } from '../../interview/visit.ts';
import { type DestinationInput, type OpenForms, openForms, whyNoUpdate } from '../forms/destination.ts';
import type { ChangeRights, ChangeWay, ClosedWhy } from '../port.ts';
import type { Statement } from '../server/statement.ts';
import type { FactsAtSigning } from './facts-at-signing.ts';

/** `ownReferences` are those under which this clinician signs. */
export interface RightsInput extends DestinationInput {
  readonly ownReferences: readonly string[];
}

const closed = (why: ClosedWhy): ChangeWay => ({ kind: 'closed', why });

export interface RightsDeps {
  readonly launch: Binding;
  readonly facts: Pick<FactsAtSigning, 'practitioner'>;
  readonly forms: Pick<OpenForms, 'now'>;
  readonly statement: Pick<Statement, 'readSoon'>;
}

/** The references under which this clinician signs: that of the sign-in, and the person behind a role. */
export async function readOwnReferences(
  { launch, facts }: Pick<RightsDeps, 'launch' | 'facts'>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { clinician } = launch;
  if (clinician === undefined) return [];
  const practitioner = await facts.practitioner(signal);
  return practitioner === undefined || practitioner === clinician ? [clinician] : [clinician, practitioner];
}

export const rightsInput = ({ forms }: Pick<RightsDeps, 'forms'>, ownReferences: readonly string[]): RightsInput => ({
  ...forms.now(),
  ownReferences,
});

export async function readRights(deps: RightsDeps, entry: NoteEntry, signal: AbortSignal): Promise<ChangeRights> {
  const [ownReferences] = await Promise.all([readOwnReferences(deps, signal), deps.statement.readSoon(signal)]);
  return rightsOf(entry, rightsInput(deps, ownReferences));
}

/** True if one of the note's authors is this clinician. Names are never compared. */
export function isOwnAuthor({ authors }: NoteEntry, ownReferences: readonly string[]): boolean {
  return authors.some((author) => ownReferences.includes(author));
}

/** True if the person behind a role is not known. A note of that person is then not known to be their own. */
const isRoleAlone = (ownReferences: readonly string[]): boolean =>
  ownReferences.every((reference) => reference.startsWith('PractitionerRole/'));

/** Why the note itself cannot be changed, or undefined. */
function whyNot(entry: NoteEntry, { ownReferences }: RightsInput): ClosedWhy | undefined {
  if (entry.standing === 'retracted') return 'retracted';
  if (entry.standing === 'superseded') return 'replaced';
  if (!entry.ours) return 'other-software';
  if (ownReferences.length === 0) return 'no-clinician';
  if (entry.authors.length === 0) return 'no-author';
  if (!isOwnAuthor(entry, ownReferences)) return isRoleAlone(ownReferences) ? 'role-unread' : 'someone-else';
  if (entry.standing === 'draft') return 'not-final';
  return entry.altered ? 'altered' : undefined;
}

function updateWay(form: Form, input: DestinationInput): ChangeWay {
  const why = whyNoUpdate(form, input);
  return why ? closed(why) : { kind: 'update', confirmed: input.statement?.[form].update === true };
}

/** A new note that replaces this one: in the same form if that is open, else in the first open form. */
function replaceWay(form: Form, input: RightsInput, otherwise: ClosedWhy): ChangeWay {
  const open = openForms(input);
  const chosen = open.includes(form) ? form : open[0];
  return chosen ? { kind: 'replace', form: chosen } : closed(otherwise);
}

/** The note's other places that would keep their text, because their form cannot be changed from here. */
function remainsOf(entry: NoteEntry, input: RightsInput): ChangeRights['remains'] {
  const isOpen = ({ form }: FiledAt): boolean => !whyNoUpdate(form, input);
  const isReplaced = ({ form }: FiledAt): boolean => form === 'document' && openForms(input).includes(form);
  const retract = (entry.alsoFiled ?? []).filter((at) => !isOpen(at));
  const change = copiesOf(entry).filter((at) => !(at.form === 'document' ? isReplaced(at) : isOpen(at)));
  return retract.length + change.length > 0 ? { change, retract } : undefined;
}

/** A document is never edited: a new document replaces it. */
export function rightsOf(entry: NoteEntry, input: RightsInput): ChangeRights {
  const why = whyNot(entry, input);
  if (why) return { change: closed(why), retract: closed(why) };
  const { form } = entry.filed;
  const update = updateWay(form, input);
  const remains = remainsOf(entry, input);
  if (form !== 'document' && update.kind === 'update') return { change: update, retract: update, remains };
  const change = replaceWay(form, input, update.kind === 'closed' ? update.why : 'not-taken');
  return { change, retract: update, remains };
}
