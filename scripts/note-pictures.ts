// The pictures of a note as people read it: no quote, a few, a usual number, and those of a long interview.

import type { Browser } from 'playwright';
import { Clinician } from '../tests/support/clinician.ts';
import type { RunningEhr } from '../tests/support/ehr-in-a-box.ts';
import { INTERVIEW, takesDown } from './bench/long-interview.ts';
import { open, PANE, shoot } from './screenshot.ts';

/** How many quotes the notes have. */
export const QUOTE_COUNTS = [0, 3, 30, 130] as const;

const WIDTHS = [320, 420] as const;

/** Signs a note with a plan and this many quotes. Takes its picture at each width. */
export async function takeNote(browser: Browser, ehr: RunningEhr, patientId: string, quotes: number): Promise<void> {
  const page = await open(browser, PANE, 1);
  await page.goto(ehr.launch({ patientId }));
  const clinician = await new Clinician(page).isReady();
  await clinician.names('Alcohol');
  await clinician.rates('Importance', 8);
  await clinician.rates('Confidence', 5);
  await takesDown(page, INTERVIEW.slice(0, quotes), {});
  await clinician.plans('Herb tea in the evening, from tonight', '2 weeks');
  await clinician.signs();
  await clinician.seesItFiled();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => window.scrollTo(0, 0));
    await shoot(page, `note-${quotes}-${width}`);
  }
  await page.context().close();
}
