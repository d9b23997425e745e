// Suggests the agreed target as the change of a plan. It is offered to the clinician and never filled in automatically.

import { capitalized } from '../../lib/english.ts';
import { askedAbout, type Behavior, behaviorNamed } from '../guide/behaviors.ts';
import { INFINITIVES } from '../guide/infinitives.ts';
import type { Focusing } from '../interview.ts';
import type { InLanguages } from '../patient/patient-words.ts';

/**
 * The change as a plan would begin, in English ("Cut down on drinking"). For a typed target it is what was typed. '' without a
 * target, and for a topic of ours without a direction: nobody agrees to "Smoking".
 */
export function agreedChange(
  { target, direction }: Pick<Focusing, 'target' | 'direction'>,
  behaviors: readonly Behavior[],
): string {
  if (target.kind === 'not-named') return '';
  const about = askedAbout(target.label, direction, behaviors);
  if (about.kind === 'known') return about.direction ? capitalized(about.infinitive.en) : '';
  return behaviorNamed(target.label, behaviors)?.label.en ?? target.label.trim();
}

/** The change in each language if the line is one of ours. Undefined for a line that someone typed. */
export function changeWords(line: string): InLanguages | undefined {
  const all = Object.values(INFINITIVES).flatMap((rows) => Object.values(rows ?? {}));
  const same = all.find(({ en, es }) => capitalized(en) === line || capitalized(es) === line);
  return same && { en: capitalized(same.en), es: capitalized(same.es) };
}
