// Topics as large cards: those named so far, in the order they came up, then those that the site offers.

import type { PatientView } from '../../interview/patient/patient-view.ts';
import type { Language, PatientWords } from '../../interview/patient/patient-words.ts';
import css from './TopicsSheet.module.css';

interface TopicsSheetProps {
  readonly view: PatientView;
  readonly language: Language;
  readonly words: PatientWords;
  /** The patient touched an offered topic. The name is as the clinician reads it. */
  readonly onTopic: (label: string) => void;
}

export function TopicsSheet({ view: { topic, topics, offered }, language, words, onTopic }: TopicsSheetProps) {
  const today = topic?.[language];
  return (
    <section class={css.topics}>
      {today !== undefined && (
        <p class={css.today}>
          {words.topics.today}{' '}
          <strong class={css.chosen} dir="auto">
            {today}
          </strong>
        </p>
      )}
      {offered.length + topics.length > 0 && (
        <h2 class={css.heading} id="topics-heading" tabIndex={-1}>
          {words.topics.heading}
        </h2>
      )}
      {topics.length > 0 && (
        <ul class={css.list}>
          {topics.map((each) => (
            <li key={each.en} class={css.topic} dir="auto">
              {each[language]}
            </li>
          ))}
        </ul>
      )}
      {offered.length > 0 && (
        <ul class={css.list}>
          {offered.map((label) => (
            <li key={label.en}>
              <button
                type="button"
                class={`${css.topic} ${css.offered}`}
                onClick={({ currentTarget }) => {
                  leave(currentTarget.closest('li'));
                  onTopic(label.en);
                }}
              >
                {label[language]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

// A touched topic moves to those named so far. Focus moves to the next, else to the one before, else to the heading.
function leave(card: Element | null): void {
  const near = card?.nextElementSibling ?? card?.previousElementSibling;
  (near?.querySelector('button') ?? document.getElementById('topics-heading'))?.focus({ preventScroll: true });
}
