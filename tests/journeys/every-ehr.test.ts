// A whole visit in every EHR that the sandbox imitates. Checks the promise of the button, the result in the chart, and
// the note in the history of the next launch. The sandbox refuses what its vendor would, so what is in the chart is
// valid there.
import { expect, test } from 'vitest';
import type { ProfileId } from '../../mocks/profiles/profile.ts';
import { profileOf } from '../../mocks/profiles.ts';
import { Clinician } from '../support/clinician.ts';
import { setOut } from '../support/journey.ts';

const TYPES = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;
const HEARD = 'My liver tests scared me';

interface Way {
  readonly profile: ProfileId;
  readonly label: string;
  readonly type: (typeof TYPES)[number];
}

const WAYS: readonly Way[] = [
  { profile: 'open', label: 'Files to the chart as a readiness note', type: 'Observation' },
  { profile: 'epic-like', label: 'Files to the chart as a clinical document', type: 'DocumentReference' },
  { profile: 'oracle-like', label: 'Files to the chart as a clinical document', type: 'DocumentReference' },
  { profile: 'athena-like', label: 'Files to the chart as form answers', type: 'QuestionnaireResponse' },
];

/** A fresh EHR that plays this profile. */
async function begin(profile: ProfileId) {
  const journey = await setOut();
  const played = profileOf(profile);
  if (played) journey.ehr.sandbox().stage.play(played);
  const count = () => TYPES.map((type) => journey.ehr.sandbox().store.all(type).length);
  const opens = async (): Promise<Clinician> => {
    const page = await journey.context.newPage();
    // In the visit that is open: an EHR like Oracle's takes no document without one.
    await page.goto(journey.ehr.launch({ patientId: 'proto', encounterId: 'proto-visit-today' }));
    return new Clinician(page).isReady();
  };
  return { ehr: journey.ehr, opens, before: count(), count };
}

test.each(WAYS)('$profile: "$label", filed so, and there at the next launch', async ({ profile, label, type }) => {
  const { opens, before, count, ehr } = await begin(profile);
  const clinician = await opens();
  await clinician.rates('Importance', 7);
  await clinician.hears('Change R Reason', HEARD);
  await clinician.reviews();
  await clinician.signButton.filter({ hasText: label }).click();
  await clinician.seesItFiled();
  expect(count()).toEqual(before.map((held, place) => held + (TYPES[place] === type ? 1 : 0)));
  const [filed] = ehr.sandbox().store.all(type);
  expect(JSON.stringify(filed)).toContain('Patient/proto');
  await clinician.page.close();
  const again = await opens();
  await again.sees(new RegExp(HEARD));
});

test('read-only: says that nothing can be filed, offers the text, and writes nothing', async () => {
  const { opens, before, count } = await begin('read-only');
  const clinician = await opens();
  await clinician.hears('Change R Reason', HEARD);
  await clinician.goesTo('Review');
  await clinician.sees('Your sign-in does not allow filing here. Copy the text instead.');
  expect(await clinician.signButton.count()).toBe(0);
  await clinician.pane.getByRole('button', { name: 'Copy note text' }).waitFor();
  expect(count()).toEqual(before);
});
