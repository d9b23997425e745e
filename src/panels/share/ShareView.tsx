// The share view for the patient: one sheet at a time, drawn only from the allow-list. Nothing can be signed here, and
// none of the work is in the page.

import { useLayoutEffect, useRef } from 'preact/hooks';
import { type PatientView, RULERS, type RulerName } from '../../interview/patient/patient-view.ts';
import { LANGUAGES, type Language, type PatientWords } from '../../interview/patient/patient-words.ts';
import { PATIENT_WORDS, type PlanSource } from '../../interview/patient/plan-page.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { useFocusOnMount } from '../../ui/keyboard/focus-on-mount.ts';
import { BigRuler } from './BigRuler.tsx';
import { PlanSheet } from './PlanSheet.tsx';
import css from './ShareView.module.css';
import { TopicsSheet } from './TopicsSheet.tsx';

type Sheet = RulerName | 'topics' | 'plan';

/** What the share view receives: the view, its options and its actions. */
export interface ShareViewProps {
  readonly view: PatientView;
  readonly sheet: Sheet;
  readonly language: Language;
  readonly source: PlanSource;
  /** True once the note is signed: only the plan is shown, because nothing can be answered. */
  readonly isSigned: boolean;
  readonly onSheet: (sheet: Sheet) => void;
  readonly onAnswer: (ruler: RulerName, score: number) => void;
  readonly onTopic: (label: string) => void;
  readonly onSpeak: (language: Language) => void;
  readonly onLeave: () => void;
}

export function ShareView(props: ShareViewProps) {
  const { view, sheet, language, isSigned, onLeave } = props;
  const words = PATIENT_WORDS[language];
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <div class={css.share} lang={language}>
      <header class={css.head}>
        <h1 class={css.title} id="share-heading" tabIndex={-1} ref={heading}>
          {words.sharing(view.firstName)}
        </h1>
        <span lang="en" class={css.back}>
          <Button onPress={onLeave} keys="Escape" label="Back to the note">
            Back<span class={css.where}> to the note</span>
          </Button>
        </span>
      </header>
      <main class={css.main}>
        {!isSigned && <Sheets {...props} words={words} />}
        {sheet === 'plan' ? <PlanSheet {...props} /> : <Asked {...props} words={words} sheet={sheet} />}
      </main>
      <footer class={css.foot} lang="en">
        <Choices
          legend={LANGUAGES.map((each, place) => (
            <span key={each} lang={each}>
              {place > 0 && ' / '}
              {PATIENT_WORDS[each].language}
            </span>
          ))}
          options={LANGUAGES.map((each) => ({ value: each, label: PATIENT_WORDS[each].self }))}
          chosen={language}
          onChoose={(chosen) => {
            if (chosen) props.onSpeak(chosen);
          }}
        />
      </footer>
    </div>
  );
}

interface WithWords extends ShareViewProps {
  readonly words: PatientWords;
}

function Sheets({ sheet, onSheet, words: { views } }: WithWords) {
  const list = useRef<HTMLUListElement>(null);
  // In a low pane the list scrolls sideways, and another language moves every chip.
  useLayoutEffect(() => {
    const chip = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (chip) list.current?.scrollTo({ left: chip.offsetLeft - (list.current.clientWidth - chip.offsetWidth) / 2 });
  }, [sheet, views]);
  const all: readonly (readonly [Sheet, string])[] = [
    ['topics', views.topics],
    ...RULERS.map((name) => [name, views.rulers[name]] as const),
    ['plan', views.plan],
  ];
  return (
    <ul class={css.sheets} ref={list}>
      {all.map(([name, label]) => (
        <li key={name}>
          <button
            type="button"
            class={css.sheet}
            aria-current={name === sheet ? 'true' : undefined}
            onClick={() => onSheet(name)}
            // Not every browser scrolls a list sideways to what Tab reaches in it.
            onFocus={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Asked({
  view,
  sheet,
  language,
  words,
  onAnswer,
  onTopic,
}: WithWords & { readonly sheet: Exclude<Sheet, 'plan'> }) {
  if (sheet === 'topics') return <TopicsSheet view={view} language={language} words={words} onTopic={onTopic} />;
  return (
    <BigRuler
      key={sheet}
      asks={view.questions[language][sheet]}
      under={words.noRightNumber}
      ruler={view.rulers[sheet]}
      onAnswer={(score) => onAnswer(sheet, score)}
    />
  );
}
