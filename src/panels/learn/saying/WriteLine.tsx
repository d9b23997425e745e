// The learner answers one line in their own words. Then come plain rules, three other answers and a checklist.

import { useState } from 'preact/hooks';
import { checkAnswer, type ToAnswer } from '../../../learn/check-answer.ts';
import { JUDGE, RULES, SAY } from '../../../learn/page-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useFocusOnMount } from '../../../ui/keyboard/focus-on-mount.ts';
import css from '../Learn.module.css';
import type { LearnSession } from '../session.ts';

interface WriteLineProps {
  readonly session: LearnSession;
  readonly line: ToAnswer;
  /** Called once for each answer that is compared. */
  readonly onCompared: () => void;
}

export function WriteLine({ session, line, onCompared }: WriteLineProps) {
  const [words, setWords] = useState('');
  const [state, setState] = useState<'writing' | 'empty' | 'compared'>('writing');
  const compare = (): void => {
    if (state === 'compared') return;
    const empty = checkAnswer(line, words).length === 0;
    setState(empty ? 'empty' : 'compared');
    if (empty) return;
    session.addRecord({ kind: 'written', line: line.says, words });
    onCompared();
  };
  return (
    <div class={css.stack}>
      <p class="quiet-text">{line.about}</p>
      <blockquote class={css.quote}>{line.says}</blockquote>
      <p>{line.asks === 'reflection' ? SAY.reflection : SAY.question}</p>
      <Field
        label={SAY.yours}
        value={words}
        onType={(text) => {
          setWords(text);
          setState('writing');
        }}
        hint={SAY.stays}
      />
      <div class={css.row}>
        <Button variant={state === 'compared' ? 'plain' : 'primary'} onPress={compare}>
          {SAY.check}
        </Button>
      </div>
      {state === 'empty' && <p role="alert">{SAY.empty}</p>}
      {state === 'compared' && <Compared line={line} words={words} />}
    </div>
  );
}

function Compared({ line, words }: { readonly line: ToAnswer; readonly words: string }) {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <div class={css.stack}>
      <h3 ref={heading} tabIndex={-1}>
        {SAY.rules}
      </h3>
      <ul class={css.rules}>
        {checkAnswer(line, words).map(({ rule, kept }) => (
          <li key={rule} data-kept={kept}>
            <strong>{kept ? SAY.kept : SAY.notKept}</strong> <span>{RULES[rule][kept ? 0 : 1]}</span>
          </li>
        ))}
      </ul>
      <p class="quiet-text">{SAY.rulesLimit}</p>
      <h3>{SAY.models}</h3>
      <ol class={css.models}>
        {line.models.map(([says, why]) => (
          <li key={says}>
            <p class={css.model}>{says}</p>
            <p class="quiet-text">{why}</p>
          </li>
        ))}
      </ol>
      <fieldset class={css.judge}>
        <legend>{SAY.judge}</legend>
        {JUDGE.map((claim) => (
          <label key={claim}>
            <input type="checkbox" /> <span>{claim}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
