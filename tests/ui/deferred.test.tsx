// @vitest-environment happy-dom
// A part that is fetched on demand: what is shown in its place, and what is drawn when another part is wanted there.
import { act, cleanup, render, screen, waitFor } from '@testing-library/preact';
import { render as draw, type JSX } from 'preact';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { deferred } from '../../src/lib/deferred.ts';
import { Deferred } from '../../src/ui/Deferred.tsx';

afterEach(cleanup);

const part = (words: string) => () => <p>{words}</p>;
const passes = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

test('what has come already is drawn at once; what has not says that it is on its way', async () => {
  const load = deferred(async () => part('the recap'));
  const { container, rerender } = render(<Deferred load={load} props={{}} />);
  expect(container.textContent).toBe('One moment');
  expect(await screen.findByText('the recap')).toBeTruthy();
  rerender(<p>closed</p>);
  rerender(<Deferred load={load} props={{}} />);
  expect(container.textContent).toBe('the recap');
});

test('another part wanted in the same place takes it, whether or not the first had come', async () => {
  const [keys, check] = [deferred(async () => part('the keys')), deferred(async () => part('the self-check'))];
  const { rerender, container } = render(<Deferred load={keys} props={{}} />);
  await screen.findByText('the keys');
  rerender(<Deferred load={check} props={{}} />);
  expect(await screen.findByText('the self-check')).toBeTruthy();
  rerender(<Deferred load={keys} props={{}} />);
  expect(container.textContent).toBe('the keys');
});

test('a part that cannot be fetched says so, and says nothing about the next one', async () => {
  const gone = deferred((): Promise<() => null> => Promise.reject(new Error('404')));
  const { rerender } = render(<Deferred load={gone} props={{}} />);
  expect(screen.getByRole('status').textContent).toBe('One moment');
  expect(await screen.findByText(/could not be fetched/)).toBe(screen.getByRole('status'));
  rerender(<Deferred load={deferred(async () => part('the plan'))} props={{}} />);
  expect(screen.queryByText(/could not be fetched/)).toBeNull();
  expect(await screen.findByText('the plan')).toBeTruthy();
});

test('a part that does not come for ten seconds says what to do, and is drawn if it comes after all', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let come = (): void => undefined;
  const load = deferred(() => new Promise<() => JSX.Element>((resolve) => (come = () => resolve(part('the history')))));
  const { container } = render(<Deferred load={load} props={{}} />);
  await passes(9_900);
  expect(container.textContent).toBe('One moment');
  await passes(200);
  expect(container.textContent).toContain('Your work is still here. Go on with the rest; it may come yet.');
  come();
  await passes(0);
  expect(container.textContent).toBe('the history');
});

test('a part that comes between the first drawing and what follows it is drawn', async () => {
  const load = deferred(async () => part('the safety card'));
  const page = document.createElement('div');
  const coming = load();
  draw(<Deferred load={load} props={{}} />, page);
  await coming;
  expect(page.textContent).toBe('One moment');
  await waitFor(() => expect(page.textContent).toBe('the safety card'));
});
