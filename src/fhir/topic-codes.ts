// Our own codes for topics that share one SNOMED CT code, so that other software can tell vaping from smoking. A
// topic's key is its code forever. It is never renamed, reused or given another meaning.

import { BEHAVIORS, type Behavior, behaviorNamed } from '../interview/guide/behaviors.ts';
import type { Code } from '../interview/talk/focus.ts';
import { TOPIC } from './identity.ts';

const isSame = (one: Code, other: Code | undefined): boolean => one.system === other?.system && one.code === other.code;

const isShared = ({ code }: Behavior): boolean =>
  code !== undefined && BEHAVIORS.filter((other) => isSame(code, other.code)).length > 1;

/** Every topic with its own code, and its display. */
export const TOPIC_CODES: readonly { readonly code: string; readonly display: string }[] = BEHAVIORS.filter(
  isShared,
).map(({ key, label }) => ({ code: key, display: label.en }));

/** The coding to file after the general one, or undefined. A topic without a code at a site gets none. */
export function topicCoding(label: string | undefined, general: Code | undefined) {
  const named = label === undefined ? undefined : behaviorNamed(label, BEHAVIORS);
  const own = named && TOPIC_CODES.find(({ code }) => code === named.key);
  return own && general && isSame(general, named.code) ? { system: TOPIC, ...own } : undefined;
}
