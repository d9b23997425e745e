// Chooses how to send a create, the safest way first, from what this launch learned about the server. Pure. A PUT under
// the note's own number can be repeated safely. So can a conditional create, unless the server's index lags.

import type { Form } from '../../interview/history/history.ts';

/** Update-as-create under the note's number, conditional create, or a plain POST. */
export type CreateWay = 'put' | 'conditional' | 'plain';

/** Headers that a server's CORS settings may not allow. */
export type OptionalHeader = 'Prefer' | 'If-None-Exist' | 'If-None-Match' | 'If-Match' | 'Content-Type';

export type CreateWays = ReturnType<typeof createCreateWays>;

/** Read at every send, because the statement may arrive late. */
export interface CreateRules {
  readonly mayPut: (form: Form) => boolean;
  readonly mayUseCondition: (form: Form) => boolean;
}

/** Starts with every way that is allowed. */
export function createCreateWays({ mayPut, mayUseCondition }: CreateRules) {
  const closed = new Set<string>();
  const withheld = new Set<OptionalHeader>();
  const isOpen = (form: Form, way: CreateWay): boolean => !closed.has(`${form} ${way}`);
  return {
    next: (form: Form): CreateWay => {
      if (mayPut(form) && isOpen(form, 'put')) return 'put';
      const isConditional = mayUseCondition(form) && isOpen(form, 'conditional') && !withheld.has('If-None-Exist');
      return isConditional ? 'conditional' : 'plain';
    },
    /** The server refused this way. The next safest is used from now on. */
    close: (form: Form, way: CreateWay) => closed.add(`${form} ${way}`),
    /** The refusal was not about the way after all. */
    reopen: (form: Form, way: CreateWay) => closed.delete(`${form} ${way}`),
    /** The browser may not send these headers to this server. */
    withhold: (headers: readonly OptionalHeader[]): void => {
      for (const header of headers) withheld.add(header);
    },
    maySend: (header: OptionalHeader): boolean => !withheld.has(header),
  };
}
