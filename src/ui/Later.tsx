// A part of the page whose code is fetched when it is first wanted. While it is on its way, its place says so.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Loading } from '../lib/later.ts';

type Loaded<Props> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loaded'; readonly Part: ComponentType<Props> };

interface LaterProps<Props> {
  /** Must be the same at every render. What has come already is drawn at once. */
  readonly load: Loading<ComponentType<Props>>;
  readonly props: Props;
}

export function Later<Props extends object>({ load, props }: LaterProps<Props>) {
  const [state, setState] = useState((): Loaded<Props> => {
    const Part = load.here();
    return Part ? { kind: 'loaded', Part } : { kind: 'loading' };
  });
  useEffect(() => {
    if (state.kind === 'loaded') return;
    load().then(
      (Part) => setState({ kind: 'loaded', Part }),
      () => setState({ kind: 'failed' }),
    );
  }, [load]);
  if (state.kind === 'loaded') return <state.Part {...props} />;
  return (
    <p>
      {state.kind === 'loading'
        ? 'One moment'
        : 'This part of Evoke could not be fetched. Your work is kept. Open Evoke again from the chart.'}
    </p>
  );
}
