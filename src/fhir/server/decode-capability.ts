// Reads what a CapabilityStatement says about filing notes. Scopes and site settings are applied elsewhere.

import type { Form } from '../../interview/history/history.ts';
import type { Malformed } from '../../interview/ids.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { field, listAt, textAt } from '../datatypes/json.ts';
import { FORM_TYPES } from '../form-types.ts';

/** What the statement says about one form. False if it does not advertise it. */
export interface FormCapability {
  readonly create: boolean;
  readonly update: boolean;
  readonly conditionalCreate: boolean;
  /** A PUT to a new id creates the resource. */
  readonly updateCreate: boolean;
  readonly search: boolean;
  /** A search by `identifier` is listed. */
  readonly identifierSearch: boolean;
  /** The history of one resource can be read. */
  readonly history: boolean;
}

/** One row for each form a note can be filed in, and whether several resources can be written as one. */
export type Capability = { readonly [F in Form]: FormCapability } & { readonly transaction: boolean };

/** Decodes a statement. Malformed: another resource, or one without a server part. */
export function decodeCapability(resource: unknown): Result<Capability, Malformed> {
  if (textAt(resource, 'resourceType') !== 'CapabilityStatement') return err({ kind: 'malformed' });
  const server = listAt(resource, 'rest').find((rest) => textAt(rest, 'mode') === 'server');
  if (!Array.isArray(field(server, 'resource'))) return err({ kind: 'malformed' });
  const types = listAt(server, 'resource');
  return ok({
    observation: capabilityOf(types, FORM_TYPES.observation),
    document: capabilityOf(types, FORM_TYPES.document),
    response: capabilityOf(types, FORM_TYPES.response),
    transaction: listAt(server, 'interaction').some((one) => textAt(one, 'code') === 'transaction'),
  });
}

function capabilityOf(types: readonly unknown[], type: string): FormCapability {
  const rows = types.filter((row) => textAt(row, 'type') === type);
  const offers = (code: string) =>
    rows.some((row) => listAt(row, 'interaction').some((interaction) => textAt(interaction, 'code') === code));
  return {
    create: offers('create'),
    update: offers('update'),
    search: offers('search-type'),
    history: offers('history-instance'),
    updateCreate: offers('update') && rows.some((row) => field(row, 'updateCreate') === true),
    conditionalCreate: rows.some((row) => field(row, 'conditionalCreate') === true),
    identifierSearch: rows.some((row) =>
      listAt(row, 'searchParam').some((parameter) => textAt(parameter, 'name') === 'identifier'),
    ),
  };
}
