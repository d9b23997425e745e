// How the kit names a group of parts and one state of a part.

import type { ComponentChildren } from 'preact';

interface NamedProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

export function Group({ name, children }: NamedProps) {
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

export function State({ name, children }: NamedProps) {
  return (
    <div class="state">
      <p>{name}</p>
      {children}
    </div>
  );
}
