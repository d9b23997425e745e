// Opens the site's safety protocol with one press. It detects nothing, judges nothing and files nothing.

import { useEffect, useRef } from 'preact/hooks';
import type { Store } from '../store/store.ts';
import { Button } from '../ui/Button.tsx';
import css from './KeyCard.module.css';

const STEPS = [
  ['selfHarm', 'Talk of self-harm'],
  ['withdrawal', 'Risk in withdrawal (alcohol, sedatives)'],
  ['violence', 'Violence, at home or towards others'],
] as const;

interface SafetyProps {
  readonly store: Store;
  readonly onClose: () => void;
}

export function Safety({ store, onClose }: SafetyProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { safety } = store.policy;
  return (
    <dialog class={css.card} ref={dialog} aria-labelledby="safety-heading" onClose={onClose}>
      <div class={css.head}>
        <h2 class={css.title} id="safety-heading">
          Safety first
        </h2>
        <Button onPress={() => dialog.current?.close()}>Back to the conversation</Button>
      </div>
      {safety ? (
        STEPS.map(([key, title]) => (
          <section key={key} class={css.group}>
            <h3 class={css.name}>{title}</h3>
            <p>{safety[key].text}</p>
            {safety[key].phone && (
              <p>
                <strong>{safety[key].phone}</strong>
              </p>
            )}
          </section>
        ))
      ) : (
        <section class={css.group}>
          <p>Pause the interview. Follow your local protocol for self-harm, withdrawal and violence.</p>
          {store.support !== '' && <p>{store.support}</p>}
        </section>
      )}
      <p class={css.quiet}>Your note stays as it is. Nothing here is written down or sent.</p>
    </dialog>
  );
}
