// Agreed steps in the patient's words, and what the next visit says about them.

import { type FollowThrough, followThrough } from '../../../interview/history/talk-over-time.ts';
import type { Visit } from '../../../interview/history/visits.ts';
import { clinicalDate } from '../../../ui/dates.ts';
import card from '../Card.module.css';
import { RESULT_WORDS } from '../words.ts';
import css from './OverTime.module.css';

interface AgreedStepsProps {
  readonly visits: readonly Visit[];
  /** All visits, because a visit about another topic may say how a step went. */
  readonly all: readonly Visit[];
}

export function AgreedSteps({ visits, all }: AgreedStepsProps) {
  const shown = new Set(visits);
  const steps = followThrough(all).filter(({ visit }) => shown.has(visit));
  if (steps.length === 0) return <p class={card.quiet}>No step was agreed at these visits.</p>;
  return (
    <table class={css.table}>
      <caption class="visually-hidden">Agreed steps, newest first, and how each went</caption>
      <thead>
        <tr>
          <th scope="col">Agreed</th>
          <th scope="col">How it went</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.visit.note.id}>
            <th scope="row">
              <span class={card.quiet}>{clinicalDate(step.visit.date)}</span>
              <span class={css.said} dir="auto">
                {step.step}
              </span>
            </th>
            <td>
              <Went {...step} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Went({ went }: FollowThrough) {
  if (went.kind === 'not-yet') return <span class={card.quiet}>Not asked yet</span>;
  if (went.kind === 'not-told') return <span class={card.quiet}>Not recorded on {clinicalDate(went.date)}</span>;
  return (
    <>
      <span class={card.quiet}>{clinicalDate(went.date)}</span>
      {went.result && <span class={css.said}>{RESULT_WORDS[went.result]}</span>}
      {went.words && (
        <span class={css.said} dir="auto">
          “{went.words}”
        </span>
      )}
    </>
  );
}
