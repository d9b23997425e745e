// WebKitGTK, Safari's engine on Linux, driven over plain WebDriver on a virtual screen with a window manager.

import { type ChildProcess, spawn } from 'node:child_process';
import { freePort } from '../../mocks/server.ts';
import {
  findMiniBrowser,
  requireProgram,
  VIRTUAL_SCREEN,
  WEBKIT_DRIVER,
  WINDOW_MANAGER,
} from '../../scripts/engine-programs.ts';
import type { Engine, Tab } from './tab.ts';

/** The key that names an element in WebDriver's JSON. Source: W3C WebDriver, section 12.1 "Elements". */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Source: W3C WebDriver, section 17.4.2, "Keyboard actions". */
const [CONTROL, ENTER] = ['\uE009', '\uE007'];

type Send = (method: 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

const senderTo =
  (address: string): Send =>
  async (method, path, body = {}) => {
    const response = await fetch(`${address}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (!response.ok) throw new Error(`WebKit: ${path}: ${JSON.stringify(value)}`);
    return value;
  };

async function whenReady(send: () => Promise<unknown>): Promise<unknown> {
  for (let tries = 0; tries < 50; tries += 1) {
    const answer = await send().catch((fault: unknown) =>
      fault instanceof TypeError ? undefined : Promise.reject(fault),
    );
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The WebKit driver does not answer.');
}

function tabOf(send: Send): Tab {
  const read = (expression: string): Promise<unknown> =>
    send('POST', '/execute/sync', { script: `return (${expression});`, args: [] });
  const keys = (...pressed: readonly (readonly [type: string, value: string])[]) =>
    send('POST', '/actions', {
      actions: [{ type: 'key', id: 'keyboard', actions: pressed.map(([type, value]) => ({ type, value })) }],
    });
  return {
    goTo: async (url) => void (await send('POST', '/url', { url })),
    enterFrame: async (title) => {
      const id = await read(`document.querySelector('iframe[title="${title}"]')`);
      await send('POST', '/frame', { id });
    },
    read,
    click: async (expression) => {
      const element = (await read(expression)) as Record<string, string>;
      await send('POST', `/element/${element[ELEMENT]}/click`);
    },
    type: async (text) => {
      await keys(...[...text].flatMap((key) => [['keyDown', key] as const, ['keyUp', key] as const]));
    },
    pressSign: async () => {
      await keys(['keyDown', CONTROL], ['keyDown', ENTER], ['keyUp', ENTER], ['keyUp', CONTROL]);
    },
  };
}

/** Starts a virtual screen. Its number is read from the descriptor that it writes to once it is ready. */
async function startScreen(): Promise<{ readonly screen: ChildProcess; readonly display: string }> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const screen = spawn(requireProgram(VIRTUAL_SCREEN), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdio[3]?.once('data', (said: Buffer) => resolve(String(said).trim()));
    screen.once('exit', () => reject(new Error('The virtual screen ended.')));
  });
  return { screen, display: `:${number}` };
}

export const webkit: Engine = {
  name: 'WebKit',
  firstHour: ['00'],
  // WebKit partitions and blocks storage of other sites by itself: its own policy is what both kinds of test meet.
  start: async () => {
    const port = await freePort();
    const { screen, display } = await startScreen();
    const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
    const manager = spawn(requireProgram(WINDOW_MANAGER), [], { env, stdio: 'ignore' });
    const driver = spawn(requireProgram(WEBKIT_DRIVER), [`--port=${port}`, '--host=127.0.0.1'], {
      env,
      stdio: 'ignore',
    });
    const end = (): void => {
      for (const child of [driver, manager, screen]) child.kill();
    };
    try {
      const options = { 'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] } };
      const address = `http://127.0.0.1:${port}`;
      const send = senderTo(address);
      const session = await whenReady(() => send('POST', '/session', { capabilities: { alwaysMatch: options } }));
      const path = `/session/${(session as { readonly sessionId: string }).sessionId}`;
      const inSession: Send = (method, rest, body) => send(method, `${path}${rest}`, body);
      const close = async (): Promise<void> => {
        await inSession('DELETE', '').catch(() => undefined);
        end();
      };
      await inSession('POST', '/window/rect', { x: 0, y: 0, width: 1200, height: 950 });
      return { tab: tabOf(inSession), close };
    } catch (fault) {
      end();
      throw fault;
    }
  },
};
