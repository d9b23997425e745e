// The state that the endpoints of the authorization server share: who is registered, what is outstanding, the clock.
import type { Client, PickablePatient, User } from './client.ts';
import type { LaunchContext } from './context.ts';
import type { Addresses } from './discovery.ts';
import type { Oddity } from './oddity.ts';
import type { TicketBox } from './ticket.ts';
import type { TokenFamily, TokenLedger } from './tokens/token-family.ts';

/** An authorization request that passed every check. */
export type AuthorizeRequest = {
  readonly client: Client;
  readonly redirectUri: string;
  readonly state: string;
  readonly scopes: readonly string[];
  readonly challenge: string;
  readonly nonce?: string;
  /** The launch ticket, if the chart opened the app. */
  readonly launch?: string;
};

/** The content of a launch ticket. `clientId` binds it to the app it was made for. */
export type Launch = { readonly clientId: string; readonly context: LaunchContext };

/** The content of a code. */
export type CodeSeed = { readonly family: TokenFamily; readonly redirectUri: string; readonly challenge: string };

/** Everything the endpoints share. */
export type Desk = {
  readonly addresses: Addresses;
  readonly clients: readonly Client[];
  readonly users: readonly User[];
  /** Patients a standalone launch may choose from. */
  readonly patients: () => readonly PickablePatient[] | Promise<readonly PickablePatient[]>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly launches: TicketBox<Launch>;
  readonly pickers: TicketBox<AuthorizeRequest>;
  readonly codes: TicketBox<CodeSeed>;
  readonly ledger: TokenLedger;
  readonly oddity: () => Oddity;
};
