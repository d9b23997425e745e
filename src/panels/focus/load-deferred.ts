// Loaders for the parts of Focus that come after the first mark. All of them arrive together.

import { later, part } from '../../lib/later.ts';

const load = later(() => import('./deferred.ts'));

export const loadAgenda = part(load, 'AgendaMap');
export const loadInformation = part(load, 'InformationCard');
