// Reads the theme that an EHR publishes (SMART App Launch 2.2, "smart_style_url"). Values must match a pattern and are
// never used as raw CSS.

import { type Fields, textAt } from '../../fhir/datatypes/json.ts';
import type { EhrEntry } from '../../site.ts';
import type { HostStyle } from '../port.ts';
import { readTrustedJson } from '../server/trusted-json.ts';

function readColor(value = ''): string | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value.trim())?.[1];
  if (digits === undefined) return undefined;
  const six = digits.length === 3 ? [...digits].map((each) => each + each).join('') : digits;
  return `#${six.toLowerCase()}`;
}

function readRadius(value = ''): number | undefined {
  const digits = /^(\d{1,2}(?:\.\d{1,2})?)px$/.exec(value.trim())?.[1];
  const pixels = Number(digits);
  return digits !== undefined && pixels <= 16 ? pixels : undefined;
}

const FONT = /^(?:[A-Za-z][\w -]{0,40}|'[A-Za-z][\w -]{0,40}'|"[A-Za-z][\w -]{0,40}")$/;

function readFont(value = ''): string | undefined {
  const names = value.split(',').map((name) => name.trim());
  return names.length <= 8 && names.every((name) => FONT.test(name)) ? names.join(', ') : undefined;
}

/** Reads those keys of the theme document that Evoke uses. */
export function decodeHostStyle(document: Fields): HostStyle {
  const read = {
    background: readColor(textAt(document, 'color_background')),
    text: readColor(textAt(document, 'color_text')),
    accent: readColor(textAt(document, 'color_highlight')),
    radius: readRadius(textAt(document, 'dim_border_radius')),
    font: readFont(textAt(document, 'font_family_body')),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The theme of this EHR, read without a token. Empty if it cannot be read or is on another server. */
export async function readHostStyle(address: string | undefined, entry: EhrEntry): Promise<HostStyle> {
  return address === undefined ? {} : decodeHostStyle(await readTrustedJson(address, entry));
}
