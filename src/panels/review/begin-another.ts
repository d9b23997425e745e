// Begins another note at the top of the page, with the focus where it is after a launch.

import type { Store } from '../../store/store.ts';
import { goTo } from '../../ui/keyboard/go-to.ts';

/** The button that was pressed is gone by then, so the focus would be on nothing. */
export async function beginAnother(store: Store): Promise<void> {
  await store.beginAnother();
  requestAnimationFrame(() => {
    window.scrollTo(0, 0);
    goTo('#target-heading');
  });
}
