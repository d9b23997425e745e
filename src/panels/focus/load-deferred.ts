// Loaders for the parts of Focus that come after the first mark. All of them arrive together.

import { deferred, exportOf } from '../../lib/deferred.ts';

const load = deferred(() => import('./deferred.ts'));

export const loadAgenda = exportOf(load, 'AgendaMap');
export const loadInformation = exportOf(load, 'InformationCard');
