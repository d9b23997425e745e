// Reads a page as the browser gives it to a screen reader: the accessibility tree, in reading order. Knows roles and
// names, not the layout.

import type { Page } from 'playwright';

/** One thing that is read aloud. `within` are the roles around it, outermost first. */
export interface Read {
  readonly role: string;
  readonly name: string;
  readonly level?: number;
  readonly live?: string;
  readonly focusable: boolean;
  readonly focused: boolean;
  readonly within: readonly string[];
}

interface AxValue {
  readonly value?: unknown;
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
  readonly childIds?: readonly string[];
}

/** The tree as it is now, flat. Works only in Chromium. */
export async function readTree(page: Page): Promise<readonly Read[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    return nodes[0] ? flatten(nodes[0], byId, []) : [];
  } finally {
    await session.detach();
  }
}

function flatten(node: AxNode, byId: ReadonlyMap<string, AxNode>, within: readonly string[]): readonly Read[] {
  const role = String(node.role?.value ?? '');
  const own = node.ignored ? [] : [toRead(node, role, within)];
  const inside = node.ignored ? within : [...within, role];
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? flatten(child, byId, inside) : [];
  });
  return [...own, ...children];
}

function toRead(node: AxNode, role: string, within: readonly string[]): Read {
  const property = (name: string): unknown => node.properties?.find((each) => each.name === name)?.value.value;
  const level = property('level');
  const live = property('live');
  return {
    role,
    name: String(node.name?.value ?? ''),
    ...(typeof level === 'number' && { level }),
    ...(typeof live === 'string' && { live }),
    focusable: property('focusable') === true,
    focused: property('focused') === true,
    within,
  };
}

/** Every heading as `1 Evoke`, in the order read. */
export const headingsOf = (tree: readonly Read[]): readonly string[] =>
  tree.filter(({ role }) => role === 'heading').map(({ level, name }) => `${level} ${name}`);

const LANDMARKS = ['banner', 'navigation', 'main', 'contentinfo', 'region', 'dialog', 'complementary', 'search'];

/** Every landmark as `navigation Interview`, in the order read. */
export const landmarksOf = (tree: readonly Read[]): readonly string[] =>
  tree.filter(({ role }) => LANDMARKS.includes(role)).map(({ role, name }) => `${role} ${name}`.trim());

/** The text in the live regions of a kind, as one line. */
export const saidIn = (tree: readonly Read[], role: 'status' | 'alert'): string =>
  tree
    .filter((each) => each.role === 'StaticText' && each.within.includes(role))
    .map(({ name }) => name)
    .join(' ');

const CONTROLS = [
  'button',
  'link',
  'textbox',
  'searchbox',
  'radio',
  'checkbox',
  'combobox',
  'spinbutton',
  'radiogroup',
];

/** Controls and groups that are read without a name, and stops of the Tab key that are read as nothing. */
export const nameless = (tree: readonly Read[]): readonly string[] =>
  tree
    .filter(({ role, name, focusable }) =>
      CONTROLS.includes(role) ? name.trim() === '' : focusable && ['generic', 'none', ''].includes(role),
    )
    .map(({ role, within }) => `${role || 'nothing'} in ${within.slice(-3).join(' > ')}`);

/** Headings that leave out a level on the way down. */
export function skippedLevels(tree: readonly Read[]): readonly string[] {
  const headings = tree.filter(({ role }) => role === 'heading');
  return headings
    .filter(({ level = 1 }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
    .map(({ level, name }) => `${level} ${name}`);
}
