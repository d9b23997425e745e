// Nominal types over primitives. The key is a unique symbol, so two brands never collide.

declare const brand: unique symbol;

/** `Base` that only the smart constructor of `Name` may make. */
export type Brand<Base, Name extends symbol> = Base & { readonly [brand]: Name };
