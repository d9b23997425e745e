// The note as the small XHTML that FHIR calls narrative: paragraphs and lists, every character escaped, no counts,
// no links, no styles. Generated from the same lines as the text form.

import type { Narrative } from 'fhir/r4';
import type { ReadinessNote } from '../interview/note/note.ts';
import { FRAME } from '../interview/note/text/labels.ts';
import { isTalkLine, linesOf, type NoteLine } from '../interview/note/text/lines.ts';
import { talkHeading } from '../interview/note/text/write-note-text.ts';

/** The generated narrative of a note. `givenName` stands over the patient's own words. */
export function narrativeOf(note: ReadinessNote, givenName: string | undefined): Narrative {
  const lines = linesOf(note).filter(({ label }) => label !== FRAME.record);
  const blocks = blocksOf(lines).map(({ first, inner }) => {
    const opening = first && !isTalkLine(first) ? paragraph(first) : escaped(talkHeading(givenName));
    return `<p>${opening}</p>${inner.length > 0 ? `<ul>${inner.map((line) => `<li>${paragraph(line)}</li>`).join('')}</ul>` : ''}`;
  });
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml"><p><b>Readiness note</b></p>${blocks.join('')}</div>`,
  };
}

/** One outer line with the lines that belong to it; what was said opens a block of its own, without an outer line. */
interface Block {
  readonly first?: NoteLine;
  readonly inner: readonly NoteLine[];
}

function blocksOf(lines: readonly NoteLine[]): readonly Block[] {
  const blocks: { first?: NoteLine; inner: NoteLine[] }[] = [];
  for (const [place, line] of lines.entries()) {
    const before = lines[place - 1];
    const opensTalk = isTalkLine(line) && !(before && isTalkLine(before));
    if (!line.inner) blocks.push({ first: line, inner: [] });
    else if (opensTalk) blocks.push({ inner: [line] });
    else blocks.at(-1)?.inner.push(line);
  }
  return blocks;
}

const paragraph = ({ label, value }: NoteLine) =>
  `<b>${escaped(label)}:</b> ${escaped(value).replaceAll('\n', '<br/>')}`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Signs that XML gives meaning to, as entities; characters XML cannot hold at all, as the replacement character. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
