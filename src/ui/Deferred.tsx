// A part of the page whose code loads on demand. While it loads, its place says so.

import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Loading } from '../lib/deferred.ts';
import { Button } from './Button.tsx';

interface DeferredProps<Props> {
  /** Loads the part. A part that is already loaded is drawn immediately. */
  readonly load: Loading<ComponentType<Props>>;
  readonly props: Props;
  /** Shown until the part is loaded and if it cannot load. Default: a text that says so. */
  readonly meanwhile?: ComponentChildren;
  /** Returns to the note. Set if the part takes the place of the whole page. */
  readonly onLeave?: () => void;
}

/** What became of the last load, and which one it was. A load that is late may still come. */
interface Outcome {
  readonly load: unknown;
  readonly kind: 'come' | 'failed' | 'late';
}

/** A browser waits for a script without end. After this time the user is told what to do. */
const PATIENCE_MS = 10_000;

const TROUBLE = {
  failed:
    'This part of Evoke could not be fetched. Your work is still here. Open Evoke again from the chart; if this device keeps no draft, copy the text first.',
  late: 'This part of Evoke is slow to come. Your work is still here. Go on with the rest; it may come yet.',
} as const;

export function Deferred<Props extends object>({ load, props, meanwhile, onLeave }: DeferredProps<Props>) {
  const [outcome, setOutcome] = useState<Outcome>();
  const Part = load.here();
  useEffect(() => {
    // Also draws a part that was loaded between the first render and this effect.
    if (Part) return;
    const late = setTimeout(() => setOutcome({ load, kind: 'late' }), PATIENCE_MS);
    const end = (kind: Outcome['kind']): void => {
      clearTimeout(late);
      setOutcome({ load, kind });
    };
    load().then(
      () => end('come'),
      () => end('failed'),
    );
    return () => clearTimeout(late);
  }, [load]);
  if (Part) return <Part {...props} />;
  if (meanwhile !== undefined) return <>{meanwhile}</>;
  return (
    <>
      <p role="status">{outcome?.load === load && outcome.kind !== 'come' ? TROUBLE[outcome.kind] : 'One moment'}</p>
      {onLeave && <Button onPress={onLeave}>Back to the note</Button>}
    </>
  );
}
