// The plan of a note that is corrected, part by part, with the same fields as in the talk.

import { readDay, readEntryId, readScore } from '../../interview/ids.ts';
import type { Line } from '../../interview/interview.ts';
import { type AgreedList, type AgreedText, withEnding, withFollowUp } from '../../interview/note/correct-note.ts';
import type { AgreedPlan, FollowUp, NotePlan } from '../../interview/note/note.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Ruler } from '../../ui/Ruler.tsx';
import css from './Amend.module.css';
import type { PartProps } from './CorrectFields.tsx';

const ENDINGS: readonly { readonly value: NotePlan['kind']; readonly label: string }[] = [
  { value: 'agreed', label: 'A plan' },
  { value: 'not-today', label: 'No plan that day' },
  { value: 'none', label: 'Not recorded' },
];

interface CorrectPlanProps extends PartProps {
  /** The plan as it was signed. */
  readonly signed: NotePlan;
}

export function CorrectPlan({ store, note, signed, onEdit }: CorrectPlanProps) {
  const { plan } = note;
  const onPlan = (next: NotePlan): void => onEdit({ ...note, plan: next });
  return (
    <fieldset class={css.part}>
      <legend>Plan</legend>
      <Choices
        legend="How the talk ended"
        options={ENDINGS}
        chosen={plan.kind}
        onChoose={(ending) => onEdit(withEnding(note, ending ?? 'none', signed))}
      />
      {plan.kind === 'agreed' && (
        <Agreed plan={plan} digits={store.settings.current.value.digits === 'on'} onPlan={onPlan} />
      )}
      {plan.kind === 'not-today' && (
        <Field
          label="What they said about leaving it open"
          value={plan.why ?? ''}
          onType={(why) => onPlan({ ...plan, why })}
        />
      )}
      {plan.kind !== 'none' && (
        <Again followUp={plan.followUp ?? {}} onFollowUp={(next) => onEdit(withFollowUp(note, next))} />
      )}
    </fieldset>
  );
}

const TEXTS: readonly (readonly [AgreedText, string])[] = [
  ['firstStep', 'First step: what, where, when'],
  ['change', 'What to change, or keep'],
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
  ['commitment', 'The plan in their words'],
  ['referral', 'Who else they will see'],
];

interface AgreedProps {
  readonly plan: AgreedPlan;
  readonly digits: boolean;
  readonly onPlan: (plan: AgreedPlan) => void;
}

function Agreed({ plan, digits, onPlan }: AgreedProps) {
  const text = ([part, label]: readonly [AgreedText, string]) => (
    <Field key={part} label={label} value={plan[part] ?? ''} onType={(words) => onPlan({ ...plan, [part]: words })} />
  );
  return (
    <>
      {TEXTS.map(text)}
      {LISTS.map(([list, label]) => (
        <TextList key={list} label={label} texts={plan[list]} onTexts={(texts) => onPlan({ ...plan, [list]: texts })} />
      ))}
      {LATER_TEXTS.map(text)}
      <div class={css.cells}>
        <Ruler
          name="How sure they were of this step"
          question="0 to 10, for this plan only"
          ends={['not at all', 'extremely']}
          digits={digits}
          answer={plan.confidence === undefined ? undefined : { kind: 'answered', score: plan.confidence }}
          onAnswer={(value) => {
            const score = readScore(value);
            if (score.ok) onPlan({ ...plan, confidence: score.value });
          }}
          onClear={() => {
            const { confidence: _, ...rest } = plan;
            onPlan(rest);
          }}
        />
      </div>
    </>
  );
}

interface TextListProps {
  readonly label: string;
  readonly texts: readonly string[];
  readonly onTexts: (texts: readonly string[]) => void;
}

/** A line has no identity but its place, which stays while one types. */
function TextList({ label, texts, onTexts }: TextListProps) {
  const idAt = (place: number): Line['id'] => {
    const id = readEntryId(`line-${place}`);
    if (!id.ok) throw new Error('A place is no id');
    return id.value;
  };
  return (
    <Lines
      label={label}
      lines={texts.map((text, place) => ({ id: idAt(place), text }))}
      newId={() => idAt(texts.length)}
      onType={({ id, text }) => {
        const place = Number(id.slice('line-'.length));
        onTexts(place < texts.length ? texts.with(place, text) : [...texts, text]);
      }}
    />
  );
}

interface AgainProps {
  readonly followUp: FollowUp;
  readonly onFollowUp: (followUp: FollowUp) => void;
}

function Again({ followUp, onFollowUp }: AgainProps) {
  const { day, how } = followUp;
  return (
    <>
      <label class={css.date}>
        Follow-up on
        <input
          type="date"
          value={day ?? ''}
          onInput={({ currentTarget }) => {
            const read = readDay(currentTarget.value);
            onFollowUp({ ...(how !== undefined && { how }), ...(read.ok && { day: read.value }) });
          }}
        />
      </label>
      <Field
        label="How they talk again"
        value={how ?? ''}
        onType={(words) => onFollowUp({ ...(day && { day }), how: words })}
      />
    </>
  );
}
