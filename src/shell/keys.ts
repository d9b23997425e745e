// Global keys. Inside a text field Ctrl+Z keeps its usual meaning. No key acts while an input method composes text.

import type { Store } from '../store/store.ts';
import { type Reached, reachedBy } from '../ui/keyboard/presets.ts';
import { isComposing, typedKey } from '../ui/keyboard/typed-key.ts';
import { focusedSection, isShown } from './navigation.ts';

/** What the page does for a key. The guide shows another prompt by itself. */
type GlobalActions = { readonly [To in Exclude<Reached, 'prompt'> | 'review']: () => void };

function reachOf(event: KeyboardEvent, { current }: Store['settings']): Reached | undefined {
  const preset = event.ctrlKey || event.metaKey ? 'control' : 'function';
  if (current.value.keys !== preset) return undefined;
  return reachedBy(preset === 'control' ? typedKey(event) : event.key, preset);
}

const inTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox');

// In the earlier notes, or while they hide the conversation, undo would change today's note unseen.
const isInConversation = (target: EventTarget | null): boolean =>
  isShown('#evoke-heading') && !(target instanceof Element && target.closest('[aria-labelledby="earlier-heading"]'));

// The second Ctrl+Enter signs only if the review is open and has the focus.
function reviewOrSign(store: Store, review: () => void): void {
  const inReview = document.getElementById('review')?.contains(document.activeElement) ?? false;
  // The button compares the drawn note with the note to be filed.
  if (store.isReviewOpen.value && inReview) document.getElementById('sign')?.click();
  else review();
}

function onControlKey(event: KeyboardEvent, store: Store, actions: GlobalActions): void {
  if (event.key === 'Enter' && !event.repeat) {
    event.preventDefault();
    reviewOrSign(store, actions.review);
  }
  if (inTextField(event.target) || !isInConversation(event.target)) return;
  undoOrRedo(event, store);
}

function undoOrRedo(event: KeyboardEvent, { undo, redo }: Pick<Store, 'undo' | 'redo'>): void {
  const key = typedKey(event);
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
}

function showAnotherPrompt({ guide }: Store): void {
  const section = focusedSection();
  guide.another(section === 'engage' || section === 'focus' || section === 'plan' ? section : 'evoke');
}

// In other views only leaving and undo work, so that nothing is signed unseen.
function onShownKey(event: KeyboardEvent, store: Store, to: Reached | undefined): void {
  const { view } = store;
  const wasBlank = view.isBlank.value;
  view.touch();
  if (wasBlank) {
    event.preventDefault();
    return;
  }
  if (event.key === 'Escape' || to === 'share') {
    event.preventDefault();
    view.leave();
  }
  const control = event.ctrlKey || event.metaKey;
  if (view.current.value.kind === 'quiet' && control) undoOrRedo(event, store);
}

/** Handles a key pressed anywhere on the page. A dialog handles its own keys. */
export function onGlobalKey(event: KeyboardEvent, store: Store, actions: GlobalActions): void {
  if (isComposing(event) || event.altKey || document.querySelector('dialog[open]')) return;
  const to = reachOf(event, store.settings);
  if (store.view.current.value.kind !== 'work') {
    onShownKey(event, store, to);
    return;
  }
  if (to) {
    event.preventDefault();
    if (to === 'prompt') showAnotherPrompt(store);
    else actions[to]();
  } else if (event.ctrlKey || event.metaKey) {
    onControlKey(event, store, actions);
  }
}
