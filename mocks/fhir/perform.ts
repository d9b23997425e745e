// Finds which interaction a path means and performs it. Both HTTP and transactions use it.
import { isKept } from './compartment.ts';
import type { Ask, Errand } from './errand.ts';
import { type Reply, refuse } from './outcome.ts';
import { readLatest, readVersion } from './read.ts';
import { historyOf, searchType } from './search/find.ts';
import { createOne, deleteOne, updateOne } from './write/write.ts';

/** Performs one interaction on a type or an instance, synchronously and as a whole. */
export function perform(errand: Errand, ask: Ask): Reply {
  const [path = '', query = ''] = splitOnce(ask.path, '?');
  const parts = path.split('/').filter((part) => part !== '');
  const [type = ''] = parts;
  if (!isKept(type)) return refuse(404, 'not-supported', `This server does not keep "${type}".`);
  const params = new URLSearchParams(query);
  const format = params.get('_format');
  if (format !== null && !/^(json|application\/(fhir\+)?json)/.test(format)) {
    return refuse(406, 'not-supported', 'This server speaks JSON only.');
  }
  return parts.length === 1 ? onType(errand, type, ask, params) : onInstance(errand, parts, ask, params);
}

function onType(errand: Errand, type: string, ask: Ask, params: URLSearchParams): Reply {
  if (ask.method === 'GET') return searchType(errand, type, params);
  if (ask.method === 'POST') return createOne(errand, type, ask);
  return refuse(405, 'not-supported', `${ask.method} of a whole type is not supported.`, { Allow: 'GET, POST' });
}

function onInstance(errand: Errand, parts: readonly string[], ask: Ask, params: URLSearchParams): Reply {
  const [type = '', id = '', word, versionId] = parts;
  const rest = parts.length;
  const isGet = ask.method === 'GET';
  if (id === '_history' && rest === 2 && isGet) return historyOf(errand, type, undefined, params);
  if (word === '_history' && rest === 3 && isGet) return historyOf(errand, type, id, params);
  if (word === '_history' && rest === 4 && isGet) return readVersion(errand, type, id, versionId ?? '');
  if (rest !== 2 || id.startsWith('$') || id.startsWith('_'))
    return refuse(404, 'not-supported', 'There is nothing at this address.');
  if (isGet) return readLatest(errand, type, id);
  if (ask.method === 'PUT') return updateOne(errand, type, id, ask);
  if (ask.method === 'DELETE') return deleteOne(errand, type, id, ask);
  return refuse(405, 'not-supported', `${ask.method} is not supported here.`, { Allow: 'GET, PUT, DELETE' });
}

function splitOnce(text: string, mark: string): readonly string[] {
  const place = text.indexOf(mark);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}
