// Two strict EHRs played in front of the sandbox, from their published statements and documents (the design's table of
// what EHRs permit). Each is a list of rules for single requests; neither is a full copy of its model.
import { type Answer, changeJson, type Json, refusal, silenced, warned, withBody } from './alter.ts';
import { textsAt, valuesAt } from './fhir/fields.ts';
import { parametersOf } from './fhir/search-parameters.ts';

/** Whose strictness is played. */
export type Vendor = 'epic-like' | 'oracle-like';

/** Answers one FHIR request as that EHR would. */
export async function asVendor(vendor: Vendor, request: Request, next: Answer): Promise<Response> {
  const type = /\/fhir\/([A-Za-z]+)/.exec(new URL(request.url).pathname)?.[1] ?? '';
  if (type === 'metadata') return changeJson(request, next, (json) => silenced(json, NOT_LISTED[vendor]));
  const rules = vendor === 'epic-like' ? epic : oracle;
  return rules(request, type, next);
}

const NOT_LISTED: Readonly<Record<Vendor, readonly string[]>> = {
  'epic-like': ['QuestionnaireResponse.update'],
  'oracle-like': ['QuestionnaireResponse.create'],
};

type Rules = (request: Request, type: string, next: Answer) => Promise<Response>;

const epic: Rules = async (request, type, next) => {
  if (request.method === 'GET') return epicSearch(request, type, next);
  if (request.method === 'POST' && type === 'Observation') {
    return refusal(400, 'business-rule', '59188: The code is not mapped to a flowsheet row.');
  }
  if (request.method === 'PUT' && type === 'QuestionnaireResponse') {
    return refusal(405, 'not-supported', 'Update is not supported.');
  }
  // Conditional create is not known: the header is ignored, and a second note is stored.
  const headers = new Headers(request.headers);
  headers.delete('If-None-Exist');
  const body = await request.text();
  return next(new Request(request.url, { method: request.method, headers, ...(body !== '' && { body }) }));
};

/** An unknown parameter is left out of the search and mentioned in a warning (4122). */
function epicSearch(request: Request, type: string, next: Answer): Promise<Response> {
  const url = new URL(request.url);
  const known = new Set(['_count', '_page', '_format', ...Object.keys(parametersOf(type))]);
  const unknown = [...new Set(url.searchParams.keys())].filter((name) => !known.has(name));
  if (unknown.length === 0) return next(request);
  for (const name of unknown) url.searchParams.delete(name);
  return changeJson(new Request(url, { headers: request.headers }), next, (json) =>
    warned(json, '4122', `Ignored: ${unknown.join(', ')}.`),
  );
}

const oracle: Rules = async (request, type, next) => {
  if (request.method === 'GET') {
    const refused = ['_sort', 'status', 'identifier'].find((name) => new URL(request.url).searchParams.has(name));
    return refused === undefined ? next(request) : refusal(400, 'not-supported', `${refused} is not supported.`);
  }
  if (type === 'QuestionnaireResponse' && request.method === 'POST') {
    return refusal(405, 'not-supported', 'Create is not supported.');
  }
  if (request.method !== 'POST' || (type !== 'Observation' && type !== 'DocumentReference')) return next(request);
  const resource: Json = await request.json();
  const fault = type === 'Observation' ? observationFault(resource) : documentFault(resource);
  if (fault !== undefined) return refusal(422, 'business-rule', fault);
  // What its create does not list is dropped without a word, and the answer has no body.
  const kept = { ...resource, identifier: undefined, relatesTo: undefined };
  const response = await next(withBody(request, kept));
  return response.ok ? new Response(null, { status: response.status, headers: response.headers }) : response;
};

function observationFault(resource: Json): string | undefined {
  const codes = textsAt(resource, 'category.coding.code');
  const [code = ''] = codes;
  const isTaken = codes.length === 1 && ['vital-signs', 'laboratory'].includes(code);
  return isTaken ? undefined : 'Observation.category must be one of vital-signs, laboratory.';
}

/** The limits of a clinical note, provider persona. */
function documentFault(resource: Json): string | undefined {
  const authors = textsAt(resource, 'author.reference');
  const times = ['date', 'context.period.start', 'context.period.end', 'content.attachment.creation'];
  const rules: readonly (readonly [boolean, string])[] = [
    [
      resource['status'] === 'current' && resource['docStatus'] === 'final',
      'status and docStatus must be current and final.',
    ],
    [
      authors.length === 1 && authors.every((each) => each.includes('Practitioner/')),
      'author must be one Practitioner.',
    ],
    [valuesAt(resource, 'authenticator').length === 0, 'authenticator is not supported.'],
    [valuesAt(resource, 'content').length === 1, 'content must be one.'],
    [
      textsAt(resource, 'content.attachment.contentType')[0] === 'text/plain;charset=utf-8',
      'content.attachment.contentType must be text/plain;charset=utf-8.',
    ],
    [valuesAt(resource, 'context.encounter').length === 1, 'context.encounter must be one.'],
    [textsAt(resource, 'context.period.end').length === 1, 'context.period.end is required.'],
    [
      times.flatMap((path) => textsAt(resource, path)).every((time) => /T.*(Z|[+-]\d\d:\d\d)$/.test(time)),
      'Every date needs a time and a zone.',
    ],
  ];
  return rules.find(([holds]) => !holds)?.[1];
}
