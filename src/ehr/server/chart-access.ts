// Access to the chart of one patient.

import type { ServerFetch } from './fetch.ts';
import type { Scopes } from './scopes.ts';

/** `base` is the FHIR base, `patient` the id of the launch patient. */
export interface ChartAccess {
  readonly base: string;
  readonly patient: string;
  readonly fetchOne: ServerFetch;
  readonly scopes: Scopes;
}
