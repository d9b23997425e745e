// One palette, one type scale, one spacing scale: no style sheet says a color, a size or a distance of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast } from '../../src/ui/host-theme.ts';
import { brokenRules, declarationsOf } from '../support/style-rules.ts';

/** The file of the tokens, and the one sheet that loads without them. */
const TOKENS = 'src/ui/tokens.css';
const LAUNCH = 'src/launch.css';
const SHEETS = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);

const read = (path: string): string => readFileSync(path, 'utf8');
const tokens = declarationsOf(read(TOKENS)).filter(({ property }) => property.startsWith('--'));

test('every sheet takes its colors, sizes, distances and corners from the tokens', () => {
  const found = SHEETS.filter((path) => path !== LAUNCH).flatMap((path) =>
    brokenRules(read(path)).map((line) => `${path}: ${line}`),
  );
  expect(SHEETS.length).toBeGreaterThan(40);
  expect(found).toEqual([]);
});

test('the launch page, which loads before the tokens, keeps to the values of their scales', () => {
  const inPixels = (value: string): number => Number.parseFloat(value) * (value.endsWith('rem') ? 16 : 1);
  const scale = tokens.filter(({ property }) => /^--(?:size|gap)-/.test(property)).map(({ value }) => inPixels(value));
  const own = declarationsOf(read(LAUNCH)).filter(({ property }) => /^(?:font-size|padding|margin|gap)/.test(property));
  const odd = own.flatMap(({ property, value }) =>
    [...value.matchAll(/[\d.]+(?:rem|px)/g)]
      .filter(([size]) => !scale.includes(inPixels(size)))
      .map(([size]) => `${property}: ${size}`),
  );
  expect(odd).toEqual([]);
});

test('no token is there for nobody, and none is used that is not there', () => {
  const all = SHEETS.map(read).join('\n');
  const set = new Set(SHEETS.flatMap((path) => declarationsOf(read(path)).map(({ property }) => property)));
  // How deep a line of a note is indented comes from its text.
  set.add('--depth');
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name));
  expect(tokens.map(({ property }) => property).filter((name) => !used.has(name))).toEqual([]);
  expect([...used].filter((name) => !set.has(name))).toEqual([]);
});

test('on paper nothing is a container and nothing is as high as the window', () => {
  const found = SHEETS.flatMap((path) => {
    const [screen = '', ...print] = read(path).split('@media print');
    const reset = print.join('');
    const wanted = [
      ...(/container-type: inline-size/.test(screen) ? ['container-type: normal'] : []),
      ...(/min-block-size: 100dvh/.test(screen) ? ['min-block-size: 0'] : []),
    ];
    return wanted.filter((line) => !reset.includes(line)).map((line) => `${path}: ${line}`);
  });
  expect(found).toEqual([]);
});

test('a sheet of its own colors or sizes gives them to tokens that are there', () => {
  const known = new Set(tokens.map(({ property }) => property));
  const own = SHEETS.filter((path) => path !== TOKENS).flatMap((path) =>
    declarationsOf(read(path))
      .filter(({ property, value }) => property.startsWith('--') && /^#|^rgb|pt$/.test(value))
      .filter(({ property }) => !known.has(property))
      .map(({ property }) => `${path}: ${property}`),
  );
  expect(own).toEqual([]);
});

const PALETTES = ['light', 'dark', 'quiet'] as const;

/** The colors of a palette by token. Dark and quiet are based on light. */
function palette(name: (typeof PALETTES)[number]): (token: string) => string {
  const [light = '', dark = ''] = read(TOKENS).split('@media screen and (prefers-color-scheme: dark)');
  const sheets = {
    light: [light],
    dark: [light, dark],
    quiet: [light, dark, read('src/shell/share/Quiet.module.css')],
  };
  expect(dark).not.toBe('');
  const colors = new Map(
    sheets[name].flatMap((css) =>
      declarationsOf(css)
        .filter(({ value }) => /^#[0-9a-f]{6}$/.test(value))
        .map(({ property, value }) => [property, value] as const),
    ),
  );
  return (token) => colors.get(token) ?? '';
}

// Arrows, ticks, triangles: most fonts of text lack them, and each has the browser search all others before it draws.
test('no glyph is written that can be drawn', () => {
  const written = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .filter((name) => /[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff]/.test(read(`src/${name}`)));
  expect(written).toEqual([]);
});

test('what is laid out with a subgrid is also laid out in the stated browsers that have none', () => {
  const sheets = SHEETS.filter((path) => /^\s+grid-template[^;]*subgrid/m.test(read(path)));
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.filter((path) => !/@supports not \([^)]*subgrid\)/.test(read(path)))).toEqual([]);
});

/** The part of a sheet that is for forced colors. */
const forced = (css: string): string => css.split('@media (forced-colors: active)').slice(1).join('\n');

// Forced colors take every background away, and a border of any color becomes the same.
test('what is pressed, and what was said for a change, stand out in forced colors too', () => {
  const drawsPressed = /\[aria-pressed="true"\] \{[^}]*background/;
  expect(SHEETS.filter((path) => drawsPressed.test(read(path)))).toEqual([TOKENS]);
  expect(forced(read(TOKENS))).toContain('button[aria-pressed="true"]');
  expect(forced(read('src/panels/evoke/MarkList.module.css'))).toMatch(/\.change \{\s+background/);
});

const TEXTS = ['text', 'text-quiet', 'accent', 'change', 'sustain', 'notice', 'fault', 'sure'] as const;
const PAIRS: readonly (readonly [of: string, on: string, least: number])[] = [
  ...TEXTS.flatMap((text) => (['page', 'surface'] as const).map((on) => [text, on, 4.5] as const)),
  ['on-accent', 'accent', 4.5],
  ['text', 'accent-soft', 4.5],
  ['change', 'change-soft', 4.5],
  ['sustain', 'sustain-soft', 4.5],
  ['notice', 'notice-soft', 4.5],
  ['fault', 'fault-soft', 4.5],
  // Contrast of what is not text: edges of controls, and the focus ring (WCAG 1.4.11).
  ...['edge', 'focus'].flatMap((line) => (['page', 'surface'] as const).map((on) => [line, on, 3] as const)),
];

test.each(PALETTES)('in %s, text stands out 4.5 to 1, edges and the ring of the focus 3 to 1', (name) => {
  const color = palette(name);
  const faint = PAIRS.map(([of, on, least]) => [of, on, least, contrast(color(`--${of}`), color(`--${on}`))] as const)
    .filter(([, , least, found]) => !(found >= least))
    .map(([of, on, least, found]) => `${of} on ${on}: ${found.toFixed(2)}, at least ${least}`);
  expect(faint).toEqual([]);
});
