// For tense moments: ways for the clinician to change course. It is about the relationship and never about the patient.
// Nothing is marked, stored or filed, and there is no field.

import { DISCORD_CUES } from '../../interview/guide/cues.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { useFocusOnMount } from '../../ui/keyboard/focus-on-mount.ts';
import css from './Cards.module.css';

interface TenseCardProps {
  readonly store: Store;
  readonly onClose: () => void;
}

export function TenseCard({ store, onClose }: TenseCardProps) {
  const language = store.guide.language.value;
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <section
      class={css.card}
      aria-labelledby="tense-heading"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h4 class={css.heading} id="tense-heading" tabIndex={-1} ref={heading}>
        If the conversation gets tense
      </h4>
      <dl class={css.ways}>
        {DISCORD_CUES.map(({ id, does, says }) => (
          <div key={id}>
            <dt>{does}</dt>
            <dd lang={language}>“{says[language]}”</dd>
          </div>
        ))}
      </dl>
      <p class={css.quiet}>Only for you. None of this is written down anywhere.</p>
      <Button onPress={onClose}>Close</Button>
    </section>
  );
}
