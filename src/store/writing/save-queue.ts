// Saves what is typed within a moment, one save after another.

/** Saves and deletions of one draft, in order. */
export interface SaveQueue {
  /** Saves within a moment. Later keystrokes do not delay it, so a page that dies loses only a moment. */
  readonly schedule: () => void;
  /** Runs `work` after all earlier work, in place of a save that was due. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  /** Cancels a save that was due. Resolves when all earlier work has ended. */
  readonly cancel: () => Promise<void>;
}

const SAVE_WITHIN_MS = 250;

/** `save` runs when a save is due. */
export function createSaveQueue(save: () => Promise<void>): SaveQueue {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  const cancel = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    return last;
  };
  return {
    cancel,
    schedule: () => {
      timer ??= setTimeout(save, SAVE_WITHIN_MS);
    },
    run: (work) => {
      last = cancel().then(work);
      return last;
    },
  };
}
