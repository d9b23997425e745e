// A prompt: one short open question or reflection stem that the clinician may read, say or skip.

import type { PlanText } from '../../interview.ts';
import type { PlanList } from '../../note/note.ts';
import type { Strand } from '../../talk/talk.ts';
import { IDEAS, type Idea } from '../ideas.ts';

/** The need that a prompt is for. Without one it fits any time in its process. */
export type Need =
  | 'no-target'
  | 'low-importance'
  | 'low-confidence'
  | 'both-sides'
  | 'mobilize'
  | 'ready'
  | 'door-open';

export type PromptedPart = PlanText | PlanList | 'confidence' | 'followUp';

interface Marks {
  readonly idea: Idea;
  /** The strand of change talk it invites. */
  readonly asks?: Strand;
  readonly need?: Need;
  /** What it presupposes: the change is still `ahead`, or was `made` and is to be kept. Absent: neither. */
  readonly change?: 'ahead' | 'made';
  /** The keys of the behaviors it is written for. Absent: any topic. */
  readonly behaviors?: readonly string[];
  readonly fills?: PromptedPart;
}

/** At most 12 words, ending in "?" or, for a stem the clinician completes, in "…". Ids are unique and stable. */
export interface Prompt extends Marks {
  readonly id: string;
  readonly text: string;
  readonly source: string;
}

export function prompts(marks: Marks, rows: readonly (readonly [id: string, text: string])[]): readonly Prompt[] {
  return rows.map(([id, text]) => ({ id, text, source: IDEAS[marks.idea], ...marks }));
}
