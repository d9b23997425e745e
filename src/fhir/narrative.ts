// The note as FHIR narrative (XHTML): paragraphs and lists, every character escaped, no counts, links or styles.
// Generated from the same lines as the text form.

import type { Narrative } from 'fhir/r4';
import type { ReadinessNote } from '../interview/note/note.ts';
import { sideHeadings } from '../interview/note/text/labels.ts';
import { linesOf, type NoteLine } from '../interview/note/text/lines.ts';
import { talkHeading } from '../interview/note/text/write-note-text.ts';

/** The generated narrative of a note: what people read, without codes. `givenName` is the patient's name. */
export function narrativeOf(note: ReadinessNote, givenName: string | undefined): Narrative {
  const { language } = note;
  // Labels are ours and English, whatever language the patient's words are in.
  const ours = language === undefined || language === 'en' ? '' : ' lang="en" xml:lang="en"';
  const blocks = blocksOf(note, talkHeading(givenName), ours).map(({ opening, inner }) => {
    const list = inner.map((line) => `<li>${paragraph(line, ours)}</li>`).join('');
    return `<p>${opening}</p>${list === '' ? '' : `<ul>${list}</ul>`}`;
  });
  return generated(`<p><b${ours}>Readiness note</b></p>${blocks.join('')}`, language);
}

export const paragraphOf = (words: string, language?: string): Narrative =>
  generated(`<p>${withBreaks(words)}</p>`, language);

function generated(content: string, language: string | undefined): Narrative {
  const tag = language === undefined ? '' : ` lang="${escaped(language)}" xml:lang="${escaped(language)}"`;
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml"${tag}>${content}</div>` };
}

/** One paragraph with its lines. A quote is a block below the heading of its side. */
interface Block {
  readonly opening: string;
  readonly inner: NoteLine[];
}

function blocksOf(note: ReadinessNote, heading: string, ours: string): readonly Block[] {
  const lines = linesOf(note);
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]?.under;
    if (!line.inner) blocks.push({ opening: paragraph(line, ours), inner: [] });
    else if (line.under === undefined || line.under === above) blocks.at(-1)?.inner.push(line);
    else {
      if (above === undefined)
        blocks.push({ opening: ours ? `<span${ours}>${escaped(heading)}</span>` : escaped(heading), inner: [] });
      blocks.push({ opening: `<b${ours}>${sideHeadings(note.direction)[line.under]}</b>`, inner: [line] });
    }
  }
  return blocks;
}

const paragraph = ({ label, value, under }: NoteLine, ours: string) =>
  `<b${ours}>${escaped(label)}:</b> ${withBreaks(under === undefined ? value : `“${value}”`)}`;

const withBreaks = (text: string): string => escaped(text).replaceAll('\n', '<br/>');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes XML characters as entities. Characters that XML cannot contain become the replacement character. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
