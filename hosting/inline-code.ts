// Finds the inline code of a built page and its name in a content security policy: the digest of the text between the
// tags, unchanged. Source: CSP level 3, "Source Lists", hash-source.
import { createHash } from 'node:crypto';

/** The hash sources of one page's inline scripts and styles, in order. Data blocks are not scripts. */
export type InlineCode = { readonly scripts: readonly string[]; readonly styles: readonly string[] };

// A browser reads every line break of a page as one line feed, and hashes that.
const hashSource = (text: string): string =>
  `'sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64')}'`;

const SCRIPT = /<script(?![^>]*\b(?:src=|type="application\/json"))[^>]*>(.*?)<\/script>/gs;
const STYLE = /<style[^>]*>(.*?)<\/style>/gs;

const hashesOf = (html: string, tag: RegExp): readonly string[] =>
  [...html.matchAll(tag)].map(([, text = '']) => hashSource(text));

/** The inline code of this page, hashed. */
export function inlineCode(html: string): InlineCode {
  return { scripts: hashesOf(html, SCRIPT), styles: hashesOf(html, STYLE) };
}
