// Ends a command that keeps running: on a signal, with everything closed, or at once with the name of the taken port.

/** Something to be closed before the process ends. */
export type Close = () => Promise<unknown>;

const PARENT = process.ppid;
const EVERY_MS = 250;

// A signal to npm ends npm and its shell, but many shells do not pass it on. A process that lost the parent npm gave it
// was meant as well.
function onceOrphaned(end: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const watch = setInterval(() => {
    if (process.ppid === PARENT) return;
    clearInterval(watch);
    end();
  }, EVERY_MS).unref();
}

/**
 * Closes everything in order at the first SIGINT or SIGTERM, or when the npm that ran this is gone. Then ends the
 * process. A second signal ends it at once.
 */
export function closeOnSignal(closes: readonly Close[]): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) process.exit(1);
    ending = true;
    for (const close of closes) await close().catch((fault: unknown) => console.error(fault));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Vite's own listener ends the process as soon as its server is closed, before the sandbox has saved its chart.
    process.removeAllListeners(signal);
    process.on(signal, () => void end());
  }
  onceOrphaned(() => void end());
}

/** The message for a host or port that is taken, forbidden or none. Undefined for any other fault. */
export function listeningFault(fault: unknown): string | undefined {
  if (!(fault instanceof Error)) return undefined;
  const taken = /Port (\d+) is already in use/.exec(fault.message)?.[1];
  const { code, port } = fault as NodeJS.ErrnoException & { readonly port?: number };
  if (taken !== undefined || code === 'EADDRINUSE') {
    return `Port ${taken ?? port} is taken by another program. End that program, then try again.`;
  }
  if (code === 'ERR_SOCKET_BAD_PORT' || code === 'ENOTFOUND')
    return 'Cannot listen there: PORT is a number up to 65535, and HOST an address of this machine.';
  return code === 'EACCES' || code === 'EADDRNOTAVAIL' ? `Cannot listen there: ${fault.message}.` : undefined;
}
