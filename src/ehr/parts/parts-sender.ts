// Sends a note's Observation together with its parts, if the site asks for them and the server takes transactions. The
// write machine still sends one resource and gets one response. Each part is read back and compared afterwards.

import { type Fields, field, listAt, textAt } from '../../fhir/datatypes/json.ts';
import { noteIdIn } from '../../fhir/note-id.ts';
import {
  isPart,
  type PartResource,
  type PartSettings,
  partResources,
  saysRetracted,
} from '../../fhir/parts/note-parts.ts';
import { type BundleItem, firstOf, newPart, type PartWay, withLinks } from '../../fhir/parts/parts-bundle.ts';
import type { LostPart } from '../../interview/note/lost-part.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { FetchFault } from '../faults.ts';
import type { WriteEnd } from '../port.ts';
import { readPath } from '../server/address.ts';
import type { ChartAccess } from '../server/chart-access.ts';
import { type Reply, replyOf, type ServerFetch, type ServerRequest } from '../server/fetch.ts';
import type { Statement } from '../server/statement.ts';
import { partUpdates } from './part-updates.ts';
import { partsOfEarlier, provenParts, type WriteKind } from './prove-parts.ts';
import { readParts } from './read-parts.ts';

/** The statement says whether the server takes transactions. */
export interface PartsInput extends Pick<ChartAccess, 'base' | 'fetchOne'> {
  readonly settings: PartSettings;
  readonly statement: Statement;
}

export type PartsSender = ReturnType<typeof createPartsSender>;

const numberOf = (resource: unknown): string | undefined => noteIdIn(field(resource, 'identifier'));
const isNote = (body: unknown): boolean =>
  textAt(body, 'resourceType') === 'Observation' && !isPart(body) && numberOf(body) !== undefined;

const freshUrl = (): string => `urn:uuid:${crypto.randomUUID()}`;

/** The new parts of a note, each with a temporary address until the server assigns one. */
function creations(
  note: unknown,
  parts: readonly PartResource[],
  reference: string,
  way: PartWay,
): { readonly items: readonly BundleItem[]; readonly note: Fields } {
  const noteId = numberOf(note) ?? '';
  const placed = parts.map((part) => ({ part, fullUrl: freshUrl() }));
  const goal = placed.find(({ part }) => part.name === 'goal')?.fullUrl;
  const items = placed.map(({ part, fullUrl }) => newPart(part, { note: reference, goal, noteId, fullUrl }, way));
  const members = placed.flatMap(({ part, fullUrl }) => (part.name === 'goal' ? [] : [fullUrl]));
  return { items, note: withLinks(note, members, goal) };
}

/** A create with its parts, or undefined if this note has none. */
function newNote({ settings }: PartsInput, asked: ServerRequest): readonly BundleItem[] | undefined {
  const parts = partResources(asked.body, settings);
  if (parts.length === 0) return undefined;
  const isPut = asked.method === 'PUT';
  const way = isPut ? 'put' : asked.ifNoneExist === undefined ? 'plain' : 'conditional';
  const fullUrl = freshUrl();
  const { items, note } = creations(asked.body, parts, isPut ? asked.path : fullUrl, way);
  const request = isPut
    ? ({ method: 'PUT', url: asked.path, ifNoneMatch: '*' } as const)
    : ({ method: 'POST', url: 'Observation', ifNoneExist: asked.ifNoneExist } as const);
  return [{ fullUrl, resource: note, request }, ...items];
}

/**
 * A change of a stored note and the updates of its parts. Undefined if the parts stay the same. Fails if the note or one
 * of its parts cannot be read. A part that was not read would stay as it is, or be created again.
 */
async function nextVersion(
  input: PartsInput,
  asked: ServerRequest,
): Promise<Result<readonly BundleItem[] | undefined, FetchFault>> {
  if (listAt(asked.body, 'hasMember').length + listAt(asked.body, 'focus').length === 0) return ok(undefined);
  const before = await input.fetchOne({ method: 'GET', path: asked.path, signal: asked.signal });
  if (!before.ok) return before;
  const { stored, unread } = await readParts(input, before.value.resource, asked.signal);
  if (unread) return err(unread);
  if (stored.length === 0) return ok(undefined);
  const { updates, missing } = partUpdates(before.value.resource, asked.body, stored, input.settings);
  if (updates.length + missing.length === 0) return ok(undefined);
  const { items, note } = creations(asked.body, missing, asked.path, 'plain');
  const request = { method: 'PUT', url: asked.path, ifMatch: asked.ifMatch } as const;
  return ok([{ resource: note, request }, ...updates, ...items]);
}

function replyOfNote(base: string, reply: Reply): Result<Reply, FetchFault> {
  if (reply.status === 202) return ok(reply);
  const first = firstOf(reply.resource);
  return first ? ok(replyOf(base, first)) : err({ kind: 'badResponse' });
}

/** A server that refuses transactions as such. A gateway may say 403 after the transaction was stored. */
const TAKES_NONE: readonly FetchFault['kind'][] = ['forbidden', 'notFound', 'notSupported'];
const STORED_NOTHING: readonly FetchFault['kind'][] = ['notFound', 'notSupported'];

/** Updates the parts one after another. The error is that of the first update that failed. */
async function updateParts(
  { fetchOne }: PartsInput,
  items: readonly BundleItem[],
  signal: AbortSignal,
): Promise<Result<undefined, FetchFault>> {
  for (const { resource, request } of items.slice(1).filter((one) => one.request.method === 'PUT')) {
    const { url, ifMatch } = request;
    const answer = await fetchOne({ method: 'PUT', path: url, body: resource, ifMatch, signal });
    if (!answer.ok) return answer;
  }
  return ok(undefined);
}

/**
 * Sends a change without a transaction, if the server no longer takes them. A retraction reaches the parts first, so that
 * the note still shows until all are done. Any other change reaches the note first: if that is refused, the parts stay as
 * they are. A part that then fails is found when the parts are read back.
 */
async function oneByOne(
  input: PartsInput,
  items: readonly BundleItem[],
  asked: ServerRequest,
): ReturnType<ServerFetch> {
  if (saysRetracted(asked.body)) {
    const updated = await updateParts(input, items, asked.signal);
    return updated.ok ? input.fetchOne(asked) : updated;
  }
  const answer = await input.fetchOne(asked);
  if (answer.ok) await updateParts(input, items, asked.signal);
  return answer;
}

export function createPartsSender(input: PartsInput) {
  let isRefused = false;
  const withParts = new Set<string>();
  const together = async (asked: ServerRequest): ReturnType<ServerFetch> => {
    const isNew = asked.ifMatch === undefined;
    const made = isNew ? ok(newNote(input, asked)) : await nextVersion(input, asked);
    if (!made.ok) return err({ ...made.error, sent: 'nothing' });
    const items = made.value;
    if (!items) return input.fetchOne(asked);
    const offers = !isRefused && (await input.statement.readSoon(asked.signal))?.transaction === true;
    if (isNew && !offers) return input.fetchOne(asked);
    withParts.add(numberOf(asked.body) ?? '');
    if (!offers) return oneByOne(input, items, asked);
    const { signal, prefer } = asked;
    const body = { resourceType: 'Bundle', type: 'transaction', entry: items };
    const answer = await input.fetchOne({ method: 'POST', path: input.base, body, prefer, signal });
    if (answer.ok) return replyOfNote(input.base, answer.value);
    const failed = err({ ...answer.error, sent: 'transaction' } as const);
    if (!TAKES_NONE.includes(answer.error.kind)) return failed;
    isRefused = true;
    if (!isNew) return oneByOne(input, items, asked);
    return STORED_NOTHING.includes(answer.error.kind) ? input.fetchOne(asked) : failed;
  };
  return {
    /** Names the parts of a stored note that another note has replaced, for `lost`. */
    ofEarlier: async (note: unknown, signal: AbortSignal): Promise<readonly LostPart[]> =>
      partsOfEarlier(await readParts(input, note, signal)),
    /** Sends the parts along with a note. */
    fetchOne: (asked: ServerRequest): ReturnType<ServerFetch> =>
      asked.method !== 'GET' && isNote(asked.body) ? together(asked) : input.fetchOne(asked),
    /** Reads the parts of a note that was filed or changed, and names those that differ from the note. */
    prove: async (end: WriteEnd, written: WriteKind, signal: AbortSignal): Promise<WriteEnd> => {
      if (end.kind !== 'filed' || end.entry.kind !== 'note' || !withParts.has(end.entry.note.id)) return end;
      const read = await input.fetchOne({ method: 'GET', path: readPath('Observation', end.at.resourceId), signal });
      const note = read.ok ? read.value.resource : undefined;
      return provenParts(end, written, note, await readParts(input, note, signal), input.settings);
    },
  };
}
