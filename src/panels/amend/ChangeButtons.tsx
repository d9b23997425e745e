// The three quiet buttons under one's own note. If one is closed, the reason is shown before anything is typed.

import type { ChangeEditor, Rights } from '../../store/writing/change-editor.ts';
import { Button } from '../../ui/Button.tsx';
import { closedWords, replaceWords, retractInChart } from '../../ui/messages/change-messages.ts';
import signing from '../../ui/Signing.module.css';
import css from './Amend.module.css';

interface ChangeButtonsProps {
  readonly changing: ChangeEditor;
  readonly noteId: string;
}

export function ChangeButtons({ changing, noteId }: ChangeButtonsProps) {
  const rights = changing.rights.value;
  if (rights.kind === 'looking') return <p class={signing.quiet}>One moment</p>;
  const { change, retract } = rights.rights;
  if (change.kind === 'closed' && retract.kind === 'closed' && isAboutTheNote(change, retract))
    return <p class={signing.quiet}>{closedWords(change.why)}</p>;
  return (
    <>
      <div class={css.buttons}>
        {change.kind !== 'closed' && (
          <>
            <Button look="quiet" onPress={() => changing.begin('add')}>
              Add to this note
            </Button>
            <Button look="quiet" onPress={() => changing.begin('correct')}>
              Correct
            </Button>
          </>
        )}
        {retract.kind !== 'closed' && (
          <Button look="quiet" onPress={() => changing.begin('retract')}>
            Retract
          </Button>
        )}
      </div>
      {change.kind === 'closed' && <p class={signing.quiet}>{closedWords(change.why)}</p>}
      {change.kind === 'replace' && <p class={signing.quiet}>{replaceWords(change.form)}</p>}
      {retract.kind === 'closed' && <p class={signing.quiet}>{retractInChart(retract.why, noteId)}</p>}
    </>
  );
}

type Known = Extract<Rights, { readonly kind: 'known' }>['rights'];
type Closed = Extract<Known['change'], { readonly kind: 'closed' }>;

/** True if both have the same reason and it is about the note itself. */
const isAboutTheNote = (change: Closed, retract: Closed): boolean =>
  change.why === retract.why && !['site', 'no-scope', 'not-taken'].includes(change.why);
