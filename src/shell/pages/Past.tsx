// Earlier notes and the actions on one's own notes, from two panels that are independent of each other.

import { later } from '../../lib/later.ts';
import type { Store } from '../../store/store.ts';
import { Later } from '../../ui/Later.tsx';

const loadHistory = later(async () => (await import('../../panels/history/History.tsx')).History);
const loadActions = later(async () => (await import('../../panels/amend/NoteActions.tsx')).NoteActions);

export function Past({ store }: { readonly store: Store }) {
  return <Later load={loadHistory} props={{ store, loadActions }} />;
}
