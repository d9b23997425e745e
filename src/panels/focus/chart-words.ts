// Texts for a chart entry: its content, date and source.

import type { Source } from '../../interview/chart-context.ts';
import { clinicalDate } from '../../ui/dates.ts';

const SOURCES: { readonly [Each in Source]: string } = {
  'problem-list': 'problem list',
  'visit-diagnosis': 'visit diagnosis',
  'health-concern': 'health concern',
  condition: 'problem',
  medicine: 'medicine ordered',
  screening: 'screening',
  'social-history': 'social history',
  laboratory: 'laboratory',
  observation: 'observation',
};

/** Date and source as one line. A missing date is stated. */
export function placeWords({ date, source }: { readonly date?: string | undefined; readonly source: Source }): string {
  return `${date === undefined ? 'no date' : clinicalDate(date)}, ${SOURCES[source]}`;
}
