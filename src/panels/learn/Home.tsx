// The list of what can be practiced, shortest first.

import { CASES } from '../../learn/cases/cases.ts';
import { HEARING_SETS } from '../../learn/hearing/sets.ts';
import { refresherDue } from '../../learn/memory.ts';
import { TOUR } from '../../learn/tour/tour.ts';
import { PAGE } from '../../learn/words.ts';
import { Button } from '../../ui/Button.tsx';
import { type Contact, GoOn } from './GoOn.tsx';
import css from './Learn.module.css';
import { Page } from './Page.tsx';
import type { Session } from './session.ts';

interface HomeProps {
  readonly session: Session;
  readonly contacts: readonly Contact[];
}

type Item = readonly [route: string, label: string];

export function Home({ session, contacts }: HomeProps) {
  const due = refresherDue(session.memory.value, session.today);
  return (
    <Page title="Practice motivational interviewing">
      <p>{PAGE.nothingFiled}</p>
      <p class={css.quiet}>{PAGE.aim}</p>
      {due !== undefined && (
        <div class={css.offer}>
          <p>You began {due} weeks ago. A two-minute refresher is here if you’d like one.</p>
          <Button onPress={() => session.go('refresher')}>{PAGE.refresher}</Button>
          <Button look="quiet" onPress={() => session.remember({ done: [...session.memory.value.done, due] })}>
            Not now
          </Button>
        </div>
      )}
      <Button look="primary" onPress={() => session.go('start')}>
        {PAGE.start}
      </Button>
      <List
        title={PAGE.tour}
        aim={PAGE.tourAim}
        session={session}
        numbered
        items={TOUR.map(({ id, title }): Item => [`tour/${id}`, title])}
      />
      <List
        title={PAGE.hearing}
        aim={PAGE.hearingAim}
        session={session}
        items={HEARING_SETS.map(({ id, title, lines }): Item => [`hearing/${id}`, `${title}, ${lines.length} lines`])}
      />
      <List
        title={PAGE.saying}
        aim={PAGE.sayingAim}
        session={session}
        items={[['saying', 'Write reflections and open questions']]}
      />
      <List
        title={PAGE.cases}
        aim={PAGE.casesAim}
        session={session}
        items={CASES.map(({ id, title }): Item => [`case/${id}`, title])}
      />
      <List title={PAGE.summary} aim={PAGE.summaryAim} session={session} items={[['summary', 'Today’s practice']]} />
      <p>{PAGE.notTraining}</p>
      <GoOn contacts={contacts} />
    </Page>
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
      <ul class={css.items}>
        {items.map(([route, label], place) => (
          <li key={route}>
            <button type="button" class={css.item} onClick={() => session.go(route)}>
              {numbered && <span class={css.number}>{place + 1} </span>}
              {label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
