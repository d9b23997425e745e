// Begins another note, with the focus at its beginning.

import type { Store } from '../../store/store.ts';
import { goTo } from '../../ui/keyboard/go-to.ts';

/** The button that was pressed is gone by then, so the focus would be on nothing. */
export async function beginAnother(store: Store): Promise<void> {
  await store.beginAnother();
  requestAnimationFrame(() => goTo('#target-heading', 'start'));
}
