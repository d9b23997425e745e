// After a practice conversation: its turning points, the choices made, and the marks that differ. It gives no grade.

import type { ComponentChildren } from 'preact';
import type { Talk } from '../../../interview/talk/talk.ts';
import type { CaseEnding, PatientLine } from '../../../learn/case.ts';
import { parseMarks } from '../../../learn/marks.ts';
import { CASE, CASE_SUMMARY, HEAR, MOVES } from '../../../learn/page-text.ts';
import type { Difference, CaseSummary as Summary, TurningPoint } from '../../../learn/summarize-case.ts';
import { Button } from '../../../ui/Button.tsx';
import { GoOn } from '../GoOn.tsx';
import { describeReading, talkName } from '../hearing/Feedback.tsx';
import css from '../Learn.module.css';
import type { LearnSession } from '../session.ts';

interface CaseSummaryProps {
  readonly session: LearnSession;
  readonly ending: CaseEnding;
  readonly summary: Summary;
  readonly onAgain: () => void;
}

export function CaseSummary({ session, ending, summary, onAgain }: CaseSummaryProps) {
  return (
    <>
      <p>{ending.after}</p>
      <h3>{CASE_SUMMARY.turned}</h3>
      <ul class={css.points}>
        {summary.turningPoints.map((point) => (
          <li key={point.you}>
            <Point point={point} />
          </li>
        ))}
      </ul>
      <h3>{CASE_SUMMARY.counts}</h3>
      <Counts summary={summary} />
      <h3>{CASE_SUMMARY.differ}</h3>
      {summary.marks === 0 ? <p>{CASE_SUMMARY.unmarked}</p> : <Differences differences={summary.differences} />}
      <Readings heard={summary.heard} />
      <div class={css.row}>
        <Button variant="primary" onPress={onAgain}>
          {CASE.again}
        </Button>
      </div>
      <GoOn session={session} />
    </>
  );
}

function Point({ point: { you, move, why, before, answered, way } }: { readonly point: TurningPoint }) {
  return (
    <>
      <p class="quiet-text">
        {CASE_SUMMARY.theySaid}: “{before}”
      </p>
      <p>
        {CASE_SUMMARY.youSaid}: “{you}” <strong>{MOVES[move]}.</strong> {why}
      </p>
      <p class="quiet-text">
        {CASE_SUMMARY[way]}: “{answered}”
      </p>
    </>
  );
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? CASE_SUMMARY.noneYet : `${Math.round((part / whole) * 100)}%`;

function Counts({ summary }: { readonly summary: Summary }) {
  const { reflections, questions, complex, fitting, neutral, against } = summary;
  const rows = [
    [CASE_SUMMARY.perQuestion, `${reflections} : ${questions}`, '1 : 1 / 2 : 1'],
    [CASE_SUMMARY.complex, percent(complex, reflections), '40% / 50%'],
    [CASE_SUMMARY.fitting, fitting, CASE_SUMMARY.nonePublished],
    [CASE_SUMMARY.neutral, neutral, CASE_SUMMARY.nonePublished],
    [CASE_SUMMARY.against, against, CASE_SUMMARY.nonePublished],
  ] as const;
  return (
    <>
      <table class={css.counts}>
        <thead>
          <tr>
            <th scope="col">{CASE_SUMMARY.inThis}</th>
            <th scope="col">{CASE_SUMMARY.count}</th>
            <th scope="col">{CASE_SUMMARY.published}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count, published]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count}</td>
              <td>{published}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet-text">{CASE_SUMMARY.limits}</p>
    </>
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0) return <p>{CASE_SUMMARY.noDiffer}</p>;
  const named = (name: string, talks: readonly Talk[]) =>
    talks.length > 0 && (
      <p>
        <strong>{name}:</strong> {talks.map(talkName).join(', ')}
      </p>
    );
  return (
    <ul class={css.points}>
      {differences.map(({ said, missed, extra, recoded }) => (
        <Reading key={said.says} said={said}>
          {named(HEAR.missed, missed)}
          {named(CASE_SUMMARY.extra, extra)}
          {named(CASE_SUMMARY.recoded, recoded)}
        </Reading>
      ))}
    </ul>
  );
}

// Marking is optional. A learner who left lines unmarked missed nothing, and can still see our readings of them.
function Readings({ heard }: { readonly heard: readonly PatientLine[] }) {
  return (
    <details class={css.readings}>
      <summary>{CASE_SUMMARY.readings}</summary>
      <ul class={css.points}>
        {heard.map((said) => (
          <Reading key={said.says} said={said}>
            <p>
              <strong>{HEAR.ours}:</strong> {describeReading(parseMarks(said.marks))}
            </p>
          </Reading>
        ))}
      </ul>
    </details>
  );
}

function Reading({ said, children }: { readonly said: PatientLine; readonly children: ComponentChildren }) {
  return (
    <li>
      <p class={css.model}>“{said.says}”</p>
      {children}
      <p class="quiet-text">{said.why}</p>
    </li>
  );
}
