// Old browsers: a real one that lost, before the page began, an ability that Evoke needs, or those that it does without.
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

/** What the oldest stated browsers (Chrome 111, Firefox 128, Safari 16.4) lack, at least one of them. */
function withoutNewerCalls(): void {
  const iterator: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  const lacks: readonly (readonly [object, readonly string[]])[] = [
    [URL, ['canParse', 'parse']],
    [AbortSignal, ['any']],
    [Promise, ['withResolvers', 'try']],
    [Object, ['groupBy']],
    [Map, ['groupBy']],
    [Array, ['fromAsync']],
    [Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf']],
    [Uint8Array, ['fromBase64', 'fromHex']],
    [Uint8Array.prototype, ['toBase64', 'toHex']],
    [HTMLElement.prototype, ['popover', 'showPopover', 'hidePopover', 'togglePopover']],
    [iterator, ['map', 'filter', 'flatMap', 'take', 'drop', 'toArray', 'some', 'every', 'find', 'reduce', 'forEach']],
    [Element.prototype, ['checkVisibility']],
    [Document.prototype, ['startViewTransition']],
    [window, ['requestIdleCallback', 'cancelIdleCallback', 'scheduler', 'navigation']],
  ];
  for (const [owner, names] of lacks) for (const name of names) Reflect.deleteProperty(owner, name);
}

test('a browser of the stated minimum files a note', async () => {
  const { ehr, context, opens } = await setOut();
  await context.addInitScript(withoutNewerCalls);
  const clinician = await opens('proto');
  await clinician.names('Alcohol');
  await clinician.hears('Change R Reason', 'I want to be there for my kids');
  await clinician.seesItKept();
  await clinician.signs();
  await clinician.seesItFiled();
  expect(ehr.notesOf('proto')).toHaveLength(1);
});
