// Where a note can go: site order, granted scopes and the EHR's statement must all agree. Pure.

import { type Capability, FORM_TYPES } from '../fhir/decode-capability.ts';
import { FORMS, type Form } from '../interview/history.ts';
import type { EhrEntry, WriteType } from '../site.ts';
import type { Destination, LaunchContext } from './port.ts';
import { can, type ScopedResource, type Scopes } from './scopes.ts';

const formOf = (type: WriteType): Form => FORMS.find((form) => FORM_TYPES[form] === type) ?? 'observation';

/** What decides the destination. `statement` is undefined while unread; `closed` are forms this session was refused. */
export interface DestinationInput {
  readonly entry: EhrEntry;
  readonly scopes: Scopes;
  readonly readOnly: LaunchContext['readOnly'];
  readonly statement: Capability | undefined;
  readonly closed: ReadonlySet<Form>;
  /** An example of what each form would file, for scopes limited to a category; forms not listed cannot be made. */
  readonly samples: Readonly<Partial<Record<WriteType, ScopedResource>>>;
}

/** Whether the EHR takes a create of this type: the site's word first, then the statement; undefined: not known. */
function takesCreate({ entry, statement }: DestinationInput, type: WriteType): boolean | undefined {
  const said = entry.write.capabilities?.[type];
  if (said) return said === 'yes';
  return statement?.[formOf(type)].create;
}

/** True where a create may carry If-None-Exist: the site's rule, and by default what the statement advertises. */
export function mayCreateConditionally(entry: EhrEntry, statement: Capability | undefined, form: Form): boolean {
  const rule = entry.write.conditionalCreate;
  if (rule !== 'advertised') return rule === 'always';
  return statement?.[form].conditionalCreate === true;
}

/** The first open form in site order, else copying, with its why. Source: fhir-and-ehrs.md section 7. */
export function chooseDestination(input: DestinationInput): Destination {
  const { entry, scopes, readOnly, closed, samples } = input;
  if (readOnly) return { kind: 'copy', why: readOnly };
  const granted = entry.write.order.filter((type) => samples[type] && can(scopes, type, 'create', samples[type]));
  if (!granted.length) return { kind: 'copy', why: 'no-scope' };
  const open = granted.find((type) => !closed.has(formOf(type)) && takesCreate(input, type) !== false);
  if (!open) return { kind: 'copy', why: 'not-taken' };
  return { kind: 'form', form: formOf(open), confirmed: takesCreate(input, open) === true };
}
