// The small parts: colors, sizes of type, buttons, fields, choices, rulers, prompts.

import { useSignal } from '@preact/signals';
import type { Answer } from '../src/interview/ruler.ts';
import { Button } from '../src/ui/Button.tsx';
import { Choices } from '../src/ui/Choices.tsx';
import { CopyText } from '../src/ui/CopyText.tsx';
import { Field } from '../src/ui/Field.tsx';
import { Glyph } from '../src/ui/Glyph.tsx';
import { PromptLine } from '../src/ui/PromptLine.tsx';
import { Ruler } from '../src/ui/Ruler.tsx';
import { LONG, score } from './data.ts';
import { Group, State } from './frame.tsx';

const nothing = (): void => {};

export function Basics() {
  return (
    <>
      <Colors />
      <Sizes />
      <Buttons />
      <Fields />
      <Rulers />
    </>
  );
}

const PAIRS = [
  ['text', 'page'],
  ['text-quiet', 'surface'],
  ['on-accent', 'accent'],
  ['accent', 'surface'],
  ['text', 'accent-soft'],
  ['change', 'change-soft'],
  ['sustain', 'sustain-soft'],
  ['notice', 'notice-soft'],
  ['fault', 'fault-soft'],
  ['sure', 'surface'],
] as const;

function Colors() {
  return (
    <Group name="Colors">
      <div class="row">
        {PAIRS.map(([ink, ground]) => (
          <span key={ink + ground} class="swatch" style={{ color: `var(--${ink})`, background: `var(--${ground})` }}>
            {ink} on {ground}
          </span>
        ))}
      </div>
    </Group>
  );
}

const SIZES = ['word', 'small', 'label', 'body', 'quote', 'heading', 'large'] as const;

function Sizes() {
  return (
    <Group name="Sizes of type">
      {SIZES.map((size) => (
        <p key={size} style={{ fontSize: `var(--size-${size})` }}>
          {size}: My liver tests scared me, 7 of 10
        </p>
      ))}
    </Group>
  );
}

function Buttons() {
  return (
    <Group name="Buttons">
      {(['plain', 'primary', 'quiet'] as const).map((variant) => (
        <State key={variant} name={variant}>
          <div class="row">
            <Button variant={variant} onPress={nothing}>
              As it is
            </Button>
            <Button variant={variant} isDisabled onPress={nothing}>
              Dead
            </Button>
            <Button variant={variant} expanded onPress={nothing}>
              Expanded
            </Button>
            {/* A primary button does one thing, so it is never one that stays pressed. */}
            {variant !== 'primary' && (
              <Button variant={variant} pressed onPress={nothing}>
                Pressed
              </Button>
            )}
            <Button variant={variant} onPress={nothing}>
              {LONG}
            </Button>
          </div>
        </State>
      ))}
      <State name="glyphs beside words">
        <p>
          Recorded <Glyph kind="tick" />
        </p>
        <p>
          Closed <Glyph kind="opens" />
        </p>
        <p>
          Open <Glyph kind="closes" />
        </p>
      </State>
      <State name="copying">
        <CopyText label="Copy note text" text={() => LONG} />
      </State>
    </Group>
  );
}

const OPTIONS = [
  { value: 'week', label: '1 week' },
  { value: 'month', label: '4 weeks' },
  { value: 'season', label: '3 months' },
] as const;

const ASKED = { asked: false, language: 'en', onAnother: nothing } as const;

function Fields() {
  return (
    <Group name="Fields, choices, prompts">
      <Field label="Empty" value="" onType={nothing} />
      <Field label="Filled" value="No drinks on weeknights" onType={nothing} />
      <Field label="Long" value={LONG} onType={nothing} />
      <Field label="With a hint" value="" hint="One line is enough" onType={nothing} />
      <Choices legend="Nothing chosen" options={OPTIONS} chosen={undefined} onChoose={nothing} />
      <Choices legend="One chosen" options={OPTIONS} chosen="month" onChoose={nothing} />
      <Choices legend="Even cells" options={OPTIONS} chosen="week" even onChoose={nothing} />
      <PromptLine text="What would you most like to talk about today?" {...ASKED} keys="function" />
      <PromptLine text={LONG} {...ASKED} keys="none" />
    </Group>
  );
}

interface RulerCase {
  readonly name: string;
  readonly answer?: Answer;
  readonly ghost?: number;
  readonly ask?: string;
}

const RULERS: readonly RulerCase[] = [
  { name: 'Not asked' },
  { name: 'Not asked, with last time', ghost: 5 },
  { name: 'Answered', answer: { kind: 'answered', score: score(7) }, ghost: 5 },
  {
    name: 'Answered, and asked why',
    answer: { kind: 'answered', score: score(10) },
    ask: 'Why 10 and not a lower number?',
  },
  { name: 'Declined', answer: { kind: 'declined' } },
];

function Rulers() {
  return (
    <Group name="Rulers">
      {RULERS.map((each) => (
        <OneRuler key={each.name} {...each} />
      ))}
    </Group>
  );
}

function OneRuler({ name, answer, ghost, ask }: RulerCase) {
  const given = useSignal<{ readonly answer: Answer | undefined }>({ answer });
  return (
    <Ruler
      name={name}
      question="How much does this matter to you right now?"
      low="not at all"
      high="more than anything"
      answer={given.value.answer}
      ghost={ghost}
      ask={
        ask && (
          <Button variant="quiet" onPress={nothing}>
            {ask}
          </Button>
        )
      }
      onAnswer={(chosen) => {
        given.value = { answer: { kind: 'answered', score: chosen } };
      }}
      onDecline={() => {
        given.value = { answer: { kind: 'declined' } };
      }}
      onClear={() => {
        given.value = { answer: undefined };
      }}
    />
  );
}
