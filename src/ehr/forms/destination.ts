// Where a note can be filed. Site order, granted scopes and the EHR's capability statement must all allow it. Pure.

import { FORM_TYPES } from '../../fhir/form-types.ts';
import type { Capability } from '../../fhir/server/decode-capability.ts';
import { FORMS, type Form } from '../../interview/history/history.ts';
import type { EhrEntry, WriteType } from '../../site.ts';
import type { Destination, LaunchContext } from '../port.ts';
import { canWithNotes, type Scopes } from '../server/scopes.ts';
import type { Statement } from '../server/statement.ts';

type CopyWhy = Extract<Destination, { readonly kind: 'copy' }>['why'];

const formOf = (type: WriteType): Form => FORMS.find((form) => FORM_TYPES[form] === type) ?? 'observation';

/**
 * What decides where a note can go. `settings` are the site's for this EHR. `statement` is undefined while unread.
 * `closed` and `closedToUpdates` have the forms whose create or update was refused in this session.
 */
export interface DestinationInput {
  readonly settings: EhrEntry;
  readonly scopes: Scopes;
  readonly readOnly: LaunchContext['readOnly'];
  readonly statement: Capability | undefined;
  readonly closed: ReadonlySet<Form>;
  readonly closedToUpdates: ReadonlySet<Form>;
}

/** Whether the EHR accepts a create of this type, by the site's setting, else the statement. Undefined if not known. */
function takesCreate({ settings, statement }: DestinationInput, type: WriteType): boolean | undefined {
  const said = settings.write.capabilities?.[type];
  if (said) return said === 'yes';
  return statement?.[formOf(type)].create;
}

/** True if a create may send If-None-Exist: by the site's rule, else if the statement advertises it. */
export function mayCreateConditionally(settings: EhrEntry, statement: Capability | undefined, form: Form): boolean {
  const rule = settings.write.conditionalCreate;
  if (rule !== 'advertised') return rule === 'always';
  return statement?.[form].conditionalCreate === true;
}

/** Why no note in this form can be updated, or undefined. Site order, scope and statement must all allow it. */
export function whyNoUpdate(form: Form, input: DestinationInput): CopyWhy | undefined {
  const { settings, scopes, readOnly, statement, closedToUpdates } = input;
  const type = FORM_TYPES[form];
  // A sign-in that may not create may still update, so its scope is asked for below.
  if (readOnly === 'no-clinician' || readOnly === 'site') return readOnly;
  if (!settings.write.order.includes(type)) return 'site';
  if (!canWithNotes(scopes, type, 'update')) return 'no-scope';
  const isRefused = statement?.[form].update === false || settings.write.capabilities?.[type] === 'no';
  return isRefused || closedToUpdates.has(form) ? 'not-taken' : undefined;
}

/** True if a PUT may create a note under its own number: the statement advertises it and the scopes grant it. */
export function mayCreateByUpdate(scopes: Scopes, statement: Capability | undefined, form: Form): boolean {
  const type = FORM_TYPES[form];
  return statement?.[form].updateCreate === true && canWithNotes(scopes, type, 'update');
}

const isGranted = ({ scopes }: DestinationInput, type: WriteType) => canWithNotes(scopes, type, 'create');

/** Every form that is open now, in site order. Empty if this sign-in may not file at all. */
export function openForms(input: DestinationInput): readonly Form[] {
  if (input.readOnly) return [];
  const open = input.settings.write.order.filter(
    (type) => isGranted(input, type) && takesCreate(input, type) !== false,
  );
  return open.map(formOf).filter((form) => !input.closed.has(form));
}

/** The first open form, else copying with the reason. Source: docs/design/readiness-note.md, "Where a note can go". */
export function chooseDestination(input: DestinationInput): Destination {
  const { settings, readOnly } = input;
  if (readOnly) return { kind: 'copy', why: readOnly };
  const [form] = openForms(input);
  if (form) return { kind: 'form', form, confirmed: takesCreate(input, FORM_TYPES[form]) === true };
  return { kind: 'copy', why: settings.write.order.some((type) => isGranted(input, type)) ? 'not-taken' : 'no-scope' };
}

export type OpenForms = ReturnType<typeof createOpenForms>;

/** The forms that are open now, from all that is known. A form that was refused is closed for this session. */
export function createOpenForms(
  input: Pick<DestinationInput, 'settings' | 'scopes' | 'readOnly'>,
  statement: Statement,
) {
  const closed = new Set<Form>();
  const closedToUpdates = new Set<Form>();
  const now = (): DestinationInput => ({ ...input, statement: statement.known(), closed, closedToUpdates });
  return {
    now,
    close: (form: Form): void => void closed.add(form),
    closeToUpdates: (form: Form): void => void closedToUpdates.add(form),
    destination: (): Destination => chooseDestination(now()),
    /** The next open form besides those that already have the note. */
    nextForm: (held: readonly Form[]): Form | undefined => openForms(now()).find((form) => !held.includes(form)),
  };
}
