// Saves what is typed within a moment, one save after another.

const SAVE_WITHIN_MS = 250;

/** Saves and deletions of one draft, in order. `save` runs when a save is due. */
export function createSaveQueue(save: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  /** Cancels a save that was due. Resolves when all earlier work has ended. */
  const cancel = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    return last;
  };
  return {
    cancel,
    /** Saves within a moment. Later keystrokes do not delay it, so a page that dies loses only a moment. */
    schedule: (): void => {
      timer ??= setTimeout(save, SAVE_WITHIN_MS);
    },
    /** Runs `work` after all earlier work, in place of a save that was due. */
    run: (work: () => Promise<void>): Promise<void> => {
      last = cancel().then(work);
      return last;
    },
  };
}
