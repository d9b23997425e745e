// Engaging: being heard. A prompt to open with, what is on the patient's mind, strengths, who is in the room.

import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { PromptLine } from '../../ui/PromptLine.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './Engage.module.css';

export function Engage({ store }: { readonly store: Store }) {
  const engage = store.parts.engage.value;
  return (
    <Section id="engage" title="Engage" aim="can we walk together; all optional">
      <PromptLine
        text={store.guide.prompt.engage.value}
        language={store.guide.language.value}
        onAnother={() => store.guide.another('engage')}
        keys={store.settings.current.value.keys}
      />
      <div class={css.fields}>
        <Lines
          newId={store.newEntry}
          label="What they would like to talk about"
          lines={engage.agenda.filter((topic) => topic.raisedBy !== 'clinician')}
          onType={(line) => store.dispatch({ kind: 'topic-typed', ...line, raisedBy: 'patient' })}
        />
        <Lines
          newId={store.newEntry}
          label="Strengths and values you hear"
          lines={engage.strengths}
          onType={(line) => store.dispatch({ kind: 'line-typed', list: 'strengths', ...line })}
        />
        <Field
          label="Who is in the room"
          value={engage.present}
          onType={(text) => store.dispatch({ kind: 'present-typed', text })}
        />
      </div>
      <VisitLanguage store={store} />
    </Section>
  );
}

// One setting: lines to say, rulers, the shared screen and the language filed with the patient's words follow it.
function VisitLanguage({ store }: { readonly store: Store }) {
  const spanish = store.guide.language.value === 'es';
  return (
    <p class={css.language}>
      {spanish && 'This visit is in Spanish.'}
      <Button
        look="quiet"
        onPress={() => {
          store.dispatch({ kind: 'visit-language-chosen', ...(spanish ? {} : { language: 'es' }) });
          store.view.speak(undefined);
        }}
      >
        {spanish ? 'Back to English' : 'Visit in Spanish'}
      </Button>
    </p>
  );
}
