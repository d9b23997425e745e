// What the talk is about: one target behaviour and, if it is clear, the direction of change.

/** Which way the patient would like the behaviour to go. `explore` means: undecided, and that is fine. */
export const DIRECTIONS = ['stop', 'cut-down', 'start', 'do-more', 'keep-going', 'change-how', 'explore'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Who brought the topic up. */
export const RAISED_BY = ['patient', 'clinician', 'both'] as const;
export type RaisedBy = (typeof RAISED_BY)[number];

/** A code of some terminology, filed in silence behind our own label. */
export interface Code {
  readonly system: string;
  readonly code: string;
}

/** The behaviour in words people would use, or not named yet. Talk and rulers made before it is named are kept. */
export type Target =
  | { readonly kind: 'not-named' }
  | { readonly kind: 'named'; readonly label: string; readonly code?: Code; readonly sensitive: boolean };
