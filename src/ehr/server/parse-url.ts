// Parses an address without throwing. The oldest supported browsers lack URL.parse and URL.canParse.

/** The address as a URL, or undefined if it is not a valid absolute one. */
export function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
