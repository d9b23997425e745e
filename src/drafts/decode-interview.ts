// Decodes an interview from JSON, field by field, with the constructors of the core. One wrong or unknown field makes
// the whole interview unreadable.

import * as v from 'valibot';
import { readDay, readEntryId, readInstant, readNoteId, readScore } from '../interview/ids.ts';
import { type Interview, PLAN_TEXTS } from '../interview/interview.ts';
import { PLAN_LISTS, STEP_RESULTS } from '../interview/note/note.ts';
import { LANGUAGES } from '../interview/patient/patient-words.ts';
import { byRuler } from '../interview/ruler.ts';
import { DIRECTIONS, RAISED_BY } from '../interview/talk/focus.ts';
import { SIDES, STRANDS } from '../interview/talk/talk.ts';
import { recordOf } from '../lib/record-of.ts';
import { err, ok, type Result } from '../lib/result.ts';

/** A primitive that only a constructor of the core may create. */
const made = <Raw extends string | number, Made>(read: (raw: Raw) => Result<Made, unknown>) =>
  v.rawTransform<Raw, Made>(({ dataset, addIssue, NEVER }) => {
    const result = read(dataset.value);
    if (result.ok) return result.value;
    addIssue();
    return NEVER;
  });

const text = v.string();
const noteId = v.pipe(text, made(readNoteId));
const entryId = v.pipe(text, made(readEntryId));
const instant = v.pipe(text, made(readInstant));
const day = v.pipe(text, made(readDay));
const score = v.pipe(v.number(), made(readScore));
const maybe = v.exactOptional;
const raisedBy = v.picklist(RAISED_BY);

const line = { id: entryId, text };
const lines = v.array(v.strictObject(line));

const engage = v.strictObject({
  agenda: v.array(v.strictObject({ ...line, raisedBy })),
  strengths: lines,
  present: text,
  lastStep: v.strictObject({ result: maybe(v.picklist(STEP_RESULTS)), words: text }),
});

const target = v.variant('kind', [
  v.strictObject({ kind: v.literal('not-named') }),
  v.strictObject({
    kind: v.literal('named'),
    label: text,
    code: maybe(v.strictObject({ system: text, code: text })),
    sensitive: v.boolean(),
  }),
]);

const focus = v.strictObject({
  target,
  goal: text,
  direction: maybe(v.picklist(DIRECTIONS)),
  raisedBy: maybe(raisedBy),
  permission: maybe(v.boolean()),
});

const answer = v.variant('kind', [
  v.strictObject({ kind: v.literal('declined') }),
  v.strictObject({ kind: v.literal('answered'), score }),
]);

const ruler = v.variant('kind', [
  v.strictObject({ kind: v.literal('not-asked') }),
  v.strictObject({ kind: v.literal('asked'), answer, again: maybe(answer), why: text, raise: text }),
]);

const words = v.variant('kind', [
  v.strictObject({ kind: v.literal('heard'), text, language: maybe(text) }),
  v.strictObject({ kind: v.literal('mark-only') }),
]);

const talk = v.strictObject({ side: v.picklist(SIDES), strand: v.picklist(STRANDS) });

const evoke = v.strictObject({
  loose: text,
  rulers: v.strictObject(byRuler(() => ruler)),
  talk: v.array(v.strictObject({ id: entryId, at: instant, talk, words })),
  information: v.array(v.strictObject({ id: entryId, given: text, view: text })),
});

const plan = v.strictObject({
  ending: v.picklist(['open', 'not-today']),
  reasons: v.array(entryId),
  confidence: maybe(score),
  followUpDay: maybe(day),
  ...recordOf(PLAN_TEXTS, () => text),
  ...recordOf(PLAN_LISTS, () => lines),
});

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0));

const interview: v.GenericSchema<unknown, Interview> = v.strictObject({
  id: noteId,
  language: maybe(v.picklist(LANGUAGES)),
  time: v.strictObject({ startedAt: instant, minutes: maybe(minutes) }),
  engage,
  focus,
  evoke,
  plan,
});

/** An interview from JSON of the current format. Anything else is `unreadable`. Never throws. */
export function decodeInterview(json: unknown): Result<Interview, { readonly kind: 'unreadable' }> {
  const read = v.safeParse(interview, json, { abortEarly: true });
  return read.success ? ok(read.output) : err({ kind: 'unreadable' });
}
