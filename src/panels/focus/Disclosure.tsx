// A part of focusing that is opened when it is wanted, and fetched only then.

import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useId } from 'preact/hooks';
import type { Loading } from '../../lib/later.ts';
import { Button } from '../../ui/Button.tsx';
import { Glyph } from '../../ui/Glyph.tsx';
import { Later } from '../../ui/Later.tsx';
import css from './Focus.module.css';

interface DisclosureProps<Props> {
  readonly label: string;
  /** Must be the same function at every render. */
  readonly load: Loading<ComponentType<Props>>;
  readonly props: Props;
  /** Opens it when it becomes true and closes it when it becomes false; undefined leaves it to the clinician. */
  readonly wanted?: boolean | undefined;
}

export function Disclosure<Props extends object>({ label, load, props, wanted }: DisclosureProps<Props>) {
  const state = useSignal<{ readonly kind: 'closed' | 'open' }>({ kind: 'closed' });
  useEffect(() => {
    if (wanted !== undefined) state.value = { kind: wanted ? 'open' : 'closed' };
  }, [wanted]);
  const id = useId();
  const open = state.value.kind === 'open';
  return (
    <div class={css.disclosure}>
      <Button
        look="quiet"
        expanded={open}
        id={id}
        onPress={() => {
          state.value = { kind: open ? 'closed' : 'open' };
        }}
      >
        {label}
        <span class={css.turn}>
          <Glyph kind={open ? 'closes' : 'opens'} />
        </span>
      </Button>
      {open && (
        <div role="group" aria-labelledby={id}>
          <Later load={load} props={props} />
        </div>
      )}
    </div>
  );
}
