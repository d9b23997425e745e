// All sets of lines to hear, in the order of the list.

import type { HearingSet } from '../marks.ts';
import { ACTIVITY_LINES, ASTHMA_LINES, DIABETES_LINES, MEDICINE_LINES } from './body.ts';
import { ANXIETY_LINES, DEPRESSION_LINES } from './mood.ts';
import { ALCOHOL_LINES, SUBSTANCE_LINES, TOBACCO_LINES } from './substances.ts';

export const HEARING_SETS: readonly HearingSet[] = [TOBACCO_LINES, ALCOHOL_LINES, SUBSTANCE_LINES, DEPRESSION_LINES, ANXIETY_LINES, DIABETES_LINES, ASTHMA_LINES, ACTIVITY_LINES, MEDICINE_LINES];
