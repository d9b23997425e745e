// A channel between the open pages of this origin.

/** Opens a channel. Undefined if the browser has none or forbids it to this page. */
export function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
