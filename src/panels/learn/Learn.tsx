// All of Learn. "Practice" is on every page, and no part of it has access to a visit, a patient or the chart.

import { useMemo } from 'preact/hooks';
import { CASES } from '../../learn/cases/cases.ts';
import { HEARING_SETS } from '../../learn/hearing/sets.ts';
import { PAGE } from '../../learn/page-text.ts';
import { TOUR } from '../../learn/tour/tour.ts';
import { Button } from '../../ui/Button.tsx';
import { Conversation } from './conversation/Conversation.tsx';
import { GoOn } from './GoOn.tsx';
import { Home } from './Home.tsx';
import { Hearing } from './hearing/Hearing.tsx';
import css from './Learn.module.css';
import { LearnPage } from './LearnPage.tsx';
import { PracticeSummary } from './PracticeSummary.tsx';
import { Refresher } from './Refresher.tsx';
import { Start } from './Start.tsx';
import { Stop } from './Stop.tsx';
import { Saying } from './saying/Saying.tsx';
import { createSession, type LearnSession, type SessionStart } from './session.ts';

export function Learn(start: SessionStart) {
  const session = useMemo(() => createSession(start), []);
  const route = session.route.value;
  return (
    <div class={css.learn}>
      <header class={css.header}>
        <h1 class={css.title}>{PAGE.title}</h1>
        <strong class={css.practice}>{PAGE.practice}</strong>
        {route !== '' && (
          <span class={css.back}>
            <Button variant="quiet" onPress={() => session.openPage('')}>
              {PAGE.back}
            </Button>
          </span>
        )}
      </header>
      <main class={css.main}>
        <Shown key={route} session={session} route={route} />
      </main>
    </div>
  );
}

function Shown({ session, route }: { readonly session: LearnSession; readonly route: string }) {
  const [part, id] = route.split('/');
  const stop = part === 'tour' ? TOUR.find((each) => each.id === id) : undefined;
  if (stop) return <Stop session={session} stop={stop} />;
  const set = part === 'hearing' ? HEARING_SETS.find((each) => each.id === id) : undefined;
  if (set) return <Hearing session={session} set={set} />;
  const found = part === 'case' ? CASES.find((each) => each.id === id) : undefined;
  if (found) return <Conversation session={session} each={found} />;
  switch (part) {
    case '':
      return <Home session={session} />;
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
          <GoOn session={session} />
        </LearnPage>
      );
  }
}
