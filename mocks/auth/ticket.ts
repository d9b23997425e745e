// Tickets: values that may be used once and soon, such as launches, codes and picker forms. Does not read the values.
import { randomBytes } from 'node:crypto';

/** The result of using a ticket. A used one still returns its value, so that a replayed code can be recognized. */
export type Taken<T> =
  | { readonly kind: 'fresh'; readonly value: T }
  | { readonly kind: 'used'; readonly value: T }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

/** A box of one-use tickets of one kind. */
export type TicketBox<T> = {
  /** Stores the value and returns the ticket's unguessable name. */
  readonly issue: (value: T) => string;
  /** Uses up the ticket, whatever its state was. */
  readonly take: (name: string) => Taken<T>;
};

/** 256 bits from the system's generator, safe in URLs and forms. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Makes an empty box whose tickets live for `lifeSeconds`. */
export function createTicketBox<T>(now: () => number, lifeSeconds: number): TicketBox<T> {
  const tickets = new Map<string, { readonly value: T; readonly ends: number; readonly used: boolean }>();
  return {
    issue: (value) => {
      const name = newSecret();
      tickets.set(name, { value, ends: now() + lifeSeconds * 1000, used: false });
      return name;
    },
    take: (name) => {
      const ticket = tickets.get(name);
      if (ticket === undefined) return { kind: 'unknown' };
      tickets.set(name, { ...ticket, used: true });
      if (ticket.used) return { kind: 'used', value: ticket.value };
      return ticket.ends <= now() ? { kind: 'expired' } : { kind: 'fresh', value: ticket.value };
    },
  };
}
