// The self-check as plain lines, the same on the screen and in what is copied for IT. No patient, no address, no token.

import type { Diagnostics, FormCheck } from '../../ehr/port.ts';
import { counted } from '../../lib/english.ts';
import type { Store } from '../../store/store.ts';

/** One part of the report. */
export interface ReportPart {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, words: string])[];
}

/** What this browser window lets Evoke do. */
export interface DeviceFacts {
  readonly version: string;
  /** The first characters of the configuration's digest. */
  readonly configuration: string;
  readonly framed: boolean;
  readonly locks: boolean;
  readonly channels: boolean;
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');
const clock = (millis: number): string => new Date(millis).toISOString();

const WHY_COPY = {
  'no-clinician': 'the person signed in is not a clinician that this EHR could name',
  'no-scope': 'the sign-in allows no creating of any form in the site’s order',
  'not-taken': 'the EHR takes none of the forms in the site’s order',
  site: 'the site’s order is empty',
} as const;

const TYPES = { observation: 'Observation', document: 'DocumentReference', response: 'QuestionnaireResponse' } as const;

function destinationWords({ destination, formChecks }: Diagnostics): string {
  if (destination.kind === 'copy') return `copied text, because ${WHY_COPY[destination.why]}`;
  const type = TYPES[destination.form];
  const check = formChecks.find((each) => each.type === type);
  const proof = destination.confirmed ? whyTaken(check) : 'not confirmed yet: the statement could not be read';
  return `${type}, the first in the site’s order that is open (${proof})`;
}

const whyTaken = (check: FormCheck | undefined): string =>
  check?.siteSays ? 'the site says that this EHR takes it' : 'the statement says that this EHR takes it';

function checkWords({ place, siteSays, stated, mayCreate, mayRead, refusedBefore }: FormCheck): string {
  const facts = [
    place === undefined ? 'not in the site’s order' : `number ${place} in the site’s order`,
    ...(stated
      ? [
          `statement: create ${yes(stated.create)}, update ${yes(stated.update)}, search ${yes(stated.search)}`,
          `conditional create ${yes(stated.conditionalCreate)}, search by number ${yes(stated.identifierSearch)}`,
        ]
      : ['statement: not known']),
    siteSays && `the site says ${siteSays}`,
    `granted: create ${yes(mayCreate)}, read ${yes(mayRead)}`,
    refusedBefore && 'refused once since this launch',
  ];
  return facts.filter(Boolean).join('; ');
}

function grantedRows({ asked, granted, withheld }: Diagnostics): ReportPart['rows'] {
  return [
    ['Asked for', asked.join(' ')],
    ['Granted', granted ? granted.join(' ') : 'not said by the EHR: taken as asked'],
    ['Not granted', withheld === undefined ? 'not known' : withheld.join(' ') || 'nothing'],
  ];
}

/** Where drafts are. Until something was typed, only a device that cannot be read is known. */
function draftWords({ draft, beginning }: Store['interviewDraft']): string {
  const state = draft.value;
  if (state.kind === 'kept') return 'sealed on this device';
  if (state.kind === 'memory-only') return `in memory only (${state.why})`;
  return beginning.kind === 'not-opened'
    ? `not readable on this device (${beginning.why.kind})`
    : 'nothing to keep yet';
}

function panelRows({ interviewDraft, policy, diagnostics, context }: Store, device: DeviceFacts): ReportPart['rows'] {
  const { idleLockMinutes, part2Program, securityLabels } = policy;
  const ends = diagnostics.signInEndsAt();
  return [
    ['Evoke', `${device.version}, configuration ${device.configuration}`],
    ['EHR', context.ehrLabel],
    [
      'Window',
      `${device.framed ? 'in a frame' : 'on its own'}; locks ${yes(device.locks)}; channels ${yes(device.channels)}`,
    ],
    ['Drafts', draftWords(interviewDraft)],
    ['Sign-in', ends === undefined ? 'renews itself' : `ends at ${clock(ends)}`],
    ['Idle lock', `after ${counted(idleLockMinutes, 'minute')}`],
    ['Part 2 program', `${yes(part2Program)}; labels ${yes(securityLabels)}`],
    ['Filing', context.readOnly ? `reading only (${context.readOnly})` : 'allowed'],
  ];
}

/** The whole report. */
export function reportParts(store: Store, found: Diagnostics, device: DeviceFacts): readonly ReportPart[] {
  return [
    { title: 'This panel', rows: panelRows(store, device) },
    {
      title: 'This EHR',
      rows: [
        ['Entry', found.entryId],
        ['Identity', found.idToken === 'verify' ? 'signature checked' : 'claims checked, signature not'],
        ['Tokens', found.tokenStore === 'memory' ? 'in memory' : 'in this tab’s session storage'],
        ['Statement', found.statementRead ? 'read' : 'could not be read'],
      ],
    },
    { title: 'Rights', rows: grantedRows(found) },
    {
      title: 'Where a note goes',
      rows: [
        ['Next note', destinationWords(found)],
        ...found.formChecks.map((check) => [check.type, checkWords(check)] as const),
      ],
    },
    {
      title: 'What happened lately',
      rows: store.diagnostics.events().map(({ at, what, how }) => [clock(at), `${what}: ${how}`] as const),
    },
  ];
}

/** The report as text, to be copied. */
export const reportText = (parts: readonly ReportPart[]): string =>
  parts
    .map(({ title, rows }) => [title, ...rows.map(([name, words]) => `  ${name}: ${words}`)].join('\n'))
    .join('\n\n');
