// Earlier notes, with what can be done with a note of one's own: two panels that do not know each other.

import { later } from '../../lib/later.ts';
import { History } from '../../panels/history/History.tsx';
import type { Store } from '../../store/store.ts';

const loadActions = later(async () => (await import('../../panels/amend/NoteActions.tsx')).NoteActions);

export function Past({ store }: { readonly store: Store }) {
  return <History store={store} loadActions={loadActions} />;
}
