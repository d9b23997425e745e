// The card over the page: keys and settings, safety, or the self-check.

import { deferred } from '../lib/deferred.ts';
import type { Store } from '../store/store.ts';
import { Deferred } from '../ui/Deferred.tsx';
import { Safety } from './Safety.tsx';

// Fetched when they are opened, which few visits do. The safety card never waits.
const loadKeyCard = deferred(async () => (await import('./cards/KeyCard.tsx')).KeyCard);
const loadSelfCheck = deferred(async () => (await import('./cards/SelfCheck.tsx')).SelfCheck);

/** The card that is open, if any. */
export type CardKind = 'closed' | 'keys' | 'safety' | 'check';

interface CardProps {
  readonly store: Store;
  readonly kind: Exclude<CardKind, 'closed'>;
  /** Opens another card, or closes this one. */
  readonly onCard: (kind: CardKind) => void;
}

export function Card({ store, kind, onCard }: CardProps) {
  const onClose = (): void => onCard('closed');
  if (kind === 'keys')
    return <Deferred load={loadKeyCard} props={{ store, onClose, onCheck: () => onCard('check') }} />;
  if (kind === 'check') return <Deferred load={loadSelfCheck} props={{ store, onClose }} />;
  return <Safety store={store} onClose={onClose} />;
}
