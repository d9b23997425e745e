// The rules for styles as data, and the check of one style sheet: one palette, one type scale, one spacing scale, all
// of them tokens. Does not know what the styles are for.

/** One declaration of a style sheet. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly line: number;
}

/** Every declaration, in order, without comments. */
export function declarationsOf(css: string): readonly Declaration[] {
  const bare = css.replaceAll(/\/\*.*?\*\//gs, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  return [...bare.matchAll(/(?<=[;{]\s*)(?<property>[\w-]+)\s*:\s*(?<value>[^;{}]+);/g)].map(({ groups, index }) => ({
    property: groups?.['property'] ?? '',
    value: (groups?.['value'] ?? '').replaceAll(/\s+/g, ' ').trim(),
    line: bare.slice(0, index).split('\n').length,
  }));
}

/** A color written as a number, a function or a name. */
const RAW_COLOR =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(|\b(?:white|black|red|green|blue|gr[ae]y|silver|orange|yellow|purple|teal|navy|maroon|brown|pink)\b/i;

/** Values of a distance that need no token: nothing, a hairline, a share, the remaining room, the edge of a sheet. */
const PLAIN = /^(?:0|auto|-?1px|-?1|100%|50%|\d+mm|inherit|calc|\+|-|\*|\/|)$/;

const tokens = (prefix: RegExp) => (value: string) =>
  value
    .replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => (prefix.test(name) ? ' ' : whole))
    .split(/[\s(),]+/)
    .every((part) => PLAIN.test(part));

interface Rule {
  readonly name: string;
  readonly properties: RegExp;
  readonly holds: (value: string) => boolean;
}

const SPACING = /^(?:scroll-)?(?:padding|margin)(?:-|$)|^(?:row-|column-)?gap$/;

/** Rules for every sheet. They do not apply to tokens, which define the values. */
const RULES: readonly Rule[] = [
  { name: 'a color that is no token', properties: /^(?!--)/, holds: (value) => !RAW_COLOR.test(value) },
  {
    name: 'a size of type that is no token',
    properties: /^font-size$/,
    holds: (value) => /^(?:var\(--size-[\w-]+\)|100%|inherit)$/.test(value),
  },
  {
    name: 'a distance that is no token',
    properties: SPACING,
    holds: tokens(/^--(?:gap-|margin$|words$|badge$|bar-|inset$|depth$)/),
  },
  { name: 'a corner that is no token', properties: /^border-(?:[\w-]+-)?radius$/, holds: tokens(/^--radius/) },
  {
    name: 'a weight that is none of two',
    properties: /^font-weight$/,
    holds: (value) => /^(?:400|600)$/.test(value),
  },
];

/** The broken rules of a sheet, one line each: place, value, rule. */
export function brokenRules(css: string): readonly string[] {
  return declarationsOf(css).flatMap(({ property, value, line }) =>
    RULES.filter(({ properties, holds }) => properties.test(property) && !holds(value)).map(
      ({ name }) => `line ${line}: ${name}: ${property}: ${value}`,
    ),
  );
}
