// How a command that runs on ends, and what a person reads when it cannot listen.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listeningFault } from '../../scripts/running.ts';

test('names the port that is taken', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void first.close());
  await new Promise((resolve) => first.once('listening', resolve));
  const address = first.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const fault = await new Promise((resolve) => createServer().once('error', resolve).listen(port, '127.0.0.1'));
  expect(listeningFault(fault)).toBe(`Port ${port} is taken by another program. End that program, then try again.`);
});

test("understands the development server's own message", () => {
  expect(listeningFault(new Error('Port 5173 is already in use'))).toContain('Port 5173 is taken');
});

test('keeps silent about every other fault', () => {
  expect(listeningFault(new Error('something else'))).toBeUndefined();
  expect(listeningFault('not even an error')).toBeUndefined();
});

/** A command that serves until it is ended, run as npm runs a script: inside a shell that passes no signal on. */
async function runsUnderNpm() {
  const folder = mkdtempSync(join(tmpdir(), 'evoke-running-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, 'serves.ts');
  writeFileSync(
    script,
    `import { createServer } from 'node:http';
    import { closeOnSignal } from '${resolve('scripts/running.ts')}';
    export const main = async (): Promise<void> => {
      const server = createServer().listen(0, '127.0.0.1', () => console.log(process.pid));
      closeOnSignal([async () => { server.close(); console.log('closed'); }]);
    };`,
  );
  const env = { ...process.env, npm_lifecycle_event: 'start' };
  const shell = spawn('sh', ['-c', `node scripts/run.mjs ${script}; true`], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [first] = await once(shell.stdout, 'data');
  const pid = Number(String(first));
  onTestFinished(() => {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended, as it should.
    }
  });
  return { shell, pid };
}

test('ends, everything closed, when the npm that ran it was ended', async () => {
  const { shell } = await runsUnderNpm();
  const said = once(shell.stdout, 'data');
  shell.kill('SIGTERM');
  expect(String((await said)[0])).toBe('closed\n');
});

test('ends, everything closed, on its own signal', async () => {
  const { shell, pid } = await runsUnderNpm();
  const said = once(shell.stdout, 'data');
  process.kill(pid, 'SIGTERM');
  expect(String((await said)[0])).toBe('closed\n');
});

test.each(['ERR_SOCKET_BAD_PORT', 'ENOTFOUND'])('says what PORT and HOST may be after %s', (code) => {
  expect(listeningFault(Object.assign(new Error('raw'), { code }))).toMatch(/PORT is a number up to 65535, and HOST/);
});
