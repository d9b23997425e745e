// A filed note that is open with its actions, for tests of what becomes of it.

import { screen } from '@testing-library/preact';
import type { ChangeRequest, ChangeRights, ClosedWhy, Ehr, WriteEnd } from '../../src/ehr/port.ts';
import type { NoteEntry } from '../../src/interview/history/visits.ts';
import { ok } from '../../src/lib/result.ts';
import { NoteActions } from '../../src/panels/amend/NoteActions.tsx';
import { FILED_NOTE } from './notes.ts';
import { type OpenedPanel, openPanel } from './panel.tsx';

const UPDATE = { kind: 'update', confirmed: true } as const;
/** A chart in which every change is allowed. */
export const OPEN: ChangeRights = { change: UPDATE, retract: UPDATE };
/** Why a change is not allowed. */
export const closed = (why: ClosedWhy) => ({ kind: 'closed', why }) as const;

interface Opened extends OpenedPanel {
  readonly sent: readonly ChangeRequest[];
}

/** A note that is read, over a chart that answers every change so. */
export async function opens(
  end: (changing: ChangeRequest) => WriteEnd = (changing) => ({
    kind: 'filed',
    at: FILED_NOTE.filed,
    entry: after(changing),
    lost: [],
    unreached: [],
  }),
  rights: ChangeRights = OPEN,
  more: Partial<Ehr> = {},
  read: NoteEntry = FILED_NOTE,
): Promise<Opened> {
  const sent: ChangeRequest[] = [];
  const ehr: Partial<Ehr> = {
    listNotes: async () => ok({ entries: [read], shortfalls: [], otherPatients: 0 }),
    readContext: async () => {
      const nothing = { kind: 'failed' } as const;
      return { conditions: nothing, medicines: nothing, measures: nothing, otherPatients: 0 };
    },
    changeRights: async () => rights,
    changeNote: async (changing) => {
      sent.push(changing);
      return end(changing);
    },
    ...more,
  };
  const panel = openPanel({ ehr });
  await panel.store.begin();
  panel.draws(
    <>
      <h3 id="note-heading" tabIndex={-1}>
        The note
      </h3>
      <NoteActions store={panel.store} entry={read} />
    </>,
  );
  return { ...panel, sent };
}

/** The note in the chart after the change. */
export const after = ({ note, change }: ChangeRequest): NoteEntry => ({
  ...FILED_NOTE,
  note,
  standing: change.act === 'retract' ? 'retracted' : 'corrected',
  filed: { ...FILED_NOTE.filed, version: '2' },
});

/** Presses the button of that name. */
export const presses = async ({ user }: OpenedPanel, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }));
