// The ways in which an EHR can fail, as named data, and the switches for them. Runs in front of the FHIR server. Knows
// only requests and responses, and alters their content without understanding it.

import type { Answer } from './alter.ts';
import { type Effect, type EffectMemory, effects } from './fault-effects.ts';
import { type Interaction, interactionOf } from './fhir/interaction-of.ts';

/** The requests that a fault applies to. A list left out means all of them. */
export interface Strikes {
  readonly interactions?: readonly Interaction[];
  readonly types?: readonly string[];
}

/** One fault. `id` is stable. `name` and `description` are for people at the chart page. */
export interface Fault {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly on: Strikes;
  readonly effect: Effect;
}

/** The switches. */
export interface Faults {
  /**
   * Switches a fault on for the next `times` matching requests, or until it is cleared. Setting it again restarts the
   * count.
   */
  set(fault: Fault, times?: number): void;
  /** Switches off the fault with that id, or all of them. */
  clear(id?: string): void;
  active(): readonly Fault[];
}

/** The switches together with the handler behind them. */
export interface FaultyAnswer {
  readonly faults: Faults;
  readonly answer: Answer;
}

/** Puts switches in front of `answer`. `base` is the FHIR base URL without a trailing slash, `now` milliseconds since 1970. */
export function createFaults(base: string, answer: Answer, now: () => number = Date.now): FaultyAnswer {
  const memory: EffectMemory = { server: answer, now, searches: new Map() };
  const armed = new Map<string, { readonly fault: Fault; readonly left: number }>();
  const faults: Faults = {
    set: (fault, times = Number.POSITIVE_INFINITY) => {
      armed.delete(fault.id);
      if (times > 0) armed.set(fault.id, { fault, left: times });
    },
    clear: (id) => {
      if (id === undefined) armed.clear();
      else armed.delete(id);
    },
    active: () => [...armed.values()].map(({ fault }) => fault),
  };
  const striking = (request: Request): readonly Fault[] => {
    const struck = [...armed.values()].filter(({ fault }) => strikes(fault.on, interactionOf(request, base)));
    for (const { fault, left } of struck) faults.set(fault, left - 1);
    return struck.map(({ fault }) => fault);
  };
  return {
    faults,
    answer: (request) => {
      const chain = striking(request).reduceRight<Answer>(
        (next, { effect }) =>
          (each) =>
            effects(effect, each, next, memory),
        answer,
      );
      return chain(request);
    },
  };
}

function strikes(
  on: Strikes,
  { interaction, type }: { readonly interaction: Interaction; readonly type: string },
): boolean {
  return (on.interactions?.includes(interaction) ?? true) && (on.types?.includes(type) ?? true);
}

/** The same fault for other requests, with a different id. */
export function aimed(fault: Fault, on: Strikes): Fault {
  const aim = [...(on.interactions ?? []), ...(on.types ?? [])].join('-');
  return { ...fault, id: aim === '' ? fault.id : `${fault.id}@${aim}`, on };
}
