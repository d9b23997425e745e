// Which cases of a long list run. `npm run test:all` runs all of them.

/** True in `npm run test:all`. */
export const WHOLE = process.env['EVOKE_WHOLE'] === '1';

/** The cases to run: in `npm test` those with most risk, whose like no other test has. */
export const sampleOf = <T>(all: readonly T[], isRisky: (one: T) => boolean): readonly T[] =>
  WHOLE ? all : all.filter(isRisky);
