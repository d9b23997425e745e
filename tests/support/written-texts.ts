// Finds the English of the project and its lines: comments, Markdown, strings a person may read, and test titles.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseModule } from './imports.ts';
import { isProse, textOf } from './prose.ts';
import { PROJECT } from './source-files.ts';
import { child, children, constantText, type Node, walk } from './syntax-tree.ts';

/** One comment, paragraph, table cell or string. `line` is its first line, from 1. Line breaks inside are kept. */
export interface WrittenText {
  readonly path: string;
  readonly line: number;
  readonly kind: 'comment' | 'document' | 'cell' | 'string' | 'title';
  readonly text: string;
}

interface Comment {
  readonly type: 'Block' | 'Line';
  readonly value: string;
  readonly start: number;
}

const lineOf = (code: string, at: number): number => code.slice(0, at).split('\n').length;

/** The text of a comment without its stars. A line without words ends a paragraph. */
const withoutStars = (value: string): string =>
  value
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n');

/** Directives to tools, and lines of dashes or code, are not English. */
const isDirective = (text: string): boolean =>
  /^\s*(?:@ts-|biome-|v8 |c8 |eslint|#__|@__|\/ <|@vite|@vitest)/.test(text);

/** The comments of a file, with the lines of one remark joined. The parser finds them, so no string is taken for one. */
export function commentsOf(path: string, code: string): readonly WrittenText[] {
  const found: { line: number; last: number; text: string }[] = [];
  for (const { type, value, start } of parseModule(path, code).comments as readonly Comment[]) {
    if (isDirective(value)) continue;
    const line = lineOf(code, start);
    const before = found.at(-1);
    const isContinued =
      type === 'Line' &&
      before?.last === line - 1 &&
      /^\s*$/.test(code.slice(code.lastIndexOf('\n', start) + 1, start));
    if (isContinued) {
      before.text += `\n${value.trim()}`;
      before.last = line;
    } else found.push({ line, last: type === 'Line' ? line : Number.NaN, text: withoutStars(value) });
  }
  return found.map(({ line, text }) => ({ path, line, kind: 'comment', text }));
}

/** The title of a test or of a group of tests, whether it is called directly or through `each`. */
function titleOf(node: Node): Node | undefined {
  if (node.type !== 'CallExpression') return undefined;
  let callee = child(node, 'callee');
  while (callee?.type === 'CallExpression' || callee?.type === 'MemberExpression') {
    callee = child(callee, callee.type === 'CallExpression' ? 'callee' : 'object');
  }
  const isTest = callee?.type === 'Identifier' && /^(?:test|it|describe)$/.test(String(callee.name));
  const [first] = children(node, 'arguments');
  return isTest && constantText(first) !== undefined ? first : undefined;
}

/** Strings that a person may read: in the app all prose, in tests only titles. */
export function stringsOf(path: string, code: string, kind: 'string' | 'title'): readonly WrittenText[] {
  const found: WrittenText[] = [];
  walk(parseModule(path, code).program as unknown as Node, (node, parent) => {
    const title = kind === 'title' ? titleOf(node) : undefined;
    const text =
      kind === 'title' ? constantText(title) : parent?.type === 'ImportDeclaration' ? undefined : textOf(node);
    if (text !== undefined && (kind === 'title' || isProse(text))) {
      found.push({ path, line: lineOf(code, Number((title ?? node)['start'])), kind, text: text.trim() });
    }
  });
  return found;
}

/** Paragraphs, list items and table cells of a page, without code and without the addresses of links. */
export function paragraphsOf(path: string, page: string): readonly WrittenText[] {
  const found: WrittenText[] = [];
  const blank = (code: string) => code.replace(/[^\n]/g, ' ');
  const prose = page.replace(/^(`{3,})[\s\S]*?^\1/gm, blank).replace(/<!--[\s\S]*?-->/g, blank);
  prose.split('\n').forEach((line, index) => {
    const before = found.at(-1);
    const at = index + 1;
    const text = line.replace(/\]\([^)]*\)/g, ']').replace(/`[^`]*`/g, 'Code');
    if (/^\s*\|/.test(text)) {
      for (const cell of text.split('|'))
        if (/\p{L}/u.test(cell)) found.push({ path, line: at, kind: 'cell', text: cell.trim() });
    } else if (/^\s*(?:[-*] |\d+\. |#|>)/.test(text) || !before || isOver(before, at)) {
      if (/\p{L}/u.test(text))
        found.push({ path, line: at, kind: 'document', text: text.replace(/^\s*(?:[-*]|\d+\.|#+|>) /, '').trim() });
    } else if (/\p{L}/u.test(text)) {
      found[found.length - 1] = { ...before, text: `${before.text}\n${text.trim()}` };
    }
  });
  return found;
}

/** True if the line `at` does not continue the text. */
const isOver = ({ line, text }: WrittenText, at: number): boolean => line + text.split('\n').length !== at;

/** Where people read text: the interface, the build, the commands. Lines that a person speaks keep their own idiom. */
const INTERFACE =
  /^(?:src\/(?:(?:panels|shell|site|ui)\/|learn\/words\.ts)|(?:hosting|kit|scripts)\/|mocks\/(?!people\/))/;

/** All English of one file: Markdown, or comments with interface text or test titles. */
export function writtenTexts(path: string): readonly WrittenText[] {
  const code = readFileSync(join(PROJECT, path), 'utf8');
  if (path.endsWith('.md')) return paragraphsOf(path, code);
  const strings = INTERFACE.test(path)
    ? stringsOf(path, code, 'string')
    : /^tests\/.*\.test\.tsx?$/.test(path)
      ? stringsOf(path, code, 'title')
      : [];
  return [...commentsOf(path, code), ...strings];
}
