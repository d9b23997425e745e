// Topics to talk about, in the order they came up, and the one chosen for today.

import type { PatientView } from '../../interview/patient/patient-view.ts';
import type { Language, PatientWords } from '../../interview/patient/patient-words.ts';
import css from './TopicsSheet.module.css';

interface TopicsSheetProps {
  readonly view: PatientView;
  readonly language: Language;
  readonly words: PatientWords;
}

export function TopicsSheet({ view: { topic, topics }, language, words }: TopicsSheetProps) {
  const today = topic?.[language];
  const others = topics.map((each) => each[language]).filter((each) => each !== today);
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
      <h2 class={css.heading}>{words.topics.heading}</h2>
      {others.length === 0 ? (
        <p class={css.none}>{words.topics.none}</p>
      ) : (
        <ul class={css.list}>
          {others.map((each) => (
            <li key={each} class={css.topic} dir="auto">
              {each}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
