// Walks a syntax tree without its types and reads constant text out of it.

/** A node as the parser gives it. Only `type` is reliable. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The child node under `key`, if there is one. */
export const child = (node: Node, key: string): Node | undefined => {
  const value = node[key];
  return isNode(value) ? value : undefined;
};

/** The list of nodes under `key`, without holes. */
export const children = (node: Node, key: string): readonly Node[] => {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

/** TypeScript nodes with a running expression. All others are types and vanish. */
const RUNNING = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSExportAssignment',
]);

const isErased = ({ type }: Node) => type.startsWith('TS') && !RUNNING.has(type);

/** Visits every running node with its parent, outermost first. Types are left out. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined, key: string) => void): void {
  const step = (at: Node, parent: Node | undefined, key: string) => {
    if (isErased(at)) return;
    visit(at, parent, key);
    for (const [name, value] of Object.entries(at)) {
      for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) step(each, at, name);
    }
  };
  step(node, undefined, '');
}

/** The text of a constant expression: a literal, a template without gaps, or a sum of such. */
export function constantText(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node?.type === 'TemplateLiteral') return templateText(node);
  if (node?.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  const [left, right] = [constantText(child(node, 'left')), constantText(child(node, 'right'))];
  return left === undefined || right === undefined ? undefined : left + right;
}

function templateText(node: Node): string | undefined {
  const gaps = children(node, 'expressions').map(constantText);
  if (gaps.some((gap) => gap === undefined)) return undefined;
  return children(node, 'quasis')
    .map((quasi, index) => `${(quasi.value as { readonly cooked?: string }).cooked ?? ''}${gaps[index] ?? ''}`)
    .join('');
}

/** The property that a member expression or an object pattern's entry names, if it is constant. */
export function propertyName(node: Node): string | undefined {
  const key = child(node, node.type === 'MemberExpression' ? 'property' : 'key');
  if (node.computed !== true && (key?.type === 'Identifier' || key?.type === 'PrivateIdentifier')) {
    return typeof key.name === 'string' ? key.name : undefined;
  }
  return constantText(key);
}

/** An expression without the wrappers of types. */
export function bare(node: Node | undefined): Node | undefined {
  const wrapped =
    node && (RUNNING.has(node.type) || node.type === 'ChainExpression' || node.type === 'ParenthesizedExpression');
  return wrapped ? bare(child(node, 'expression')) : node;
}

/** True for the plain name `name`. */
export const isName = (node: Node | undefined, ...names: readonly string[]): boolean =>
  node?.type === 'Identifier' && typeof node.name === 'string' && names.includes(node.name);
