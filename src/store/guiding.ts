// The guide beside the talk: one prompt per process, chosen by what has and has not been heard. Never stored.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { PROCESSES, type Process } from '../interview/facts.ts';
import { type Behaviour, behaviourNamed } from '../interview/guide/behaviours.ts';
import { type Heard, hear } from '../interview/guide/heard.ts';
import { nextPrompts } from '../interview/guide/prompts.ts';
import type { Interview } from '../interview/interview.ts';

/** What the guide offers now. */
export interface Guiding {
  readonly heard: ReadonlySignal<Heard>;
  /** The one prompt of each process. */
  readonly prompt: { readonly [Each in Process]: ReadonlySignal<string> };
  /** Shows the next prompt of that process. */
  readonly another: (process: Process) => void;
}

/** The guide for one interview. */
export function createGuiding(interview: ReadonlySignal<Interview>, behaviours: readonly Behaviour[]): Guiding {
  const heard = computed(() => {
    const { target } = interview.value.focus;
    return hear(
      interview.value,
      target.kind === 'named' ? behaviourNamed(target.label, behaviours)?.family : undefined,
    );
  });
  const turns = signal<{ readonly [Each in Process]: number }>({ engage: 0, focus: 0, evoke: 0, plan: 0 });
  const promptOf = (process: Process): ReadonlySignal<string> =>
    computed(() => {
      const offered = nextPrompts(process, heard.value);
      return offered[turns.value[process] % offered.length]?.text ?? '';
    });
  const prompt = Object.fromEntries(PROCESSES.map((each) => [each, promptOf(each)])) as Guiding['prompt'];
  return {
    heard,
    prompt,
    another: (process) => {
      turns.value = { ...turns.value, [process]: turns.value[process] + 1 };
    },
  };
}
