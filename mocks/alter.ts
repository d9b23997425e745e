// Makes refusals, and changes the JSON of requests and responses for faults. Knows a few field names and no rules of
// FHIR.

/** Answers a request. */
export type Answer = (request: Request) => Promise<Response>;

/** JSON of a resource in transit. */
export type Json = Readonly<Record<string, unknown>>;

/** Parts that a server may lose or change while it stores or returns a resource. */
export type Alteration = keyof typeof LOST | keyof typeof ENCODED | 'value' | 'patient' | 'internal-host';

const NUMBER = /^(\d+): /;

/** An error number in front of the text goes into a coding, as Epic sends it. */
function detailsOf(text: string): Json {
  const [prefix = '', number] = NUMBER.exec(text) ?? [];
  return { ...(number !== undefined && { coding: [{ code: number }] }), text: text.slice(prefix.length) };
}

/** A refusal with an OperationOutcome. `retryAfter` is seconds. */
export function refusal(status: number, code: string, text: string, retryAfter?: number): Response {
  const issue = [{ severity: 'error', code, details: detailsOf(text), diagnostics: text.replace(NUMBER, '') }];
  const headers = new Headers({ 'Content-Type': 'application/fhir+json; charset=utf-8', 'Cache-Control': 'no-store' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  return new Response(JSON.stringify({ resourceType: 'OperationOutcome', issue }), { status, headers });
}

/** The same request with another body. */
export const withBody = (request: Request, body: Json): Request =>
  new Request(request.url, { method: request.method, headers: request.headers, body: JSON.stringify(body) });

/** A Bundle with a warning next to its hits, as an OperationOutcome entry. */
export function warned(bundle: Json, code: string, text: string): Json {
  const issue = [{ severity: 'warning', code: 'processing', details: { coding: [{ code }], text } }];
  const entry = { search: { mode: 'outcome' }, resource: { resourceType: 'OperationOutcome', issue } };
  return { ...bundle, entry: [...(Array.isArray(bundle['entry']) ? bundle['entry'] : []), entry] };
}

/** Changes the JSON of a successful response. Refusals, network failures and text that is not JSON pass unchanged. */
export async function changeJson(request: Request, next: Answer, change: (json: Json) => Json): Promise<Response> {
  const response = await next(request);
  if (!response.ok) return response;
  const text = await response.text();
  if (text === '') return new Response(null, response);
  const { status, headers } = response;
  const json = parsed(text);
  return new Response(json === undefined ? text : JSON.stringify(change(json)), { status, headers });
}

/** The JSON. Undefined if another fault has left none. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Changes a resource, or every resource of a Bundle. */
export function eachResource(json: Json, change: (resource: Json) => Json): Json {
  if (json['resourceType'] !== 'Bundle') return change(json);
  const entries: readonly Json[] = Array.isArray(json['entry']) ? json['entry'] : [];
  return { ...json, entry: entries.map((entry) => ({ ...entry, resource: change(entry['resource'] as Json) })) };
}

const LOST = {
  components: 'component',
  notes: 'note',
  identifier: 'identifier',
  narrative: 'text',
  encounter: 'encounter',
} as const;

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const ACCENTS: Readonly<Record<string, string>> = { '\u0301': 'acute', '\u0303': 'tilde', '\u0308': 'uml' };
const inHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
    .normalize('NFD')
    .replace(/(\p{L})([\u0301\u0303\u0308])/gu, (_, letter, accent) => `&${letter}${ACCENTS[accent]};`)
    .normalize('NFC')
    .replaceAll('  ', '&nbsp; ')
    .replaceAll('\n', '<br>');

/** How some servers return a text: encoded for another reader, with the same words. */
const ENCODED = {
  html: inHtml,
  'html-blocks': (text: string) => `<div class="note"><p>${inHtml(text).replaceAll('<br>', '</p>\n<p>')}</p></div>`,
  markdown: (text: string) => text.replace(/[\\`*_{}[\]()#+\-.!|<>]/g, '\\$&'),
  'one-line': (text: string) => text.replace(/\s+/g, ' '),
} as const;

/** The resource with its remarks encoded. In R4 they are Markdown, and other texts are plain. */
function encoded(resource: Json, encode: (text: string) => string): Json {
  const { note } = resource;
  return Array.isArray(note)
    ? { ...resource, note: note.map((one) => ({ ...one, text: encode(one.text) })) }
    : resource;
}

/** The resource with one part lost or changed. */
export function altered(alteration: Alteration, resource: Json): Json {
  if (alteration in ENCODED) return encoded(resource, ENCODED[alteration as keyof typeof ENCODED]);
  if (alteration === 'patient') return { ...resource, subject: { reference: 'Patient/somebody-else' } };
  if (alteration === 'internal-host') return atInternalHost(resource);
  if (alteration !== 'value') return { ...resource, [LOST[alteration as keyof typeof LOST]]: undefined };
  const { component } = resource;
  return Array.isArray(component) ? { ...resource, component: component.map(otherValue) } : resource;
}

/** Behind a gateway, some servers name every resource at the address they have inside. */
const atInternalHost = (resource: Json): Json =>
  JSON.parse(
    JSON.stringify(resource).replaceAll(
      /"reference":"(?=[A-Z][A-Za-z]+\/)/g,
      '"reference":"http://fhir-internal:8080/fhir/',
    ),
  );

// Another whole number of the ruler, so that only a comparison finds it.
const otherValue = (component: Json): Json =>
  typeof component['valueInteger'] === 'number'
    ? { ...component, valueInteger: (component['valueInteger'] + 1) % 11 }
    : component;

/** The statement without the named `Type.interaction`s. */
export function silenced(statement: Json, without: readonly string[]): Json {
  const rests: readonly Json[] = Array.isArray(statement['rest']) ? statement['rest'] : [];
  const quieter = (resource: Json): Json => {
    const said: readonly Json[] = Array.isArray(resource['interaction']) ? resource['interaction'] : [];
    return { ...resource, interaction: said.filter(({ code }) => !without.includes(`${resource['type']}.${code}`)) };
  };
  return {
    ...statement,
    rest: rests.map((rest) => ({
      ...rest,
      resource: (Array.isArray(rest['resource']) ? rest['resource'] : []).map(quieter),
    })),
  };
}
