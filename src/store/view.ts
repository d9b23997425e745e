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

/** Source: docs/design/screen.md, "Share view". This does not lock the panel. The idle lock is separate. */
const BLANK_AFTER_MS = 2 * 60_000;

/**
 * The current view and its options. Nothing here is filed or stored. Starts with the work view. `isLocked` is true while
 * a note is being sent, so that its result stays in view.
 */
export function createView(isLocked: () => boolean) {
  const current = signal<View>({ kind: 'work' });
  const isBlank = signal(false);
  const language = signal<Language | undefined>(undefined);
  const quotes = signal<ReadonlySet<EntryId>>(new Set());
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Called on any touch or key. */
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
    current: current as ReadonlySignal<View>,
    /** True for a share view that was left alone. The next key or tap shows it again. */
    isBlank: isBlank as ReadonlySignal<boolean>,
    /** Another language than that of the visit, chosen for this screen only. */
    language: language as ReadonlySignal<Language | undefined>,
    /** Quotes that the clinician allowed for showing. */
    quotes: quotes as ReadonlySignal<ReadonlySet<EntryId>>,
    touch,
    /** Does nothing while a note is being sent. */
    show: (next: View): void => {
      if (!isLocked()) switchTo(next);
    },
    leave: (): void => switchTo({ kind: 'work' }),
    speak: (next: Language | undefined): void => {
      language.value = next;
    },
    toggleQuote: (id: EntryId): void => {
      const next = new Set(quotes.value);
      if (!next.delete(id)) next.add(id);
      quotes.value = next;
    },
    dispose: (): void => clearTimeout(timer),
  };
}
