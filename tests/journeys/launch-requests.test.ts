// What a launch asks for, on the built app: a request more, or one that waits for another, is a round trip more.
import type { Request } from 'playwright';
import { expect, test } from 'vitest';
import { setOut } from '../support/journey.ts';

/** A request as a person would name it: files without their hashes, the chart's resources by type. */
function named(request: Request): string {
  const { pathname } = new URL(request.url());
  const file = /\/assets\/(rolldown-runtime|\w+)-[\w-]+\.(js|css)$/.exec(pathname);
  if (file) return `${file[1]}.${file[2]}`;
  return pathname.replace(/^\/fhir\/(\w+)\/.*/, '$1').replace(/^\/(?:fhir|auth|apps\/\w+)\//, '');
}

/** Everything a page asks for until its first screen is whole, in order. */
async function asksFor(patientId: string) {
  const { context, opens } = await setOut();
  const asked: { readonly page: string; readonly what: string }[] = [];
  context.on('request', (request) => {
    const { pathname } = new URL(request.frame().url() === '' ? request.url() : request.frame().url());
    asked.push({ page: pathname.split('/').at(-1) ?? '', what: named(request) });
  });
  const { page } = await opens(patientId);
  await page.locator('#last-time-heading').filter({ hasText: 'Last time, ' }).waitFor();
  return asked;
}

const isFile = (what: string): boolean => /\.(?:js|css|svg|html)$/.test(what);

test('the app comes in five files of script and one of styles, and the launch page fetches ahead only what the first key needs', async () => {
  const asked = await asksFor('rosales');
  const files = asked.filter(({ what }) => /\.(?:js|css)$/.test(what));
  const first = ['panel.js', 'rolldown-runtime.js', 'start.js', 'style.css'];
  const by = (name: string) => files.filter(({ page }) => page === name).map(({ what }) => what);
  expect(by('launch.html').toSorted()).toEqual([...first, 'restore.js'].toSorted());
  // Nothing was kept here, so nothing is restored.
  expect(by('index.html').toSorted()).toEqual([...first, 'sign.js', 'talk.js'].toSorted());
});

test('the name waits for discovery, sign-in and token and for nothing else; all of the first screen is read in one wave', async () => {
  const asked = (await asksFor('rosales')).map(({ what }) => what).filter((what) => !isFile(what));
  const name = asked.indexOf('Patient');
  expect(asked.slice(0, name).toSorted()).toEqual(['.well-known/smart-configuration', 'authorize', 'jwks', 'token']);
  // The clinician is looked for once the list of notes is there, and nothing waits for that.
  const wave = asked.slice(name).filter((what) => what !== 'Practitioner');
  expect(wave.toSorted()).toEqual(
    ['Patient', 'metadata', 'Observation', 'Observation', 'DocumentReference', 'QuestionnaireResponse'] // who, how, notes
      .concat(['Condition', 'MedicationRequest', 'Observation']) // what the chart suggests
      .toSorted(),
  );
});
