// A browser without an ability that Evoke needs: a real one that lost it before the page began.
import { expect, test } from 'vitest';
import { setOut } from '../support/journey.ts';

test.each(['launch', 'learn'])(
  'an old browser reads on the %s page that it is too old, and nothing is asked',
  async (name) => {
    const { ehr, context, appUrl } = await setOut();
    const page = await context.newPage();
    await page.addInitScript(() => {
      Reflect.deleteProperty(Array.prototype, 'toSorted');
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.resourceType()));
    const address = name === 'launch' ? ehr.launch({ patientId: 'proto' }) : `${appUrl}learn.html`;
    await page.goto(address, { waitUntil: 'commit' });
    const alert = page.getByRole('alert');
    await alert.getByText(/^This browser is too old for Evoke\. Nothing was changed in the chart\./).waitFor();
    expect(await page.locator('body > *').count()).toBe(1);
    expect(asked.filter((type) => type !== 'document')).toEqual([]);
  },
);
