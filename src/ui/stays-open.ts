// A part of the page that opens once and never folds by itself.

import { useRef } from 'preact/hooks';

/** True from the first time that `wanted` is true, so that clearing a field does not fold what it opened. */
export function useStaysOpen(wanted: boolean): boolean {
  const open = useRef(false);
  open.current ||= wanted;
  return open.current;
}
