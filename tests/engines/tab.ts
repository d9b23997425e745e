// What a test can do in a browser that Playwright does not drive. Each engine implements it with its own protocol.

/** One tab. Scripts and clicks act in the frame that was entered last. */
export interface Tab {
  readonly goTo: (address: string) => Promise<void>;
  /** Enters the frame with this title, for everything that follows. */
  readonly enterFrame: (title: string) => Promise<void>;
  /** Gives what a JavaScript expression is worth in the page. Values are JSON. */
  readonly read: (expression: string) => Promise<unknown>;
  /** Clicks the element that a JavaScript expression finds, as a person would. */
  readonly click: (expression: string) => Promise<void>;
  /** Types text into the element that has the focus. */
  readonly type: (text: string) => Promise<void>;
  /** Presses Ctrl+Enter. */
  readonly pressSign: () => Promise<void>;
  /** The page printed on A4, if this engine can print without a dialog. */
  readonly print?: () => Promise<Uint8Array>;
}

/** A browser engine as the tests need it. */
export interface Engine {
  readonly name: string;
  /** Typed into a time field, these make it the first hour of the day. Each engine has fields of its own. */
  readonly firstHour: readonly string[];
  /** Starts it and opens one tab. `blocked` blocks storage in frames of other sites. */
  readonly start: (options: { readonly blocked: boolean }) => Promise<{ tab: Tab; close: () => Promise<void> }>;
}

const PATIENCE_MS = 30_000;
const EVERY_MS = 100;

/** Waits until an expression is true in the page. Rejects with the expression and the text of the page. */
export async function waitUntil(tab: Tab, expression: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    // A page that is just being replaced answers with a fault.
    if (await tab.read(`!!(${expression})`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  const text = await tab.read('document.body.innerText').catch(() => 'no page');
  throw new Error(`Not true after ${PATIENCE_MS} ms: ${expression}\nThe page says: ${String(text).slice(0, 600)}`);
}

/** The expression for an element of this kind whose name or text matches. */
export const find = (selector: string, name: RegExp): string =>
  `[...document.querySelectorAll('${selector}')].find((e) => ${name}.test((e.getAttribute('aria-label') ?? e.textContent).trim()))`;

/** Waits until an element keeps its place for a moment. While a page is drawn, a click may land beside its target. */
async function waitUntilStill(tab: Tab, expression: string): Promise<void> {
  const place = () => tab.read(`JSON.stringify((${expression})?.getBoundingClientRect())`);
  let before: unknown;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
    const now = await place().catch(() => undefined);
    if (now !== undefined && now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  throw new Error(`Not still after ${PATIENCE_MS} ms: ${expression}`);
}

/** Waits for an element, brings it to the middle of the window and clicks it. */
export async function clickOn(tab: Tab, expression: string): Promise<void> {
  await waitUntil(tab, expression);
  await tab.read(`(${expression}).scrollIntoView({ block: 'center' })`);
  await waitUntilStill(tab, expression);
  await tab.click(expression);
}
