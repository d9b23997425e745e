// Opens the site's safety protocol with one press. It detects nothing, judges nothing and files nothing.

import type { Store } from '../store/store.ts';
import css from './Dialog.module.css';
import { Dialog, Group } from './Dialog.tsx';

const STEPS = [
  ['selfHarm', 'Talk of self-harm'],
  ['withdrawal', 'Risk in withdrawal (alcohol, sedatives)'],
  ['violence', 'Violence, at home or towards others'],
] as const;

export function Safety({ store, onClose }: { readonly store: Store; readonly onClose: () => void }) {
  const { safety } = store.policy;
  return (
    <Dialog id="safety-heading" title="Safety first" close="Back to the conversation" onClose={onClose}>
      {safety ? (
        STEPS.map(([key, title]) => (
          <Group key={key} title={title}>
            <p>{safety[key].text}</p>
            {safety[key].phone && (
              <p>
                <strong>{safety[key].phone}</strong>
              </p>
            )}
          </Group>
        ))
      ) : (
        <section class={css.group}>
          <p>Pause the interview. Follow your local protocol for self-harm, withdrawal and violence.</p>
          {store.support !== '' && <p>{store.support}</p>}
        </section>
      )}
      <p class={css.quiet}>Your note stays as it is. Nothing here is written down or sent.</p>
    </Dialog>
  );
}
