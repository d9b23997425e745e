// The tour, in its order.

import type { TourStop } from '../tour-stop.ts';
import { FIRST_STOPS } from './first-stops.ts';
import { LATER_STOPS } from './later-stops.ts';

export const TOUR: readonly TourStop[] = [...FIRST_STOPS, ...LATER_STOPS];
