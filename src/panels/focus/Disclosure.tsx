// A part of Focus that opens on demand and is drawn only then.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';
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
  const isOpen = useSignal(false);
  useEffect(() => {
    if (wanted !== undefined) isOpen.value = wanted;
  }, [wanted]);
  const id = useId();
  const open = isOpen.value;
  return (
    <div class={css.disclosure}>
      <Button
        look="quiet"
        expanded={open}
        id={id}
        onPress={() => {
          isOpen.value = !open;
        }}
      >
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
