// A note and its parts as one transaction, and the response to it. Pure. Source: FHIR R4, "RESTful API", section
// "batch/transaction".

import { asObject, type Fields, field, listAt, textAt } from '../datatypes/json.ts';
import { PART_ID } from '../identity.ts';
import { noteIdIn } from '../note-id.ts';
import type { PartResource } from './note-parts.ts';

/** One resource of a transaction, and how it is written. */
export interface BundleItem {
  readonly fullUrl?: string;
  readonly resource: Fields;
  readonly request: {
    readonly method: 'PUT' | 'POST';
    readonly url: string;
    readonly ifMatch?: string | undefined;
    readonly ifNoneMatch?: string | undefined;
    readonly ifNoneExist?: string | undefined;
  };
}

/** How the note itself is created, which decides how its parts are: under their own numbers, once only, or plainly. */
export type PartWay = 'put' | 'conditional' | 'plain';

/** A new part. `note` is the reference to the note, `goal` the one to the Goal, `fullUrl` the address of the part. */
export function newPart(
  part: PartResource,
  at: { readonly note: string; readonly goal: string | undefined; readonly noteId: string; readonly fullUrl: string },
  way: PartWay,
): BundleItem {
  const type = textAt(part.resource, 'resourceType') ?? '';
  const { note, goal, noteId, fullUrl } = at;
  const named = [{ reference: note }];
  const focus = goal === undefined ? undefined : [{ reference: goal }];
  const resource = { ...part.resource, ...(type === 'Goal' ? { addresses: named } : { focus, derivedFrom: named }) };
  // As an id it has at most 64 characters, as FHIR allows.
  const id = `${noteId}-${part.name}`;
  if (way === 'put') {
    const request = { method: 'PUT', url: `${type}/${id}`, ifNoneMatch: '*' } as const;
    return { fullUrl, resource: { ...resource, id }, request };
  }
  const identifier = encodeURIComponent(`${PART_ID}|${id}`);
  const ifNoneExist = way === 'conditional' ? `identifier=${identifier}` : undefined;
  return { fullUrl, resource, request: { method: 'POST', url: type, ifNoneExist } };
}

/** The note with the new parts among those it names already. */
export function withLinks(note: unknown, members: readonly string[], goal: string | undefined): Fields {
  const hasMember = [...listAt(note, 'hasMember'), ...members.map((reference) => ({ reference }))];
  const focus = [...listAt(note, 'focus'), ...(goal === undefined ? [] : [{ reference: goal }])];
  return { ...asObject(note), ...(focus.length > 0 && { focus }), ...(hasMember.length > 0 && { hasMember }) };
}

/** What the response says about the first entry, which is the note. Undefined if it says nothing usable. */
export function firstOf(response: unknown) {
  const [entry] = listAt(response, 'entry');
  const said = field(entry, 'response');
  const status = Number(/^\s*(\d{3})\b/.exec(textAt(said, 'status') ?? '')?.[1]);
  if (!(status >= 200 && status < 300)) return undefined;
  const resource = field(entry, 'resource');
  return {
    status,
    resource: noteIdIn(field(resource, 'identifier')) ? asObject(resource) : undefined,
    etag: textAt(said, 'etag'),
    link: textAt(said, 'location'),
  };
}
