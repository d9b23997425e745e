// One page of today's practice, made only when the learner asks for it, to print or copy for a coach.

import { PAGE } from '../../learn/words.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import css from './Learn.module.css';
import { Page } from './Page.tsx';
import type { Done, Session } from './session.ts';

function linesOf(done: Done): string {
  switch (done.kind) {
    case 'stop':
      return `Tour stop: ${done.title}`;
    case 'heard':
      return `Hearing, ${done.title}: ${done.lines} lines, ${done.alike} read as the authors or some raters would`;
    case 'written':
      return `Wrote, to “${done.line}”: “${done.words}”`;
    case 'case': {
      const { reflections, questions, complex, fitting, against } = done.summary;
      return `Conversation, ${done.title}: ${reflections} reflections (${complex} complex), ${questions} questions, ${fitting} moves that fit, ${against} against. ${done.ending}.`;
    }
  }
}

export function PracticeSummary({ session }: { readonly session: Session }) {
  const { visits, reflections } = session.memory.value.tally;
  const lines = session.done.value.map(linesOf);
  const tally = visits > 0 ? [`After ${visits} real visits: ${reflections} reflections recalled. My own count.`] : [];
  const all = [...lines, ...tally];
  const text = (): string => [TITLE, ...all.map((line) => `- ${line}`), '', QUESTIONS, '', LIMIT].join('\n');
  return (
    <Page title={PAGE.summary}>
      <p class={css.quiet}>{PAGE.summaryAim}</p>
      {all.length === 0 ? (
        <p>Nothing yet. Play a conversation or a hearing set, then come back.</p>
      ) : (
        <>
          <ul class={css.points}>
            {all.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{QUESTIONS}</p>
          <p>{LIMIT}</p>
          <div class={css.row}>
            <CopyText label="Copy the summary" text={text} plain />
            <Button onPress={() => print()}>Print</Button>
          </div>
        </>
      )}
    </Page>
  );
}

const TITLE = 'Practice summary (Evoke, Learn)';
const QUESTIONS = 'To talk about: What came easily? Where did I argue? What would I like someone to listen for?';
const LIMIT = 'Counts from practice with made-up patients. They say nothing about skill in real conversations.';
