// All keys on one card, each group with the switch that turns it off. Settings stay on this device and have no patient
// data.

import type { Settings } from '../../drafts/settings.ts';
import type { SettingsKept, Switch } from '../../store/session/settings.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { keyFor, REACHED, type Reached } from '../../ui/keyboard/presets.ts';
import css from '../Dialog.module.css';
import { Dialog, Group } from '../Dialog.tsx';

interface KeyCardProps {
  readonly store: Store;
  readonly onClose: () => void;
  /** Opens the self-check instead of this card. */
  readonly onCheck: () => void;
}

type Row = readonly [keys: string, does: string];

const PRESETS = [
  { value: 'function', label: 'F keys' },
  { value: 'control', label: 'Ctrl keys' },
  { value: 'none', label: 'Neither' },
] as const;

const REACHED_WORDS: { readonly [To in Reached]: string } = {
  pad: 'to the capture pad',
  prompt: 'another prompt',
  share: 'share the screen, and back',
  card: 'this card',
};

const rowsOf = (preset: Settings['keys']): readonly Row[] =>
  REACHED.flatMap((to) => {
    const key = keyFor(to, preset, 'Ctrl ');
    return key === undefined ? [] : [[key, REACHED_WORDS[to]] as const];
  });

const ANYWHERE: readonly Row[] = [
  ['Ctrl Enter', 'review; once more to sign'],
  ['Ctrl Z, Ctrl Y', 'undo, redo (outside text)'],
];

const PAD: readonly Row[] = [
  ['D A R N C V T', 'mark change talk'],
  ['O U', 'other, not sure'],
  ['Shift + letter', 'mark sustain talk'],
];

const MOVING: readonly Row[] = [
  ['Arrows, Home, End', 'move on the pad and in the list'],
  ['Enter', 'in the field: keep, back to the pad'],
  ['Esc', 'back to where you were'],
];

const DIGITS: readonly Row[] = [['0 to 9; 1 then 0', 'the number, ten included']];

const RULER: readonly Row[] = [
  ['Home, End', '0, 10'],
  ['Backspace', 'not asked'],
  ['Enter', 'write down why'],
  ['Ctrl K', 'there: keep it as change talk'],
];

export function KeyCard({ store, onClose, onCheck }: KeyCardProps) {
  const { current, isOn, choose } = store.settings;
  const { keys } = current.value;
  const toggle = (key: Switch, label: string) => (
    <label class={css.switch}>
      <input
        type="checkbox"
        class="tick-box"
        checked={isOn[key].value}
        onChange={(event) => choose({ [key]: event.currentTarget.checked ? 'on' : 'off' })}
      />
      {label}
    </label>
  );
  return (
    <Dialog id="keys-heading" title="Keys and settings" onClose={onClose}>
      <Group title="Anywhere">
        <Choices
          legend="Keys that work anywhere"
          options={PRESETS}
          chosen={keys}
          onChoose={(preset) => {
            if (preset) choose({ keys: preset });
          }}
        />
        <Rows rows={[...rowsOf(keys), ...ANYWHERE]} />
      </Group>
      <Group title="Capture pad">
        {toggle('letters', 'Letters mark while the pad has focus')}
        <Rows rows={isOn.letters.value ? [...PAD, ...MOVING] : MOVING} />
      </Group>
      <Group title="Rulers">
        {toggle('digits', 'Type a number to answer a ruler')}
        <Rows rows={isOn.digits.value ? [...DIGITS, ...RULER] : RULER} />
      </Group>
      <Group title="Coaching tips">{toggle('cues', 'Coaching tips (only you see them)')}</Group>
      {/* After signing nothing can be marked. */}
      {!store.filing.isLocked() && (
        <Group title="Quiet mode">
          <p class={css.quiet}>Pad and rulers only, dim and still. Esc leaves it.</p>
          <Button
            onPress={() => {
              onClose();
              store.view.show({ kind: 'quiet' });
            }}
          >
            Go quiet
          </Button>
        </Group>
      )}
      <Button variant="quiet" onPress={onCheck}>
        Self-check for IT
      </Button>
      <p class={css.quiet}>Everything here also works without keys. {keptWords(store.settings.kept.value)}</p>
    </Dialog>
  );
}

function keptWords(kept: SettingsKept): string {
  return kept === 'pane'
    ? 'This browser keeps no settings here: they hold until you close this pane.'
    : 'Settings stay on this device and hold nothing about patients.';
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl class={css.rows}>
      {rows.map(([key, does]) => (
        <div key={key + does} class={css.row}>
          <dt>
            <kbd class={css.key}>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
