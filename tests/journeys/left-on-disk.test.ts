// After the browser has ended: what the files of its profile hold. Reads them as somebody with the disk would.
import { createCipheriv } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { launchOptions } from '../../scripts/chromium.ts';
import { Clinician } from '../support/clinician.ts';
import { startEhr } from '../support/ehr-in-a-box.ts';
import { ownGrounds } from '../support/grounds.ts';

interface File {
  readonly path: string;
  readonly bytes: Buffer;
}

async function filesOf(folder: string): Promise<readonly File[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
}

/** The bytes after a name of a stored record (V8's serialization: a view's buffer is `B`, its length, its bytes). */
function* buffersNamed(name: string, { bytes }: File): Generator<Buffer> {
  const mark = Buffer.concat([Buffer.from([0x22, name.length]), Buffer.from(name, 'latin1'), Buffer.from('B')]);
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    let [place, length, shift, byte] = [at + mark.length, 0, 0, 0x80];
    while (byte & 0x80) {
      byte = bytes[place] ?? 0;
      length |= (byte & 0x7f) << shift;
      [place, shift] = [place + 1, shift + 7];
    }
    yield bytes.subarray(place, place + length);
  }
}

/** How AES-256-GCM begins a text under this key: without the tag, nothing but the key is needed to read on. */
function beginning(key: Buffer, iv: Buffer, sealed: Buffer): string {
  const counter = Buffer.concat([iv, Buffer.from([0, 0, 0, 2])]);
  const stream = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(counter);
  return Buffer.from(stream.map((byte, index) => byte ^ (sealed[index] ?? 0))).toString('latin1');
}

/** Drafts that open with 32 bytes from anywhere in the same files. */
function draftsThatOpen(files: readonly File[]): { readonly versions: number; readonly opened: number } {
  const sealed = files.flatMap((file) => {
    const ivs = [...buffersNamed('iv', file)];
    return [...buffersNamed('bytes', file)].map((bytes, index) => ({ iv: ivs[index], bytes }));
  });
  const isDraft = (iv: Buffer, bytes: Buffer): boolean =>
    files.some(({ bytes: all }) => {
      for (let at = 0; at + 32 <= all.length; at += 1)
        if (beginning(all.subarray(at, at + 32), iv, bytes).startsWith('{"interview":')) return true;
      return false;
    });
  const opened = sealed.filter(({ iv, bytes }) => iv?.length === 12 && isDraft(iv, bytes));
  return { versions: sealed.length, opened: opened.length };
}

test('after filing and the end of the browser no draft opens from its files, and no token is in them', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'evoke-profile-'));
  const ehr = await startEhr(ownGrounds());
  onTestFinished(async () => {
    await ehr.stop();
    await rm(profile, { recursive: true, force: true });
  });
  const context = await chromium.launchPersistentContext(profile, launchOptions());
  const tokens: string[] = [];
  context.on('response', async (response) => {
    if (!response.url().endsWith('/auth/token')) return;
    const reply: Readonly<Record<string, string>> = await response.json();
    for (const name of ['access_token', 'refresh_token', 'id_token']) if (reply[name]) tokens.push(reply[name]);
  });
  const page = await context.newPage();
  await page.goto(ehr.launch({ patientId: 'proto' }));
  const clinician = await new Clinician(page).isReady();
  await clinician.names('Alcohol');
  await clinician.hears('Change R Reason', 'I want to be there for my kids');
  await clinician.seesItKept();
  await clinician.rates('Importance', 7);
  await clinician.seesItKept();
  await clinician.signs();
  await clinician.seesItFiled();
  await context.close();

  const files = await filesOf(profile);
  const indexed = files.filter(({ path }) => path.includes('IndexedDB'));
  const { versions, opened } = draftsThatOpen(indexed);
  // The files still hold what was sealed: only the key is missing.
  expect(versions).toBeGreaterThan(0);
  expect(opened).toBe(0);
  expect(tokens).toHaveLength(3);
  for (const clear of [...tokens, 'there for my kids'])
    expect(files.filter(({ bytes }) => bytes.includes(clear)).map(({ path }) => path)).toEqual([]);
});
