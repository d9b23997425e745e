// The page of a failed launch or of a locked panel: what happened, that nothing was lost, what to do now.

import type { LaunchFault } from '../../ehr/faults.ts';
import { useFocusOnMount } from '../../ui/keyboard/focus-on-mount.ts';
import type { Message } from '../../ui/messages/fault-messages.ts';
import { launchMessage } from '../../ui/messages/launch-messages.ts';
import css from './Ending.module.css';

export function Ending({ words, support }: { readonly words: Message; readonly support: string }) {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <main class={css.page}>
      <div role="alert" class={css.card}>
        <h1 class={css.heading} ref={heading} tabIndex={-1}>
          {words.happened}
        </h1>
        <p>{words.safe}</p>
        <p>
          <strong>{words.next}</strong>
        </p>
        {support && <p class="quiet-text">{support}</p>}
      </div>
    </main>
  );
}

/** The page of a failed launch. */
export const Refused = ({ fault, support }: { readonly fault: LaunchFault; readonly support: string }) => (
  <Ending words={launchMessage(fault)} support={support} />
);
