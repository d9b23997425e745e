// Reads the words of each page of a PDF that Chromium printed, so that no missing or extra text goes unseen. Knows only
// Chromium's PDFs (open objects, deflated streams, fonts with a map to Unicode).

import { inflateSync } from 'node:zlib';

type Glyphs = ReadonlyMap<string, string>;

/** The text of each object by its number, streams still packed. Read as latin1, so that positions are bytes. */
function objectsOf(pdf: string): ReadonlyMap<string, string> {
  return new Map(
    [...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n?(.*?)\nendobj/gs)].map(([, id = '', body = '']) => [id, body]),
  );
}

function unpacked(object: string): string {
  const at = object.indexOf('stream\n');
  const packed = Buffer.from(object.slice(at + 'stream\n'.length), 'latin1');
  return /\/FlateDecode/.test(object.slice(0, at)) ? inflateSync(packed).toString('latin1') : packed.toString('latin1');
}

const letters = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
const after = (hex: string, by: number): string => (Number.parseInt(hex, 16) + by).toString(16).padStart(4, '0');

/** The letters of each glyph of a font (ISO 32000-1, "Extraction of Text Content"). */
function glyphsOf(map: string): Glyphs {
  const glyphs = new Map<string, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(glyph.toLowerCase(), letters(to));
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const count = Number.parseInt(to, 16) - Number.parseInt(from, 16);
      for (let by = 0; by <= count; by += 1) glyphs.set(after(from, by), letters(after(first, by)));
    }
  }
  return glyphs;
}

/** The words of each page, without blanks. Line breaks do not matter, and a blank may be a move of the pen. */
export function printedPages(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const named = (object: string, key: string): string =>
    objects.get(new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1] ?? '') ?? '';
  const fonts = new Map<string, Glyphs>();
  const glyphsIn = (font: string): Glyphs => {
    const known = fonts.get(font) ?? glyphsOf(unpacked(named(objects.get(font) ?? '', 'ToUnicode')));
    fonts.set(font, known);
    return known;
  };
  const pages = [...objects.values()].filter((object) => /\/Type\s*\/Page\b/.test(object));
  return pages.map((page) => {
    let glyphs: Glyphs = new Map();
    let words = '';
    // A no-break space is drawn as a space, and what it is in truth is written before it.
    const drawn = unpacked(named(page, 'Contents')).replaceAll(/\/ActualText <\w+>/g, '');
    for (const [, font, shown = ''] of drawn.matchAll(/\/F(\d+) [\d.]+ Tf|<([\da-f]+)>/gi)) {
      if (font !== undefined) glyphs = glyphsIn(font);
      for (const glyph of shown.match(/.{4}/g) ?? []) words += glyphs.get(glyph.toLowerCase()) ?? '�';
    }
    return words.normalize('NFKC').replaceAll(/\s/g, '');
  });
}

/** Text as `printedPages` returns it. */
export const asPrinted = (words: string): string => words.normalize('NFKC').replaceAll(/\s/g, '');
