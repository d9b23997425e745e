// The card over the page: keys and settings, safety, or the self-check.

import type { Store } from '../store/store.ts';
import { KeyCard } from './KeyCard.tsx';
import { SelfCheck } from './pages/SelfCheck.tsx';
import { Safety } from './Safety.tsx';

/** The card that is open, if any. */
export type CardKind = 'closed' | 'keys' | 'safety' | 'check';

interface CardProps {
  readonly store: Store;
  readonly kind: CardKind;
  /** Opens another card, or closes this one. */
  readonly onTurn: (kind: CardKind) => void;
}

export function Card({ store, kind, onTurn }: CardProps) {
  const onClose = (): void => onTurn('closed');
  if (kind === 'keys') return <KeyCard store={store} onClose={onClose} onCheck={() => onTurn('check')} />;
  if (kind === 'check') return <SelfCheck store={store} onClose={onClose} />;
  return kind === 'safety' ? <Safety store={store} onClose={onClose} /> : null;
}
