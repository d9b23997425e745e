// Diagnostics for IT: what this EHR offers and granted, where a note would go and why, and recent events.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import css from '../KeyCard.module.css';
import { type DeviceFacts, type ReportPart, reportParts, reportText } from './self-check-report.ts';

interface SelfCheckProps {
  readonly store: Store;
  readonly onClose: () => void;
}

type Check = { readonly kind: 'looking' } | { readonly kind: 'done'; readonly parts: readonly ReportPart[] };

function deviceFacts(): DeviceFacts {
  return {
    version: document.querySelector('meta[name=version]')?.getAttribute('content') ?? 'unknown',
    configuration: document.querySelector('#site')?.getAttribute('data-digest')?.slice(0, 8) ?? 'unknown',
    framed: window.parent !== window,
    locks: 'locks' in navigator,
    channels: 'BroadcastChannel' in globalThis,
  };
}

export function SelfCheck({ store, onClose }: SelfCheckProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const check = useSignal<Check>({ kind: 'looking' });
  useEffect(() => {
    dialog.current?.showModal();
    const gone = new AbortController();
    void store.diagnostics.inspect(gone.signal).then((found) => {
      check.value = { kind: 'done', parts: reportParts(store, found, deviceFacts()) };
    });
    return () => gone.abort();
  }, []);
  const { value } = check;
  return (
    <dialog class={css.card} ref={dialog} aria-labelledby="check-heading" onClose={onClose}>
      <div class={css.head}>
        <h2 class={css.title} id="check-heading">
          Self-check for IT
        </h2>
        <Button onPress={() => dialog.current?.close()}>Close</Button>
      </div>
      {value.kind === 'looking' ? <p role="status">Looking</p> : <Report parts={value.parts} />}
      <p class={css.quiet}>Nothing about the patient or the conversation is shown here. Nothing was sent.</p>
    </dialog>
  );
}

function Report({ parts }: { readonly parts: readonly ReportPart[] }) {
  return (
    <>
      <CopyText label="Copy for IT" text={() => reportText(parts)} plain />
      {parts.map(({ title, rows }) => (
        <section key={title} class={css.group}>
          <h3 class={css.name}>{title}</h3>
          <dl class={css.rows}>
            {rows.map(([name, words]) => (
              <div key={name + words} class={css.row}>
                <dt>{name}</dt>
                <dd class={css.value}>{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
