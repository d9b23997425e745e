// @vitest-environment happy-dom
// The group of topics by keyboard: arrow keys choose each topic that they pass, and nothing told or typed is lost.
import { screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { BEHAVIORS } from '../../src/interview/guide/behaviors.ts';
import { patientView } from '../../src/interview/patient/patient-view.ts';
import { Focus } from '../../src/panels/focus/Focus.tsx';
import { type OpenedPanel, openPanel } from '../support/panel.tsx';

const UNREAD = { kind: 'not-available' } as const;

async function openFocus(): Promise<OpenedPanel> {
  const readContext = async () => ({ conditions: UNREAD, medicines: UNREAD, measures: UNREAD, otherPatients: 0 });
  const panel = openPanel({ ehr: { readContext } });
  panel.draws(<Focus store={panel.store} />);
  await panel.store.begin();
  await panel.user.click(screen.getByRole('button', { name: '+ Agenda, permission, direction' }));
  return panel;
}

const focus = ({ store }: OpenedPanel) => store.interview.value.focus;
const topics = () => screen.getByRole('radiogroup', { name: 'Topic' });
const labels = () =>
  within(topics())
    .getAllByRole('radio')
    .map((radio) => radio.closest('label')?.textContent);

test('arrow keys that pass a topic and come back leave its permission, and a topic that they end on has none', async () => {
  const panel = await openFocus();
  const permission = within(screen.getByRole('radiogroup', { name: 'Permission to talk about it' }));
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Alcohol' }));
  await panel.user.click(permission.getByRole('radio', { name: 'Given' }));
  await panel.user.click(screen.getByRole('radio', { name: 'Both' }));
  within(topics()).getByRole('radio', { name: 'Alcohol' }).focus();
  await panel.user.keyboard('{ArrowDown}{ArrowDown}');
  expect(focus(panel).target).not.toMatchObject({ label: 'Alcohol' });
  expect(focus(panel).permission).toBeUndefined();
  await panel.user.keyboard('{ArrowUp}{ArrowUp}');
  expect(focus(panel)).toMatchObject({ target: { label: 'Alcohol' }, permission: true, raisedBy: 'both' });
});

/** Arrow keys from the first topic of the list, so many times. */
async function passes({ user }: OpenedPanel, times: number): Promise<void> {
  within(topics()).getAllByRole('radio')[0]?.focus();
  await user.keyboard('{ArrowDown}'.repeat(times));
}
const shownTopic = ({ store }: OpenedPanel) =>
  patientView(store.interview.value, undefined, BEHAVIORS, new Set()).topic;
const OWN = 'The change, as they put it';

test('a refusal told before any topic is named stays with each topic that arrow keys pass', async () => {
  const panel = await openFocus();
  await panel.user.click(screen.getByRole('radio', { name: 'Not today' }));
  await panel.user.click(screen.getByRole('radio', { name: 'Patient' }));
  await passes(panel, 3);
  expect(focus(panel)).toMatchObject({ target: { kind: 'named' }, permission: false, raisedBy: 'patient' });
  expect(shownTopic(panel)).toBeUndefined();
  await panel.user.keyboard('{Backspace}');
  expect(focus(panel)).toMatchObject({ target: { kind: 'not-named' }, permission: false });
  await passes(panel, 2);
  expect(focus(panel).permission).toBe(false);
});

test('an answer given at a topic stays there, and the topics beside it keep what was told before', async () => {
  const panel = await openFocus();
  await panel.user.click(screen.getByRole('radio', { name: 'Not today' }));
  await passes(panel, 1);
  await panel.user.click(screen.getByRole('radio', { name: 'Given' }));
  const reached = focus(panel).target;
  within(topics()).getByRole('radio', { checked: true }).focus();
  await panel.user.keyboard('{ArrowDown}');
  expect(focus(panel).permission).toBe(false);
  await panel.user.keyboard('{ArrowUp}');
  expect(focus(panel)).toMatchObject({ target: reached, permission: true });
});

test('words of one’s own that arrow keys pass come back with their answers, and can be typed on', async () => {
  const panel = await openFocus();
  const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: OWN });
  await panel.user.click(within(topics()).getByRole('radio', { name: 'Other topic…' }));
  await panel.user.type(words(), 'Drinking');
  await panel.user.click(screen.getByRole('radio', { name: 'Given' }));
  within(topics()).getByRole('radio', { name: 'Other topic…' }).focus();
  await panel.user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
  expect(focus(panel).permission).toBeUndefined();
  await panel.user.keyboard('{ArrowDown}');
  expect(focus(panel)).toMatchObject({ target: { label: 'Drinking', sensitive: true }, permission: true });
  await panel.user.type(words(), ' more water');
  expect(words().value).toBe('Drinking more water');
  expect(focus(panel).target).toMatchObject({ label: 'Drinking more water', sensitive: false });
});

test('a refusal stays with its topic while arrow keys go to other words and back', async () => {
  const panel = await openFocus();
  await panel.user.click(within(topics()).getAllByRole('radio').at(-2) as HTMLElement);
  await panel.user.click(screen.getByRole('radio', { name: 'Not today' }));
  within(topics()).getByRole('radio', { checked: true }).focus();
  await panel.user.keyboard('{ArrowDown}');
  await panel.user.type(screen.getByRole('textbox', { name: OWN }), 'My knees');
  within(topics()).getByRole('radio', { name: 'Other topic…' }).focus();
  await panel.user.keyboard('{ArrowUp}');
  expect(focus(panel).permission).toBe(false);
});

test('words of one’s own are not sensitive for topics that arrow keys only passed', async () => {
  const panel = await openFocus();
  await panel.user.click(screen.getByRole('button', { name: 'All topics' }));
  await panel.user.type(screen.getByRole('textbox', { name: 'Find a topic' }), 'alcohol');
  expect(labels()).toEqual(['Alcohol', 'Other topic…']);
  await passes(panel, 1);
  await panel.user.keyboard('{ArrowUp}{ArrowDown}');
  await panel.user.type(screen.getByRole('textbox', { name: OWN }), 'Walking the dog');
  expect(focus(panel).target).toEqual({ kind: 'named', label: 'Walking the dog', sensitive: false });
});

test.each(['an answer', 'a click'])(
  'words of one’s own are sensitive if a sensitive topic before them had %s',
  async (stay) => {
    const panel = await openFocus();
    const alcohol = () => within(topics()).getByRole('radio', { name: 'Alcohol' });
    await panel.user.click(screen.getByRole('button', { name: 'All topics' }));
    await panel.user.type(screen.getByRole('textbox', { name: 'Find a topic' }), 'al');
    if (stay === 'a click') await panel.user.click(alcohol());
    else {
      alcohol().focus();
      await panel.user.keyboard(' ');
      await panel.user.click(screen.getByRole('radio', { name: 'Given' }));
    }
    alcohol().focus();
    const steps = labels().length - 1 - labels().indexOf('Alcohol');
    await panel.user.keyboard('{ArrowDown}'.repeat(steps));
    await panel.user.type(screen.getByRole('textbox', { name: OWN }), 'Wine');
    expect(focus(panel).target).toEqual({ kind: 'named', label: 'Wine', sensitive: true });
  },
);

test('a topic chosen with the pointer has no permission, also if it had one before', async () => {
  const panel = await openFocus();
  const chooses = (name: string) => panel.user.click(within(topics()).getByRole('radio', { name }));
  await chooses('Alcohol');
  await panel.user.click(screen.getByRole('radio', { name: 'Given' }));
  within(topics()).getByRole('radio', { name: 'Alcohol' }).focus();
  await panel.user.keyboard('{ArrowDown}');
  await chooses('Alcohol');
  expect(focus(panel)).toMatchObject({ target: { label: 'Alcohol' } });
  expect(focus(panel).permission).toBeUndefined();
});
