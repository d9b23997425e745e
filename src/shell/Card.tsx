// Which card lies over the page: keys and settings, safety, or the self-check. Each is fetched when it is asked for.

import { later } from '../lib/later.ts';
import type { Store } from '../store/store.ts';
import { Later } from '../ui/Later.tsx';

/** The card that is open, if any. */
export type CardKind = 'closed' | 'keys' | 'safety' | 'check';

const loadKeyCard = later(async () => (await import('./KeyCard.tsx')).KeyCard);
const loadSelfCheck = later(async () => (await import('./pages/SelfCheck.tsx')).SelfCheck);
const loadSafety = later(async () => (await import('./Safety.tsx')).Safety);

void loadSafety().catch(() => undefined);

interface CardProps {
  readonly store: Store;
  readonly kind: CardKind;
  /** Turns to another card, or closes this one. */
  readonly onTurn: (kind: CardKind) => void;
}

export function Card({ store, kind, onTurn }: CardProps) {
  const onClose = (): void => onTurn('closed');
  if (kind === 'keys') return <Later load={loadKeyCard} props={{ store, onClose, onCheck: () => onTurn('check') }} />;
  if (kind === 'check') return <Later load={loadSelfCheck} props={{ store, onClose }} />;
  return kind === 'safety' ? <Later load={loadSafety} props={{ store, onClose }} /> : null;
}
