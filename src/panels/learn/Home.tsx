// The list of everything to practice, shortest first.

import { CASES } from '../../learn/cases/cases.ts';
import { HEARING_SETS } from '../../learn/hearing/sets.ts';
import { refresherDue } from '../../learn/memory.ts';
import { PAGE } from '../../learn/page-text.ts';
import { TOUR } from '../../learn/tour/tour.ts';
import { Button } from '../../ui/Button.tsx';
import { goTo } from '../../ui/keyboard/go-to.ts';
import { GoOn } from './GoOn.tsx';
import css from './Learn.module.css';
import { LearnPage } from './LearnPage.tsx';
import type { LearnSession } from './session.ts';

interface Item {
  readonly route: string;
  readonly label: string;
  readonly note?: string;
  /** Its place, in a list with an order. */
  readonly number?: number;
}

/** Title, aim, and the pages to choose from. */
type Row = readonly [title: string, aim: string, items: readonly Item[]];

const LISTS: readonly Row[] = [
  [
    PAGE.tour,
    PAGE.tourAim,
    TOUR.map(({ id, title }, place) => ({ route: `tour/${id}`, label: title, number: place + 1 })),
  ],
  [
    PAGE.hearing,
    PAGE.hearingAim,
    HEARING_SETS.map(({ id, title, lines }) => ({
      route: `hearing/${id}`,
      label: title,
      note: PAGE.lines(lines.length),
    })),
  ],
  [PAGE.saying, PAGE.sayingAim, [{ route: 'saying', label: PAGE.sayingItem }]],
  [
    PAGE.cases,
    PAGE.casesAim,
    CASES.map(({ id, title, change }) => ({ route: `case/${id}`, label: title, note: change })),
  ],
  [PAGE.summary, PAGE.summaryAim, [{ route: 'summary', label: PAGE.summaryItem }]],
];

export function Home({ session }: { readonly session: LearnSession }) {
  return (
    <LearnPage title={PAGE.heading}>
      <p>{PAGE.nothingFiled}</p>
      <p class="quiet-text">{PAGE.aim}</p>
      <RefresherOffer session={session} />
      <Button variant="primary" onPress={() => session.openPage('start')}>
        {PAGE.start}
      </Button>
      {LISTS.map((row) => (
        <List key={row[0]} row={row} session={session} />
      ))}
      <p>{PAGE.language}</p>
      <GoOn session={session} />
    </LearnPage>
  );
}

function RefresherOffer({ session }: { readonly session: LearnSession }) {
  const { memory, today } = session;
  const due = refresherDue(memory.value, today);
  if (due === undefined) return null;
  const weeks = Math.floor((today - (memory.value.startedOn ?? today)) / 7);
  return (
    <div class={css.offer}>
      <p>{PAGE.refresherOffer(weeks)}</p>
      <Button onPress={() => session.openPage('refresher')}>{PAGE.refresher}</Button>
      <Button
        variant="quiet"
        onPress={() => {
          // The offer disappears.
          goTo('#page-heading');
          session.remember({ done: [...memory.value.done, due] });
        }}
      >
        {PAGE.notNow}
      </Button>
    </div>
  );
}

function List({ row: [title, aim, items], session }: { readonly row: Row; readonly session: LearnSession }) {
  return (
    <section class={css.list} aria-label={title}>
      <h3>{title}</h3>
      <p class="quiet-text">{aim}</p>
      <ul class={`${css.items} ${items.some(({ note }) => note) ? css.columns : ''}`}>
        {items.map(({ route, label, note, number }) => (
          <li key={route}>
            <button type="button" class={css.item} onClick={() => session.openPage(route)}>
              {number && <span class={css.number}>{number} </span>}
              <span>
                {label}
                {note && (
                  <>
                    <span class="visually-hidden">: </span>
                    <span class={css.note}>{note}</span>
                  </>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
