// The apps and people registered at the sandbox. Knows nothing about tokens or requests.

/** One registered public client. There is no secret: a browser cannot keep one. */
export type Client = {
  readonly clientId: string;
  /** Compared character by character, as SMART App Launch 2.2 requires. */
  readonly redirectUris: readonly string[];
  /** Absolute URL the chart opens with `iss` and `launch`. */
  readonly launchUrl: string;
};

/** A person who can sign in. `reference` is relative, like `Practitioner/okafor`. */
export type User = { readonly reference: string; readonly name: string };

/** One line of the standalone launch's patient picker. */
export type PickablePatient = { readonly id: string; readonly name: string; readonly birthDate?: string };

/** Origins of the registered clients, each once. */
export function clientOrigins(clients: readonly Client[]): readonly string[] {
  const addresses = clients.flatMap((client) => [client.launchUrl, ...client.redirectUris]);
  return [...new Set(addresses.map((address) => new URL(address).origin))];
}
