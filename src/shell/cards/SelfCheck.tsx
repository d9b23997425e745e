// Diagnostics for IT: what this EHR offers and granted, where a note would go and why, and recent events.

import { useEffect, useState } from 'preact/hooks';
import type { Store } from '../../store/store.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { WholeWords } from '../../ui/note/WholeWords.tsx';
import css from '../Dialog.module.css';
import { Dialog, Group } from '../Dialog.tsx';
import { type DeviceFacts, type ReportPart, reportParts, reportText } from './self-check-report.ts';

function deviceFacts(): DeviceFacts {
  return {
    version: document.querySelector('meta[name=version]')?.getAttribute('content') ?? 'unknown',
    configuration: document.querySelector('#site')?.getAttribute('data-digest')?.slice(0, 8) ?? 'unknown',
    framed: window.parent !== window,
    locks: 'locks' in navigator,
    channels: 'BroadcastChannel' in globalThis,
  };
}

const UNFETCHED = 'A part of Evoke could not be fetched. Close this and open the self-check again.';

export function SelfCheck({ store, onClose }: { readonly store: Store; readonly onClose: () => void }) {
  const [parts, setParts] = useState<readonly ReportPart[] | 'incomplete'>();
  useEffect(() => {
    const gone = new AbortController();
    void store.diagnostics
      .readDiagnostics(gone.signal)
      .then((found) => setParts(found ? reportParts(store, found, deviceFacts()) : 'incomplete'));
    return () => gone.abort();
  }, []);
  return (
    <Dialog id="check-heading" title="Self-check for IT" onClose={onClose}>
      {/* Always there, because a live region that comes with its text is not read aloud. */}
      <p role="status" class={css.quiet}>
        {parts === 'incomplete' ? UNFETCHED : parts ? 'Checked.' : 'Looking'}
      </p>
      {parts && parts !== 'incomplete' && <Report parts={parts} />}
      <p class={css.quiet}>Nothing about the patient or the conversation is shown here. Nothing was sent.</p>
    </Dialog>
  );
}

function Report({ parts }: { readonly parts: readonly ReportPart[] }) {
  return (
    <>
      <CopyText label="Copy for IT" text={() => reportText(parts)} plain />
      {parts.map(({ title, rows }) => (
        <Group key={title} title={title}>
          <dl class={css.rows}>
            {rows.map(([name, words]) => (
              <div key={name + words}>
                <dt class="quiet-text">{name}</dt>
                <dd class={css.value}>
                  <WholeWords text={words} />
                </dd>
              </div>
            ))}
          </dl>
        </Group>
      ))}
    </>
  );
}
