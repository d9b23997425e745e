// What a person reads when a command cannot listen.
import { createServer } from 'node:http';
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

test("understands the development server's own words for it", () => {
  expect(listeningFault(new Error('Port 5173 is already in use'))).toContain('Port 5173 is taken');
});

test('keeps silent about every other fault', () => {
  expect(listeningFault(new Error('something else'))).toBeUndefined();
  expect(listeningFault('not even an error')).toBeUndefined();
});
