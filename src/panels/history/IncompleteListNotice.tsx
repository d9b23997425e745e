// States in plain words what is or may be missing from the list. It never hides what is there.

import type { NotesFound, Shortfall } from '../../interview/history/history.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { goToIfLost } from '../../ui/keyboard/go-to.ts';
import { otherPatientsText } from '../../ui/messages/phrases.ts';
import css from './IncompleteListNotice.module.css';

const GAP_WORDS: { readonly [S in Shortfall]?: string } = {
  'search-failed': 'One of several searches failed. What was found is shown; other notes may be missing.',
  'server-warning': 'The chart says that this list may leave something out.',
  'general-warning': 'The chart says that its lists may leave something out.',
  'cut-short': 'The rest of this list cannot be reached from here. Open older notes in the chart.',
};

export function IncompleteListNotice({ store, found }: { readonly store: Store; readonly found: NotesFound }) {
  const gaps = found.shortfalls.filter((shortfall) => shortfall in GAP_WORDS);
  const { otherPatients } = found;
  if (gaps.length === 0 && otherPatients === 0) return null;
  return (
    <ul class={css.gaps} aria-label="What may be missing">
      {gaps.map((gap) => (
        <li key={gap}>
          {GAP_WORDS[gap]}
          {gap === 'search-failed' && (
            <Button
              variant="quiet"
              onPress={async () => {
                await store.chart.retry();
                goToIfLost('#earlier-heading');
              }}
            >
              Search again
            </Button>
          )}
        </li>
      ))}
      {otherPatients > 0 && <li>{otherPatientsText(otherPatients)}</li>}
    </ul>
  );
}
