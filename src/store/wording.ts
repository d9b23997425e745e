// Words of the clinician's own that may label or judge, for as long as this interview lasts. Nothing is logged, sent or
// filed; what was kept as it is stays kept until the next note. The list of terms is fetched when review opens.

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { InterviewEvent } from '../interview/events.ts';
import type { Family } from '../interview/guide/families.ts';
import type { Interview } from '../interview/interview.ts';
import type { Flag } from '../interview/wording.ts';
import type { WrittenText } from '../interview/written-text.ts';
import { later } from '../lib/later.ts';

/** One flagged stretch of one text. `key` names field, term and word: keeping it keeps every later hit of the same. */
export interface Flagged {
  readonly key: string;
  readonly written: WrittenText;
  readonly flag: Flag;
}

/** Kind words: what to look at again, and the two answers to it. */
export interface Wording {
  /** What is flagged now; empty until the list of terms is here. */
  readonly flagged: ReadonlySignal<readonly Flagged[]>;
  /** Fetches the list of terms, once; without it nothing is flagged. */
  readonly begin: () => void;
  readonly replace: (flagged: Flagged) => void;
  /** Leaves it as it is, for this note. */
  readonly keep: (flagged: Flagged) => void;
  /** Forgets what was kept: the next note begins. */
  readonly forget: () => void;
}

interface WordingPorts {
  readonly interview: ReadonlySignal<Interview>;
  readonly family: () => Family | undefined;
  readonly dispatch: (event: InterviewEvent) => void;
  /** Makes a step of its own of what happens next, so that undoing it takes back nothing that was typed. */
  readonly pause: () => void;
}

type Flagging = Pick<typeof import('../interview/wording.ts'), 'flagWords' | 'scopesOf'> &
  Pick<typeof import('../interview/written-text.ts'), 'writtenTexts'>;

/** What it takes to flag anything. */
type Terms = { readonly kind: 'absent' } | ({ readonly kind: 'here' } & Flagging);

const loadTerms = later(async (): Promise<Flagging> => {
  const [wording, written] = await Promise.all([
    import('../interview/wording.ts'),
    import('../interview/written-text.ts'),
  ]);
  return { flagWords: wording.flagWords, scopesOf: wording.scopesOf, writtenTexts: written.writtenTexts };
});

/** Flags over one interview. */
export function createWording({ interview, family, dispatch, pause }: WordingPorts): Wording {
  const terms = signal<Terms>({ kind: 'absent' });
  const kept = signal<readonly string[]>([]);
  const flagged = computed((): readonly Flagged[] => {
    const list = terms.value;
    if (list.kind === 'absent') return [];
    const scopes = list.scopesOf(family());
    return list
      .writtenTexts(interview.value)
      .flatMap((written) =>
        list.flagWords(written.text, scopes).map((flag) => ({
          key: `${written.key} ${flag.term} ${written.text.slice(flag.start, flag.end).toLowerCase()}`,
          written,
          flag,
        })),
      )
      .filter(({ key }) => !kept.value.includes(key));
  });
  return {
    flagged,
    begin: () => {
      void loadTerms().then(
        (flagging) => {
          terms.value = { kind: 'here', ...flagging };
        },
        () => undefined,
      );
    },
    replace: ({ written, flag }) => {
      if (!flag.replaces) return;
      pause();
      dispatch(written.reworded(written.text.slice(0, flag.start) + flag.offer + written.text.slice(flag.end)));
      pause();
    },
    keep: ({ key }) => {
      kept.value = [...kept.value, key];
    },
    forget: () => {
      kept.value = [];
    },
  };
}
