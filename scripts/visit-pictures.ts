// The pictures at the top of the README: the pane in the middle of a conversation, and one visit as a short sequence.

import type { Clinician } from '../tests/support/clinician.ts';

/** Takes a picture of the page under a name. */
type Shoot = (name: string) => Promise<void>;

/** One visit from the launch to the filed note. Its last picture, the next visit, needs another launch. */
export async function shootVisit(clinician: Clinician, shoot: Shoot): Promise<void> {
  const { page } = clinician;
  await shoot('visit-1-launch');
  await clinician.names('Taking medicines');
  await clinician.rates('Importance', 8);
  await clinician.rates('Confidence', 5);
  await clinician.hears('Change D Desire', 'I want to be around to walk my daughter down the aisle');
  await clinician.hears('Sustain A Ability', 'On night shifts I lose all track of what I took');
  await clinician.goesTo('Evoke');
  await shoot('visit-conversation-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot('visit-conversation-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await clinician.hears('Change R Reason', 'My father had his stroke at my age');
  await shoot('visit-2-mark');
  await clinician.plans('Evening tablets next to the kettle, from tonight', '2 weeks');
  await page.getByRole('checkbox', { name: 'My father had his stroke at my age' }).check();
  await clinician.goesTo('Plan');
  await shoot('visit-3-plan');
  await clinician.signs();
  await clinician.seesItFiled();
  await page.getByRole('button', { name: 'Correct', exact: true, disabled: false }).waitFor();
  await shoot('visit-4-filed');
}
