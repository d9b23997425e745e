// Finds which FHIR interaction a request asks for, from its method and address alone.

/** The interactions of the RESTful API that the sandbox distinguishes. */
export type Interaction =
  | 'create'
  | 'read'
  | 'vread'
  | 'update'
  | 'delete'
  | 'search'
  | 'history'
  | 'transaction'
  | 'capabilities'
  | 'discovery'
  | 'sign-in'
  | 'other';

/** The interaction and the resource type (empty for the whole system). */
export function interactionOf(
  request: Request,
  base: string,
): { readonly interaction: Interaction; readonly type: string } {
  const { pathname } = new URL(request.url);
  const root = `${new URL(base).pathname}/`;
  if (!`${pathname}/`.startsWith(root))
    return { interaction: pathname.startsWith('/auth/') ? 'sign-in' : 'other', type: '' };
  const path = pathname.slice(root.length);
  const [type = '', id, word, version] = path.split('/').filter((part) => part !== '');
  if (type === '') return { interaction: request.method === 'POST' ? 'transaction' : 'other', type: '' };
  if (type === 'metadata') return { interaction: 'capabilities', type: '' };
  if (type === '.well-known') return { interaction: 'discovery', type: '' };
  return { interaction: ofResource(request.method, id, word, version), type };
}

function ofResource(
  method: string,
  id: string | undefined,
  word: string | undefined,
  version: string | undefined,
): Interaction {
  if (id === '_history' || word === '_history') return version === undefined ? 'history' : 'vread';
  if (method === 'POST') return id === '_search' ? 'search' : 'create';
  if (method === 'GET') return id === undefined ? 'search' : 'read';
  if (method === 'PUT') return 'update';
  return method === 'DELETE' ? 'delete' : 'other';
}
