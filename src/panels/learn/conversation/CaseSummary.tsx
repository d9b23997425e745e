// After a practice conversation: what turned it, what was chosen, which marks differ. No grade, and nothing is kept.

import type { Ending } from '../../../learn/case.ts';
import type { Difference, CaseSummary as Summary, TurningPoint } from '../../../learn/summarize-case.ts';
import { CASE, HEAR, MOVES } from '../../../learn/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { type Contact, GoOn } from '../GoOn.tsx';
import { talkName } from '../hearing/Feedback.tsx';
import css from '../Learn.module.css';

interface CaseSummaryProps {
  readonly ending: Ending;
  readonly summary: Summary;
  readonly contacts: readonly Contact[];
  readonly onAgain: () => void;
}

export function CaseSummary({ ending, summary, contacts, onAgain }: CaseSummaryProps) {
  return (
    <>
      <p>{ending.after}</p>
      <h3>{CASE.turned}</h3>
      <ul class={css.points}>
        {summary.turningPoints.map((point) => (
          <li key={point.you}>
            <Point point={point} />
          </li>
        ))}
      </ul>
      <h3>{CASE.counts}</h3>
      <Counts summary={summary} />
      <h3>{CASE.differ}</h3>
      {summary.differences.length === 0 ? (
        <p>{CASE.noDiffer}</p>
      ) : (
        <ul class={css.points}>
          {summary.differences.map((difference) => (
            <li key={difference.said.says}>
              <Differs difference={difference} />
            </li>
          ))}
        </ul>
      )}
      <div class={css.row}>
        <Button look="primary" onPress={onAgain}>
          {CASE.again}
        </Button>
      </div>
      <GoOn contacts={contacts} />
    </>
  );
}

function Point({ point: { you, move, why, before, answered, swing } }: { readonly point: TurningPoint }) {
  const way = swing > 0.3 ? CASE.toward : swing < -0.3 ? CASE.away : CASE.still;
  return (
    <>
      <p class={css.quiet}>They said: “{before}”</p>
      <p>
        You said: “{you}” <strong>{MOVES[move]}</strong>
      </p>
      <p class={css.quiet}>
        Then, {way}: “{answered}”
      </p>
      <p>{why}</p>
    </>
  );
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none yet' : `${Math.round((part / whole) * 100)} %`;

function Counts({ summary }: { readonly summary: Summary }) {
  const { reflections, questions, complex, fitting, against } = summary;
  return (
    <>
      <table class={css.counts}>
        <thead>
          <tr>
            <th scope="col">In this talk</th>
            <th scope="col">Count</th>
            <th scope="col">MITI 4.2.1: fair / good</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Reflections to questions</th>
            <td>
              {reflections} : {questions}
            </td>
            <td>1 : 1 / 2 : 1</td>
          </tr>
          <tr>
            <th scope="row">Complex, of all reflections</th>
            <td>{percent(complex, reflections)}</td>
            <td>40 % / 50 %</td>
          </tr>
          <tr>
            <th scope="row">Moves that fit the method</th>
            <td>{fitting}</td>
            <td>none published</td>
          </tr>
          <tr>
            <th scope="row">Moves against it</th>
            <td>{against}</td>
            <td>none published</td>
          </tr>
        </tbody>
      </table>
      <p class={css.quiet}>{CASE.limits}</p>
    </>
  );
}

function Differs({ difference: { said, missed, extra, recoded } }: { readonly difference: Difference }) {
  const rows = [
    [HEAR.missed, missed],
    [CASE.extra, extra],
    [CASE.recoded, recoded],
  ] as const;
  return (
    <>
      <p class={css.model}>“{said.says}”</p>
      {rows.map(([name, talks]) =>
        talks.length > 0 ? (
          <p key={name}>
            <strong>{name}:</strong> {talks.map(talkName).join(', ')}
          </p>
        ) : null,
      )}
      <p class={css.quiet}>{said.why}</p>
    </>
  );
}
