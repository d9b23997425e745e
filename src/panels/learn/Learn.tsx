// All of Learn. "Practice" is on every page, and no part of it has access to a visit, a patient or the chart.

import { useMemo } from 'preact/hooks';
import { CASES } from '../../learn/cases/cases.ts';
import { HEARING_SETS } from '../../learn/hearing/sets.ts';
import type { LearnMemory, LearnStorage } from '../../learn/memory.ts';
import { PAGE } from '../../learn/page-text.ts';
import { TOUR } from '../../learn/tour/tour.ts';
import { Button } from '../../ui/Button.tsx';
import { Conversation } from './conversation/Conversation.tsx';
import { type Contact, GoOn } from './GoOn.tsx';
import { Home } from './Home.tsx';
import { Hearing } from './hearing/Hearing.tsx';
import css from './Learn.module.css';
import { LearnPage } from './LearnPage.tsx';
import { PracticeSummary } from './PracticeSummary.tsx';
import { Refresher } from './Refresher.tsx';
import { Start } from './Start.tsx';
import { Stop } from './Stop.tsx';
import { Saying } from './saying/Saying.tsx';
import { createSession, type Session } from './session.ts';

interface LearnProps {
  readonly storage: LearnStorage;
  readonly memory: LearnMemory;
  readonly contacts: readonly Contact[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export function Learn({ storage, memory, contacts, now }: LearnProps) {
  const session = useMemo(() => createSession(storage, memory, now), []);
  const route = session.route.value;
  return (
    <div class={css.learn}>
      <header class={css.header}>
        <h1 class={css.title}>{PAGE.title}</h1>
        <strong class={css.practice}>{PAGE.practice}</strong>
        {route !== '' && (
          <span class={css.back}>
            <Button look="quiet" onPress={() => session.openPage('')}>
              {PAGE.back}
            </Button>
          </span>
        )}
      </header>
      <main class={css.main}>
        <Shown key={route} session={session} route={route} contacts={contacts} />
      </main>
    </div>
  );
}

interface ShownProps {
  readonly session: Session;
  readonly route: string;
  readonly contacts: readonly Contact[];
}

function Shown({ session, route, contacts }: ShownProps) {
  const [part, id] = route.split('/');
  const stop = part === 'tour' ? TOUR.find((each) => each.id === id) : undefined;
  if (stop) return <Stop session={session} stop={stop} contacts={contacts} />;
  const set = part === 'hearing' ? HEARING_SETS.find((each) => each.id === id) : undefined;
  if (set) return <Hearing session={session} set={set} />;
  const found = part === 'case' ? CASES.find((each) => each.id === id) : undefined;
  if (found) return <Conversation session={session} each={found} contacts={contacts} />;
  switch (part) {
    case '':
      return <Home session={session} contacts={contacts} />;
    case 'start':
      return <Start session={session} />;
    case 'saying':
      return <Saying session={session} />;
    case 'refresher':
      return <Refresher session={session} />;
    case 'summary':
      return <PracticeSummary session={session} />;
    default:
      return (
        <LearnPage title={PAGE.title}>
          <p>{PAGE.missing}</p>
          <GoOn contacts={contacts} />
        </LearnPage>
      );
  }
}
