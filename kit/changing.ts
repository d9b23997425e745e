// Changes of a filed note, each brought to its state by a clinician's actions. Draws nothing.

import type { ChangeRights, ClosedWhy, Filed, WriteEnd } from '../src/ehr/port.ts';
import type { Act } from '../src/interview/note/note-change.ts';
import type { Store } from '../src/store/store.ts';
import { type ChangeEditor, createChangeEditor } from '../src/store/writing/change-editor.ts';
import { LONG, OWN_NOTE } from './data.ts';
import { openStore } from './store.ts';

/** A change in one of its states. */
export interface ChangeShown {
  readonly name: string;
  /** True if it has headings or names that may be on a page only once. */
  readonly isWhole: boolean;
  readonly open: () => Promise<Store>;
}

const OPEN: ChangeRights = {
  change: { kind: 'update', confirmed: true },
  retract: { kind: 'update', confirmed: true },
};
const closed = (why: ClosedWhy): ChangeRights => ({
  change: { kind: 'closed', why },
  retract: { kind: 'closed', why },
});
const PLACE = { form: 'document', resourceId: 'kit-10' } as const;

interface Setting {
  readonly rights?: ChangeRights | 'looking';
  /** How the change ends. If absent, it never ends. */
  readonly end?: WriteEnd;
  readonly keepsUntil?: number;
  readonly does?: (editor: ChangeEditor) => unknown;
}

async function opened({ rights = OPEN, end, keepsUntil, does }: Setting): Promise<Store> {
  const store = await openStore({
    ...(keepsUntil === undefined ? {} : { keepsUntil }),
    ehr: {
      changeRights: () => {
        return rights === 'looking' ? new Promise(() => {}) : Promise.resolve(rights);
      },
      changeNote: (_, report) => {
        report('sending');
        return end ? Promise.resolve(end) : new Promise(() => {});
      },
    },
  });
  const editor = store.changes.of(OWN_NOTE, createChangeEditor);
  const seen = editor.see(OWN_NOTE);
  if (rights !== 'looking') await seen;
  await does?.(editor);
  return store;
}

const types =
  (act: Act, words = 'Written in the wrong chart') =>
  (editor: ChangeEditor): void => {
    editor.begin(act);
    editor.say(words);
    if (act === 'correct') editor.edit({ ...OWN_NOTE.note, goal: LONG });
  };

const signs =
  (act: Act) =>
  async (editor: ChangeEditor): Promise<void> => {
    types(act)(editor);
    await editor.send();
  };

const state = (name: string, setting: Setting): ChangeShown => ({ name, isWhole: false, open: () => opened(setting) });
const whole = (name: string, setting: Setting): ChangeShown => ({ ...state(name, setting), isWhole: true });

const CLOSED: { readonly [Why in ClosedWhy]: Why } = {
  'someone-else': 'someone-else',
  'role-unread': 'role-unread',
  'no-author': 'no-author',
  'other-software': 'other-software',
  altered: 'altered',
  'not-final': 'not-final',
  replaced: 'replaced',
  retracted: 'retracted',
  'no-clinician': 'no-clinician',
  site: 'site',
  'no-scope': 'no-scope',
  'not-taken': 'not-taken',
  incomplete: 'incomplete',
};

const changed = (over: Partial<Filed>): WriteEnd => ({
  kind: 'filed',
  at: OWN_NOTE.filed,
  entry: { ...OWN_NOTE, standing: 'corrected' },
  lost: [],
  unreached: [],
  ...over,
});

type Plain = 'unknown' | 'accepted' | 'unverified' | 'mismatch' | 'sessionEnded';
const UNSETTLED: { readonly [Kind in Plain]: Extract<WriteEnd, { readonly kind: Kind }> } = {
  unknown: { kind: 'unknown', why: { kind: 'timeout' } },
  accepted: { kind: 'accepted' },
  unverified: { kind: 'unverified', at: PLACE },
  mismatch: { kind: 'mismatch', at: PLACE, parts: ['plan'] },
  sessionEnded: { kind: 'sessionEnded' },
};

const RIGHTS: readonly ChangeShown[] = [
  state('may be changed', {}),
  state('changed by a note of its own', {
    rights: { change: { kind: 'replace', form: 'document' }, retract: { kind: 'closed', why: 'not-taken' } },
  }),
  ...Object.values(CLOSED).map((why) => state(`closed: ${why}`, { rights: closed(why) })),
  state('not known yet', { rights: 'looking' }),
];

const theirs = { ...OWN_NOTE, note: { ...OWN_NOTE.note, goal: 'Sleep through the night' } };

const ENDED: readonly ChangeShown[] = [
  state('done', { end: changed({}), does: signs('add') }),
  state('done, a part left out', { end: changed({ lost: ['plan'] }), does: signs('correct') }),
  state('done, another place as it was', { end: changed({ unreached: [PLACE] }), does: signs('correct') }),
  state('taken back, its reason left out', {
    end: changed({ entry: { ...OWN_NOTE, standing: 'retracted' }, lost: ['also'] }),
    does: signs('retract'),
  }),
  whole('conflict', { end: { kind: 'conflict', theirs }, does: signs('correct') }),
  whole('conflict with a note taken back', {
    end: { kind: 'conflict', theirs: { ...theirs, standing: 'retracted' } },
    does: signs('add'),
  }),
  ...Object.values(UNSETTLED).map((end) => state(`not settled: ${end.kind}`, { end, does: signs('add') })),
  state('waiting', {
    does: (editor) => {
      types('add')(editor);
      editor.close();
    },
  }),
];

const refused = (why: Extract<WriteEnd, { readonly kind: 'refused' }>['why']): WriteEnd => ({ kind: 'refused', why });

const FORMS: readonly ChangeShown[] = [
  whole('adding', { keepsUntil: Date.now() + 3_600_000, does: types('add', LONG) }),
  whole('correcting', { does: types('correct') }),
  whole('taking back', { does: types('retract') }),
  whole('nothing to sign yet', {
    does: (editor) => {
      editor.begin('add');
      return editor.send();
    },
  }),
  whole('sending', {
    does: (editor) => {
      types('add')(editor);
      void editor.send();
    },
  }),
  whole('refused', { end: refused({ kind: 'forbidden', issues: [] }), does: signs('correct') }),
  whole('refused for another patient', {
    end: { kind: 'unsent', why: { kind: 'guardStopped', where: 'loaded-patient' } },
    does: signs('retract'),
  }),
  whole('the answer lost, the note as it was', { end: { kind: 'absent', why: 'lost' }, does: signs('add') }),
  whole('retracted half-way', {
    end: { kind: 'halfway', marked: [PLACE], unreached: [OWN_NOTE.filed] },
    does: signs('retract'),
  }),
  whole('the note gone', { end: { kind: 'gone' }, does: signs('add') }),
];

/** Every state a change of a note may be in. */
export const CHANGES: readonly ChangeShown[] = [...RIGHTS, ...ENDED, ...FORMS];
