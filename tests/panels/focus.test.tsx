// @vitest-environment happy-dom
// Engaging and focusing: the patient's topics first, the chart beside them, one target, information with permission.
import { screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { type ChartContext, MEASURES, type Measurements } from '../../src/interview/chart-context.ts';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import type { ReadinessNote } from '../../src/interview/note/note.ts';
import { patientView } from '../../src/interview/patient/patient-view.ts';
import { planPage, planText } from '../../src/interview/patient/plan-page.ts';
import { ok } from '../../src/lib/result.ts';
import { Engage } from '../../src/panels/engage/Engage.tsx';
import { Focus } from '../../src/panels/focus/Focus.tsx';
import { fullNote } from '../support/notes.ts';
import { type OpenedPanel, openPanel, type PanelOptions } from '../support/panel.tsx';

const missing = Object.fromEntries(MEASURES.map((measure) => [measure, { kind: 'missing' }])) as Measurements;

const CHART: ChartContext = {
  conditions: {
    kind: 'read',
    partial: true,
    found: [
      { kind: 'written', text: 'Asthma', codes: [], date: '2021-03-02', source: 'problem-list' },
      { kind: 'unreadable', date: '2020-01', source: 'visit-diagnosis' },
    ],
  },
  medicines: { kind: 'not-available' },
  measures: {
    kind: 'read',
    partial: false,
    found: {
      ...missing,
      'audit-c': {
        kind: 'found',
        written: '7',
        reading: { kind: 'number', value: 7, unit: 'none' },
        date: '2026-10-22T10:05:00Z',
        source: 'screening',
      },
      'phq-9': { kind: 'unreadable', date: '2026-09-01', source: 'screening' },
      hba1c: { kind: 'not-available' },
    },
  },
  otherPatients: 1,
};

async function openFocus(ehr: PanelOptions['ehr'] = {}): Promise<OpenedPanel> {
  const panel = openPanel({ ehr: { readContext: async () => CHART, ...ehr } });
  panel.draws(
    <>
      <Engage store={panel.store} />
      <Focus store={panel.store} />
    </>,
  );
  await panel.store.begin();
  for (const name of ['+ Agenda, permission, direction', '+ Topics', '+ Strengths', '+ Who is here']) {
    await panel.user.click(screen.getByRole('button', { name }));
  }
  return panel;
}

const focus = ({ store }: OpenedPanel) => store.interview.value.focus;
const topics = () => screen.getByRole('radiogroup', { name: 'Topic' });
const labels = () =>
  within(topics())
    .getAllByRole('radio')
    .map((radio) => radio.closest('label')?.textContent);
const chip = (name: RegExp) =>
  within(screen.getByRole('group', { name: /^From the chart/ })).getByRole('button', { name });
const raises = async ({ user }: OpenedPanel, words: string) =>
  user.type(screen.getByRole('textbox', { name: 'What they would like to talk about, 1' }), words);

test('what the chart brings to mind leads the first eight topics, with words of one’s own last', async () => {
  await openFocus();
  await screen.findByRole('button', { name: /^Alcohol AUDIT-C 7/ });
  expect(labels()).toHaveLength(9);
  expect(labels().slice(0, 3)).toEqual(['Alcohol', 'Controller inhaler', 'Smoking']);
  expect(labels().at(-1)).toBe('Other topic…');
});

test('all topics are in groups, and a few letters find one', async () => {
  const panel = await openFocus();
  await panel.user.click(screen.getByRole('button', { name: 'All topics' }));
  const heads = ['Substances', 'Medicines', 'Body', 'Mind', 'Care'];
  const texts = within(topics())
    .getAllByText(/./)
    .map((each) => each.textContent);
  expect(texts.filter((text) => heads.includes(text ?? ''))).toEqual(heads);
  await panel.user.type(screen.getByRole('textbox', { name: 'Find a topic' }), 'vap');
  expect(labels()).toEqual(['Vaping', 'Other topic…']);
});

test('a touched topic folds the list, and one reached with an arrow key does not', async () => {
  const panel = await openFocus();
  const opens = () => panel.user.click(screen.getByRole('button', { name: 'All topics' }));
  await opens();
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Gambling' }));
  expect(labels()).toHaveLength(10);
  expect(labels()).toContain('Gambling');
  await opens();
  const all = labels().length;
  within(topics()).getByRole('radio', { name: 'Gambling' }).focus();
  await panel.user.keyboard('{ArrowDown}');
  expect(focus(panel).target).not.toMatchObject({ label: 'Gambling' });
  expect(labels()).toHaveLength(all);
});

test('a topic from the chart is on the agenda with one press, and the target with the next', async () => {
  const panel = await openFocus();
  const alcohol = await screen.findByRole('button', {
    name: /^Alcohol AUDIT-C 7 ?, 22-Oct-2026, screening/,
  });
  await panel.user.click(alcohol);
  expect(panel.store.interview.value.engage.agenda).toMatchObject([{ text: 'Alcohol', raisedBy: 'clinician' }]);
  expect(chip(/^Alcohol/).getAttribute('aria-pressed')).toBe('true');
  await panel.user.click(screen.getByRole('button', { name: 'Talk about this: Alcohol' }));
  expect(focus(panel)).toMatchObject({ target: { label: 'Alcohol', sensitive: true }, raisedBy: 'clinician' });
  panel.store.undo();
  expect(focus(panel)).toEqual({ target: { kind: 'not-named' }, goal: '' });
});

test('what they raise comes first, in their words, and is theirs when it becomes the target', async () => {
  const panel = await openFocus();
  await panel.user.click(await screen.findByRole('button', { name: /^Alcohol AUDIT-C 7/ }));
  await raises(panel, 'My knees');
  expect(
    screen.getAllByRole('button', { name: /^Talk about this/ }).map((each) => each.getAttribute('aria-label')),
  ).toEqual(['Talk about this: My knees', 'Talk about this: Alcohol']);
  await panel.user.click(screen.getByRole('button', { name: 'Talk about this: My knees' }));
  expect(focus(panel)).toMatchObject({ target: { label: 'My knees' }, raisedBy: 'patient' });
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The change, as they put it' }).value).toBe(
    'My knees',
  );
});

test('a topic that both raised is still of both after more of it is typed', async () => {
  const panel = await openFocus();
  await raises(panel, 'alcohol');
  await panel.user.click(await screen.findByRole('button', { name: /^Alcohol AUDIT-C 7/ }));
  await raises(panel, ' at night');
  expect(panel.store.interview.value.engage.agenda).toMatchObject([{ text: 'alcohol at night', raisedBy: 'both' }]);
});

test('a topic chosen from the list is theirs too, where they had raised it', async () => {
  const panel = await openFocus();
  await raises(panel, 'alcohol');
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Alcohol' }));
  expect(focus(panel).raisedBy).toBe('patient');
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Smoking' }));
  expect(focus(panel).raisedBy).toBeUndefined();
});

test('a topic that they raise in Spanish is the target, and theirs, under its English name', async () => {
  const panel = await openFocus();
  await raises(panel, 'fumar');
  const talk = screen.getByRole('button', { name: 'Talk about this: fumar' });
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Smoking' }));
  expect(focus(panel).raisedBy).toBe('patient');
  expect(talk.getAttribute('aria-pressed')).toBe('true');
  await panel.user.click(talk);
  expect(focus(panel).target).toEqual({ kind: 'not-named' });
});

test('words of one’s own for a sensitive topic are sensitive too', async () => {
  const panel = await openFocus();
  const words = () => screen.getByRole('textbox', { name: 'The change, as they put it' });
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Alcohol' }));
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Other topic…' }));
  await panel.user.type(words(), 'Wine on weekdays');
  expect(focus(panel).target).toEqual({ kind: 'named', label: 'Wine on weekdays', sensitive: true });
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Smoking' }));
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Other topic…' }));
  await panel.user.type(words(), 'Drinking');
  expect(focus(panel).target).toEqual({ kind: 'named', label: 'Drinking', sensitive: true });
  panel.store.undo();
  expect(focus(panel).target).toEqual({ kind: 'named', label: '', sensitive: false });
});

test('words of one’s own stay so while they spell a topic of the list', async () => {
  const panel = await openFocus();
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Other topic…' }));
  await panel.user.type(screen.getByRole('textbox', { name: 'The change, as they put it' }), 'Weight lifting');
  expect(focus(panel).target).toEqual({ kind: 'named', label: 'Weight lifting', sensitive: false });
  panel.store.undo();
  expect(focus(panel).target).toMatchObject({ label: '' });
});

test('words of one’s own are not sensitive for a name that they only pass through', async () => {
  const panel = await openFocus();
  const words = () => screen.getByRole('textbox', { name: 'The change, as they put it' });
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Other topic…' }));
  await panel.user.type(words(), 'Drinking');
  expect(focus(panel).target).toMatchObject({ sensitive: true });
  await panel.user.type(words(), ' more water');
  expect(focus(panel).target).toEqual({ kind: 'named', label: 'Drinking more water', sensitive: false });
  await panel.user.clear(words());
  await panel.user.type(words(), 'Alcohol and sleep');
  expect(focus(panel).target).toMatchObject({ label: 'Alcohol and sleep', sensitive: true });
});

test('a sensitive topic of the agenda stays sensitive while its words are typed', async () => {
  const panel = await openFocus();
  await raises(panel, 'Drinking');
  await panel.user.click(screen.getByRole('button', { name: 'Talk about this: Drinking' }));
  await panel.user.type(screen.getByRole('textbox', { name: 'The change, as they put it' }), ' on weekdays');
  expect(focus(panel).target).toEqual({ kind: 'named', label: 'Drinking on weekdays', sensitive: true });
});

test('the chart’s entries have date and source, and missing and unreadable ones are named', async () => {
  const panel = await openFocus();
  await panel.user.click(await screen.findByRole('button', { name: /^From the chart/ }));
  const rows = await screen.findAllByRole('definition');
  expect(rows.map((row) => row.textContent)).toEqual([
    'Not recorded',
    '7 22-Oct-2026, screening',
    'Could not be read 01-Sep-2026, screening',
    'Not recorded',
    'Not recorded',
    'Not recorded',
    'Not recorded',
    'Not available with this sign-in',
  ]);
  const problems = within(screen.getByRole('list', { name: 'Problems' })).getAllByRole('listitem');
  expect(problems.map((each) => each.textContent)).toEqual([
    'Asthma 02-Mar-2021, problem list',
    'Could not be read Jan-2020, visit diagnosis',
  ]);
  screen.getByText('Not available with this sign-in.');
  screen.getByText('This list may be incomplete.');
  screen.getByText('1 entry for another patient was not shown.');
});

test('a chart that could not be read says so and is read again on request', async () => {
  const failed = { kind: 'failed' } as const;
  let asked = 0;
  const panel = await openFocus({
    readContext: async () => {
      asked += 1;
      return asked === 1 ? { conditions: failed, medicines: failed, measures: failed, otherPatients: 0 } : CHART;
    },
  });
  await screen.findByText('Some of the chart could not be read.');
  await panel.user.click(await screen.findByRole('button', { name: /^From the chart/ }));
  await panel.user.click(await screen.findByRole('button', { name: 'Read the chart again' }));
  await screen.findByText('7');
  const heading = screen.getByRole('heading', { name: 'Screening and measurements' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
});

const LAST: ReadinessNote = {
  ...fullNote,
  target: { label: 'Alcohol', code: { system: 'http://snomed.info/sct', code: '897148007' }, sensitive: true },
};
const withLast = (note: ReadinessNote): PanelOptions['ehr'] => ({
  listNotes: async () =>
    ok({
      entries: [
        {
          kind: 'note',
          note,
          filed: { form: 'observation', resourceId: '1' },
          standing: 'current',
          authors: [],
          ours: true,
        },
      ],
      shortfalls: [],
      otherPatients: 0,
    }),
});
const withLastNote = withLast(LAST);

test('last time’s topic is taken with one press, before the group, and focus goes on to it', async () => {
  const panel = await openFocus(withLastNote);
  const same = await screen.findByRole('button', { name: 'Same as last time: Alcohol' });
  expect(same.compareDocumentPosition(topics()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await panel.user.click(same);
  expect(focus(panel).target).toEqual({ kind: 'named', ...LAST.target });
  await expect.poll(() => document.activeElement?.closest('label')?.textContent).toBe('Alcohol');
  expect(same.getAttribute('aria-pressed')).toBe('true');
});

test('last time’s topic in other words is taken as the behavior on offer, which a Spanish plan names in Spanish', async () => {
  const code = { system: 'http://snomed.info/sct', code: '229819007' };
  const panel = await openFocus(withLast({ ...fullNote, target: { label: 'Tobacco', code, sensitive: false } }));
  const same = await screen.findByRole('button', { name: 'Same as last time: Smoking' });
  await panel.user.click(same);
  expect(focus(panel).target).toEqual({ kind: 'named', label: 'Smoking', code, sensitive: false });
  expect(same.getAttribute('aria-pressed')).toBe('true');
  const seen = patientView(panel.store.interview.value, undefined, BEHAVIORS, new Set());
  expect(planText(planPage(seen, 'es', {}))).toContain('De qué hablamos\n  Fumar');
  expect(planText(planPage(seen, 'en', {}))).toContain('What we talked about\n  Smoking');
  await panel.user.click(same);
  expect(focus(panel).target).toEqual({ kind: 'not-named' });
});

test('Enter at the heading, where focus rests after launch, takes last time’s topic', async () => {
  const panel = await openFocus(withLastNote);
  await screen.findByRole('button', { name: 'Same as last time: Alcohol' });
  screen.getByRole('heading', { name: 'Topic' }).focus();
  await panel.user.keyboard('{Enter}');
  expect(focus(panel).target).toMatchObject({ label: 'Alcohol' });
});

test('the first Tab from the heading reaches the topics, and the next leaves focusing', async () => {
  const panel = await openFocus(withLastNote);
  await screen.findByRole('button', { name: 'Same as last time: Alcohol' });
  screen.getByRole('heading', { name: 'Topic' }).focus();
  await panel.user.tab();
  expect(topics().contains(document.activeElement)).toBe(true);
  const all = [...document.querySelectorAll('button, input, textarea')];
  expect(all.slice(all.indexOf(within(topics()).getAllByRole('radio').at(-1) ?? document.body) + 1)).toEqual([]);
});

test('the directions that make sense for the topic are offered, the usual ones first', async () => {
  const panel = await openFocus();
  const directions = () => {
    const group = screen.getByRole('radiogroup', { name: /^Direction/ });
    return within(group)
      .getAllByRole('radio')
      .map((radio) => radio.closest('label')?.textContent);
  };
  await panel.user.click(await within(topics()).findByRole('radio', { name: 'Alcohol' }));
  expect(directions().slice(0, 3)).toEqual(['Cut down', 'Stop', 'Change how or when']);
  expect(directions()).toEqual(['Cut down', 'Stop', 'Change how or when', 'Keep going', 'Not decided yet']);
});

test('information is given with permission, from a menu or in words, and their view is asked', async () => {
  const panel = await openFocus();
  await panel.user.click(await within(topics()).findByRole('radio', { name: 'Alcohol' }));
  await panel.user.click(screen.getByRole('button', { name: /Share information/ }));
  await panel.user.click(await screen.findByRole('checkbox', { name: /fine to talk about it/ }));
  expect(focus(panel).permission).toBe(true);
  await panel.user.click(screen.getByRole('button', { name: 'smaller or weaker drinks' }));
  await panel.user.type(screen.getByRole('textbox', { name: /^What you shared/ }), ', and water between');
  await panel.user.type(screen.getByRole('textbox', { name: /^What they make of it/ }), 'Water I could do');
  expect(panel.store.interview.value.evoke.information).toMatchObject([
    { given: 'smaller or weaker drinks, and water between', view: 'Water I could do' },
  ]);
  await panel.user.click(screen.getByRole('button', { name: 'Another piece' }));
  await panel.user.type(screen.getByRole('textbox', { name: /^What you shared, 2/ }), 'A group on Thursdays');
  expect(panel.store.interview.value.evoke.information).toHaveLength(2);
  await panel.user.click(screen.getByRole('button', { name: 'Remove this piece, 1' }));
  expect(panel.store.interview.value.evoke.information).toMatchObject([{ given: 'A group on Thursdays' }]);
});

test('the menu leaves out ways to drink less for someone who keeps going without', async () => {
  const panel = await openFocus();
  await panel.user.click(await within(topics()).findByRole('radio', { name: 'Alcohol' }));
  await panel.user.click(screen.getByRole('button', { name: /Share information/ }));
  expect(await screen.findByRole('button', { name: 'smaller or weaker drinks' })).toBeTruthy();
  await panel.user.click(screen.getByRole('radio', { name: 'Keep going' }));
  expect(screen.queryByRole('button', { name: 'smaller or weaker drinks' })).toBe(null);
  expect(screen.getByRole('button', { name: 'keeping none at home' })).toBeTruthy();
});

test('undo of an option pressed in the menu keeps the words typed before it and after it', async () => {
  const panel = await openFocus();
  const given = () => panel.store.interview.value.evoke.information.map((line) => line.given);
  await panel.user.click(await within(topics()).findByRole('radio', { name: 'Alcohol' }));
  await panel.user.click(screen.getByRole('button', { name: /Share information/ }));
  await panel.user.type(await screen.findByRole('textbox', { name: /^What you shared/ }), 'Water helps');
  await panel.user.click(screen.getByRole('button', { name: 'smaller or weaker drinks' }));
  await panel.user.type(screen.getByRole('textbox', { name: /^What you shared/ }), ' on weekdays');
  expect(given()).toEqual(['Water helps; smaller or weaker drinks on weekdays']);
  panel.store.undo();
  expect(given()).toEqual(['Water helps; smaller or weaker drinks']);
  panel.store.undo();
  expect(given()).toEqual(['Water helps']);
});

test('undo of the words typed after a topic from the chart was added to the patient’s leaves that topic of both', async () => {
  const panel = await openFocus();
  await raises(panel, 'alcohol');
  await panel.user.click(await screen.findByRole('button', { name: /^Alcohol AUDIT-C 7/ }));
  await raises(panel, ' at night');
  panel.store.undo();
  expect(panel.store.interview.value.engage.agenda).toMatchObject([{ text: 'alcohol', raisedBy: 'both' }]);
});

test('their view typed first is one step to undo', async () => {
  const panel = await openFocus();
  await panel.user.click(screen.getByRole('button', { name: /Share information/ }));
  const before = panel.store.interview.value;
  await panel.user.type(await screen.findByRole('textbox', { name: /^What they make of it/ }), 'I knew that');
  expect(panel.store.interview.value.evoke.information).toMatchObject([{ given: '', view: 'I knew that' }]);
  panel.store.undo();
  expect(panel.store.interview.value).toBe(before);
});

test('yes opens the card for information, not today closes it, and it can still be opened', async () => {
  const panel = await openFocus();
  const asked = within(screen.getByRole('radiogroup', { name: 'Permission to talk about it' }));
  const card = () => screen.getByRole('button', { name: /Share information/ }).getAttribute('aria-expanded');
  expect(card()).toBe('false');
  await panel.user.click(asked.getByRole('radio', { name: 'Given' }));
  await waitFor(() => expect(card()).toBe('true'));
  await panel.user.click(asked.getByRole('radio', { name: 'Not today' }));
  await waitFor(() => expect(card()).toBe('false'));
  await panel.user.click(screen.getByRole('button', { name: /Share information/ }));
  expect(card()).toBe('true');
});

test('no text field here is mistaken for the one that holds their words', async () => {
  const panel = await openFocus();
  await panel.user.click(screen.getByRole('button', { name: /Share information/ }));
  await screen.findByRole('textbox', { name: /^What you shared/ });
  expect(screen.queryAllByRole('textbox', { name: /Words/ })).toEqual([]);
});
