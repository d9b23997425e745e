// The list of everything to practice, shortest first.

import { CASES } from '../../learn/cases/cases.ts';
import { HEARING_SETS } from '../../learn/hearing/sets.ts';
import { refresherDue } from '../../learn/memory.ts';
import { PAGE } from '../../learn/page-text.ts';
import { TOUR } from '../../learn/tour/tour.ts';
import { Button } from '../../ui/Button.tsx';
import { type Contact, GoOn } from './GoOn.tsx';
import css from './Learn.module.css';
import { LearnPage } from './LearnPage.tsx';
import type { Session } from './session.ts';

interface HomeProps {
  readonly session: Session;
  readonly contacts: readonly Contact[];
}

interface Item {
  readonly route: string;
  readonly label: string;
  readonly note?: string;
}

export function Home({ session, contacts }: HomeProps) {
  return (
    <LearnPage title={PAGE.heading}>
      <p>{PAGE.nothingFiled}</p>
      <p class={css.quiet}>{PAGE.aim}</p>
      <RefresherOffer session={session} />
      <Button look="primary" onPress={() => session.openPage('start')}>
        {PAGE.start}
      </Button>
      <List
        title={PAGE.tour}
        aim={PAGE.tourAim}
        session={session}
        numbered
        items={TOUR.map(({ id, title }) => ({ route: `tour/${id}`, label: title }))}
      />
      <List
        title={PAGE.hearing}
        aim={PAGE.hearingAim}
        session={session}
        items={HEARING_SETS.map(({ id, title, lines }) => ({
          route: `hearing/${id}`,
          label: title,
          note: PAGE.lines(lines.length),
        }))}
      />
      <List
        title={PAGE.saying}
        aim={PAGE.sayingAim}
        session={session}
        items={[{ route: 'saying', label: PAGE.sayingItem }]}
      />
      <List
        title={PAGE.cases}
        aim={PAGE.casesAim}
        session={session}
        items={CASES.map(({ id, title, change }) => ({ route: `case/${id}`, label: title, note: change }))}
      />
      <List
        title={PAGE.summary}
        aim={PAGE.summaryAim}
        session={session}
        items={[{ route: 'summary', label: PAGE.summaryItem }]}
      />
      <p>{PAGE.language}</p>
      <GoOn contacts={contacts} />
    </LearnPage>
  );
}

function RefresherOffer({ session }: { readonly session: Session }) {
  const { memory, today } = session;
  const due = refresherDue(memory.value, today);
  if (due === undefined) return null;
  const weeks = Math.floor((today - (memory.value.startedOn ?? today)) / 7);
  return (
    <div class={css.offer}>
      <p>{PAGE.refresherOffer(weeks)}</p>
      <Button onPress={() => session.openPage('refresher')}>{PAGE.refresher}</Button>
      <Button look="quiet" onPress={() => session.remember({ done: [...memory.value.done, due] })}>
        {PAGE.notNow}
      </Button>
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly aim: string;
  readonly session: Session;
  readonly items: readonly Item[];
  readonly numbered?: boolean;
}

function List({ title, aim, session, items, numbered = false }: ListProps) {
  return (
    <section class={css.list} aria-label={title}>
      <h3>{title}</h3>
      <p class={css.quiet}>{aim}</p>
      <ul class={`${css.items} ${items.some(({ note }) => note) ? css.columns : ''}`}>
        {items.map(({ route, label, note }, place) => (
          <li key={route}>
            <button type="button" class={css.item} onClick={() => session.openPage(route)}>
              {numbered && <span class={css.number}>{place + 1} </span>}
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
