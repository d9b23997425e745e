// What a native date or time field shows while someone types in it.

import { useState } from 'preact/hooks';

interface TypedText {
  readonly text: string;
  /** What was stored when it was typed. It is not `text` if that was refused. */
  readonly stored: string;
}

/**
 * The text that a field shows: what was typed last, until something else is stored, else what is stored. The browser
 * reports each digit, and a text that is half typed may be refused. Showing the stored value then would take away the
 * digits under the hand.
 */
export function useTypedText(stored: string) {
  const [typed, setTyped] = useState<TypedText>();
  const current = typed?.stored === stored ? typed.text : undefined;
  // Forgets it for good, so that it does not come back when the same value is stored again.
  if (typed && current === undefined) setTyped(undefined);
  return {
    shown: current ?? stored,
    /** What was typed, while the field shows it. */
    typed: current,
    /** Reports what was typed and what is stored after it. */
    onTyped: (text: string, after: string): void => setTyped({ text, stored: after }),
    /** Shows what is stored again. */
    forget: (): void => setTyped(undefined),
  };
}
