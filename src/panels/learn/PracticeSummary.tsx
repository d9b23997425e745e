// One page of today's practice, made only when the learner asks for it, to print or copy for a coach.

import { PAGE, SUMMARY } from '../../learn/page-text.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import css from './Learn.module.css';
import { LearnPage } from './LearnPage.tsx';
import type { LearnSession, PracticeRecord } from './session.ts';

function describeRecord(record: PracticeRecord): string {
  switch (record.kind) {
    case 'stop':
      return SUMMARY.stop(record.title);
    case 'heard':
      return SUMMARY.heard(record.title, record.alike, record.lines);
    case 'written':
      return SUMMARY.written(record.line, record.words);
    case 'case':
      return SUMMARY.case(record.title, record.summary, record.ending);
  }
}

export function PracticeSummary({ session }: { readonly session: LearnSession }) {
  const { visits, reflections } = session.memory.value.tally;
  const tally = visits > 0 ? [SUMMARY.tally(visits, reflections)] : [];
  const lines = [...session.records.value.map(describeRecord), ...tally];
  const text = (): string =>
    [SUMMARY.title, ...lines.map((line) => `- ${line}`), '', SUMMARY.questions, '', SUMMARY.limit].join('\n');
  return (
    <LearnPage title={PAGE.summary}>
      <p class={`quiet-text ${css.onScreen}`}>{PAGE.summaryAim}</p>
      {lines.length === 0 ? (
        <p>{SUMMARY.nothing}</p>
      ) : (
        <>
          <ul class={css.points}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{SUMMARY.questions}</p>
          <p>{SUMMARY.limit}</p>
          <div class={css.row}>
            <CopyText label={SUMMARY.copy} text={text} plain />
            <Button onPress={() => print()}>{SUMMARY.print}</Button>
          </div>
        </>
      )}
    </LearnPage>
  );
}
