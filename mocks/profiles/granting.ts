// Narrows the scopes of a sign-in to those a profile grants. Knows scopes as text. Other code decides what they allow.

const RESOURCE = /^(patient|user)\/(\*|[A-Z][A-Za-z]+)\.(read|write|\*|[cruds]+)(?:\?(\S+))?$/;
const V1: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };
const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';

/** Rights by resource type, each as letters with an optional query (`cu?category=…`). `*` is every other type. */
export type Rights = Readonly<Record<string, readonly string[]>>;

/** Creating and updating Observations of one category only. */
export const writingOnly = (category: string): string => `cu?category=${OBSERVATION_CATEGORY}|${category}`;

/** The granted part of the requested scopes: rights limited to the table, without the scopes named. */
export function granting(rights: Rights, without: readonly string[] = []): (asked: readonly string[]) => string[] {
  return (asked) => [
    ...new Set(asked.filter((scope) => !without.includes(scope)).flatMap((scope) => narrowed(scope, rights))),
  ];
}

function narrowed(scope: string, rights: Rights): readonly string[] {
  const [, level, type = '', word = '', query] = RESOURCE.exec(scope) ?? [];
  if (level === undefined) return [scope];
  const letters = V1[word] ?? word;
  // A wildcard means every type in the table, and all others.
  const types = type === '*' ? Object.keys(rights) : [type];
  return types.flatMap((each) =>
    (rights[each] ?? rights['*'] ?? []).flatMap((right) => {
      const [granted = '', limit] = right.split('?');
      const left = [...letters].filter((letter) => granted.includes(letter)).join('');
      if (left === '') return [];
      if (left === letters && limit === undefined && each === type) return [scope];
      const terms = [query, limit].filter((term) => term !== undefined).join('&');
      return [`${level}/${each}.${left}${terms === '' ? '' : `?${terms}`}`];
    }),
  );
}
