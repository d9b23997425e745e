import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { followNextFrame } from '../../src/store/conversation/next-frame.ts';

/** Pictures drawn by hand. */
function screen() {
  const waiting: (() => void)[] = [];
  const draw = (): void => {
    for (const then of waiting.splice(0)) then();
  };
  return { waiting, draw, afterFrame: (then: () => void): void => void waiting.push(then) };
}

test('what follows a signal shows its value once the next picture is drawn, and not before', () => {
  const { afterFrame, draw } = screen();
  const source = signal('before');
  const { shown } = followNextFrame(source, afterFrame);
  source.value = 'after';
  expect(shown.value).toBe('before');
  draw();
  expect(shown.value).toBe('after');
});

test('many changes before a picture are one, and the last of them is shown', () => {
  const { afterFrame, draw, waiting } = screen();
  const source = signal(0);
  const { shown } = followNextFrame(source, afterFrame);
  for (const value of [1, 2, 3]) source.value = value;
  expect(waiting).toHaveLength(1);
  draw();
  expect(shown.value).toBe(3);
  source.value = 4;
  draw();
  expect(shown.value).toBe(4);
});

test('a value that is back where it was waits for no picture', () => {
  const { afterFrame, waiting } = screen();
  const source = signal('same');
  followNextFrame(source, afterFrame);
  source.value = 'same';
  expect(waiting).toEqual([]);
});

test('once ended it waits for no frame, and keeps none of the data that its source dropped', () => {
  const { afterFrame, waiting, draw } = screen();
  const source = signal('their words');
  const { shown, dispose } = followNextFrame(source, afterFrame);
  source.value = 'more of their words';
  dispose();
  source.value = '';
  expect(shown.value).toBe('');
  draw();
  expect(shown.value).toBe('');
  expect(waiting).toEqual([]);
});
