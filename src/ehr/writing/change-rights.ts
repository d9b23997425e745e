// What may be done with a note that is filed: by whose it is, then by what sign-in, site and statement allow. Pure.
// Source: docs/design/readiness-note.md, "Changing a filed note".

import { FORM_TYPES } from '../../fhir/form-types.ts';
import type { FiledAt, Form } from '../../interview/history/history.ts';
import { type DestinationInput, openForms } from '../forms/destination.ts';
import type { ChangeRights, ChangeWay, ClosedWhy, FiledNote } from '../port.ts';
import { can, SAMPLES } from '../server/scopes.ts';

/** What decides. `selves`: the references under which this clinician signs; `noUpdate`: forms an update was refused in. */
export interface RightsInput extends DestinationInput {
  readonly selves: readonly string[];
  readonly noUpdate: ReadonlySet<Form>;
}

const closed = (why: ClosedWhy): ChangeWay => ({ kind: 'closed', why });

/** True when one of the references that answer for a note is this clinician's. Names are never compared. */
export function isOwnAuthor({ authors }: FiledNote, selves: readonly string[]): boolean {
  return authors.some((author) => selves.includes(author));
}

/** Why the note itself stays as it is, or undefined. */
function whyNot(entry: FiledNote, { selves, readOnly }: RightsInput): ClosedWhy | undefined {
  if (entry.standing === 'retracted') return 'retracted';
  if (entry.standing === 'superseded') return 'replaced';
  if (!entry.ours) return 'other-software';
  if (selves.length === 0) return 'no-clinician';
  if (entry.authors.length === 0) return 'no-author';
  if (!isOwnAuthor(entry, selves)) return 'someone-else';
  if (entry.standing === 'draft') return 'not-final';
  if (entry.altered) return 'altered';
  return readOnly === 'no-clinician' || readOnly === 'site' ? readOnly : undefined;
}

/** A new version in its place: site order, scope and statement must all agree, as they must for a create. */
export function updateWay(form: Form, { entry, scopes, statement, noUpdate }: RightsInput): ChangeWay {
  const type = FORM_TYPES[form];
  if (!entry.write.order.includes(type)) return closed('site');
  if (!can(scopes, type, 'update', SAMPLES[type])) return closed('no-scope');
  const isOffered = statement?.[form].update;
  if (noUpdate.has(form) || isOffered === false || entry.write.capabilities?.[type] === 'no')
    return closed('not-taken');
  return { kind: 'update', confirmed: isOffered === true };
}

/** A note of its own that names this one: in the same form where that is open, else in the first open one. */
function replaceWay(form: Form, input: RightsInput, otherwise: ClosedWhy): ChangeWay {
  const open = openForms(input);
  const chosen = open.includes(form) ? form : open[0];
  return chosen ? { kind: 'replace', form: chosen } : closed(otherwise);
}

/** The other places of a note that would still say what they say, because nothing of their form can be changed from here. */
function remainsOf({ alsoFiled = [] }: FiledNote, input: RightsInput): Pick<ChangeRights, 'remains'> {
  const isOpen = ({ form }: FiledAt): boolean => updateWay(form, input).kind === 'update';
  const isReplaced = ({ form }: FiledAt): boolean => form === 'document' && openForms(input).includes(form);
  const retract = alsoFiled.filter((at) => !isOpen(at));
  const change = alsoFiled.filter((at) => !(at.form === 'document' ? isReplaced(at) : isOpen(at)));
  return retract.length + change.length > 0 ? { remains: { change, retract } } : {};
}

/** What may be done with this note now. A document's text is never edited: a new document replaces it. */
export function rightsOf(entry: FiledNote, input: RightsInput): ChangeRights {
  const why = whyNot(entry, input);
  if (why) return { change: closed(why), retract: closed(why) };
  const { form } = entry.filed;
  const update = updateWay(form, input);
  const remains = remainsOf(entry, input);
  if (form !== 'document' && update.kind === 'update') return { change: update, retract: update, ...remains };
  return {
    change: replaceWay(form, input, update.kind === 'closed' ? update.why : 'not-taken'),
    retract: update,
    ...remains,
  };
}
