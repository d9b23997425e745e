// The guide's texts and the rules behind them. They load after the first paint, because nobody reads a prompt
// immediately. If they cannot load, the panel works without them.

import { type ReadonlySignal, signal } from '@preact/signals';
import type { Loading } from '../../lib/deferred.ts';
import type { loadGuideTexts } from './load-deferred.ts';

type Texts = Awaited<ReturnType<typeof loadGuideTexts>>;

/** The texts of one panel, shared by everything that needs them. */
export type GuideTexts = ReturnType<typeof createGuideTexts>;

/** Starts to load the texts. */
export function createGuideTexts(load: Loading<Texts>) {
  const loaded = signal<Texts | undefined>(undefined);
  const isUnavailable = signal(false);
  /** Tries again to load them. Does nothing if they are loaded or coming. */
  const retry = async (): Promise<void> => {
    const texts = await load().catch(() => undefined);
    loaded.value = texts;
    isUnavailable.value = texts === undefined;
  };
  void retry();
  return {
    /** Undefined until they are loaded. */
    loaded: loaded as ReadonlySignal<Texts | undefined>,
    /** True after a load failed, until another one succeeds. */
    isUnavailable: isUnavailable as ReadonlySignal<boolean>,
    retry,
  };
}
