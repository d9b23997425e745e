// Loaders for the parts of the page that come after its first screen. All of them arrive together.

import { deferred, exportOf } from '../lib/deferred.ts';

const load = deferred(() => import('./deferred.ts'));

export const loadDraftNotice = exportOf(load, 'DraftNotice');
export const loadCard = exportOf(load, 'Card');
export const loadFiled = exportOf(load, 'Filed');
export const loadFilingStatus = exportOf(load, 'FilingStatus');
export const loadFooterLearn = exportOf(load, 'FooterLearn');
export const loadHostTheme = exportOf(load, 'applyHostTheme');
export const loadLastTime = exportOf(load, 'LastTime');
export const loadLocked = exportOf(load, 'Locked');
export const loadPatientUnreadable = exportOf(load, 'PatientUnreadable');
export const loadPlan = exportOf(load, 'Plan');
export const loadRefused = exportOf(load, 'Refused');
export const loadReview = exportOf(load, 'Review');
