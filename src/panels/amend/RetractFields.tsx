// The reason of a retraction: a usual reason or the clinician's own words. The chart keeps it with the note.

import type { ChangeEditor } from '../../store/writing/change-editor.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Field.tsx';
import signing from '../../ui/Signing.module.css';

const REASONS = [
  { value: 'Written in the wrong chart', label: 'Wrong chart' },
  { value: 'Written twice', label: 'Written twice' },
  { value: 'This conversation did not happen', label: 'This conversation did not happen' },
] as const;

interface RetractFieldsProps {
  readonly changing: ChangeEditor;
  readonly words: string;
}

export function RetractFields({ changing, words }: RetractFieldsProps) {
  return (
    <>
      <p class={signing.quiet}>
        Every version and copy is marked as entered in error, with the reason. It will no longer appear in trends.
      </p>
      <Choices
        legend="Reason"
        options={REASONS}
        chosen={REASONS.find(({ value }) => value === words)?.value}
        onChoose={(reason) => changing.say(reason ?? '')}
      />
      <Field label="In your own words" value={words} onType={changing.say} />
    </>
  );
}
