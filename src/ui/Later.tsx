// A part of the page whose code loads on demand. While it loads, its place says so.

import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Loading } from '../lib/later.ts';
import { Button } from './Button.tsx';

interface LaterProps<Props> {
  /** Loads the part. A part that is already loaded is drawn immediately. */
  readonly load: Loading<ComponentType<Props>>;
  readonly props: Props;
  /** Shown until the part is loaded and if it cannot load. Default: a text that says so. */
  readonly meanwhile?: ComponentChildren;
  /** Returns to the note. Set if the part takes the place of the whole page. */
  readonly onLeave?: () => void;
}

/** How the last load ended, and which one it was. */
interface Ended {
  readonly load: unknown;
  readonly kind: 'come' | 'failed';
}

export function Later<Props extends object>({ load, props, meanwhile, onLeave }: LaterProps<Props>) {
  const [ended, setEnded] = useState<Ended>();
  const Part = load.here();
  useEffect(() => {
    // Also draws a part that was loaded between the first render and this effect.
    if (Part) return;
    load().then(
      () => setEnded({ load, kind: 'come' }),
      () => setEnded({ load, kind: 'failed' }),
    );
  }, [load]);
  if (Part) return <Part {...props} />;
  if (meanwhile !== undefined) return <>{meanwhile}</>;
  return (
    <>
      <p>
        {ended?.load === load && ended.kind === 'failed'
          ? 'This part of Evoke could not be fetched. Your work is kept. Open Evoke again from the chart.'
          : 'One moment'}
      </p>
      {onLeave && <Button onPress={onLeave}>Back to the note</Button>}
    </>
  );
}
