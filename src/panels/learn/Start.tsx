// Sixty seconds: hear one line, mark it, ask one ruler. It is enough to begin with the next patient.

import { useState } from 'preact/hooks';
import { spoken } from '../../interview/guide/behaviors.ts';
import { questionsAfter, rulerQuestion } from '../../interview/guide/ruler-questions.ts';
import type { Answer } from '../../interview/ruler.ts';
import { PAGE } from '../../learn/page-text.ts';
import { START } from '../../learn/tour/start.ts';
import { Button } from '../../ui/Button.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
import { MarkLines } from './hearing/MarkLines.tsx';
import css from './Learn.module.css';
import { LearnPage } from './LearnPage.tsx';
import type { LearnSession } from './session.ts';

export function Start({ session }: { readonly session: LearnSession }) {
  const [answer, setAnswer] = useState<Answer>();
  const { lower, next } = questionsAfter(answer, 'en');
  const ask = lower ?? next;
  return (
    <LearnPage title={PAGE.start}>
      <h3>{START.hear}</h3>
      <p>{START.hearWhy}</p>
      <MarkLines lines={START.lines} />
      <h3>{START.ask}</h3>
      <p>{START.askWhy}</p>
      <Ruler
        name="Importance"
        {...rulerQuestion('importance', spoken(START.change), 'en')}
        answer={answer}
        onAnswer={(score) => setAnswer({ kind: 'answered', score })}
        onClear={() => setAnswer(undefined)}
        ask={ask && <p class={css.model}>{ask}</p>}
      />
      <p role="status">{ask && START.reason}</p>
      <h3>{START.end}</h3>
      <p>{START.endWhy}</p>
      <div class={css.row}>
        <Button
          variant="primary"
          onPress={() => {
            session.remember({ greeted: true });
            session.openPage('tour/spirit');
          }}
        >
          {START.on}
        </Button>
      </div>
    </LearnPage>
  );
}
