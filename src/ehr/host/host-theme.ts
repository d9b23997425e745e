// What an EHR says of its own look (SMART App Launch 2.2, "smart_style_url"): read by pattern, never as style text.

import type { EhrEntry } from '../../site.ts';
import { readDocument } from '../server/trusted-document.ts';

/** Colours as `#rrggbb`, a radius in CSS pixels (0 to 16), font names as one list. Whatever is odd is absent. */
export interface HostStyle {
  readonly background?: string;
  readonly text?: string;
  readonly accent?: string;
  readonly radius?: number;
  readonly font?: string;
}

function colour(value: unknown): string | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typeof value === 'string' ? value.trim() : '')?.[1];
  if (digits === undefined) return undefined;
  const six = digits.length === 3 ? [...digits].map((each) => each + each).join('') : digits;
  return `#${six.toLowerCase()}`;
}

function radius(value: unknown): number | undefined {
  const digits = /^(\d{1,2}(?:\.\d{1,2})?)px$/.exec(typeof value === 'string' ? value.trim() : '')?.[1];
  const pixels = Number(digits);
  return digits !== undefined && pixels <= 16 ? pixels : undefined;
}

const FONT = /^(?:[A-Za-z][\w -]{0,40}|'[A-Za-z][\w -]{0,40}'|"[A-Za-z][\w -]{0,40}")$/;

function font(value: unknown): string | undefined {
  const names = typeof value === 'string' ? value.split(',').map((name) => name.trim()) : [];
  return names.length > 0 && names.length <= 8 && names.every((name) => FONT.test(name)) ? names.join(', ') : undefined;
}

/** Reads the keys this app uses of the eleven; the rest say nothing to it. */
export function decodeHostStyle(document: Readonly<Record<string, unknown>>): HostStyle {
  const read = {
    background: colour(document['color_background']),
    text: colour(document['color_text']),
    accent: colour(document['color_highlight']),
    radius: radius(document['dim_border_radius']),
    font: font(document['font_family_body']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The look of this EHR; empty where it names none, names another server, or cannot be read. Asked without a token. */
export async function readHostStyle(address: string | undefined, entry: EhrEntry): Promise<HostStyle> {
  return address === undefined ? {} : decodeHostStyle(await readDocument(address, entry));
}
