// Applies the theme of the EHR as far as everything stays readable. Otherwise our own theme stays.

import type { Ehr } from '../ehr/port.ts';

type HostStyle = Awaited<ReturnType<Ehr['readStyle']>>;

/** The least contrast of text (WCAG 2.2, 1.4.3). */
const LEGIBLE = 4.5;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const channel = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colors `#rrggbb`, from 1 to 21. Source: WCAG 2.2, contrast ratio. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Our text colors on the page background, as in tokens.css for light. */
const ON_PAGE = ['#4b5863', '#0e5c63', '#0b6b5e', '#6a3e78', '#7a4f00', '#a1261c', '#1d6a3b', '#0b57d0'];
const SURFACES = ['#ffffff', '#e2efee', '#ddf1ec', '#f1e7f4', '#fbf0da', '#fbe7e4'];

const isLegible = (text: string, grounds: readonly string[]): boolean =>
  grounds.every((ground) => contrast(text, ground) >= LEGIBLE);

/** The tokens to set, by name. Page and text colors are applied together or not at all. */
export function hostTokens({ background, text, accent, radius, font }: HostStyle): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  const page = background ?? '#faf8f4';
  const ink = text ?? '#1c2730';
  const holds = isLegible(ink, [page, ...SURFACES]) && ON_PAGE.every((color) => isLegible(color, [page]));
  if (holds && background !== undefined) tokens.set('--page', background);
  if (holds && text !== undefined) tokens.set('--text', text);
  const ground = holds ? page : '#faf8f4';
  if (accent !== undefined && isLegible(accent, [ground, '#ffffff', '#e2efee'])) tokens.set('--accent', accent);
  if (radius !== undefined) tokens.set('--radius', `${radius}px`);
  if (font !== undefined) tokens.set('font-family', `${font}, system-ui, sans-serif`);
  return tokens;
}

/**
 * Sets the tokens in a constructed style sheet, only for light, because our dark palette stays. It applies nothing for
 * people who ask their system for more contrast. Returns the added style sheet, or undefined.
 */
export function applyHostTheme(style: HostStyle): CSSStyleSheet | undefined {
  const tokens = hostTokens(style);
  if (tokens.size === 0) return undefined;
  const sheet = new CSSStyleSheet({ media: '(prefers-color-scheme: light) and (not (prefers-contrast: more))' });
  sheet.insertRule(':root {}');
  const [rule] = sheet.cssRules;
  if (!(rule instanceof CSSStyleRule)) return undefined;
  for (const [name, value] of tokens) rule.style.setProperty(name, value);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return sheet;
}
