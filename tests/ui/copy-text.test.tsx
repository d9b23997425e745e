// @vitest-environment happy-dom
// The last resort of a clinician whose chart takes no note: the text is copied, or there to be copied by hand.
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { CopyText } from '../../src/ui/CopyText.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function forbidsClipboard(): void {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('forbidden'));
}

test('the text to copy by hand takes the focus at each press, and not at a redraw', async () => {
  const user = userEvent.setup();
  forbidsClipboard();
  const page = () => (
    <>
      <CopyText label="Copy note text" text={() => 'My liver tests scared me'} />
      <input aria-label="Field beside it" />
    </>
  );
  const { rerender } = render(page());
  const press = () => user.click(screen.getByRole('button', { name: 'Copy note text' }));
  await press();
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Ctrl\+C/ });
  expect(document.activeElement).toBe(area);
  await user.type(screen.getByRole('textbox', { name: 'Field beside it' }), 'I');
  rerender(page());
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Field beside it' }));
  await press();
  await vi.waitFor(() => expect(document.activeElement).toBe(area));
});

test('if the clipboard does not respond, the text appears to be copied by hand', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockReturnValue(new Promise(() => undefined));
  const { setTimeout: real } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((run, ms) => real(run, ms === 2_000 ? 0 : ms));
  render(<CopyText label="Copy note text" text={() => 'My liver tests scared me'} />);
  await user.click(screen.getByRole('button', { name: 'Copy note text' }));
  const area = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Ctrl\+C\. Nothing was filed/ });
  expect(area.value).toBe('My liver tests scared me');
});
