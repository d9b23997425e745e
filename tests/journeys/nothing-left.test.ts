// After a whole journey: what storage, history, console, referrer and network contain of the patient, the interview or
// the tokens.
import type { Request } from 'playwright';
import { expect, test } from 'vitest';
import { ownGrounds } from '../support/grounds.ts';
import { setOut } from '../support/journey.ts';

const CLINICAL = /kids|Alcohol|897148007|weeknights|Proto|PROTO|1985-07-14|14-Jul-1985|100238|eadiness note/;
const SECRET = /Bearer |access_token|refresh_token|id_token|code_verifier|eyJ[\w-]{10}/;

test('a full journey leaves no word of it anywhere, and no request says where it came from', async () => {
  const { context, lookout, opens } = await setOut();
  const sent: Promise<readonly [Request, Readonly<Record<string, string>>]>[] = [];
  context.on('request', (request) => sent.push(request.allHeaders().then((headers) => [request, headers] as const)));
  const clinician = await opens('proto');
  const { page } = clinician;
  await clinician.names('Alcohol');
  await clinician.hears('Change R Reason', 'I want to be there for my kids');
  await clinician.rates('Importance', 7);
  await clinician.plans('No drinks on weeknights', '2 weeks');
  await clinician.signs();
  await clinician.seesItFiled();
  const { appUrl, ehrOrigin } = ownGrounds();

  const requests = await Promise.all(sent);
  const toEhr = requests.filter(([request]) => request.url().startsWith(`${ehrOrigin}/fhir`));
  expect(toEhr.length).toBeGreaterThan(5);
  for (const [request, headers] of requests) {
    expect([request.url(), headers['referer'] ?? '']).toEqual([request.url(), '']);
    expect(headers['cookie']).toBeUndefined();
    // A token goes to the EHR's FHIR server and nowhere else.
    if (!request.url().startsWith(`${ehrOrigin}/fhir/`)) expect(headers['authorization']).toBeUndefined();
    expect(decodeURIComponent(request.url())).not.toMatch(/kids|weeknights|PROTO|1985-/);
  }
  const hosts = new Set(requests.map(([request]) => new URL(request.url()).origin));
  expect([...hosts].sort()).toEqual([new URL(appUrl).origin, ehrOrigin].sort());

  // Every address this tab has been at, as the browser keeps it. The app's own is bare.
  const session = await context.newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  for (const { url, title } of entries) {
    expect(`${url} ${title}`).not.toMatch(CLINICAL);
    if (url.startsWith(`${appUrl}index.html`)) expect(url).toBe(`${appUrl}index.html`);
  }
  const left = await page.evaluate(async () => ({
    title: document.title,
    referrer: document.referrer,
    cookies: document.cookie,
    local: JSON.stringify({ ...localStorage }),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    name: window.name,
    state: JSON.stringify(history.state),
  }));
  expect(left).toMatchObject({
    title: 'Evoke',
    referrer: '',
    cookies: '',
    local: '{}',
    caches: [],
    workers: 0,
    name: '',
  });
  expect(left.state).toMatch(/^\{"k":"[0-9a-f-]{36}"\}$/);
  expect(lookout.noise).toEqual([]);

  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}');
  expect(SECRET.test(await page.content())).toBe(false);
});
