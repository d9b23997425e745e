// Handles events of marks: marked, worded, recoded, moved and removed. Only a removal deletes a mark.

import type { EntryId } from '../ids.ts';
import type { Interview } from '../interview.ts';
import type { TalkEvent } from './events.ts';
import type { Handlers } from './handlers.ts';
import { within, withoutLine } from './handlers.ts';
import type { Utterance, Words } from './talk.ts';

/** The words of a mark, in the language they had before, else in that of the visit. */
function markWords(text: string, language: string | undefined): Words {
  if (text.trim() === '') return { kind: 'mark-only' };
  return { kind: 'heard', text, language };
}

const change = (interview: Interview, id: EntryId, edit: (utterance: Utterance) => Utterance): Interview =>
  interview.evoke.talk.some((each) => each.id === id)
    ? within(interview, 'evoke', { talk: interview.evoke.talk.map((each) => (each.id === id ? edit(each) : each)) })
    : interview;

/** The plan without this quote as a reason. */
export const withoutReason = (interview: Interview, id: EntryId): Interview =>
  within(interview, 'plan', { reasons: interview.plan.reasons.filter((reason) => reason !== id) });

const removed = (interview: Interview, id: EntryId): Interview =>
  withoutReason(within(interview, 'evoke', { talk: withoutLine(interview.evoke.talk, id) }), id);

function moved(interview: Interview, id: EntryId, by: -1 | 1): Interview {
  const talk = [...interview.evoke.talk];
  const from = talk.findIndex((each) => each.id === id);
  const here = talk[from];
  const there = talk[from + by];
  if (!here || !there) return interview;
  talk[from] = there;
  talk[from + by] = here;
  return within(interview, 'evoke', { talk });
}

export const talkHandlers: Handlers<TalkEvent['kind']> = {
  // Words typed before a code go to the first mark made after them, so nobody types a sentence twice.
  'talk-marked': (interview, { id, at, talk }) =>
    interview.evoke.talk.some((each) => each.id === id)
      ? interview
      : within(interview, 'evoke', {
          loose: '',
          talk: [
            ...interview.evoke.talk,
            { id, at, talk, words: markWords(interview.evoke.loose, interview.language) },
          ],
        }),
  'words-typed': (interview, { id, text }) =>
    change(interview, id, (each) => ({
      ...each,
      words: markWords(text, (each.words.kind === 'heard' && each.words.language) || interview.language),
    })),
  'loose-words-typed': (interview, { text }) => within(interview, 'evoke', { loose: text }),
  // Sustain talk is no reason for the change.
  'talk-recoded': (interview, { id, talk }) => {
    const recoded = change(interview, id, (each) => ({ ...each, talk }));
    return talk.side === 'sustain' && recoded.plan.reasons.includes(id) ? withoutReason(recoded, id) : recoded;
  },
  'talk-moved': (interview, { id, by }) => moved(interview, id, by),
  'talk-removed': (interview, { id }) =>
    interview.evoke.talk.some((each) => each.id === id) ? removed(interview, id) : interview,
  // Obstacles that come up while planning are barriers, not sustain talk (docs/design/motivational-interviewing.md,
  // "Obstacles are barriers"). A mark without words has nothing to move.
  'talk-became-barrier': (interview, { id }) => {
    const said = interview.evoke.talk.find((each) => each.id === id);
    if (said?.words.kind !== 'heard') return interview;
    const kept = within(interview, 'plan', { barriers: [...interview.plan.barriers, { id, text: said.words.text }] });
    return removed(kept, id);
  },
};
