// A part of Focus that opens on demand and is drawn only then.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Glyph } from '../../ui/Glyph.tsx';
import css from './Focus.module.css';

interface DisclosureProps {
  readonly label: string;
  readonly children: ComponentChildren;
  /** Opens it when it becomes true and closes it when it becomes false. Undefined leaves it to the clinician. */
  readonly wanted?: boolean | undefined;
}

export function Disclosure({ label, children, wanted }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (wanted !== undefined) setOpen(wanted);
  }, [wanted]);
  const id = useId();
  return (
    <div class={css.disclosure}>
      <Button variant="quiet" expanded={open} id={id} onPress={() => setOpen(!open)}>
        {label}
        <span class={css.turn}>
          <Glyph kind={open ? 'closes' : 'opens'} />
        </span>
      </Button>
      {open && (
        <div role="group" aria-labelledby={id}>
          {children}
        </div>
      )}
    </div>
  );
}
