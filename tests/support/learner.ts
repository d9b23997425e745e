// A learner at Learn's page, who works by keyboard, by touch, or through the browser's accessibility tree.

import type { Page } from 'playwright';
import { expect } from 'vitest';
import { nameless, readTree } from './ax-tree.ts';

/** One way to use the page. Names are accessible names. Every call rejects if the page has no such part. */
export interface Learner {
  readonly press: (name: RegExp) => Promise<void>;
  /** Marks with the pad: "Change D Desire". */
  readonly mark: (code: string) => Promise<void>;
  readonly write: (label: string, text: string) => Promise<void>;
  /** Waits until the page says this. */
  readonly sees: (text: RegExp) => Promise<void>;
}

/** How a learner of one kind begins on a page that is open. */
export type WayToLearn = (page: Page) => Learner;

const WAIT_MS = 20_000;
/** More than any page of Learn has. */
const MOST_STOPS = 120;

const isShown =
  (page: Page) =>
  async (text: RegExp): Promise<void> => {
    await page.getByText(text).first().waitFor({ timeout: WAIT_MS });
  };

/** The name of what has the focus, as far as this page names things. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLTextAreaElement) return activeElement.labels[0]?.textContent ?? '';
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (name.test((await focusedName(page)).trim())) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** No pointer at all: Tab, Enter, F9, letters. */
export const byKeyboard: WayToLearn = (page) => ({
  press: async (name) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  },
  mark: async (code) => {
    await page.keyboard.press('F9');
    await expect.poll(() => focusedName(page), { timeout: WAIT_MS }).toMatch(/^(?:Change|Sustain) /);
    const [side, letter = ''] = code.split(' ');
    await page.keyboard.press(side === 'Sustain' ? `Shift+${letter}` : letter.toLowerCase());
  },
  write: async (label, text) => {
    await tabTo(page, new RegExp(`^${label}`));
    await page.keyboard.type(text);
  },
  sees: isShown(page),
});

/** Fingers only. The context must have touch. */
export const byTouch: WayToLearn = (page) => {
  const tap = (name: string | RegExp) => page.getByRole('button', { name }).first().tap();
  return {
    press: tap,
    mark: async (code) => {
      const pad = page.getByRole('toolbar', { name: 'Capture' });
      if ((await pad.count()) === 0) await tap('Mark what you hear');
      await pad.getByRole('button', { name: code }).tap();
    },
    write: async (label, text) => {
      await page.getByLabel(label).tap();
      await page.keyboard.insertText(text);
    },
    sees: isShown(page),
  };
};

interface TreeNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly backendDOMNodeId?: number;
}

/** Focuses and clicks what the tree calls by this role and name, as a screen reader does. Only Chromium can be asked. */
async function actInTree(page: Page, role: string, name: RegExp): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const find = async (): Promise<number | undefined> => {
      const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly TreeNode[] };
      const isIt = (node: TreeNode): boolean =>
        !node.ignored && node.role?.value === role && name.test(String(node.name?.value ?? ''));
      return nodes.find(isIt)?.backendDOMNodeId;
    };
    await expect.poll(find, { timeout: WAIT_MS, message: `${role} ${name}` }).toBeDefined();
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: (await find()) ?? 0 });
    await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: 'function () { this.focus(); this.click(); }',
    });
  } finally {
    await session.detach();
  }
}

/** Reads and acts in the accessibility tree, and sees nothing else. Rejects if a part of it has no name. */
export const byTree: WayToLearn = (page) => ({
  press: (name) => actInTree(page, 'button', name),
  mark: async (code) => {
    const hasPad = (await readTree(page)).some(({ role }) => role === 'toolbar');
    if (!hasPad) await actInTree(page, 'button', /^Mark what you hear/);
    await actInTree(page, 'button', new RegExp(`^${code}`));
  },
  write: async (label, text) => {
    await actInTree(page, 'textbox', new RegExp(`^${label}`));
    await page.keyboard.insertText(text);
  },
  sees: async (text) => {
    const spoken = async (): Promise<string> =>
      (await readTree(page))
        .filter(({ role }) => role === 'StaticText' || role === 'heading')
        .map(({ name }) => name.trim())
        .join(' ')
        .replaceAll(/ +(?=[\s.,:;?])/g, '');
    await expect.poll(spoken, { timeout: WAIT_MS }).toMatch(text);
    expect(nameless(await readTree(page))).toEqual([]);
  },
});
