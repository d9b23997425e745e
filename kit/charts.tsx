// What is shown of a chart and its responses: banners, status lines, messages for every fault, earlier notes, trends.

import { BEHAVIORS } from '../src/interview/guide/behaviors.ts';
import { placeKey } from '../src/interview/history/history.ts';
import { visitsOf } from '../src/interview/history/visits.ts';
import { NoteRow } from '../src/panels/history/NoteRow.tsx';
import { OverTime } from '../src/panels/history/over-time/OverTime.tsx';
import { Profile } from '../src/panels/history/over-time/Profile.tsx';
import { PatientBanner } from '../src/shell/PatientBanner.tsx';
import { StatusBar } from '../src/shell/StatusBar.tsx';
import { changeMessage } from '../src/ui/messages/change-messages.ts';
import { fetchMessage } from '../src/ui/messages/fault-messages.ts';
import { endMessage, guardMessage } from '../src/ui/messages/filing-messages.ts';
import { launchMessage } from '../src/ui/messages/launch-messages.ts';
import { Notice } from '../src/ui/Notice.tsx';
import { ENTRIES, FETCH_FAULTS, GUARDS, LAUNCH_FAULTS, VISITS } from './data.ts';
import { Group, State } from './frame.tsx';
import type { Named, Signed } from './shelves.ts';

const nothing = (): void => {};

export function Patients({ stores }: { readonly stores: readonly Named[] }) {
  return (
    <Group name="Patient banner">
      {stores.map(({ name, store }) => (
        <State key={name} name={name}>
          <PatientBanner store={store} />
        </State>
      ))}
    </Group>
  );
}

export function StatusLines({ stores }: { readonly stores: readonly Named[] }) {
  return (
    <Group name="Status line">
      {stores.map(({ name, store }) => (
        <State key={name} name={name}>
          <StatusBar store={store} onReview={nothing} onCard={nothing} onShare={nothing} onMark={nothing} />
        </State>
      ))}
    </Group>
  );
}

export function Signatures({ stores }: { readonly stores: readonly Signed[] }) {
  return (
    <Group name="Ends of a signature">
      {stores.map(({ name, store, end }) => {
        const words = endMessage(end, 'device');
        return (
          <State key={name} name={name}>
            {words && <Notice tone="hint" words={words} />}
            <StatusBar store={store} onReview={nothing} onCard={nothing} onShare={nothing} onMark={nothing} />
          </State>
        );
      })}
    </Group>
  );
}

export function Faults() {
  return (
    <Group name="Messages, one a fault">
      {Object.values(FETCH_FAULTS).map((fault) => (
        <State key={fault.kind} name={fault.kind}>
          <Notice tone="fault" words={fetchMessage(fault, 'device')} />
        </State>
      ))}
      {Object.values(GUARDS).map((where) => (
        <State key={where} name={`wrong patient: ${where}`}>
          <Notice tone="fault" words={guardMessage({ kind: 'guardStopped', where }, 'pane')} />
        </State>
      ))}
      {Object.values(FETCH_FAULTS).map((fault) => (
        <State key={fault.kind} name={`changing a note: ${fault.kind}`}>
          <Notice tone="fault" words={changeMessage({ kind: 'refused', why: fault }, 'correct', 'device')} />
        </State>
      ))}
      {LAUNCH_FAULTS.map((fault) => (
        <State key={JSON.stringify(fault)} name={`launch: ${fault.kind}`}>
          <Notice tone="sure" words={launchMessage(fault)} />
        </State>
      ))}
    </Group>
  );
}

export function Charts() {
  const visits = visitsOf(VISITS, BEHAVIORS);
  const [newest] = visits;
  return (
    <>
      <Group name="Earlier notes">
        <ul>
          {ENTRIES.map((entry, place) => (
            <NoteRow
              key={placeKey(entry.filed)}
              entry={entry}
              isOpen={place === 1}
              words=""
              self={undefined}
              onOpen={nothing}
            />
          ))}
        </ul>
      </Group>
      <Group name="Trends">
        <OverTime visits={visits} hasMore behaviors={BEHAVIORS} onOpen={nothing} onCompare={nothing} />
        {newest && <Profile note={newest.note} />}
      </Group>
    </>
  );
}
