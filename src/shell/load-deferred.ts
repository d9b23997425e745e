// Loaders for the parts of the page that come after its first screen. All of them arrive together.

import { later, part } from '../lib/later.ts';

const load = later(() => import('./deferred.ts'));

export const loadDraftNotice = part(load, 'DraftNotice');
export const loadCard = part(load, 'Card');
export const loadFiled = part(load, 'Filed');
export const loadFilingStatus = part(load, 'FilingStatus');
export const loadFooterLearn = part(load, 'FooterLearn');
export const loadHostTheme = part(load, 'applyHostTheme');
export const loadLastTime = part(load, 'LastTime');
export const loadLocked = part(load, 'Locked');
export const loadPatientUnreadable = part(load, 'PatientUnreadable');
export const loadPlan = part(load, 'Plan');
export const loadRefused = part(load, 'Refused');
export const loadReview = part(load, 'Review');
