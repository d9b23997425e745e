// For discord: ways for the clinician to change course. It is about the relationship and never about the patient.
// Nothing is marked, stored or filed, and there is no field.

import { DISCORD_CUES } from '../../../interview/guide/cues.ts';
import { CardFrame, type OpenCardProps } from './CardFrame.tsx';
import css from './Cards.module.css';

export function DiscordCard({ store, onClose }: OpenCardProps) {
  const language = store.guide.language.value;
  return (
    <CardFrame
      id="discord-heading"
      title="If the conversation gets tense"
      note="Only for you. None of this is written down anywhere."
      close="Close"
      onClose={onClose}
    >
      <dl class={css.ways}>
        {DISCORD_CUES.map(({ id, does, says }) => (
          <div key={id}>
            <dt>{does}</dt>
            <dd lang={language}>“{says[language]}”</dd>
          </div>
        ))}
      </dl>
    </CardFrame>
  );
}
