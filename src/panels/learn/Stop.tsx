// One stop of the tour: read, watch line by line, try. It ends with the next stop and where to go on.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PAGE, STOP } from '../../learn/page-text.ts';
import { TOUR } from '../../learn/tour/tour.ts';
import type { DemoLine, PickActivity, TourStop } from '../../learn/tour-stop.ts';
import { Button } from '../../ui/Button.tsx';
import { GoOn } from './GoOn.tsx';
import { MarkLines } from './hearing/MarkLines.tsx';
import css from './Learn.module.css';
import { LearnPage } from './LearnPage.tsx';
import { WriteLine } from './saying/WriteLine.tsx';
import type { LearnSession } from './session.ts';

export function Stop({ session, stop }: { readonly session: LearnSession; readonly stop: TourStop }) {
  const place = TOUR.indexOf(stop);
  const next = TOUR[place + 1];
  // One button of a page is its main one: first that of the activity, then the next stop.
  const [isTried, setTried] = useState(false);
  const onTried = (): void => setTried(true);
  const { activity } = stop;
  return (
    <LearnPage title={`${place + 1}. ${stop.title}`}>
      {stop.description.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h3>{STOP.watch}</h3>
      <p class="quiet-text">{stop.scene}</p>
      <Demonstration lines={stop.demonstration} />
      <h3>{STOP.try}</h3>
      <div class={css.stack}>
        <p>{activity.asks}</p>
        {activity.kind === 'hear' && <MarkLines lines={activity.lines} onEnd={onTried} />}
        {activity.kind === 'say' && <WriteLine session={session} line={activity.line} onCompared={onTried} />}
        {activity.kind === 'pick' && <PickOne pick={activity} onPicked={onTried} />}
      </div>
      <div class={css.row}>
        <Button
          variant={isTried ? 'primary' : 'plain'}
          onPress={() => {
            session.addRecord({ kind: 'stop', title: stop.title });
            session.openPage(next ? `tour/${next.id}` : '');
          }}
        >
          {next ? `${PAGE.next}: ${next.title}` : PAGE.back}
        </Button>
      </div>
      <GoOn session={session} />
    </LearnPage>
  );
}

function Demonstration({ lines }: { readonly lines: readonly DemoLine[] }) {
  const [shown, setShown] = useState(1);
  const latest = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (shown > 1) latest.current?.focus({ preventScroll: true });
  }, [shown]);
  const isWhole = shown >= lines.length;
  return (
    <div class={css.stack}>
      <ol class={css.talk}>
        {lines.slice(0, shown).map(([who, says, shows, why], at) => (
          <li key={says} class={css[who]} ref={at === shown - 1 ? latest : null} tabIndex={-1}>
            <p class={css.who}>{STOP[who]}</p>
            <p class={css.says}>{says}</p>
            <p class={css.shows}>
              <strong>{shows}.</strong> {why}
            </p>
          </li>
        ))}
      </ol>
      <div class={css.row}>
        <Button onPress={() => setShown(isWhole ? 1 : shown + 1)}>
          {isWhole ? STOP.watchAgain : STOP.nextLine(shown, lines.length)}
        </Button>
        {!isWhole && (
          <Button variant="quiet" onPress={() => setShown(lines.length)}>
            {STOP.allLines}
          </Button>
        )}
      </div>
    </div>
  );
}

function PickOne({ pick, onPicked }: { readonly pick: PickActivity; readonly onPicked: () => void }) {
  const [picked, setPicked] = useState<readonly number[]>([]);
  return (
    <ul class={css.items}>
      {pick.options.map(([says, fits, why], at) => {
        const isPicked = picked.includes(at);
        return (
          <li key={says}>
            <button
              type="button"
              class={css.item}
              aria-pressed={isPicked}
              onClick={() => {
                setPicked((before) => [...before, at]);
                onPicked();
              }}
            >
              {says}
            </button>
            <div role="status">
              {isPicked && (
                <p class={css.because}>
                  <strong>{fits ? STOP.fits : STOP.lookAgain}</strong> {why}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
