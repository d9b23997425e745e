// @vitest-environment happy-dom
// The question before something typed is deleted.
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { DiscardButton } from '../../src/ui/DiscardButton.tsx';

afterEach(cleanup);

const onDiscard = vi.fn();
const page = (warning: string | undefined) => (
  <>
    <input aria-label="Words" />
    <DiscardButton id="discard" label="Discard changes" warning={warning} onDiscard={onDiscard} />
  </>
);
const question = () => screen.queryByRole('group');

test('a question that has lost its reason closes, does not come back, and leaves the focus where it was', async () => {
  const { rerender } = render(page('What you typed is deleted.'));
  await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(document.activeElement).toBe(question());
  const words = screen.getByRole('textbox', { name: 'Words' });
  words.focus();
  rerender(page(undefined));
  rerender(page('What you typed is deleted.'));
  expect(question()).toBeNull();
  expect(document.activeElement).toBe(words);
});

test('a warning that changes is asked about again', async () => {
  const { rerender } = render(page('Nothing in the chart changes.'));
  await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
  rerender(page('The note may still be in the chart.'));
  expect(question()).toBeNull();
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Discard changes'));
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('{Enter}');
  expect(question()?.textContent).toMatch(/^The note may still be in the chart/);
  expect(onDiscard).not.toHaveBeenCalled();
});
