// The link from a visit to Learn, in a new window. It offers the 60-second start once, under one line that says how a
// visit goes, until the conversation begins. It offers a refresher when one is due.

import { useEffect, useState } from 'preact/hooks';
import { dayNumber, type LearnMemory, type LearnStorage, refresherDue } from '../../learn/memory.ts';
import { FIRST_VISIT, LINK } from '../../learn/page-text.ts';
import { checkedUrl } from '../../lib/checked-url.ts';
import button from '../../ui/Button.module.css';
import { Button } from '../../ui/Button.tsx';
import css from './LearnLink.module.css';

interface LearnLinkProps {
  /** Address of Learn's page. */
  readonly address: string;
  readonly storage: LearnStorage;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether nothing was written or filed yet, and no earlier note is open. Only then is the way to begin shown. */
  readonly isAtStart: boolean;
}

type Offer = keyof typeof LINK;

const ROUTES: { readonly [Each in Offer]: string } = { learn: '', start: '#start', refresher: '#refresher' };

function offerFor(memory: LearnMemory, today: number): Offer {
  if (!memory.greeted) return 'start';
  return refresherDue(memory, today) === undefined ? 'learn' : 'refresher';
}

export function LearnLink({ address, storage, now, isAtStart }: LearnLinkProps) {
  const [offer, setOffer] = useState<Offer>();
  useEffect(() => {
    void storage.load().then((memory) => {
      setOffer(offerFor(memory, dayNumber(now)));
      if (!memory.greeted) void storage.save({ ...memory, greeted: true });
    });
  }, []);
  const kind = offer === 'start' && !isAtStart ? 'learn' : offer;
  if (kind === undefined) return null;
  const [label, where] = LINK[kind];
  return (
    <>
      {kind === 'start' && (
        <p class={css.first} data-first-visit>
          {FIRST_VISIT.hint}
        </p>
      )}
      <a
        class={`${button.button} ${button.quiet}`}
        href={checkedUrl(`${address}${ROUTES[kind]}`)}
        target="_blank"
        rel="noopener noreferrer"
      >
        {label}
        <span class="visually-hidden"> {where}</span>
      </a>
      {kind === 'start' && (
        <Button
          variant="quiet"
          onPress={({ currentTarget }) => {
            setOffer('learn');
            // This button disappears. The link beside it stays.
            currentTarget.parentElement?.querySelector('a')?.focus();
          }}
        >
          {FIRST_VISIT.close}
        </Button>
      )}
    </>
  );
}
