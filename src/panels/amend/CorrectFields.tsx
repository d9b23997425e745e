// The form of a correction: what was wrong, then the facts that the note has. What it does not have is folded below.

import { useState } from 'preact/hooks';
import { withMoreTalk, withoutQuote, withQuote } from '../../interview/note/correct-note.ts';
import type { NoteTalk } from '../../interview/note/note.ts';
import { namesSensitive } from '../../interview/talk/agenda.ts';
import { SIDES, STRANDS, type Talk } from '../../interview/talk/talk.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { goTo } from '../../ui/keyboard/go-to.ts';
import { kindText } from '../../ui/messages/strand-labels.ts';
import { Fold } from '../../ui/note/Fold.tsx';
import quoted from '../../ui/note/Quotes.module.css';
import css from './Amend.module.css';
import { CorrectPlan } from './CorrectPlan.tsx';
import { CorrectRulers } from './CorrectRulers.tsx';
import type { EditProps, PartProps } from './change-props.ts';

const NEW_QUOTE: NoteTalk = { talk: { side: 'change', strand: 'unsure' }, text: '' };

export function CorrectFields({ store, editor, edit }: EditProps) {
  const part = { store, signed: edit.base.note, note: edit.note, onEdit: editor.edit };
  // A quote that was missing is in the note, and counts, once it has words.
  const [added, setAdded] = useState<NoteTalk>();
  return (
    <>
      <Field label="What was wrong?" value={edit.words} onType={editor.say} />
      <Target {...part} />
      <CorrectRulers {...part} shows="filled" />
      <Quotes {...part} added={added} onAdded={setAdded} />
      <CorrectPlan {...part} shows="filled" />
      <Fold title="Something is missing from this note" startsOpen={edit.note !== edit.base.note}>
        <div class={css.fields}>
          <CorrectRulers {...part} shows="missing" />
          <div>
            <Button variant="quiet" isDisabled={added !== undefined} onPress={() => setAdded(NEW_QUOTE)}>
              Add something that was said
            </Button>
          </div>
          <CorrectPlan {...part} shows="missing" />
        </div>
      </Fold>
    </>
  );
}

function Target({ store, note, onEdit }: PartProps) {
  const { label, sensitive } = note.target;
  // The last typed text. It stays typed text, even if it matches a topic of the list while typing. It stays sensitive if
  // the topic was sensitive when the typing began.
  const [typed, setTyped] = useState<{ readonly text: string; readonly begunSensitive: boolean }>();
  const known = typed?.text === label ? undefined : store.behaviors.find((each) => each.label.en === label);
  return (
    <fieldset class={css.part}>
      <legend>What it was about</legend>
      <label class={css.pick}>
        Topic
        <select
          value={known?.key ?? ''}
          onChange={({ currentTarget }) => {
            setTyped(undefined);
            const chosen = store.behaviors.find(({ key }) => key === currentTarget.value);
            const { code, label: words, sensitive: isSensitive = sensitive } = chosen ?? {};
            onEdit({
              ...note,
              target: { ...(words && { label: words.en }), ...(code && { code }), sensitive: isSensitive },
            });
          }}
        >
          <option value="">{label === undefined ? 'No topic named' : 'Other topic…'}</option>
          {store.behaviors.map(({ key, label: words }) => (
            <option key={key} value={key}>
              {words.en}
            </option>
          ))}
        </select>
      </label>
      {!known && (
        <Field
          label="Topic, in your words"
          value={label ?? ''}
          onType={(text) => {
            const begunSensitive = typed && typed.text === (label ?? '') ? typed.begunSensitive : sensitive;
            setTyped({ text, begunSensitive });
            const isSensitive = begunSensitive || namesSensitive(text, store.behaviors);
            onEdit({ ...note, target: { ...(text !== '' && { label: text }), sensitive: isSensitive } });
          }}
        />
      )}
    </fieldset>
  );
}

const CODES: readonly Talk[] = SIDES.flatMap((side) => STRANDS.map((strand) => ({ side, strand })));
const talkKey = ({ side, strand }: Talk): string => `${side} ${strand}`;

interface QuotesProps extends PartProps {
  readonly added: NoteTalk | undefined;
  readonly onAdded: (added: NoteTalk | undefined) => void;
}

function Quotes({ note, onEdit, added, onAdded }: QuotesProps) {
  const quotes = added ? [...note.talk, added] : note.talk;
  if (quotes.length === 0) return null;
  const isAdded = (index: number): boolean => index === note.talk.length;
  const change = (index: number, next: NoteTalk): void => {
    if (!isAdded(index)) onEdit(withQuote(note, index, next));
    else if (next.text.trim() === '') onAdded(next);
    else {
      onAdded(undefined);
      onEdit(withMoreTalk(note, next));
    }
  };
  return (
    <fieldset class={css.part}>
      <legend>What was said</legend>
      {quotes.map((quote, index) => (
        <Quote
          // biome-ignore lint/suspicious/noArrayIndexKey: a quote has no identity but its place
          key={index}
          nth={index + 1}
          quote={quote}
          onQuote={(next) => change(index, next)}
          onRemove={() => {
            // A row has no identity but its place, so the last one goes, with its button.
            if (index === quotes.length - 1 && !goTo(`#remove-words-${index}`)) goTo('#change-heading');
            if (isAdded(index)) onAdded(undefined);
            else onEdit(withoutQuote(note, index));
          }}
        />
      ))}
    </fieldset>
  );
}

interface QuoteProps {
  readonly nth: number;
  readonly quote: NoteTalk;
  readonly onQuote: (quote: NoteTalk) => void;
  readonly onRemove: () => void;
}

function Quote({ nth, quote, onQuote, onRemove }: QuoteProps) {
  return (
    <div class={`${quoted.quote} ${css.quote}`} data-side={quote.talk.side}>
      <Field label={`Words ${nth}`} value={quote.text} onType={(text) => onQuote({ ...quote, text })} />
      <label class={css.pick}>
        Kind {nth}
        <select
          value={talkKey(quote.talk)}
          onChange={({ currentTarget }) => {
            const talk = CODES.find((each) => talkKey(each) === currentTarget.value);
            if (talk) onQuote({ ...quote, talk });
          }}
        >
          {CODES.map((talk) => (
            <option key={talkKey(talk)} value={talkKey(talk)}>
              {talk.strand === 'unsure' ? `${kindText(talk)} (not sure)` : kindText(talk)}
            </option>
          ))}
        </select>
      </label>
      <div>
        <Button variant="quiet" id={`remove-words-${nth}`} label={`Remove words ${nth}`} onPress={onRemove}>
          Remove
        </Button>
      </div>
    </div>
  );
}
