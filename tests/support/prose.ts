// Finds the text a person may read in a source file: prose in string literals, templates and JSX.

import { parseModule } from './imports.ts';
import { constantText, type Node, walk } from './syntax-tree.ts';

/** Words, not an identifier, a class name, a path or a key. */
export const isProse = (text: string): boolean =>
  /\p{L}/u.test(text) && (/\s/.test(text.trim()) || /^\p{Lu}\p{Ll}+$/u.test(text));

/** The text of a node that a person may read. Undefined for any other node. */
export function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TemplateElement') return (node.value as { readonly cooked?: string }).cooked;
  return constantText(node);
}

/** Every piece of prose in one file. A sentence split by a value gives its parts, a sum of literals one text. */
export function readProse(path: string, code: string): readonly string[] {
  const found = new Set<string>();
  walk(parseModule(path, code).program as unknown as Node, (node, parent) => {
    const text = parent?.type === 'ImportDeclaration' ? undefined : textOf(node);
    if (text !== undefined && isProse(text)) found.add(text);
  });
  return [...found];
}
