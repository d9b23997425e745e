// The guide: one prompt per process, chosen from what has and has not been heard. Never stored.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Behavior, behaviorNamed } from '../../interview/guide/behaviors.ts';
import { type Heard, hear, heardForChange } from '../../interview/guide/heard.ts';
import type { Prompt } from '../../interview/guide/prompts/prompt.ts';
import type { Interview } from '../../interview/interview.ts';
import type { Language } from '../../interview/patient/patient-words.ts';
import { PROCESSES, type Process } from '../../interview/talk/process-progress.ts';
import { recordOf } from '../../lib/record-of.ts';
import type { SettingsState } from '../session/settings.ts';
import type { GuideTexts } from './guide-texts.ts';

/**
 * How many prompts of a process were passed over, and the id of the best one then. It counts only while that one is the
 * best: what was heard since may need another prompt first.
 */
interface Passed {
  readonly best: string | undefined;
  readonly count: number;
}

// Most keystrokes do not change what was heard. The same value is then returned, so dependents do not run.
function withoutRepeats(hears: () => Heard): ReadonlySignal<Heard> {
  let [last, told] = [hears(), ''];
  return computed(() => {
    const fresh = hears();
    const tells = JSON.stringify(fresh);
    if (tells !== told) [last, told] = [fresh, tells];
    return last;
  });
}

/** The guide for one interview. It says nothing until its texts are loaded. */
export function createGuide(
  interview: ReadonlySignal<Interview>,
  behaviors: readonly Behavior[],
  { loaded: texts }: Pick<GuideTexts, 'loaded'>,
) {
  /** The language of every line to say: that of the visit, else English. */
  const language = computed((): Language => interview.value.language ?? 'en');
  const heard = withoutRepeats(() => {
    const { target } = interview.value.focus;
    return hear(interview.value, target.kind === 'named' ? behaviorNamed(target.label, behaviors) : undefined);
  });
  /** The change talk heard when the planning cue was last dismissed. '' before that. */
  const dismissed = signal('');
  const passed = signal<{ readonly [Each in Process]?: Passed }>({});
  const offeredIn = (process: Process): readonly Prompt[] => texts.value?.nextPrompts(process, heard.value) ?? [];
  const passedOf = (process: Process, [best]: readonly Prompt[]): number => {
    const before = passed.value[process];
    return before?.best === best?.id ? (before?.count ?? 0) : 0;
  };
  const promptOf = (process: Process): ReadonlySignal<string> =>
    computed(() => {
      const offered = offeredIn(process);
      const prompt = offered[passedOf(process, offered) % offered.length];
      return (prompt && texts.value?.promptIn(prompt, language.value)) ?? '';
    });
  /** The current prompt of each process. */
  const prompt = recordOf(PROCESSES, promptOf);
  const request = signal<{ readonly by?: Process; readonly heard?: Heard }>({});
  return {
    heard,
    language,
    prompt,
    /** The process whose prompt the clinician asked for. Undefined once another is shown because of what was heard. */
    asked: computed(() => (request.value.heard === heard.value ? request.value.by : undefined)),
    dismissed: dismissed as ReadonlySignal<string>,
    dismiss: (): void => {
      dismissed.value = heardForChange(heard.peek());
    },
    /** Shows the next prompt of that process. */
    another: (process: Process): void => {
      request.value = { by: process, heard: heard.peek() };
      const offered = offeredIn(process);
      const count = passedOf(process, offered) + 1;
      passed.value = { ...passed.value, [process]: { best: offered[0]?.id, count } };
    },
  };
}

interface PromptSource {
  readonly guide: ReturnType<typeof createGuide>;
  readonly settings: SettingsState;
}

/** What the prompt line of a process shows. For a component, which is drawn again when a part of it changes. */
export const promptLine = ({ guide, settings }: PromptSource, process: Process) => ({
  text: guide.prompt[process].value,
  asked: guide.asked.value === process,
  language: guide.language.value,
  onAnother: () => guide.another(process),
  keys: settings.current.value.keys,
});
