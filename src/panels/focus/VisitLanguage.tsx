// The language of the visit, chosen before the topics.

import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Focus.module.css';

// One setting for lines to say, rulers, the share view, and the language filed with the patient's words.
export function VisitLanguage({ store }: { readonly store: Store }) {
  const spanish = store.guide.language.value === 'es';
  return (
    <>
      {spanish && <span class={css.language}>This visit is in Spanish.</span>}
      <Button
        look="quiet"
        onPress={() => {
          store.dispatch({ kind: 'visit-language-chosen', ...(spanish ? {} : { language: 'es' }) });
          store.view.speak(undefined);
        }}
      >
        {spanish ? 'Back to English' : 'Visit in Spanish'}
      </Button>
    </>
  );
}
