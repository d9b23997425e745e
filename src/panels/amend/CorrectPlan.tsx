// The plan of a note that is corrected: the parts that the signed plan has, or those that it does not have.

import { useRef } from 'preact/hooks';
import { type Day, type Instant, readDay, readDayFrom, readEntryId } from '../../interview/ids.ts';
import type { Line } from '../../interview/interview.ts';
import { withEnding, withFollowUp } from '../../interview/note/correct-note.ts';
import type { AgreedPlan, AgreedText, FollowUp, NotePlan, PlanList } from '../../interview/note/note.ts';
import { Choices } from '../../ui/Choices.tsx';
import { DayField } from '../../ui/day-and-time/DayField.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
import css from './Amend.module.css';
import type { ShownPartProps } from './change-props.ts';

const ENDINGS: readonly { readonly value: NotePlan['kind']; readonly label: string }[] = [
  { value: 'agreed', label: 'Plan agreed' },
  { value: 'not-today', label: 'No plan yet, open to talk again' },
  { value: 'none', label: 'Not recorded' },
];

type AgreedList = PlanList | 'reasons';
type PlanPart = AgreedText | AgreedList | 'confidence' | 'followUp' | 'why';
type IsShown = (part: PlanPart) => boolean;

/** True if the signed plan has this part. An agreed plan always has room for its first step. */
function isInPlan(plan: NotePlan, part: PlanPart): boolean {
  if (part === 'firstStep' && plan.kind !== 'none') return true;
  const held = Object.entries(plan).find(([name]) => name === part)?.[1];
  return Array.isArray(held) ? held.length > 0 : held !== undefined && held !== '';
}

export function CorrectPlan({ store, note, signed, shows, onEdit }: ShownPartProps) {
  const { plan } = note;
  // An ending chosen by mistake and taken back has what was typed for it.
  const last = useRef<{ readonly [Ending in NotePlan['kind']]?: NotePlan }>({ [signed.plan.kind]: signed.plan });
  last.current = { ...last.current, [plan.kind]: plan };
  // The follow-up is common to both outcomes, so it comes back from the plan that had one of them last.
  const recent = useRef<NotePlan>(signed.plan);
  if (plan.kind !== 'none') recent.current = plan;
  const onPlan = (next: NotePlan): void => onEdit({ ...note, plan: next });
  const hasOutcome = signed.plan.kind !== 'none';
  const showsOutcome = hasOutcome === (shows === 'filled');
  if (!showsOutcome && (shows === 'filled' || plan.kind === 'none')) return null;
  const isShown: IsShown = (part) => (isInPlan(signed.plan, part) ? 'filled' : 'missing') === shows;
  return (
    <fieldset class={css.part}>
      <legend>{shows === 'filled' ? 'Plan' : 'More plan details'}</legend>
      {showsOutcome && (
        <Choices
          legend="Outcome that day"
          options={ENDINGS}
          chosen={plan.kind}
          onChoose={(ending = 'none') =>
            onEdit(withEnding(note, ending, last.current[ending] ?? signed.plan, recent.current))
          }
        />
      )}
      {plan.kind === 'agreed' && (
        <Agreed plan={plan} isShown={isShown} digits={store.settings.isOn.digits.value} onPlan={onPlan} />
      )}
      {plan.kind === 'not-today' && isShown('why') && (
        <Field
          label="What they said about leaving it open"
          value={plan.why ?? ''}
          onType={(why) => onPlan({ ...plan, why })}
        />
      )}
      {plan.kind !== 'none' && isShown('followUp') && (
        <Again
          first={dayOf(note.at)}
          followUp={plan.followUp ?? {}}
          onFollowUp={(next) => onEdit(withFollowUp(note, next))}
        />
      )}
    </fieldset>
  );
}

const TEXTS: readonly (readonly [AgreedText, string])[] = [
  ['firstStep', 'First step: what, where, when'],
  ['change', 'Goal'],
];
const LISTS: readonly (readonly [AgreedList, string])[] = [
  ['reasons', 'Why it matters'],
  ['steps', 'Further steps'],
  ['supports', 'Who can help, and how'],
  ['barriers', 'What could get in the way'],
  ['ifThens', 'What to do if that happens'],
];
const LATER_TEXTS: readonly (readonly [AgreedText, string])[] = [
  ['signWorking', 'How to tell it is working'],
  ['ifNotWorking', 'If the plan does not work'],
  ['commitment', 'Plan in the patient’s words'],
  ['referral', 'Who else they will see'],
];

interface AgreedProps {
  readonly plan: AgreedPlan;
  readonly isShown: IsShown;
  readonly digits: boolean;
  readonly onPlan: (plan: AgreedPlan) => void;
}

function Agreed({ plan, isShown, digits, onPlan }: AgreedProps) {
  const isPartShown = ([part]: readonly [PlanPart, string]): boolean => isShown(part);
  const text = ([part, label]: readonly [AgreedText, string]) => (
    <Field key={part} label={label} value={plan[part] ?? ''} onType={(words) => onPlan({ ...plan, [part]: words })} />
  );
  return (
    <>
      {TEXTS.filter(isPartShown).map(text)}
      {LISTS.filter(isPartShown).map(([list, label]) => (
        <TextList key={list} label={label} texts={plan[list]} onTexts={(texts) => onPlan({ ...plan, [list]: texts })} />
      ))}
      {LATER_TEXTS.filter(isPartShown).map(text)}
      {isShown('confidence') && (
        <div class={css.cells}>
          <Ruler
            name="How sure they were of this step"
            question="0 to 10, for this plan only"
            low="not at all"
            high="extremely"
            digits={digits}
            answer={plan.confidence === undefined ? undefined : { kind: 'answered', score: plan.confidence }}
            onAnswer={(confidence) => onPlan({ ...plan, confidence })}
            onClear={() => {
              const { confidence: _, ...rest } = plan;
              onPlan(rest);
            }}
          />
        </div>
      )}
    </>
  );
}

interface TextListProps {
  readonly label: string;
  readonly texts: readonly string[];
  readonly onTexts: (texts: readonly string[]) => void;
}

/** A line is identified only by its position, which stays the same while someone types. */
function TextList({ label, texts, onTexts }: TextListProps) {
  const idAt = (index: number): Line['id'] => {
    const id = readEntryId(`line-${index}`);
    if (!id.ok) throw new Error('A position is not a valid id');
    return id.value;
  };
  return (
    <Lines
      label={label}
      lines={texts.map((text, index) => ({ id: idAt(index), text }))}
      newId={() => idAt(texts.length)}
      onType={({ id, text }) => {
        const index = Number(id.slice('line-'.length));
        onTexts(index < texts.length ? texts.with(index, text) : [...texts, text]);
      }}
    />
  );
}

/** The day of a time, as on the clock of the clinician. */
function dayOf(at: Instant): Day {
  const day = readDay(at.slice(0, 10));
  if (!day.ok) throw new Error('A time without a day');
  return day.value;
}

interface AgainProps {
  /** The day of the visit. */
  readonly first: Day;
  readonly followUp: FollowUp;
  readonly onFollowUp: (followUp: FollowUp) => void;
}

function Again({ first, followUp, onFollowUp }: AgainProps) {
  const { day, how } = followUp;
  return (
    <>
      <DayField
        class={css.date}
        label="Follow-up date"
        day={day}
        first={first}
        read={(text) => readDayFrom(text, first)}
        refusal="Not saved: this day is before the visit."
        onDay={(next) => onFollowUp({ ...(how !== undefined && { how }), ...(next && { day: next }) })}
      />
      <Field
        label="How to follow up"
        value={how ?? ''}
        onType={(words) => onFollowUp({ ...(day && { day }), how: words })}
      />
    </>
  );
}
