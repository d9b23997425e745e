// The side pane in which the chart opens Evoke: a frame, presets for its width, a handle. The script moves it.

import { html } from 'hono/html';
import type { Html } from './page.ts';

/** Widths of panes in real charts, in CSS pixels. 420 is the narrowest that fits a day's work. */
const PANE_WIDTHS = [320, 420, 516, 772] as const;

/** The pane, closed. `launch` is the address that the frame opens each time. */
export function evokePane(patientId: string): Html {
  const presets = PANE_WIDTHS.map(
    (width) => html`<button type="button" data-width="${width}" aria-pressed="${width === 420}">${width}</button>`,
  );
  return html`<aside class="pane" id="evoke-pane" aria-label="Side pane" data-launch="/patients/${patientId}/launch" hidden>
<div class="handle" role="separator" tabindex="0" aria-orientation="vertical" aria-label="Width of the pane"
aria-valuemin="280" aria-valuemax="1200" aria-valuenow="420" aria-controls="evoke-pane" data-handle></div>
<div class="pane-side" data-pane-side><div class="pane-bar"><h2>Evoke</h2>
<div role="group" aria-label="Width in pixels">${presets}</div>
<button type="button" data-close-pane>Close pane</button></div>
<div class="pane-body" data-pane-body></div></div></aside>`;
}
