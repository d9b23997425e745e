// Events of the whole page, while a component is on it.

import { useLayoutEffect, useRef } from 'preact/hooks';

type Events = WindowEventMap & DocumentEventMap;

/**
 * Calls the newest `handle` at each event, from the step that draws the component. In a later step, a quick key could
 * be lost.
 */
export function useListener<Kind extends keyof Events>(
  target: Document | Window,
  kind: Kind,
  handle: (event: Events[Kind]) => void,
): void {
  const latest = useRef(handle);
  latest.current = handle;
  useLayoutEffect(() => {
    const listen = (event: Event): void => latest.current(event as Events[Kind]);
    target.addEventListener(kind, listen);
    return () => target.removeEventListener(kind, listen);
  }, []);
}
