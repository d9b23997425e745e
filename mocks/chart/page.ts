// The frame around every page of the chart: title bar, who is signed in, the switches. Knows no patient.

import { html } from 'hono/html';
import { FACILITY } from '../people/clinic.ts';
import type { Profile } from '../profiles/profile.ts';
import { PROFILES } from '../profiles.ts';
import { FIRST_SWITCHES, MORE_SWITCHES, type Switch } from './switches.ts';

/** Escaped markup, or a promise of it. */
export type Html = ReturnType<typeof html>;

/** A person who can sign in. */
export interface Staff {
  readonly reference: string;
  readonly name: string;
}

/** What the frame shows on every page. */
export interface Surroundings {
  readonly staff: readonly Staff[];
  readonly signedIn: string;
  /** Ids of the faults that are on. */
  readonly broken: readonly string[];
  /** The profile in use. */
  readonly profile: Profile;
}

const staffOption = ({ reference, name }: Staff, signedIn: string): Html =>
  html`<option value="${reference}" ${reference === signedIn ? 'selected' : ''}>${name}</option>`;

const switchRow = ({ fault, label }: Switch, broken: readonly string[]): Html =>
  html`<li><label><input type="checkbox" data-fault="${fault.id}" ${broken.includes(fault.id) ? 'checked' : ''}>
<span>${label}</span></label> <small>${fault.description}</small></li>`;

function breakPanel({ broken }: Surroundings): Html {
  return html`<details class="break" data-broken="${broken.length}">
<summary>Break things<span data-broken-count>${broken.length === 0 ? '' : ` (${broken.length} on)`}</span></summary>
<section class="break-panel" aria-label="Break things">
<div class="break-acts">
<button type="button" data-act="expire-token">Expire the token now</button>
<button type="button" data-act="end-session">End every sign-in</button>
<button type="button" data-act="mend">Reset all</button>
<output data-break-said></output>
</div>
<ul class="switches">${FIRST_SWITCHES.map((each) => switchRow(each, broken))}</ul>
<details ${MORE_SWITCHES.some(({ fault }) => broken.includes(fault.id)) ? 'open' : ''}><summary class="break-others">All other faults</summary>
<ul class="switches">${MORE_SWITCHES.map((each) => switchRow(each, broken))}</ul></details>
</section></details>`;
}

const profileChoice = ({ profile }: Surroundings): Html =>
  html`<label class="ehr-profile">EHR profile <select data-profile>${PROFILES.map(
    ({ id, name }) => html`<option value="${id}" ${id === profile.id ? 'selected' : ''}>${name}</option>`,
  )}</select></label>`;

/** The strip under the title bar that says what the chosen EHR permits. Empty if it permits everything. */
const playedStrip = ({ profile }: Surroundings): Html =>
  html`<p class="played" role="status" data-played>${profile.id === 'open' ? '' : `${profile.name}: ${profile.description}`}</p>`;

function titleBar(surroundings: Surroundings): Html {
  const { staff, signedIn } = surroundings;
  return html`<header class="bar">
<p class="facility"><strong>${FACILITY}</strong> — sandbox chart (synthetic people)</p>
<nav aria-label="Chart system"><a href="/">Patients</a> <a href="/compare">Two charts</a></nav>
<label class="signed-in">Signed in as <select data-signed-in>${staff.map((each) => staffOption(each, signedIn))}</select></label>
${profileChoice(surroundings)}
${breakPanel(surroundings)}
</header>${playedStrip(surroundings)}`;
}

/** A whole page. `bare` leaves the title bar out, for a chart shown inside another page. */
export function page(title: string, surroundings: Surroundings, body: Html, bare = false): Html {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · ${FACILITY} (sandbox)</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/chart-assets/chart.css"><link rel="stylesheet" href="/chart-assets/workspace.css">
<script type="module" src="/chart-assets/chart.js"></script></head>
<body>${bare ? '' : titleBar(surroundings)}${body}</body></html>`;
}
