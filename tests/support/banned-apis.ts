// Platform features that src may not use, or only in one folder, in any spelling (docs/design/sign-in-and-security.md,
// "Supply chain and banned features").

import { parseModule } from './imports.ts';
import { bare, child, children, constantText, isName, type Node, propertyName, walk } from './syntax-tree.ts';

const PURE = ['src/lib/', 'src/interview/', 'src/learn/', 'src/fhir/', 'src/site.ts', 'src/site/'];
const EHR = ['src/ehr/'];
const DRAFTS = ['src/drafts/'];
const NOWHERE: readonly string[] = [];

/** Names refused as a global and as a property of anything, with the only folders that may use them. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  fetch: EHR,
  XMLHttpRequest: EHR,
  sendBeacon: EHR,
  WebSocket: EHR,
  WebTransport: EHR,
  EventSource: EHR,
  sessionStorage: EHR,
  indexedDB: DRAFTS,
  localStorage: NOWHERE,
  cookieStore: NOWHERE,
  caches: NOWHERE,
  serviceWorker: NOWHERE,
  console: NOWHERE,
  eval: NOWHERE,
  innerHTML: NOWHERE,
  outerHTML: NOWHERE,
  srcdoc: NOWHERE,
  insertAdjacentHTML: NOWHERE,
  setHTMLUnsafe: NOWHERE,
  createContextualFragment: NOWHERE,
  dangerouslySetInnerHTML: NOWHERE,
};

/** The same for a property of one named global only. */
const MEMBERS: readonly { readonly of: string; readonly names: readonly string[]; readonly not?: readonly string[] }[] =
  [
    { of: 'document', names: ['cookie', 'write', 'writeln', 'domain'] },
    { of: 'Math', names: ['random'] },
    { of: 'Date', names: ['now'], not: PURE },
    { of: 'performance', names: ['now', 'timeOrigin'], not: PURE },
    { of: 'crypto', names: ['randomUUID', 'getRandomValues', 'subtle'], not: PURE },
  ];

/** A string that names one of these is part of a computed access. */
const TELLING =
  /^(?:localStorage|sessionStorage|indexedDB|XMLHttpRequest|sendBeacon|(?:inner|outer)HTML|insertAdjacentHTML)$/;

const GLOBAL_OBJECTS = ['window', 'globalThis', 'self', 'top', 'parent', 'frames'];
/** The one function whose result may become a link's or an image's address. */
const URL_MAKER = 'checkedUrl';
const ADDRESS = /^(?:href|src|xlinkHref|xlink:href|action|formAction|formaction|srcDoc|srcdoc)$/;

const within = (path: string, rooms: readonly string[]) => rooms.some((room) => path.startsWith(room));
const isGlobalObject = (node: Node | undefined) => isName(node, ...GLOBAL_OBJECTS);

/** True if an identifier is read as a variable, and does not only name a key or declare. */
function isReference(node: Node, parent: Node | undefined, key: string): boolean {
  if (node.type !== 'Identifier' || !parent) return false;
  if (parent.type === 'MemberExpression') return key === 'object' || parent.computed === true;
  if (parent.type === 'Property') return (key === 'value' && parent.shorthand !== true) || parent.shorthand === true;
  return !(key === 'key' || key === 'label' || parent.type.startsWith('Import') || parent.type.startsWith('Export'));
}

/** The name that a node uses: a global, a property, or an entry of a destructured object. */
function namesUsed(node: Node, parent: Node | undefined, key: string): readonly string[] {
  if (isReference(node, parent, key)) return [String(node.name)];
  if (node.type === 'MemberExpression') return [propertyName(node)].filter((name) => name !== undefined);
  if (node.type === 'ObjectPattern') return children(node, 'properties').flatMap((each) => propertyName(each) ?? []);
  if (node.type === 'JSXAttribute') return [attributeName(node)];
  const text = constantText(node);
  return text !== undefined && TELLING.test(text) ? [text] : [];
}

const attributeName = (node: Node): string => {
  const name = child(node, 'name');
  return name?.type === 'JSXNamespacedName'
    ? `${String(child(name, 'namespace')?.name)}:${String(child(name, 'name')?.name)}`
    : String(name?.name);
};

function bannedNames(path: string, node: Node, parent: Node | undefined, key: string): readonly string[] {
  return namesUsed(node, parent, key).filter((name) => {
    const rooms = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
    return rooms !== undefined && !within(path, rooms);
  });
}

/** The global that a member expression or a destructuring reads from: `Date`, also as `globalThis.Date`. */
function rootName(node: Node | undefined): string | undefined {
  const object = bare(node);
  if (object?.type === 'Identifier') return String(object.name);
  if (object?.type !== 'MemberExpression') return undefined;
  return isGlobalObject(bare(child(object, 'object'))) ? propertyName(object) : undefined;
}

function bannedMembers(path: string, node: Node): readonly string[] {
  const [object, names] =
    node.type === 'MemberExpression'
      ? [child(node, 'object'), [propertyName(node)]]
      : node.type === 'VariableDeclarator' && child(node, 'id')?.type === 'ObjectPattern'
        ? [child(node, 'init'), children(child(node, 'id') ?? node, 'properties').map(propertyName)]
        : [undefined, []];
  const root = rootName(object);
  return MEMBERS.filter(({ of, not }) => of === root && (not === undefined || within(path, not))).flatMap((rule) =>
    names.filter((name) => name !== undefined && rule.names.includes(name)).map((name) => `${rule.of}.${name}`),
  );
}

/** `new Date()` and `Date()` read the clock. `new Date(text)` does not. */
function bannedClock(path: string, node: Node): readonly string[] {
  const called = node.type === 'NewExpression' || node.type === 'CallExpression';
  if (!called || !within(path, PURE) || rootName(child(node, 'callee')) !== 'Date') return [];
  return node.type === 'CallExpression' || children(node, 'arguments').length === 0 ? ['the clock'] : [];
}

/** True if the file declares this name itself, so that the bare name is not the window's. */
function declares(program: Node, name: string): boolean {
  let found = false;
  walk(program, (node, parent, key) => {
    const declared =
      key === 'id' || key === 'local' || key === 'params' || (key === 'value' && parent?.shorthand === true);
    found ||= declared && isName(node, name);
  });
  return found;
}

function bannedCalls(node: Node, ownOpen: boolean): readonly string[] {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  const callee = bare(child(node, 'callee'));
  const args = children(node, 'arguments');
  const called = callee?.type === 'MemberExpression' ? propertyName(callee) : rootName(callee);
  const onGlobal =
    (!ownOpen && isName(callee, 'open')) ||
    (callee?.type === 'MemberExpression' && isGlobalObject(bare(child(callee, 'object'))));
  if (called === 'Function' && rootName(callee) === 'Function') return ['Function from text'];
  if (called === 'open' && onGlobal && !constantText(args[2])?.includes('noopener'))
    return ['window.open without noopener'];
  if (called === 'postMessage' && args.slice(1).some(isAnyOrigin)) return ['postMessage to any origin'];
  if ((called === 'setTimeout' || called === 'setInterval') && constantText(args[0]) !== undefined)
    return ['code as text'];
  if (called === 'setAttribute' && ADDRESS.test(constantText(args[0]) ?? '') && !isSafeAddress(args[1])) {
    return ['an address from a variable'];
  }
  return [];
}

const isAnyOrigin = (node: Node): boolean =>
  constantText(node) === '*' || children(node, 'properties').some((each) => constantText(child(each, 'value')) === '*');

/** A literal, a fragment of this page, a choice between such, or the result of the URL maker. */
function isSafeAddress(value: Node | undefined): boolean {
  const node = bare(value);
  if (!node || constantText(node) !== undefined) return node !== undefined;
  if (node.type === 'CallExpression') return isName(child(node, 'callee'), URL_MAKER);
  if (node.type === 'ConditionalExpression')
    return isSafeAddress(child(node, 'consequent')) && isSafeAddress(child(node, 'alternate'));
  if (node.type === 'JSXExpressionContainer') return isSafeAddress(child(node, 'expression'));
  const start = children(node, 'quasis')[0]?.value as { readonly cooked?: string } | undefined;
  return node.type === 'TemplateLiteral' && start?.cooked?.startsWith('#') === true;
}

function bannedAddresses(path: string, node: Node): readonly string[] {
  if (node.type === 'JSXAttribute' && ADDRESS.test(attributeName(node))) {
    return isSafeAddress(child(node, 'value')) ? [] : ['an address from a variable'];
  }
  if (node.type === 'JSXOpeningElement') return bannedElement(node);
  const left = node.type === 'AssignmentExpression' ? bare(child(node, 'left')) : undefined;
  const assigned = left?.type === 'MemberExpression' && ADDRESS.test(propertyName(left) ?? '');
  return assigned && !within(path, EHR) && !isSafeAddress(child(node, 'right')) ? ['an address from a variable'] : [];
}

const attributeText = (node: Node | undefined, name: string): string | undefined => {
  const found = children(node ?? { type: '' }, 'attributes').find(
    (each) => each.type === 'JSXAttribute' && attributeName(each) === name,
  );
  const value = found && child(found, 'value');
  return constantText(value?.type === 'JSXExpressionContainer' ? child(value, 'expression') : value);
};

function bannedElement(node: Node): readonly string[] {
  const spread = children(node, 'attributes').some(({ type }) => type === 'JSXSpreadAttribute');
  const addressed = ['a', 'img', 'iframe', 'script', 'form', 'object', 'embed'].includes(
    String(child(node, 'name')?.name),
  );
  const blank = attributeText(node, 'target') === '_blank' && !attributeText(node, 'rel')?.includes('noopener');
  return [
    ...(spread && addressed ? ['attributes spread on an element with an address'] : []),
    ...(blank ? ['target="_blank" without noopener'] : []),
  ];
}

/** A store signal tested for truth: the object is always true (docs/design/code.md, "Signals"). */
function bannedConditions(node: Node): readonly string[] {
  const conditions =
    node.type === 'LogicalExpression' && node.operator !== '??'
      ? [child(node, 'left')]
      : node.type === 'UnaryExpression' && node.operator === '!'
        ? [child(node, 'argument')]
        : [child(node, 'test')];
  return conditions.some((each) => isStoreSignal(bare(each))) ? ['a store signal as a condition'] : [];
}

/** `store.context` is frozen data of the launch, not a signal. */
function isStoreSignal(node: Node | undefined): boolean {
  if (node?.type !== 'MemberExpression') return false;
  const chain: string[] = [];
  let at: Node | undefined = node;
  for (; at?.type === 'MemberExpression'; at = bare(child(at, 'object'))) chain.unshift(propertyName(at) ?? '?');
  const names = at?.type === 'Identifier' ? [String(at.name), ...chain] : chain;
  const plain = names.includes('value') || names.includes('context');
  return names.slice(0, -1).includes('store') && !plain;
}

/** Every banned use in one file of src, once for each place. */
export function bannedUses(path: string, code: string): readonly string[] {
  const found: string[] = [];
  const program = parseModule(path, code).program as unknown as Node;
  const ownOpen = declares(program, 'open');
  walk(program, (node, parent, key) => {
    found.push(
      ...bannedNames(path, node, parent, key),
      ...bannedMembers(path, node),
      ...bannedClock(path, node),
      ...bannedCalls(node, ownOpen),
      ...bannedAddresses(path, node),
      ...bannedConditions(node),
    );
  });
  return found.map((use) => `${path}: uses ${use}`);
}
