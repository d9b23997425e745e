// The code that reads and writes the chart after a verified launch. One script file, loaded while the first screen is
// drawn.

export { decodeCapability } from '../fhir/server/decode-capability.ts';
export { collectDiagnostics } from './diagnostics.ts';
export { readChartContext } from './history/chart-context.ts';
export { readHostStyle } from './host/host-theme.ts';
export { watchPanels } from './host/other-panels.ts';
export { createNotes } from './notes.ts';
