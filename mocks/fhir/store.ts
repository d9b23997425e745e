// Stores every version of every resource of the sandbox in memory, with an index by patient. Checks nothing: scopes,
// validation and HTTP come before it, and the chart page reads it directly.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Coding, Resource } from 'fhir/r4';
import { patientsNamed } from './compartment.ts';
import { textsAt } from './fields.ts';
import { matchesQuery, parseQuery, type Query } from './search/search-match.ts';

/** A resource as stored, with its id. */
export type Stored = Resource & { readonly id: string };

/** One version. `resource` is absent if the version is a deletion. `at` is an instant in ISO form. */
export interface Version {
  readonly type: string;
  readonly id: string;
  readonly versionId: string;
  readonly at: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly resource?: Stored;
}

/** `base` is the FHIR base URL, which separates own references from foreign ones. `now` is milliseconds since 1970. */
export interface StoreOptions {
  readonly base?: string;
  readonly now?: () => number;
  /** Versions of an earlier run, oldest first. If given, the seed is left out. */
  readonly versions?: readonly Version[];
}

/** The chart's storage. Nothing here fails except a search that cannot be parsed. */
export interface Store {
  read(type: string, id: string): Stored | undefined;
  /** Throws a RangeError for parameters that the server does not know. Over HTTP that is 400. */
  search(type: string, params: URLSearchParams | Readonly<Record<string, string>>): readonly Stored[];
  /** All resources of a type that are not deleted, last written first. */
  all(type: string): readonly Stored[];
  /** All versions, newest first. Without an id, of the whole type. */
  history(type: string, id?: string): readonly Version[];
  /** Writes a first version under a new id, or under the given resource's id if `keepId`. */
  create(resource: Resource, keepId?: boolean): Stored;
  /** Writes the next version (or a first one). An equal resource stays as it is. */
  update(resource: Stored): Stored;
  /** Marks as deleted. Does nothing if it does not exist. */
  remove(type: string, id: string): Version | undefined;
  /** All resources that are not deleted, oldest write first. */
  snapshot(): Resource[];
  /** Every version of all types, oldest first. This is what persistence stores. */
  versions(): readonly Version[];
  /** Calls back after every change (once after a transaction). Returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Last written first. */
  find(type: string, query: Query, patientIds?: readonly string[]): readonly Stored[];
  latest(type: string, id: string): Version | undefined;
  patientsOf(resource: Resource): readonly string[];
  /** Runs synchronous work. If it returns false, everything it wrote is undone. */
  atomically(work: () => boolean): void;
  readonly base: string;
}

/** The resource without what the server itself sets. */
function unversioned({ meta, ...resource }: Stored): unknown {
  const { versionId: _version, lastUpdated: _at, ...labels } = meta ?? {};
  return { ...resource, labels };
}

/** The resource with every tag and security label of the version before. */
function withLabelsOf(before: Stored, after: Stored): Stored {
  const labels = (name: 'tag' | 'security'): readonly Coding[] => {
    const now = after.meta?.[name] ?? [];
    const lost = (before.meta?.[name] ?? []).filter((old) => !now.some((each) => isDeepStrictEqual(each, old)));
    return [...now, ...lost];
  };
  const [tag, security] = [labels('tag'), labels('security')];
  if (tag.length + security.length === 0) return after;
  const meta = { ...after.meta, ...(tag.length > 0 && { tag }), ...(security.length > 0 && { security }) };
  return { ...after, meta } as Stored;
}

interface Shelf {
  readonly byId: Map<string, Version[]>;
  readonly byPatient: Map<string, Set<string>>;
}

/** A store with the seed. Seeds keep their id and, if present, `meta.lastUpdated` and `versionId`. */
export async function createStore(seed: readonly Resource[], options: StoreOptions = {}): Promise<Store> {
  const shelves = new ShelfRoom(options.base ?? 'http://localhost/fhir', options.now ?? Date.now);
  if (options.versions === undefined) for (const resource of seed) shelves.plant(resource);
  else for (const version of options.versions) shelves.put(version);
  return shelves.asStore();
}

/** The stored versions, and the log from which a transaction can be undone. */
class ShelfRoom {
  readonly #shelves = new Map<string, Shelf>();
  readonly #log: Version[] = [];
  readonly #order = new WeakMap<Resource, number>();
  readonly #listeners = new Set<() => void>();
  readonly #base: string;
  readonly #now: () => number;
  #written = 0;
  #quiet = false;

  constructor(base: string, now: () => number) {
    this.#base = base;
    this.#now = now;
  }

  plant(resource: Resource): void {
    const id = resource.id ?? randomUUID();
    const at = resource.meta?.lastUpdated ?? this.#instant();
    const versionId = resource.meta?.versionId ?? '1';
    this.put(this.#version('POST', { ...resource, id }, versionId, at));
  }

  put(version: Version): void {
    const shelf = this.#shelf(version.type);
    const versions = shelf.byId.get(version.id) ?? [];
    this.#unindex(shelf, versions.at(-1));
    versions.push(version);
    shelf.byId.set(version.id, versions);
    this.#index(shelf, version);
    this.#log.push(version);
    this.#written += 1;
    if (version.resource !== undefined) this.#order.set(version.resource, this.#written);
  }

  asStore(): Store {
    return {
      base: this.#base,
      read: (type, id) => this.#latest(type, id)?.resource,
      latest: (type, id) => this.#latest(type, id),
      all: (type) => this.#living(type),
      search: (type, params) => this.#search(type, new URLSearchParams(params)),
      find: (type, query, patientIds) =>
        this.#living(type, patientIds).filter((resource) => matchesQuery(query, resource, this.#base)),
      history: (type, id) => this.#history(type, id),
      create: (resource, keepId = false) => this.#create(resource, keepId),
      update: (resource) => this.#update(resource),
      remove: (type, id) => this.#remove(type, id),
      snapshot: () => this.#snapshot(),
      versions: () => this.#log,
      onChange: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      patientsOf: (resource) => this.#patientsOf(resource),
      atomically: (work) => this.#atomically(work),
    };
  }

  #instant = (): string => new Date(this.#now()).toISOString();

  #version(method: 'POST' | 'PUT', resource: Stored, versionId: string, at: string): Version {
    const meta = { ...resource.meta, versionId, lastUpdated: at };
    const { resourceType, id } = resource;
    return { type: resourceType, id, versionId, at, method, resource: { ...resource, meta } };
  }

  #shelf(type: string): Shelf {
    const shelf = this.#shelves.get(type) ?? { byId: new Map(), byPatient: new Map() };
    this.#shelves.set(type, shelf);
    return shelf;
  }

  #index(shelf: Shelf, version: Version): void {
    if (version.resource === undefined) return;
    for (const patient of patientsNamed(version.resource, this.#base)) {
      const ids = shelf.byPatient.get(patient) ?? new Set();
      ids.add(version.id);
      shelf.byPatient.set(patient, ids);
    }
  }

  #unindex(shelf: Shelf, version: Version | undefined): void {
    if (version?.resource === undefined) return;
    for (const patient of patientsNamed(version.resource, this.#base)) shelf.byPatient.get(patient)?.delete(version.id);
  }

  #latest(type: string, id: string): Version | undefined {
    return this.#shelves.get(type)?.byId.get(id)?.at(-1);
  }

  #living(type: string, patientIds?: readonly string[]): readonly Stored[] {
    const shelf = this.#shelves.get(type);
    if (shelf === undefined) return [];
    const ids =
      patientIds === undefined
        ? shelf.byId.keys()
        : new Set(patientIds.flatMap((patient) => [...(shelf.byPatient.get(patient) ?? [])]));
    return [...ids]
      .flatMap((id) => shelf.byId.get(id)?.at(-1)?.resource ?? [])
      .sort((a, b) => (this.#order.get(b) ?? 0) - (this.#order.get(a) ?? 0));
  }

  #search(type: string, params: URLSearchParams): readonly Stored[] {
    const query = parseQuery(type, params);
    if (!query.ok) throw new RangeError(query.error);
    return this.#living(type).filter((resource) => matchesQuery(query.value, resource, this.#base));
  }

  #history(type: string, id?: string): readonly Version[] {
    if (id !== undefined) return [...(this.#shelves.get(type)?.byId.get(id) ?? [])].reverse();
    return this.#log.filter((version) => version.type === type).reverse();
  }

  #create(resource: Resource, keepId: boolean): Stored {
    const id = keepId && resource.id !== undefined ? resource.id : randomUUID();
    return this.#write('POST', { ...resource, id });
  }

  // As HAPI does: an equal resource gets no new version, and labels stay that the update leaves out.
  #update(resource: Stored): Stored {
    const before = this.#latest(resource.resourceType, resource.id)?.resource;
    if (!before) return this.#write('PUT', resource);
    const after = withLabelsOf(before, resource);
    return isDeepStrictEqual(unversioned(after), unversioned(before)) ? before : this.#write('PUT', after);
  }

  #write(method: 'POST' | 'PUT', resource: Stored): Stored {
    const version = this.#version(
      method,
      resource,
      this.#nextVersionId(resource.resourceType, resource.id),
      this.#instant(),
    );
    this.put(version);
    this.#tell();
    return version.resource ?? resource;
  }

  #nextVersionId(type: string, id: string): string {
    return String(Number(this.#latest(type, id)?.versionId ?? '0') + 1);
  }

  #remove(type: string, id: string): Version | undefined {
    if (this.#latest(type, id)?.resource === undefined) return undefined;
    const versionId = this.#nextVersionId(type, id);
    const version: Version = { type, id, versionId, at: this.#instant(), method: 'DELETE' };
    this.put(version);
    this.#tell();
    return version;
  }

  #snapshot(): Resource[] {
    return [...this.#shelves.keys()]
      .flatMap((type) => this.#living(type))
      .sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }

  // A Binary belongs to the patient of a document that points to it, or to the patient it names itself.
  #patientsOf(resource: Resource): readonly string[] {
    const named = patientsNamed(resource, this.#base);
    if (resource.resourceType !== 'Binary' || resource.id === undefined) return named;
    const address = `Binary/${resource.id}`;
    const documents = this.#living('DocumentReference').filter((document) =>
      textsAt(document, 'content.attachment.url').some((url) => url === address || url === `${this.#base}/${address}`),
    );
    return [...named, ...documents.flatMap((document) => patientsNamed(document, this.#base))];
  }

  #atomically(work: () => boolean): void {
    const mark = this.#log.length;
    this.#quiet = true;
    try {
      if (!work()) this.#undoTo(mark);
    } catch (bug) {
      this.#undoTo(mark);
      throw bug;
    } finally {
      this.#quiet = false;
    }
    if (this.#log.length > mark) this.#tell();
  }

  #undoTo(mark: number): void {
    for (const version of this.#log.splice(mark).reverse()) {
      const shelf = this.#shelf(version.type);
      const versions = shelf.byId.get(version.id) ?? [];
      this.#unindex(shelf, versions.pop());
      const before = versions.at(-1);
      if (before === undefined) shelf.byId.delete(version.id);
      else this.#index(shelf, before);
    }
  }

  #tell(): void {
    if (!this.#quiet) for (const listener of this.#listeners) listener();
  }
}
