// Ends every exhaustive switch: a new member of a union stops the build instead of slipping through.

/** Never returns. Throws when a value arrives that the types say cannot exist (our own bug). */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value of kind ${typeof value}`);
}
