// Parts that need a page of their own, because their names may be on it only once. They are the form of a change, the
// review, the page after signing, and the views for the patient. Each state has its own address.

import type { VNode } from 'preact';
import type { WriteEnd } from '../src/ehr/port.ts';
import { err, ok } from '../src/lib/result.ts';
import { NoteActions } from '../src/panels/amend/NoteActions.tsx';
import { Result } from '../src/panels/review/Result.tsx';
import { Review } from '../src/panels/review/Review.tsx';
import { Shown } from '../src/shell/share/Shown.tsx';
import type { Store } from '../src/store/store.ts';
import type { View } from '../src/store/view.ts';
import { CHANGES } from './changing.ts';
import { ENDS, FETCH_FAULTS, LONG, OWN_NOTE, PAT } from './data.ts';
import { talks } from './shelves.ts';
import { type KitChart, openStore } from './store.ts';

/** One state of such a part. */
export interface Whole {
  readonly name: string;
  readonly open: () => Promise<VNode>;
}

const nothing = (): void => {};

const framed = (name: string, part: VNode): VNode => (
  <main class="kit whole">
    <h1>{name}</h1>
    {part}
  </main>
);

// As under a note: its day, then the names of its parts.
const underNote = (name: string, part: VNode): VNode =>
  framed(
    name,
    <>
      <h2>Earlier notes</h2>
      <h3>02-Nov-2026, Alcohol</h3>
      <h4>Filed</h4>
      {part}
    </>,
  );

const FORMS: readonly Whole[] = CHANGES.filter(({ isWhole }) => isWhole).map(({ name, open }) => ({
  name: `change: ${name}`,
  open: async () => underNote(name, <NoteActions store={await open()} entry={OWN_NOTE} />),
}));

/** A long note, with the clinician's own words that may judge. */
function writes(store: Store): void {
  talks(store);
  store.dispatch({ kind: 'target-chosen', target: { kind: 'named', label: 'Alcohol', sensitive: true } });
  store.dispatch({ kind: 'topic-typed', id: store.newEntry(), text: LONG, raisedBy: 'patient' });
  store.dispatch({ kind: 'present-typed', text: 'Her husband, a frequent flyer' });
  store.dispatch({ kind: 'loose-words-typed', text: 'said at the door' });
  store.dispatch({ kind: 'plan-typed', part: 'firstStep', text: 'No drinks on weeknights' });
}

type Does = (store: Store) => unknown;

const review = (name: string, chart: KitChart, does: Does): Whole => ({
  name: `review: ${name}`,
  open: async () => {
    const store = await openStore(chart);
    await does(store);
    return framed(name, <Review store={store} onGo={nothing} />);
  },
});

const reads: Does = (store) => {
  writes(store);
  store.openReview();
};
const signs: Does = async (store) => {
  reads(store);
  await store.filing.sign();
};
const issues = [
  { severity: 'error', code: 'invalid', element: 'Observation.component[3].valueString', text: LONG },
] as const;
const SETTLED: readonly WriteEnd['kind'][] = ['filed', 'unverified'];

const REVIEWS: readonly Whole[] = [
  review('not opened', {}, nothing),
  review('nothing to file', {}, (store) => store.openReview()),
  review('to be read and signed', { keepsUntil: Date.now() + 3_600_000 }, async (store) => {
    reads(store);
    await store.interviewDraft.flush();
  }),
  review(
    'for a minor in a Part 2 program',
    { person: async () => ok({ ...PAT, birthDate: '2012' }), policy: { part2Program: true } },
    reads,
  ),
  review('the name not read', { person: async () => err(FETCH_FAULTS.offline) }, reads),
  review('copied only', { ehr: { readDestination: async () => ({ kind: 'copy', why: 'site' }) } }, reads),
  review('sending', {}, (store) => {
    reads(store);
    void store.filing.sign();
  }),
  review('refused', { ends: { kind: 'refused', why: { kind: 'invalid', issues } } }, signs),
  ...ENDS.filter(({ kind }) => !SETTLED.includes(kind)).map((ends) => review(ends.kind, { ends }, signs)),
];

async function result(name: string, ends: WriteEnd): Promise<VNode> {
  const store = await openStore({ ends, ehr: { nextForm: () => 'document' } });
  await signs(store);
  const ended = store.filing.state.value;
  if (ended.kind !== 'ended') throw new Error('The signature of the kit did not end');
  const { end, note, when } = ended;
  if (end.kind !== 'filed' && end.kind !== 'unverified') throw new Error('It is not filed');
  return framed(
    name,
    <Result store={store} end={end} note={note} when={when} hasLaterText={end.kind === 'unverified'} />,
  );
}

const RESULTS: readonly Whole[] = ENDS.filter(({ kind }) => SETTLED.includes(kind)).map((end) => ({
  name: `after signing: ${end.kind}`,
  open: () => result(end.kind, end),
}));

const view = (name: string, shown: View, does: Does = writes, language: 'en' | 'es' = 'en'): Whole => ({
  name: `view: ${name}`,
  open: async () => {
    const store = await openStore({ policy: { language, phone: '+1 555 0100' } });
    await does(store);
    store.view.show(shown);
    return <Shown store={store} />;
  },
});

const VIEWS: readonly Whole[] = [
  ...(['topics', 'importance', 'confidence', 'plan'] as const).flatMap((sheet) => [
    view(sheet, { kind: 'sharing', sheet }),
    view(`${sheet}, in Spanish`, { kind: 'sharing', sheet }, writes, 'es'),
  ]),
  view('topics, none', { kind: 'sharing', sheet: 'topics' }, nothing),
  view('plan, empty', { kind: 'sharing', sheet: 'plan' }, nothing),
  view('note as the patient reads it', { kind: 'note' }),
  view('note, nothing in it', { kind: 'note' }, nothing),
  view('quiet', { kind: 'quiet' }),
];

/** All of them. */
export const WHOLES: readonly Whole[] = [...FORMS, ...REVIEWS, ...RESULTS, ...VIEWS];
