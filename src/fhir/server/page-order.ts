// In which order a server gave a page. Knows which dates of a resource a search sorts by, and no server.

import { field } from '../datatypes/json.ts';
import { type Moment, momentOf, readMoment } from '../datatypes/moment.ts';

/** When a resource of any form of note was, by the dates a search parameter looks at; undefined where it has none. */
export function searchedMoment(resource: unknown): Moment | undefined {
  if (field(resource, 'resourceType') === 'Observation') return momentOf(resource);
  return [field(resource, 'date'), field(resource, 'authored')].map(readMoment).find((moment) => moment !== undefined);
}

/** True when nothing stands after something older than itself, as far as dates were given. */
export function isNewestFirst(resources: readonly unknown[]): boolean {
  const moments = resources.map(searchedMoment).flatMap((moment) => (moment ? [Date.parse(moment.at)] : []));
  return moments.every((moment, place) => moment <= (moments[place - 1] ?? moment));
}
