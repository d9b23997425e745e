// What the panel shows: the work, a view for the patient, the note as the patient will read it, or only the pad. Only
// the work view shows codes and earlier notes.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { EntryId } from '../interview/ids.ts';
import type { Language } from '../interview/patient/patient-words.ts';
import type { RulerName } from '../interview/ruler.ts';

/** What the share view shows: one ruler, the topics, or the plan. */
export type Sheet = RulerName | 'topics' | 'plan';

/** The current view. */
export type View =
  | { readonly kind: 'work' }
  | { readonly kind: 'sharing'; readonly sheet: Sheet }
  | { readonly kind: 'note' }
  | { readonly kind: 'quiet' };

/** The current view and its options. Nothing here is filed or stored. */
export interface ViewState {
  readonly current: ReadonlySignal<View>;
  /** True for a share view that was left alone. The next key or tap shows it again. */
  readonly isBlank: ReadonlySignal<boolean>;
  /** Another language than that of the visit, chosen for this screen only. */
  readonly language: ReadonlySignal<Language | undefined>;
  /** Quotes that the clinician allowed for showing. */
  readonly quotes: ReadonlySignal<ReadonlySet<EntryId>>;
  /** Does nothing while a note is being sent. */
  readonly show: (view: View) => void;
  readonly leave: () => void;
  /** Called on any touch or key. */
  readonly touch: () => void;
  readonly speak: (language: Language | undefined) => void;
  readonly toggleQuote: (id: EntryId) => void;
  readonly dispose: () => void;
}

/** Source: docs/design/screen.md, "Share view". This does not lock the panel. The idle lock is separate. */
const BLANK_AFTER_MS = 2 * 60_000;

/** Starts with the work view. `isLocked` is true while a note is being sent, so that its result stays in view. */
export function createView(isLocked: () => boolean): ViewState {
  const current = signal<View>({ kind: 'work' });
  const isBlank = signal(false);
  const language = signal<Language | undefined>(undefined);
  const quotes = signal<ReadonlySet<EntryId>>(new Set());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const touch = (): void => {
    clearTimeout(timer);
    isBlank.value = false;
    if (current.value.kind !== 'sharing') return;
    timer = setTimeout(() => {
      isBlank.value = true;
    }, BLANK_AFTER_MS);
  };
  const switchTo = (next: View): void => {
    current.value = next;
    touch();
  };
  return {
    current,
    isBlank,
    language,
    quotes,
    touch,
    show: (next) => {
      if (!isLocked()) switchTo(next);
    },
    leave: () => switchTo({ kind: 'work' }),
    speak: (next) => {
      language.value = next;
    },
    toggleQuote: (id) => {
      const next = new Set(quotes.value);
      if (!next.delete(id)) next.add(id);
      quotes.value = next;
    },
    dispose: () => clearTimeout(timer),
  };
}
