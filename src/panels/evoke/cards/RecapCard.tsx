// A short summary of chosen quotes to say aloud. Shown, never filed or stored.

import { useState } from 'preact/hooks';
import { readyToPlan } from '../../../interview/guide/hints.ts';
import { composeRecap, keyPhrase, timeAloud } from '../../../interview/guide/recap.ts';
import type { EntryId } from '../../../interview/ids.ts';
import { callingName } from '../../../interview/person-name.ts';
import type { Side, Utterance } from '../../../interview/talk/talk.ts';
import { watchedPerson } from '../../../store/history/chart.ts';
import type { Store } from '../../../store/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { SIDE_NAMES } from '../../../ui/messages/strand-labels.ts';
import { CardFrame, type OpenCardProps } from './CardFrame.tsx';
import css from './Cards.module.css';

type Way = 'gathering' | 'transition';

const WAYS: readonly { readonly value: Way; readonly label: string }[] = [
  { value: 'gathering', label: 'To hear more' },
  { value: 'transition', label: 'To turn to a plan' },
];

const hasWords = (mark: Utterance): boolean => mark.words.kind === 'heard';
const onSide = (talk: readonly Utterance[], side: Side) => talk.filter((mark) => mark.talk.side === side);

// The first suggestion: a little sustain talk, then more reasons to change.
function suggested(talk: readonly Utterance[]): readonly EntryId[] {
  return [...onSide(talk, 'sustain').slice(-1), ...onSide(talk, 'change').slice(-3)].map(({ id }) => id);
}

export function RecapCard({ store, onClose }: OpenCardProps) {
  const talk = store.parts.talk.value.filter(hasWords);
  const [chosen, setChosen] = useState(suggested(talk));
  const [phrases, setPhrases] = useState<Phrases>(new Map());
  const [way, setWay] = useState<Way>(readyToPlan(store.guide.heard.value) ? 'transition' : 'gathering');
  return (
    <CardFrame
      id="recap-heading"
      title="Recap to say aloud"
      note="Only to say aloud. Nothing here goes into the note."
      close="Close recap"
      onClose={onClose}
    >
      <Aloud store={store} marks={talk.filter(({ id }) => chosen.includes(id))} phrases={phrases} way={way} />
      <Choices
        legend="What it is for"
        options={WAYS}
        chosen={way}
        onChoose={(kind) => {
          if (kind) setWay(kind);
        }}
      />
      <fieldset class={css.quotes}>
        <legend>What to say back</legend>
        {talk.map((mark) => (
          <Quote
            key={mark.id}
            mark={mark}
            chosen={chosen.includes(mark.id)}
            phrase={phraseOf(mark, phrases)}
            onCut={(phrase) => setPhrases((held) => new Map(held).set(mark.id, phrase))}
            onChoose={(on) => setChosen((ids) => (on ? [...ids, mark.id] : ids.filter((id) => id !== mark.id)))}
          />
        ))}
      </fieldset>
    </CardFrame>
  );
}

/** The selected words of each quote. Undefined: the whole quote is said. */
type Phrases = ReadonlyMap<EntryId, string | undefined>;

// If the words were changed and no longer contain the phrase, the whole quote is said.
function phraseOf({ id, words }: Utterance, phrases: Phrases): string | undefined {
  const phrase = phrases.get(id);
  return phrase !== undefined && words.kind === 'heard' && words.text.includes(phrase) ? phrase : undefined;
}

interface AloudProps {
  readonly store: Store;
  readonly marks: readonly Utterance[];
  readonly phrases: Phrases;
  readonly way: Way;
}

function Aloud({ store, marks, phrases, way }: AloudProps) {
  const person = watchedPerson(store.chart);
  const givenName = person && callingName(person);
  const texts = (side: Side) =>
    onSide(marks, side).flatMap(
      (mark) => phraseOf(mark, phrases) ?? (mark.words.kind === 'heard' ? [mark.words.text] : []),
    );
  const language = store.guide.language.value;
  const keeps = store.parts.focus.value.direction === 'keep-going';
  const quotes = { change: texts('change'), sustain: texts('sustain') };
  const text = composeRecap({ ...quotes, givenName, keeps }, language)?.[way];
  if (text === undefined) return <p class={css.aloud}>Choose what to say back.</p>;
  const { seconds, long } = timeAloud(text);
  return (
    <>
      <p class={css.aloud} dir="auto" lang={language}>
        {text}
      </p>
      <p class="quiet-text">
        About {seconds} seconds to say.
        {long && ' A shorter summary is easier to follow: select the key words of a quote.'}
      </p>
    </>
  );
}

interface QuoteProps {
  readonly mark: Utterance;
  readonly chosen: boolean;
  readonly phrase: string | undefined;
  readonly onChoose: (on: boolean) => void;
  /** Undefined: the whole quote is said. */
  readonly onCut: (phrase: string | undefined) => void;
}

// The selected words are part of a read-only field, where they can be selected with a mouse, a finger, or Shift and the
// arrow keys.
function Quote({ mark: { talk, words }, chosen, phrase, onChoose, onCut }: QuoteProps) {
  if (words.kind !== 'heard') return null;
  const { text, language } = words;
  return (
    <div>
      <label class={css.quote}>
        <input
          type="checkbox"
          class="tick-box"
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <span>
          <span dir="auto" lang={language}>
            {text}
          </span>{' '}
          <span class="quiet-text">{SIDE_NAMES[talk.side].toLowerCase()}</span>
        </span>
      </label>
      {chosen && (
        <div class={css.cut}>
          <label>
            <span class="quiet-text">Select the key words</span>
            <textarea
              class={css.words}
              readOnly
              dir="auto"
              lang={language}
              value={text}
              onSelect={(event) => {
                const { selectionStart, selectionEnd } = event.currentTarget;
                const selected = keyPhrase(text, selectionStart, selectionEnd);
                if (selected !== undefined) onCut(selected);
              }}
            />
          </label>
          {phrase !== undefined && (
            <Button variant="quiet" onPress={() => onCut(undefined)}>
              Say the whole quote
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
