// What was heard today and the actions on it, as one Tab stop: undo, the marks, recap, and the card for discord.
// The cards load on demand and are never filed.

import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EntryId } from '../../interview/ids.ts';
import type { Store } from '../../store/store.ts';
import { Deferred } from '../../ui/Deferred.tsx';
import { ensureStop, keepStop, moveInside } from '../../ui/keyboard/roving.ts';
import css from './HeardToday.module.css';
import { loadCards, loadTalkCounts } from './load-deferred.ts';
import { MarkList } from './MarkList.tsx';
import { Tool } from './Tool.tsx';

interface HeardTodayProps {
  readonly store: Store;
  readonly onWrite: (id: EntryId) => void;
  readonly onRecode: (id: EntryId) => void;
  readonly onLeave: () => void;
  /** The line above the marks, whose tools are reached with the same Tab stop. */
  readonly children?: ComponentChildren;
}

type OpenCard = 'none' | 'recap' | 'discord';

export function HeardToday({ store, onWrite, onRecode, onLeave, children }: HeardTodayProps) {
  const group = useRef<HTMLDivElement>(null);
  const [card, setCard] = useState<OpenCard>('none');
  // Depends only on the number of marks: typing in a mark adds or removes no row.
  const marks = useComputed(() => store.parts.talk.value.length).value;
  useLayoutEffect(() => ensureStop(group.current, 'row'));
  const close = (): void => {
    setCard('none');
    group.current?.querySelector<HTMLElement>(`[data-card=${card}]`)?.focus();
  };
  return (
    <div>
      <div
        ref={group}
        role="group"
        class={marks === 0 ? css.empty : ''}
        aria-labelledby="heard-heading"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
          if (group.current) moveInside(group.current, event);
        }}
        onFocusIn={(event) => {
          const stop = event.target instanceof Element ? event.target.closest('[data-stop]') : null;
          if (group.current && stop) keepStop(group.current, stop);
        }}
      >
        {children}
        <Head store={store} marks={marks} />
        <MarkList store={store} onWrite={onWrite} onRecode={onRecode} />
        <Cards store={store} card={card} onCard={setCard} />
      </div>
      {card !== 'none' && <Deferred key={card} load={loadCards[card]} props={{ store, onClose: close }} />}
      {marks > 0 && <Deferred load={loadTalkCounts} props={{ store }} />}
    </div>
  );
}

function Head({ store: { undoSteps, undo, redo }, marks }: { readonly store: Store; readonly marks: number }) {
  return (
    <div class={css.head} data-row="steps">
      <h3 class={css.title} id="heard-heading">
        Said today
      </h3>
      {(marks > 0 || undoSteps.value.undo + undoSteps.value.redo > 0) && (
        <span>
          <Tool class={css.tool} name="Undo" keys="Control+Z" isDisabled={undoSteps.value.undo === 0} onPress={undo} />
          <Tool class={css.tool} name="Redo" keys="Control+Y" isDisabled={undoSteps.value.redo === 0} onPress={redo} />
        </span>
      )}
    </div>
  );
}

interface CardsProps {
  readonly store: Store;
  readonly card: OpenCard;
  readonly onCard: (card: OpenCard) => void;
}

function Cards({ store, card, onCard }: CardsProps) {
  const worded = useComputed(() => store.parts.talk.value.some((mark) => mark.words.kind === 'heard')).value;
  const tool = (kind: OpenCard, name: string) => (
    <Tool
      class={css.tool}
      name={name}
      card={kind}
      open={card === kind}
      onPress={() => onCard(card === kind ? 'none' : kind)}
    />
  );
  return (
    <div class={css.cards} data-row="cards">
      {worded && tool('recap', 'Recap to say aloud')}
      {store.settings.isOn.cues.value && tool('discord', 'If the conversation gets tense')}
    </div>
  );
}
