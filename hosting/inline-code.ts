// Knows which code stands in a built page itself, and what a content security policy calls it. Source: CSP level 3,
// section 2.3.1 (hash-source): the digest of the text between the tags, as it is.
import { createHash } from 'node:crypto';

/** The hash sources of one page's inline scripts and styles, in order; data blocks are no scripts. */
export type InlineCode = { readonly scripts: readonly string[]; readonly styles: readonly string[] };

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const SCRIPT = /<script(?![^>]*\b(?:src=|type="application\/json"))[^>]*>(.*?)<\/script>/gs;
const STYLE = /<style[^>]*>(.*?)<\/style>/gs;

const hashesOf = (html: string, tag: RegExp): readonly string[] =>
  [...html.matchAll(tag)].map(([, text = '']) => hashSource(text));

/** What stands inline in this page, hashed. */
export function inlineCode(html: string): InlineCode {
  return { scripts: hashesOf(html, SCRIPT), styles: hashesOf(html, STYLE) };
}
