// The two plain pages of the authorization server: a refusal, and the patient picker of a standalone launch.
import { html } from 'hono/html';
import type { PickablePatient, User } from './client.ts';

type Html = ReturnType<typeof html>;

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-inline-size:36rem;margin:3rem auto;padding:0 1rem}
button,select{font:inherit;min-block-size:2.75rem}fieldset{margin-block:1rem}label{display:block;padding:.35rem 0}`;

/** Headers of every page here. Only its own style may load, and nobody may frame or cache it. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const page = (title: string, body: Html): Html =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

/** Shown if the app's own address cannot be trusted with the error. */
export const refusalPage = (reason: string): Html =>
  page('Sign-in refused', html`<p role="alert">${reason}</p><p>Go back to the chart and open the app from there.</p>`);

/** The form to choose the patient and the person who signs in. `ticket` binds it to one checked request. */
export function pickerPage(ticket: string, patients: readonly PickablePatient[], users: readonly User[]): Html {
  const people = patients.map(
    ({ id, name, birthDate }, place) =>
      html`<label><input type="radio" name="patient" value="${id}" ${place === 0 ? 'checked' : ''} required>
 <bdi>${name}</bdi>, born ${birthDate ?? 'on a day not recorded'}</label>`,
  );
  const signedIn = users.map(({ reference, name }) => html`<option value="${reference}">${name}</option>`);
  return page(
    'Choose a patient',
    html`<form method="post" action="/auth/pick"><input type="hidden" name="ticket" value="${ticket}">
<label>Signed in as <select name="user">${signedIn}</select></label>
<fieldset><legend>Patient</legend>${people}</fieldset>
<button name="answer" value="open">Open the app</button>
<button name="answer" value="cancel" formnovalidate>Cancel</button></form>`,
  );
}
