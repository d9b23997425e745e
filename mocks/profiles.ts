// The EHRs that the sandbox can imitate, and the switch between them. A profile runs between the faults and the FHIR
// server. It changes the statement, refuses what it does not offer, and applies its rules to requests that are signed
// in.
import { type Answer, changeJson, type Json, refusal } from './alter.ts';
import type { Access } from './auth/tokens/grant.ts';
import { type Interaction, interactionOf } from './fhir/interaction-of.ts';
import type { Store } from './fhir/store.ts';
import { ATHENA_LIKE } from './profiles/athena-like.ts';
import { EPIC_LIKE } from './profiles/epic-like.ts';
import { OPEN } from './profiles/open.ts';
import { ORACLE_LIKE } from './profiles/oracle-like.ts';
import { type Limits, offersFor, type Profile } from './profiles/profile.ts';
import { READ_ONLY } from './profiles/read-only.ts';

/** All profiles, in the order a list should show them. */
export const PROFILES: readonly Profile[] = [OPEN, EPIC_LIKE, ORACLE_LIKE, ATHENA_LIKE, READ_ONLY];

/** The profile of an id. Undefined for an unknown one. */
export const profileOf = (id: string | undefined): Profile | undefined => PROFILES.find((each) => each.id === id);

/** The EHR that the sandbox imitates now. */
export interface Stage {
  current(): Profile;
  /** Switches the profile from the next request on. Scopes and token lifetimes change from the next launch on. */
  play(profile: Profile): void;
  /** Calls back after every change. */
  onChange(listener: () => void): void;
}

/** A stage with the profile of that id, or with the open server. */
export function createStage(id?: string): Stage {
  let current = profileOf(id) ?? OPEN;
  const listeners: (() => void)[] = [];
  return {
    current: () => current,
    play: (profile) => {
      current = profile;
      for (const listener of listeners) listener();
    },
    onChange: (listener) => listeners.push(listener),
  };
}

/** The parts around a stage. */
export interface Backdrop {
  readonly stage: Stage;
  readonly store: Store;
  readonly access: Access;
  readonly answer: Answer;
}

/** Answers FHIR requests as the chosen EHR does. */
export function asOnStage({ stage, store, access, answer }: Backdrop): Answer {
  return async (given) => {
    const { limits, rules } = stage.current();
    const { interaction, type } = interactionOf(given, store.base);
    if (interaction === 'capabilities') {
      return limits === undefined ? answer(given) : changeJson(given, answer, (json) => limited(json, limits));
    }
    const grant = access.grantOf(given);
    if (limits === undefined || grant === undefined) return answer(given);
    if (!isOffered(limits, interaction, type)) return refusal(405, 'not-supported', `${interaction} is not supported.`);
    if (interaction === 'update' && !isThere(given, store))
      return refusal(404, 'not-found', 'There is nothing to update.');
    if (interaction === 'update' && limits.versionedUpdate && !given.headers.has('If-Match'))
      return refusal(400, 'required', 'An update names the version it changes, with If-Match.');
    const request = await plainly(given, interaction);
    const chain = rules.reduceRight<Answer>(
      (next, rule) => (each) => rule({ request: each, interaction, type, grant, store }, next),
      answer,
    );
    return chain(request);
  };
}

const NAMES = { read: 'read', search: 'search-type', create: 'create', update: 'update' } as const;

/** A profile with limits offers only these four. The server refuses what is not an interaction. */
function isOffered(limits: Limits, interaction: Interaction, type: string): boolean {
  if (interaction === 'other') return true;
  const name = Object.hasOwn(NAMES, interaction) ? NAMES[interaction as keyof typeof NAMES] : undefined;
  return name !== undefined && offersFor(limits, type).includes(name);
}

/** With limits, an update changes what exists and never creates. */
function isThere({ url }: Request, store: Store): boolean {
  const [type = '', id = ''] = new URL(url).pathname.split('/').slice(-2);
  return store.latest(type, id) !== undefined;
}

/** The request without a condition on the create. A search by POST becomes the same search by GET. */
async function plainly(request: Request, interaction: Interaction): Promise<Request> {
  const headers = new Headers(request.headers);
  if (interaction === 'search' && request.method === 'POST') {
    const url = new URL(request.url);
    url.pathname = url.pathname.replace(/\/_search$/, '');
    for (const [name, value] of new URLSearchParams(await request.text())) url.searchParams.append(name, value);
    headers.delete('Content-Type');
    return new Request(url, { headers });
  }
  if (interaction !== 'create' || !headers.has('If-None-Exist')) return request;
  headers.delete('If-None-Exist');
  return new Request(request, { headers });
}

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

/** The statement without what the EHR does not offer. */
function limited(statement: Json, limits: Limits): Json {
  return {
    ...statement,
    rest: listOf(statement['rest']).map(({ interaction: _, ...rest }) => ({
      ...rest,
      resource: listOf(rest['resource']).map((row) => limitedRow(row, limits)),
    })),
  };
}

function limitedRow(row: Json, limits: Limits): Json {
  const type = String(row['type']);
  const offers: readonly unknown[] = offersFor(limits, type);
  const searches: readonly unknown[] | undefined = limits.searches?.[type];
  return {
    ...row,
    interaction: listOf(row['interaction']).filter(({ code }) => offers.includes(code)),
    versioning: limits.versionedUpdate ? 'versioned-update' : 'versioned',
    readHistory: false,
    updateCreate: false,
    conditionalCreate: false,
    ...(row['searchParam'] !== undefined && {
      searchParam: listOf(row['searchParam']).filter(({ name }) => searches?.includes(name) ?? true),
    }),
  };
}
