// A part of the page whose code is fetched when it is first wanted. While it is on its way, its place says so.

import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Loading } from '../lib/later.ts';

interface LaterProps<Props> {
  /** What has come already is drawn at once. */
  readonly load: Loading<ComponentType<Props>>;
  readonly props: Props;
  /** Stands there until the part has come, and where it cannot; without it, words that say so. */
  readonly meanwhile?: ComponentChildren;
}

/** How the last fetch ended, and which one it was. */
interface Ended {
  readonly load: unknown;
  readonly kind: 'come' | 'failed';
}

export function Later<Props extends object>({ load, props, meanwhile }: LaterProps<Props>) {
  const [ended, setEnded] = useState<Ended>();
  const Part = load.here();
  useEffect(() => {
    // What came between that drawing and now is drawn, too.
    if (Part) return;
    load().then(
      () => setEnded({ load, kind: 'come' }),
      () => setEnded({ load, kind: 'failed' }),
    );
  }, [load]);
  if (Part) return <Part {...props} />;
  if (meanwhile !== undefined) return <>{meanwhile}</>;
  return (
    <p>
      {ended?.load === load && ended.kind === 'failed'
        ? 'This part of Evoke could not be fetched. Your work is kept. Open Evoke again from the chart.'
        : 'One moment'}
    </p>
  );
}
