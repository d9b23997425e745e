// A copy button that always works. If the clipboard is forbidden or hangs, the text appears selected,
// ready for Ctrl+C.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './Button.tsx';
import css from './CopyText.module.css';

/** Many EHR frames forbid the clipboard. Then the text is to be copied by hand. */
type Copy = { readonly kind: 'ready' | 'copied' } | { readonly kind: 'by-hand'; readonly text: string };

const SOON_MS = 2_000;

/** Rejects if the clipboard is forbidden, or does not respond within two seconds: some wait for a prompt never shown. */
function copyNow(text: string): Promise<void> {
  const copied = navigator.clipboard.writeText(text);
  return Promise.race([copied, new Promise<never>((_, reject) => setTimeout(reject, SOON_MS))]);
}

interface CopyTextProps {
  readonly label: string;
  /** The accessible name, if the label alone does not say what is copied. */
  readonly name?: string;
  /** Called when the button is pressed. */
  readonly text: () => string;
  /** True if the copy cannot be mistaken for filing: the note is or may be filed already, or the text is not a note. */
  readonly plain?: boolean;
}

export function CopyText({ label, name, text, plain }: CopyTextProps) {
  const rest = plain ? '' : ' Nothing was filed.';
  const [copy, setCopy] = useState<Copy>({ kind: 'ready' });
  const byHand = useRef<HTMLTextAreaElement>(null);
  // Once for each press. A later redraw must not take the focus from where the user went on.
  useLayoutEffect(() => {
    byHand.current?.focus();
    byHand.current?.select();
  }, [copy]);
  return (
    <div class={css.copy}>
      <Button
        label={name}
        onPress={async () => {
          const whole = text();
          try {
            await copyNow(whole);
            setCopy({ kind: 'copied' });
          } catch {
            setCopy({ kind: 'by-hand', text: whole });
          }
        }}
      >
        {label}
      </Button>
      {copy.kind === 'copied' && <p role="alert">Copied.{rest}</p>}
      {copy.kind === 'by-hand' && (
        <label class={css.byHand}>
          Copy this text with Ctrl+C.{rest}
          <textarea readOnly rows={8} value={copy.text} ref={byHand} />
        </label>
      )}
    </div>
  );
}
