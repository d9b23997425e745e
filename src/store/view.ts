// What the pane shows: the work, a view for the patient, the note as they will read it, or the pad alone. Only the work
// shows codes and earlier notes; every other view is opened and left on purpose.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { EntryId } from '../interview/ids.ts';
import type { Language } from '../interview/patient/patient-words.ts';
import type { RulerName } from '../interview/ruler.ts';

/** What is shared: one ruler, the topics, or the plan. */
export type Sheet = RulerName | 'topics' | 'plan';

/** The one view on the pane. */
export type View =
  | { readonly kind: 'work' }
  | { readonly kind: 'sharing'; readonly sheet: Sheet }
  | { readonly kind: 'note' }
  | { readonly kind: 'quiet' };

/** A shared screen left alone goes blank; the next key or tap brings it back. */
export type Light = { readonly kind: 'lit' | 'blank' };

/** Showing. Nothing of it is filed or kept: it ends with the pane. */
export interface ViewState {
  readonly current: ReadonlySignal<View>;
  readonly light: ReadonlySignal<Light>;
  /** Another language than that of the visit, chosen for this screen only. */
  readonly language: ReadonlySignal<Language | undefined>;
  /** Quotes ticked as fine to show. */
  readonly quotes: ReadonlySignal<ReadonlySet<EntryId>>;
  /** Does nothing while a note is on its way. */
  readonly show: (view: View) => void;
  readonly leave: () => void;
  /** Somebody touched the screen or a key. */
  readonly touch: () => void;
  readonly speak: (language: Language | undefined) => void;
  readonly toggleQuote: (id: EntryId) => void;
  readonly dispose: () => void;
}

/** Source: docs/design/screen.md, "Share view". This is no lock; the idle lock is separate. */
const BLANK_AFTER_MS = 2 * 60_000;

/** Begins with the work. `isLocked`: a note is on its way, and what happens to it must stay in view. */
export function createView(isLocked: () => boolean): ViewState {
  const current = signal<View>({ kind: 'work' });
  const light = signal<Light>({ kind: 'lit' });
  const language = signal<Language | undefined>(undefined);
  const quotes = signal<ReadonlySet<EntryId>>(new Set());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const touch = (): void => {
    clearTimeout(timer);
    if (light.value.kind === 'blank') light.value = { kind: 'lit' };
    if (current.value.kind !== 'sharing') return;
    timer = setTimeout(() => {
      light.value = { kind: 'blank' };
    }, BLANK_AFTER_MS);
  };
  const turnTo = (next: View): void => {
    current.value = next;
    touch();
  };
  return {
    ...{ current, light, language, quotes, touch },
    show: (next) => {
      if (!isLocked()) turnTo(next);
    },
    leave: () => turnTo({ kind: 'work' }),
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
