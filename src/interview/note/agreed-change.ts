// The agreed target as the change of a plan. Offered to the clinician, never filled in unasked.

import { type Behaviour, behaviourNamed, changeWords } from '../guide/behaviours.ts';
import type { Focusing } from '../interview.ts';

/**
 * The change as a plan would begin with it ("Cut down on drinking alcohol"). Without a direction, or in their own
 * words, the target stands as it is; '' while none is named.
 */
export function agreedChange(
  { target, direction }: Pick<Focusing, 'target' | 'direction'>,
  behaviours: readonly Behaviour[],
): string {
  if (target.kind === 'not-named') return '';
  const known = behaviourNamed(target.label, behaviours)?.doing !== undefined;
  if (!known || direction === undefined || direction === 'explore') return target.label.trim();
  const words = changeWords(target.label, direction, behaviours);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
