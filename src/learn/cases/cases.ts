// All practice patients, in the order of the list. Add a new case here, then run the checker.

import type { Case } from '../case.ts';
import { ALCOHOL } from './alcohol.ts';
import { ANXIETY } from './anxiety.ts';
import { ASTHMA } from './asthma.ts';
import { DEPRESSION } from './depression.ts';
import { DIABETES } from './diabetes.ts';
import { TOBACCO } from './tobacco.ts';

export const CASES: readonly Case[] = [TOBACCO, ALCOHOL, DEPRESSION, ANXIETY, DIABETES, ASTHMA];
