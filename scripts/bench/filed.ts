// Reads what the EHR stored, as code and value, so that no scenario is fast because it leaves something out.

/** One fact of a filed note. */
export type Fact = readonly [code: string, value: unknown];

interface Coded {
  readonly coding?: readonly { readonly code?: string }[];
}

type Component = { readonly code: Coded; readonly valueCodeableConcept?: Coded } & Readonly<Record<string, unknown>>;

function factOf({ code, valueCodeableConcept: concept, ...rest }: Component): Fact {
  const plain = Object.entries(rest).find(([name]) => name.startsWith('value'));
  return [code.coding?.[0]?.code ?? '', concept ? concept.coding?.[0]?.code : plain?.[1]];
}

/** The components of an Observation that have a value, in order. An empty list if there is no such resource. */
export function factsIn(resource: object | undefined): readonly Fact[] {
  const { component = [] } = (resource ?? {}) as { readonly component?: readonly Component[] };
  return component.map(factOf).filter(([, value]) => value !== undefined);
}

/** A day in local time, as a note writes it. */
export function dayIn(days: number): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${part(day.getMonth() + 1)}-${part(day.getDate())}`;
}

/** Throws unless the note has exactly these facts in this order. The format's version is not compared. */
export function expectFiled(resource: object | undefined, expected: readonly Fact[]): void {
  const found = factsIn(resource).filter(([code]) => code !== 'note-format');
  const [is, should] = [found, expected].map((facts) => facts.map((fact) => JSON.stringify(fact)).join('\n'));
  if (is !== should) throw new Error(`The scenario filed another note.\nFiled:\n${is}\nExpected:\n${should}`);
}
