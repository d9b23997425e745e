// The published limits of Oracle Health's create for a clinical note (R4, provider persona). Says what it refuses, what
// it drops silently, and how it returns the content.
import { Buffer } from 'node:buffer';
import { type Answer, changeJson, eachResource, type Json, refusal } from '../alter.ts';
import { isFields, textsAt, valuesAt } from '../fhir/fields.ts';
import { viewerOf } from '../fhir/scopes.ts';
import type { Asked } from './profile.ts';

const CONTENT_TYPE = 'text/plain;charset=utf-8';
const TIMES = ['date', 'context.period.start', 'context.period.end', 'content.attachment.creation'];
const BINARY_ID = /^TR-(?<id>.+)$/;

/** The reason why a document is refused. Undefined if it is accepted. */
export function documentFault(resource: Json): string | undefined {
  const authors = textsAt(resource, 'author.reference');
  const rules: readonly (readonly [boolean, string])[] = [
    [
      resource['status'] === 'current' && resource['docStatus'] === 'final',
      'status and docStatus must be current and final.',
    ],
    [
      authors.length === 1 && authors.every((each) => /(^|\/)Practitioner\//.test(each)),
      'author must be one Practitioner.',
    ],
    [valuesAt(resource, 'authenticator').length === 0, 'authenticator is not supported.'],
    [valuesAt(resource, 'content').length === 1, 'content must be one.'],
    [
      textsAt(resource, 'content.attachment.contentType')[0] === CONTENT_TYPE,
      `content.attachment.contentType must be ${CONTENT_TYPE}.`,
    ],
    [textsAt(resource, 'content.attachment.data').length === 1, 'content.attachment.data is required.'],
    [valuesAt(resource, 'context.encounter').length === 1, 'context.encounter must be one.'],
    [textsAt(resource, 'context.period.end').length === 1, 'context.period.end is required.'],
    [
      TIMES.flatMap((path) => textsAt(resource, path)).every((time) => /T.*(Z|[+-]\d\d:\d\d)$/.test(time)),
      'Every date needs a time and a zone.',
    ],
  ];
  return rules.find(([holds]) => !holds)?.[1];
}

const only = (node: unknown, ...names: readonly string[]): Json =>
  Object.fromEntries(names.flatMap((name) => (isFields(node) && node[name] !== undefined ? [[name, node[name]]] : [])));

/** The document as it is stored. The identifier is dropped. The title is kept. */
export const keptOf = (resource: Json): Json => ({
  ...only(resource, 'resourceType', 'status', 'docStatus', 'type', 'subject', 'date', 'author'),
  context: only(resource['context'], 'encounter', 'period'),
  content: valuesAt(resource, 'content.attachment').map((attachment) => ({
    attachment: only(attachment, 'contentType', 'data', 'title', 'creation'),
  })),
});

/** Content has an address of its own and is never inside the document. */
export async function contentApart(asked: Asked, next: Answer): Promise<Response> {
  const { interaction, type, request, store } = asked;
  const isRead = interaction === 'read' || interaction === 'search';
  if (type === 'Binary' && interaction === 'read') return readContent(asked, next);
  if (type !== 'DocumentReference' || !isRead) return next(request);
  return changeJson(request, next, (json) => eachResource(json, (one) => withoutData(one, store.base)));
}

function withoutData(document: Json, base: string): Json {
  if (document['resourceType'] !== 'DocumentReference') return document;
  const content = valuesAt(document, 'content').map((each) => {
    const attachment = isFields(each) && isFields(each['attachment']) ? each['attachment'] : {};
    if (attachment['data'] === undefined) return each;
    const { data: _, ...told } = attachment;
    return { ...(each as Json), attachment: { ...told, url: `${base}/Binary/TR-${document['id']}` } };
  });
  return { ...document, content };
}

/** The content as a Binary, or unchanged if another type is requested. Both scopes are needed. */
async function readContent({ request, store, grant }: Asked, next: Answer): Promise<Response> {
  const id = BINARY_ID.exec(new URL(request.url).pathname.split('/').at(-1) ?? '')?.groups?.['id'] ?? '';
  const document = store.read('DocumentReference', id);
  const viewer = viewerOf(request, grant, store);
  if (document === undefined) return next(request);
  if (!viewer.may('r', 'Binary') || !viewer.covers('r', document))
    return refusal(403, 'forbidden', 'Binary and DocumentReference must both be readable.');
  const [data = ''] = textsAt(document, 'content.attachment.data');
  const [contentType = CONTENT_TYPE] = textsAt(document, 'content.attachment.contentType');
  const headers = { 'Cache-Control': 'no-store' };
  if (!/json|\*/.test(request.headers.get('accept') ?? '*')) {
    return new Response(Buffer.from(data, 'base64'), { headers: { ...headers, 'Content-Type': contentType } });
  }
  const binary = { resourceType: 'Binary', id: `TR-${id}`, contentType, data };
  return new Response(JSON.stringify(binary), {
    headers: { ...headers, 'Content-Type': 'application/fhir+json; charset=utf-8' },
  });
}
