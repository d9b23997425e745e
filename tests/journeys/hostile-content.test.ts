// A chart whose every word is script: planted in each text of each resource that Evoke reads, shown as text, never run.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Stored } from '../../mocks/fhir/store.ts';
import { namedFault } from '../../mocks/named-faults.ts';
import { setOut } from '../support/journey.ts';

/** Runs, wherever it would be taken for markup or for an address, and leaves a trace. */
const SCRIPT =
  '"><img src=x onerror="window.planted=1"><script>window.planted=1</script><svg onload="window.planted=1">javascript:window.planted=1';

/** What a server must be able to read, and what ties resources to each other: left as it is. */
const STRUCTURE =
  /^(?:resourceType|id|reference|system|code|status|use|type|url|versionId|lastUpdated|birthDate|gender|mode|linkId|contentType|data|canonical|questionnaire|unit|intent|docStatus|start|end|date|authored|issued|language|profile|size|creation|sent|recorded)$|Date$|DateTime$|Instant$|Id$/;

function planted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => planted(each, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, planted(each, name)]));
  }
  return typeof value === 'string' && !STRUCTURE.test(key) ? `${SCRIPT}${value}` : value;
}

/** A narrative is the one place where markup is meant. Evoke never draws it. */
const withNarrative = (resource: Stored): Stored => ({
  ...resource,
  ...{ text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${SCRIPT}</div>` } },
});

const hasRun = (page: Page): Promise<boolean> => page.evaluate(() => 'planted' in window);

/** Elements that only planted markup could have made. */
const strangers = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document.querySelectorAll('body img, body svg[onload], body script, body [onerror], body a[href^="javascript"]')
        .length,
  );

test('every text of every resource read is script, and none of it runs or becomes markup', async () => {
  const { ehr, lookout, opens } = await setOut();
  const { store } = ehr.sandbox();
  const read: string[] = [];
  for (const resource of store.snapshot() as Stored[]) {
    if (!store.patientsOf(resource).includes('proto') && resource.resourceType !== 'Practitioner') continue;
    store.update(withNarrative(planted(resource) as Stored));
    read.push(resource.resourceType);
  }
  expect(read).toEqual(expect.arrayContaining(['Patient', 'Condition', 'Observation', 'Encounter']));
  const clinician = await opens('proto');
  const { page } = clinician;
  await clinician.sees(/<script>window\.planted=1<\/script>/);
  await page.getByRole('button', { name: '+ Agenda, permission, direction' }).click();
  await page.getByRole('button', { name: 'From the chart' }).click();
  await clinician.hears('Change R Reason', SCRIPT);
  await clinician.plans(SCRIPT);
  await clinician.signs();
  await clinician.seesItFiled();
  expect(await hasRun(page)).toBe(false);
  expect(await strangers(page)).toBe(0);
  // Once more, with the note read back from the chart.
  await page.close();
  const again = await opens('proto');
  await again.sees(/<script>window\.planted=1<\/script>/);
  expect(await hasRun(again.page)).toBe(false);
  expect(await strangers(again.page)).toBe(0);
  expect(lookout.requests.filter((each) => /\/x$/.test(each))).toEqual([]);
});

test('a refusal whose words are script is shown as words', async () => {
  const { ehr, opens } = await setOut();
  const clinician = await opens('proto');
  await clinician.rates('Importance', 5);
  const effect = { kind: 'refuse', status: 422, code: 'business-rule', text: SCRIPT } as const;
  ehr.sandbox().faults.set({ ...namedFault('create-422'), effect });
  await clinician.signs();
  await clinician.pane.getByText('Details from the EHR').click();
  await clinician.sees(/<script>window\.planted=1<\/script>/);
  expect(await hasRun(clinician.page)).toBe(false);
  expect(await strangers(clinician.page)).toBe(0);
});
