// Ends every exhaustive switch, so that a new member of a union fails the build.

/** Never returns. Throws when a value arrives that the types say cannot exist (our own bug). */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value of kind ${typeof value}`);
}
