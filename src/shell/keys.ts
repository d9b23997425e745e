// Keys that work everywhere. Inside a text field Ctrl+Z keeps its usual meaning; nothing acts while a word is composed.

import type { Store } from '../store/store.ts';
import { goToPad } from './going.ts';

interface Doing {
  readonly review: () => void;
  /** Called before focus moves to the pad. */
  readonly pad: () => void;
}

const inTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox');

// The second Ctrl+Enter signs only once the review is on the page and has the focus.
function reviewOrSign(store: Store, review: () => void): void {
  const inReview = document.getElementById('review')?.contains(document.activeElement) ?? false;
  if (store.review.value.kind === 'open' && inReview) void store.sign();
  else review();
}

function onControlKey(event: KeyboardEvent, store: Store, doing: Doing): void {
  if (event.key === 'Enter' && !event.repeat) {
    event.preventDefault();
    reviewOrSign(store, doing.review);
  }
  if (inTextField(event.target)) return;
  const key = event.key.toLowerCase();
  if (key === 'z' || key === 'y') {
    event.preventDefault();
    if (key === 'y' || event.shiftKey) store.interviewing.redo();
    else store.interviewing.undo();
  }
}

function onFunctionKey(event: KeyboardEvent, store: Store, doing: Doing): void {
  if (event.key === 'F9') {
    event.preventDefault();
    doing.pad();
    goToPad();
  }
  if (event.key === 'F2') {
    event.preventDefault();
    const section = document.activeElement?.closest('section[id]')?.id;
    store.guiding.another(section === 'engage' || section === 'focus' || section === 'plan' ? section : 'evoke');
  }
}

/** Acts on a key pressed anywhere in the page. */
export function onGlobalKey(event: KeyboardEvent, store: Store, doing: Doing): void {
  if (event.isComposing || event.altKey) return;
  if (event.ctrlKey || event.metaKey) onControlKey(event, store, doing);
  else onFunctionKey(event, store, doing);
}
