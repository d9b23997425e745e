// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { Score } from '../../src/interview/ids.ts';
import { Evoke } from '../../src/panels/evoke/Evoke.tsx';
import { type OpenedPanel, openPanel, type PanelOptions } from '../support/panel.tsx';

function openEvoke(options?: PanelOptions): OpenedPanel {
  const panel = openPanel(options);
  panel.draws(<Evoke store={panel.store} onLeave={() => {}} />);
  return panel;
}

const SIX = 6 as Score;

const pad = () => screen.getByRole('toolbar', { name: 'Capture' });
const chip = (name: RegExp) => within(pad()).getByRole('button', { name });
const ruler = (name: RegExp) => screen.getByRole('radiogroup', { name });
const said = (panel: OpenedPanel) =>
  panel.store.interview.value.evoke.talk.map(
    ({ talk, words }) => `${talk.side} ${talk.strand} ${words.kind === 'heard' ? words.text : '-'}`,
  );

async function hears(panel: OpenedPanel, keys: string, words: string): Promise<void> {
  chip(/^Change D/).focus();
  await panel.user.keyboard(`${keys}${words}{Enter}`);
}

test('a letter marks while the pad has focus, and its words follow', async () => {
  const panel = openEvoke();
  await hears(panel, 'r', 'my liver tests scared me');
  await panel.user.keyboard('{Shift>}a{/Shift}I cannot sleep without it{Enter}');
  expect(said(panel)).toEqual(['change reason my liver tests scared me', 'sustain ability I cannot sleep without it']);
});

// The library's own events wait for all effects. A quick Tab does not, and only microtasks may pass.
const press = (on: HTMLElement, key: string) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

test('once their words are kept, Tab passes over the empty field at once; left by Tab, a field with words to write stays', async () => {
  openEvoke();
  const words = screen.getByRole('textbox', { name: 'Words' });
  expect(words.tabIndex).toBe(-1);
  chip(/^Change D/).focus();
  press(chip(/^Change D/), 'd');
  await Promise.resolve();
  expect(document.activeElement).toBe(words);
  chip(/^Change D/).focus();
  expect(words.tabIndex).toBe(0);
  words.focus();
  press(words, 'Enter');
  await Promise.resolve();
  expect(document.activeElement).toBe(chip(/^Change D/));
  expect(words.tabIndex).toBe(-1);
});

test('letters switched off mark nothing, and the buttons still do', async () => {
  const panel = openEvoke({ settings: { letters: 'off' } });
  chip(/^Change D/).focus();
  await panel.user.keyboard('r');
  expect(said(panel)).toEqual([]);
  await panel.user.click(chip(/^Sustain N/));
  expect(said(panel)).toEqual(['sustain need -']);
});

test('digits switched off answer nothing, and Home and End still do', async () => {
  const panel = openEvoke({ settings: { digits: 'off' } });
  within(ruler(/^Importance/))
    .getByRole('radio', { name: '0' })
    .focus();
  await panel.user.keyboard('7');
  expect(panel.store.interview.value.evoke.rulers.importance.kind).toBe('not-asked');
  await panel.user.keyboard('{End}');
  expect(panel.store.interview.value.evoke.rulers.importance).toMatchObject({ answer: { score: 10 } });
});

test('the labels of both ends of a ruler are shown until a number is given, and then the next question', () => {
  const panel = openEvoke();
  const ends = within(ruler(/^Importance/)).getByText(/^0 .+, 10 .+/);
  expect(ends.className).not.toBe('visually-hidden');
  panel.store.dispatch({ kind: 'ruler-declined', ruler: 'importance' });
  expect(ends.className).not.toBe('visually-hidden');
  panel.store.dispatch({ kind: 'ruler-answered', ruler: 'importance', score: SIX });
  return waitFor(() => {
    expect(ends.className).toBe('visually-hidden');
    expect(screen.getByRole('button', { name: 'What makes it a 6 and not a 4?' })).toBeTruthy();
  });
});

test('the reason for a number becomes one mark with one press, and only once', async () => {
  const panel = openEvoke();
  await panel.user.click(within(ruler(/^Confidence/)).getByRole('radio', { name: '4' }));
  await panel.user.click(screen.getByRole('button', { name: 'What makes it a 4 and not a 2?' }));
  await panel.user.type(
    await screen.findByRole('textbox', { name: 'What makes it a 4 and not a 2?' }),
    'nine weeks last spring',
  );
  await panel.user.keyboard('{Control>}k{/Control}');
  expect(said(panel)).toEqual(['change ability nine weeks last spring']);
  await panel.user.click(screen.getByRole('button', { name: 'Kept as change talk' }));
  await panel.user.keyboard('{Control>}k{/Control}');
  expect(said(panel)).toHaveLength(1);
});

test('reflections follow a mark before one question, others for the other side', async () => {
  const panel = openEvoke();
  await hears(panel, 'd', 'to be there');
  const lines = async () => within(await screen.findByRole('list', { name: 'What you might say next' }));
  const kinds = (await lines()).getAllByRole('listitem').map((each) => each.textContent ?? '');
  expect(kinds).toEqual([
    "Reflect You'd like…",
    "Go deeper What you're longing for is…",
    'Then ask What are you hoping for most?',
  ]);
  await panel.user.click(chip(/^Sustain R/));
  expect((await lines()).getByText(/^In some ways it's easier to…$/)).toBeTruthy();
});

test('cues switched off leave neither a line nor a card', async () => {
  const panel = openEvoke({ settings: { cues: 'off' } });
  await hears(panel, 'd', 'to be there');
  expect(screen.queryByRole('list', { name: 'What you might say next' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'If the conversation gets tense' })).toBeNull();
});

test('the card for discord has no field and leaves the interview as it was', async () => {
  const panel = openEvoke();
  const before = panel.store.interview.value;
  await panel.user.click(screen.getByRole('button', { name: 'If the conversation gets tense' }));
  const card = await screen.findByRole('region', { name: /tense/ });
  expect(within(card).queryByRole('textbox')).toBeNull();
  await waitFor(() => expect(card.contains(document.activeElement)).toBe(true));
  await panel.user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: /tense/ })).toBeNull();
  expect(document.activeElement?.textContent).toBe('If the conversation gets tense');
  expect(panel.store.interview.value).toBe(before);
});

test('a recap asks someone who keeps going what will keep it going', async () => {
  const panel = openEvoke();
  panel.store.dispatch({ kind: 'target-chosen', target: { kind: 'named', label: 'Alcohol', sensitive: true } });
  panel.store.dispatch({ kind: 'direction-chosen', direction: 'keep-going' });
  await hears(panel, 'r', 'my mornings are clear');
  await panel.user.click(screen.getByRole('button', { name: 'Recap to say aloud' }));
  await panel.user.click(await screen.findByRole('radio', { name: 'To turn to a plan' }));
  expect(screen.getByText(/So what do you think you'll do to keep this going\?$/)).toBeTruthy();
});

test('the pad names both sides for someone who keeps going', async () => {
  const panel = openEvoke();
  expect(screen.getByText('For staying the same')).toBeTruthy();
  panel.store.dispatch({ kind: 'target-chosen', target: { kind: 'named', label: 'Smoking', sensitive: false } });
  panel.store.dispatch({ kind: 'direction-chosen', direction: 'keep-going' });
  expect(await screen.findByText('For keeping it up')).toBeTruthy();
  expect(screen.getByText('Against it')).toBeTruthy();
  expect(screen.queryByText('For staying the same')).toBeNull();
  await hears(panel, 'r', 'my mornings are clear');
  expect(await screen.findByText('Said today: 1 for keeping it up, 0 against it')).toBeTruthy();
});

test('a recap says chosen words back and changes nothing', async () => {
  const panel = openEvoke();
  await hears(panel, 'd', 'to be there for my kids');
  await hears(panel, 'r', 'my liver tests scared me');
  const before = panel.store.interview.value;
  await panel.user.click(screen.getByRole('button', { name: 'Recap to say aloud' }));
  const card = await screen.findByRole('region', { name: 'Recap to say aloud' });
  expect(card.textContent).toContain("Here's what I heard");
  await panel.user.click(within(card).getByRole('checkbox', { name: /my liver tests/ }));
  expect(within(card).getByText(/^Here's what I heard/).textContent).not.toContain('liver');
  await panel.user.click(within(card).getByRole('radio', { name: 'To turn to a plan' }));
  expect(within(card).getByText(/So what do you think you'll do\?$/)).toBeTruthy();
  expect(panel.store.interview.value).toBe(before);
});

test('a recap says the words that were selected, until the whole quote is asked for', async () => {
  const panel = openEvoke();
  await hears(panel, 'd', 'what I really want is to be there for my kids');
  await panel.user.click(screen.getByRole('button', { name: 'Recap to say aloud' }));
  const card = await screen.findByRole('region', { name: 'Recap to say aloud' });
  const quote = within(card).getByRole('textbox', { name: 'Select the key words' }) as HTMLTextAreaElement;
  quote.focus();
  quote.setSelectionRange(24, 44);
  fireEvent.select(quote);
  const aloud = () => within(card).getByText(/^Here's what I heard/).textContent;
  expect(aloud()).toContain('You said “be there for my kids.”');
  await panel.user.click(within(card).getByRole('button', { name: 'Say the whole quote' }));
  expect(aloud()).toContain('“what I really want is to be there for my kids.”');
});

test('in a visit held in Spanish, everything to say is Spanish and everything to press stays English', async () => {
  const panel = openEvoke();
  panel.store.dispatch({ kind: 'visit-language-chosen', language: 'es' });
  const ruler = await screen.findByRole('radiogroup', { name: /^Importance ¿Cuánto le importa/ });
  expect(
    within(ruler)
      .getByText(/^¿Cuánto le importa/)
      .getAttribute('lang'),
  ).toBe('es');
  await hears(panel, 'd', 'quiero estar ahí');
  const lines = await screen.findByRole('list', { name: 'What you might say next' });
  expect(lines.querySelector('[lang=es]')?.textContent).toBe('Le gustaría…');
  expect(panel.store.interview.value.evoke.talk[0]?.words).toMatchObject({ language: 'es' });
  await waitFor(() => expect(panel.store.guide.prompt.evoke.value).toMatch(/¿.*\?$/));
  expect(screen.getByText(panel.store.guide.prompt.evoke.value).getAttribute('lang')).toBe('es');
  await panel.user.click(screen.getByRole('button', { name: 'Recap to say aloud' }));
  const card = await screen.findByRole('region', { name: 'Recap to say aloud' });
  expect(
    within(card)
      .getByText(/^Esto es lo que le oí/)
      .getAttribute('lang'),
  ).toBe('es');
});

test('list, undo and cards are one Tab stop, on the first mark; arrows reach the rest', async () => {
  const panel = openEvoke();
  await hears(panel, 'd', 'to be there');
  await hears(panel, 'n', 'something has to give');
  const group = screen.getByRole('group', { name: 'Said today' });
  const stops = () =>
    within(group)
      .getAllByRole('button')
      .filter((button) => button.tabIndex === 0);
  expect(stops().map((button) => button.textContent)).toEqual([expect.stringContaining('to be there')]);
  stops()[0]?.focus();
  await panel.user.keyboard('{ArrowUp}');
  expect(document.activeElement?.textContent).toBe('Undo');
  await panel.user.keyboard('{Enter}');
  expect(said(panel)).toEqual(['change desire to be there', 'change need -']);
  await panel.user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Recap to say aloud');
});

test('the tools of the cue are reached from the marks by arrow, and “Not now” leaves the focus on a mark', async () => {
  const panel = openEvoke();
  for (const keys of ['d', 'a', 'r', 'n', 'c']) await hears(panel, keys, `I said ${keys}`);
  const group = screen.getByRole('group', { name: 'Said today' });
  const notNow = await within(group).findByRole('button', { name: 'Not now' });
  expect(
    within(group)
      .getAllByRole('button')
      .filter(({ tabIndex }) => tabIndex === 0),
  ).toHaveLength(1);
  within(group).getByRole('button', { name: 'Undo' }).focus();
  await panel.user.keyboard('{ArrowUp}{ArrowRight}');
  expect(document.activeElement).toBe(notNow);
  await panel.user.keyboard('{Enter}');
  expect(within(group).queryByRole('button', { name: 'Not now' })).toBeNull();
  await waitFor(() => expect(document.activeElement?.textContent).toContain('I said d'));
});

test('a prompt is read aloud when it is asked for, and not when it comes with what was said', async () => {
  const panel = openEvoke();
  const another = screen.getByRole('button', { name: 'Another prompt' });
  const line = () => another.parentElement?.querySelector('p');
  await waitFor(() => expect(line()?.textContent).not.toBe(''));
  const live = () => line()?.getAttribute('aria-live');
  expect(live()).toBe('off');
  await panel.user.click(another);
  await waitFor(() => expect(live()).toBe('polite'));
  await hears(panel, 'd', 'to be there');
  await waitFor(() => expect(live()).toBe('off'));
});

test.each([
  ['function', 'F2', -1],
  ['control', 'Control+;', -1],
  ['none', null, 0],
] as const)(
  'with %s keys the way to another prompt names %s, and is a Tab stop where no key leads there',
  (keys, named, stop) => {
    openEvoke({ settings: { keys } });
    const another = screen.getByRole('button', { name: 'Another prompt' });
    expect(another.getAttribute('aria-keyshortcuts')).toBe(named);
    expect(another.tabIndex).toBe(stop);
  },
);

test.each([
  ['the only mark', 1, 0, '^Change D'],
  ['the first of two', 2, 0, 'second'],
  ['the second of two', 2, 1, 'first'],
] as const)('when %s is removed, focus stays on the page', async (_, count, at, leadsTo) => {
  const panel = openEvoke();
  for (const words of ['first', 'second'].slice(0, count)) await hears(panel, 'd', words);
  const row = screen.getByRole('button', { name: new RegExp(['first', 'second'][at] ?? '') });
  await panel.user.click(row);
  await panel.user.click(await screen.findByRole('button', { name: /^Remove/ }));
  await waitFor(() => expect(said(panel)).toHaveLength(count - 1));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole('button', { name: new RegExp(leadsTo) }));
});

test('to change a kind, the pad says the present one, which keeps the mark as it is without a key', async () => {
  const panel = openEvoke();
  await hears(panel, 'r', 'my liver tests scared me');
  fireEvent.click(screen.getByRole('button', { name: /my liver tests/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Change kind' }));
  const note = await screen.findByText('Marked Change: reason. Choose another kind, or the same one to keep it.');
  expect(pad().getAttribute('aria-describedby')).toBe(note.id);
  fireEvent.click(chip(/^Change R/));
  await waitFor(() => expect(screen.queryByText(/^Marked Change: reason/)).toBeNull());
  expect(said(panel)).toEqual(['change reason my liver tests scared me']);
  expect(pad().hasAttribute('aria-describedby')).toBe(false);
});

test.each([
  ['Enter on a ruler that is not answered', ['{Enter}']],
  ['an answer cleared after its question was opened', ['7', '{Enter}', '{Escape}', 'back', '{Backspace}']],
] as const)('after %s, a typed 10 is ten and no word of the reason', async (_, keys) => {
  const panel = openEvoke();
  const focus = (name: string) =>
    within(ruler(/^Importance/))
      .getByRole('radio', { name })
      .focus();
  focus('0');
  for (const key of keys) {
    if (key === 'back') focus('7');
    else await panel.user.keyboard(key);
  }
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /What makes it/ })).toBeNull());
  focus('0');
  await panel.user.keyboard('1');
  await waitFor(() => expect(panel.store.parts.rulers.value.importance.kind).toBe('asked'));
  await panel.user.keyboard('0');
  expect(panel.store.interview.value.evoke.rulers.importance).toMatchObject({ answer: { score: 10 }, why: '' });
});

test('words typed while the kind of a mark is being changed wait for a mark of their own', async () => {
  const panel = openEvoke();
  await hears(panel, 'r', 'my liver tests scared me');
  const [first] = panel.store.interview.value.evoke.talk;
  if (!first) throw new Error('no mark');
  panel.store.capture.recode(first.id);
  panel.store.capture.type('and I miss my mornings');
  panel.store.capture.mark({ side: 'change', strand: 'desire' });
  expect(said(panel)).toEqual(['change reason my liver tests scared me', 'change desire and I miss my mornings']);
});

test('a long press that slid off a chip takes nothing from the next key on it', async () => {
  const panel = openEvoke();
  const need = chip(/^Change N/);
  vi.useFakeTimers();
  fireEvent.pointerDown(need, { pointerType: 'touch' });
  vi.advanceTimersByTime(600);
  fireEvent.pointerLeave(need, { pointerType: 'touch' });
  vi.useRealTimers();
  fireEvent.keyDown(need, { key: 'Enter' });
  fireEvent.click(need);
  expect(said(panel)).toEqual(['change need -']);
});

test('a tap marks without the keyboard of the screen, also where the click does not name its pointer; a key goes on to the words', async () => {
  const panel = openEvoke();
  const need = chip(/^Change N/);
  const words = screen.getByRole('textbox', { name: 'Words' });
  need.focus();
  fireEvent.pointerDown(need, { pointerType: 'touch' });
  fireEvent.pointerUp(need, { pointerType: 'touch' });
  fireEvent(need, new MouseEvent('click', { bubbles: true }));
  expect(said(panel)).toEqual(['change need -']);
  expect(document.activeElement).toBe(need);
  fireEvent(need, new MouseEvent('click', { bubbles: true }));
  expect(document.activeElement).toBe(words);
});
