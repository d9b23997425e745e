// The faults that the chart page offers first, and their labels. Switches nothing itself.

import type { Fault } from '../faults.ts';
import { type FaultId, NAMED_FAULTS } from '../named-faults.ts';

/** One switch of the "Break things" panel. */
export interface Switch {
  readonly fault: Fault;
  readonly label: string;
}

/** The most used faults. */
const FIRST: readonly (readonly [FaultId, string])[] = [
  ['create-403', 'Refuse create (403)'],
  ['create-dropped', 'Drop the answer after the write'],
  ['create-accepted', 'Accept only, file later (202)'],
  ['create-500', 'Server error on create (500)'],
  ['slow', 'Slow network (2 s)'],
  ['offline', 'Offline'],
];

const byId = (id: string): Fault | undefined => NAMED_FAULTS.find((fault) => fault.id === id);

/** The switches shown at once. */
export const FIRST_SWITCHES: readonly Switch[] = FIRST.flatMap(([id, label]) => {
  const fault = byId(id);
  return fault === undefined ? [] : [{ fault, label }];
});

/** All the others. */
export const MORE_SWITCHES: readonly Switch[] = NAMED_FAULTS.filter(
  ({ id }) => !FIRST.some(([first]) => first === id),
).map((fault) => ({ fault, label: fault.name }));

/** The fault of a switch. Undefined for an unknown id. */
export const switchedFault = byId;
