// Why a note is taken back: a usual reason in one press, or one's own words. The words stand in the chart with the note.

import type { ChangeEditor } from '../../store/writing/change-editor.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import signing from '../../ui/Signing.module.css';

const REASONS = [
  { value: 'Written in the wrong chart', label: 'Wrong chart' },
  { value: 'Written twice', label: 'Written twice' },
  { value: 'The talk did not take place', label: 'No such talk' },
] as const;

interface RetractFieldsProps {
  readonly changing: ChangeEditor;
  readonly words: string;
}

export function RetractFields({ changing, words }: RetractFieldsProps) {
  return (
    <>
      <p class={signing.quiet}>
        Every version and copy of the note is marked as entered in error, with its reason. None of them counts any more.
      </p>
      <Choices
        legend="Why it is taken back"
        options={REASONS}
        chosen={REASONS.find(({ value }) => value === words)?.value}
        onChoose={(reason) => changing.say(reason ?? '')}
      />
      <Field label="In your own words" value={words} onType={changing.say} />
    </>
  );
}
