// Makes the JSON Schema of a site configuration from the definition that the build checks with, so the two cannot
// differ. Knows the kinds of valibot schema in that definition and refuses any other.

import { siteSchema } from '../src/site/schema.ts';

/** The path of the published schema in this repository. */
export const SCHEMA_FILE = 'docs/site.schema.json';

type Json = { readonly [key: string]: unknown };

/** The properties used here of a schema or of a step of a pipe. Each kind has only some of them. */
interface Part {
  readonly type: string;
  readonly pipe?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly item?: unknown;
  readonly wrapped?: unknown;
  readonly default?: unknown;
  readonly options?: unknown;
  readonly literal?: unknown;
  readonly requirement?: unknown;
  readonly description?: unknown;
}

/** The schema of the configuration file, draft 2020-12. Only the build checks rules over several values. */
export function siteJsonSchema(): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Evoke site configuration',
    description:
      'The shape of one site’s file. The build checks more: addresses, scopes, codes and what must agree with what.',
    ...schemaOf(siteSchema),
  };
}

/** The published text, exactly as in the file. */
export const siteJsonSchemaText = (): string => `${JSON.stringify(siteJsonSchema(), null, 2)}\n`;

const partOf = (schema: unknown): Part => schema as Part;

function schemaOf(schema: unknown): Json {
  const part = partOf(schema);
  // The first step of a pipe is a schema, perhaps itself a pipe. The other steps narrow it.
  const [first, ...steps] = part.pipe ?? [];
  if (first === undefined) return shapeOf(part);
  return Object.assign({}, schemaOf(first), ...steps.map((step) => narrowed(partOf(step), part.type)));
}

function shapeOf(part: Part): Json {
  switch (part.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: part.type };
    case 'literal':
      return { const: part.literal };
    case 'picklist':
      return { enum: part.options };
    case 'array':
      return { type: 'array', items: schemaOf(part.item) };
    case 'optional':
      return { ...schemaOf(part.wrapped), ...(part.default !== undefined && { default: part.default }) };
    case 'strict_object':
      return objectOf(part.entries ?? {});
    default:
      throw new Error(`A site configuration may not use ${part.type}: its JSON Schema is unknown here`);
  }
}

function objectOf(entries: Readonly<Record<string, unknown>>): Json {
  const required = Object.keys(entries).filter((key) => partOf(entries[key]).type !== 'optional');
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, schemaOf(value)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function narrowed({ type, requirement, description }: Part, of: string): Json {
  switch (type) {
    case 'description':
      return { description };
    case 'integer':
      return { type: 'integer' };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'min_length':
      return of === 'array' ? { minItems: requirement } : { minLength: requirement };
    case 'max_length':
      return { maxLength: requirement };
    case 'regex':
      return requirement instanceof RegExp ? { pattern: requirement.source } : {};
    default:
      throw new Error(`A site configuration may not use ${type}: its JSON Schema is unknown here`);
  }
}
