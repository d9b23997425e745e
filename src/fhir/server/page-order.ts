// Checks the order of a page, by the dates that a search sorts by.

import { field } from '../datatypes/json.ts';
import { firstMoment, type Moment, momentOf } from '../datatypes/moment.ts';

/** The date of a resource that its search parameter uses. Undefined if it has none. */
export function searchedMoment(resource: unknown): Moment | undefined {
  if (field(resource, 'resourceType') === 'Observation') return momentOf(resource);
  return firstMoment(field(resource, 'date'), field(resource, 'authored'));
}

/** True if the page is sorted newest first, as far as dates are given. */
export function isNewestFirst(resources: readonly unknown[]): boolean {
  const moments = resources.map(searchedMoment).flatMap((moment) => (moment ? [Date.parse(moment.at)] : []));
  return moments.every((moment, place) => moment <= (moments[place - 1] ?? moment));
}
