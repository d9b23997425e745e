// Reads an address without an exception. URL.parse and URL.canParse would do, but the oldest browsers lack them.

/** The address as a URL, or undefined if it is not a valid absolute one. */
export function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
