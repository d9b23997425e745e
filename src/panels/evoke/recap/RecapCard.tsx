// A short summary of chosen quotes to say aloud. Shown, never filed or stored.

import { useSignal } from '@preact/signals';
import { readyToPlan } from '../../../interview/guide/hints.ts';
import { composeRecap, timeAloud } from '../../../interview/guide/recap.ts';
import type { EntryId } from '../../../interview/ids.ts';
import { callingName } from '../../../interview/person-name.ts';
import type { Side, Utterance } from '../../../interview/talk/talk.ts';
import type { Store } from '../../../store/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { useFocusOnMount } from '../../../ui/keyboard/focus-on-mount.ts';
import { SIDE_NAMES } from '../../../ui/messages/strand-labels.ts';
import css from '../Cards.module.css';
import { KeyWords } from './KeyWords.tsx';

interface RecapCardProps {
  readonly store: Store;
  readonly onClose: () => void;
}

type Way = 'gathering' | 'transition';

const WAYS = [
  { value: 'gathering', label: 'To hear more' },
  { value: 'transition', label: 'To turn to a plan' },
] as const;

const hasWords = (mark: Utterance): boolean => mark.words.kind === 'heard';
const onSide = (talk: readonly Utterance[], side: Side) => talk.filter((mark) => mark.talk.side === side);

// The first suggestion: a little sustain talk, then more reasons to change.
function suggested(talk: readonly Utterance[]): readonly EntryId[] {
  return [...onSide(talk, 'sustain').slice(-1), ...onSide(talk, 'change').slice(-3)].map(({ id }) => id);
}

export function RecapCard({ store, onClose }: RecapCardProps) {
  const heading = useFocusOnMount<HTMLHeadingElement>();
  const talk = store.parts.talk.value.filter(hasWords);
  const chosen = useSignal<readonly EntryId[]>(suggested(talk));
  const phrases = useSignal<Phrases>(new Map());
  const ready = readyToPlan(store.guide.heard.value);
  const way = useSignal<{ readonly kind: Way }>({ kind: ready ? 'transition' : 'gathering' });
  return (
    <section
      class={css.card}
      aria-labelledby="recap-heading"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h4 class={css.heading} id="recap-heading" tabIndex={-1} ref={heading}>
        Recap to say aloud
      </h4>
      <Aloud
        store={store}
        marks={talk.filter(({ id }) => chosen.value.includes(id))}
        phrases={phrases.value}
        way={way.value.kind}
      />
      <Choices
        legend="What it is for"
        options={WAYS}
        chosen={way.value.kind}
        onChoose={(kind) => {
          if (kind) way.value = { kind };
        }}
      />
      <fieldset class={css.quotes}>
        <legend>What to say back</legend>
        {talk.map((mark) => (
          <Quote
            key={mark.id}
            mark={mark}
            chosen={chosen.value.includes(mark.id)}
            phrase={phraseOf(mark, phrases.value)}
            onCut={(phrase) => {
              const next = new Map(phrases.value);
              if (phrase === undefined) next.delete(mark.id);
              else next.set(mark.id, phrase);
              phrases.value = next;
            }}
            onChoose={(on) => {
              chosen.value = on ? [...chosen.value, mark.id] : chosen.value.filter((id) => id !== mark.id);
            }}
          />
        ))}
      </fieldset>
      <p class={css.quiet}>Only to say aloud. Nothing here goes into the note.</p>
      <Button onPress={onClose}>Close recap</Button>
    </section>
  );
}

/** The selected words of each quote. Absent: the whole quote is said. */
type Phrases = ReadonlyMap<EntryId, string>;

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
  const person = store.chart.person.value;
  const givenName = person.kind === 'loaded' ? callingName(person.person) : undefined;
  const texts = (side: Side) =>
    onSide(marks, side).flatMap(
      (mark) => phraseOf(mark, phrases) ?? (mark.words.kind === 'heard' ? [mark.words.text] : []),
    );
  const language = store.guide.language.value;
  const recap = composeRecap(
    {
      change: texts('change'),
      sustain: texts('sustain'),
      ...(givenName === undefined ? {} : { givenName }),
    },
    language,
  );
  const text = recap?.[way];
  if (text === undefined) return <p class={css.aloud}>Choose what to say back.</p>;
  const { seconds, long } = timeAloud(text);
  return (
    <>
      <p class={css.aloud} dir="auto" lang={language}>
        {text}
      </p>
      <p class={css.quiet}>
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
  readonly onCut: (phrase: string | undefined) => void;
}

function Quote({ mark, chosen, phrase, onChoose, onCut }: QuoteProps) {
  if (mark.words.kind !== 'heard') return null;
  return (
    <div>
      <Choice mark={mark} chosen={chosen} onChoose={onChoose} />
      {chosen && <KeyWords text={mark.words.text} language={mark.words.language} phrase={phrase} onCut={onCut} />}
    </div>
  );
}

function Choice({ mark, chosen, onChoose }: Pick<QuoteProps, 'mark' | 'chosen' | 'onChoose'>) {
  if (mark.words.kind !== 'heard') return null;
  return (
    <label class={css.quote}>
      <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
      <span>
        <span dir="auto" lang={mark.words.language}>
          {mark.words.text}
        </span>{' '}
        <span class={css.side}>{SIDE_NAMES[mark.talk.side].toLowerCase()}</span>
      </span>
    </label>
  );
}
