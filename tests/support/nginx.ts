// Runs a real nginx on loopback that serves one build by the site file of the build. It has a folder of its own and
// ends on request.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NGINX_FILE } from '../../hosting/hosting.ts';
import { NGINX_ERROR_LOG, NGINX_ROOT } from '../../hosting/nginx.ts';

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

// One process in the foreground, everything it writes in its own folder.
const mainFile = (folder: string): string => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
${TEMPORARY.map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n')}
  include ${folder}/site.conf;
}
`;

async function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (there: boolean) => {
      socket.destroy();
      resolve(there);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
  });
}

/** Starts nginx with a build. Returns how to stop it. Rejects with nginx's own message if it does not start. */
export async function startNginx(nginx: string, dist: string, port: number): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'evoke-nginx-'));
  const site = await readFile(join(dist, NGINX_FILE), 'utf8');
  await writeFile(join(folder, 'site.conf'), site.replaceAll(NGINX_ROOT, dist).replaceAll(NGINX_ERROR_LOG, 'stderr'));
  await writeFile(join(folder, 'nginx.conf'), mainFile(folder));
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
  const child = spawn(nginx, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (part) => said.push(String(part)));
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isListening(port)) return close;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await close();
  throw new Error(`nginx did not start.\n${said.join('')}`);
}
