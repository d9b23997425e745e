// What the conversation is about: one target behavior and, if clear, the direction of change.

/** The direction the patient wants for the behavior. `explore` means undecided, and that is fine. */
export const DIRECTIONS = ['stop', 'cut-down', 'start', 'do-more', 'keep-going', 'change-how', 'explore'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Who brought the topic up. */
export const RAISED_BY = ['patient', 'clinician', 'both'] as const;
export type RaisedBy = (typeof RAISED_BY)[number];

/** A code of a terminology, filed together with our own label. */
export interface Code {
  readonly system: string;
  readonly code: string;
}

/** The behavior in everyday words, or not named yet. Marks and rulers made before it is named are kept. */
export type Target =
  | { readonly kind: 'not-named' }
  | { readonly kind: 'named'; readonly label: string; readonly code?: Code | undefined; readonly sensitive: boolean };

/** True if the target has a name. The field for other words may still be empty. */
export const isNamed = (target: Target): boolean => target.kind === 'named' && target.label.trim() !== '';

/** What was answered about one topic: who raised it, and whether they may talk about it. Absent until answered. */
export interface TopicAnswers {
  readonly raisedBy?: RaisedBy | undefined;
  readonly permission?: boolean | undefined;
}
