// Engaging: what is on the patient's mind, strengths, who is in the room. Each is one button until it is used.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { promptLine } from '../../store/conversation/guide.ts';
import type { Store } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { PromptLine } from '../../ui/PromptLine.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './Engage.module.css';

const PARTS = ['agenda', 'strengths', 'present'] as const;
type Part = (typeof PARTS)[number];

const PART_LABELS: { readonly [P in Part]: string } = {
  agenda: 'Topics',
  strengths: 'Strengths',
  present: 'Who is here',
};

export function Engage({ store }: { readonly store: Store }) {
  const engage = store.parts.engage.value;
  const [opened, setOpened] = useState<readonly Part[]>([]);
  const raised = engage.agenda.filter((topic) => topic.raisedBy !== 'clinician');
  const filled: { readonly [P in Part]: boolean } = {
    agenda: raised.length > 0,
    strengths: engage.strengths.length > 0,
    present: engage.present !== '',
  };
  const isOpen = (part: Part): boolean => filled[part] || opened.includes(part);
  const folded = PARTS.filter((part) => !isOpen(part));
  return (
    <Section
      id="engage"
      title="Engage"
      aim={folded.length === PARTS.length ? '' : 'get to know them (optional)'}
      beside={folded.map((part) => (
        <Button key={part} variant="quiet" expanded={false} onPress={() => setOpened((parts) => [...parts, part])}>
          + {PART_LABELS[part]}
        </Button>
      ))}
    >
      {folded.length < PARTS.length && (
        <>
          <PromptLine {...promptLine(store, 'engage')} />
          <div class={css.fields}>
            {PARTS.filter(isOpen).map((part) => (
              <Opened key={part} wanted={!filled[part]}>
                <PartField store={store} part={part} />
              </Opened>
            ))}
          </div>
        </>
      )}
    </Section>
  );
}

// The button that opened it is gone, so the focus moves to the field.
function Opened({ wanted, children }: { readonly wanted: boolean; readonly children: ComponentChildren }) {
  const part = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (wanted) part.current?.querySelector('textarea')?.focus();
  }, []);
  return <div ref={part}>{children}</div>;
}

function PartField({ store, part }: { readonly store: Store; readonly part: Part }) {
  const engage = store.parts.engage.value;
  switch (part) {
    case 'agenda':
      return (
        <Lines
          newId={store.newEntry}
          label="What they would like to talk about"
          lines={engage.agenda.filter((topic) => topic.raisedBy !== 'clinician')}
          onType={(line) => {
            const raisedBy = engage.agenda.find(({ id }) => id === line.id)?.raisedBy ?? 'patient';
            store.dispatch({ kind: 'topic-typed', ...line, raisedBy });
          }}
        />
      );
    case 'strengths':
      return (
        <Lines
          newId={store.newEntry}
          label="Strengths and values you hear"
          lines={engage.strengths}
          onType={(line) => store.dispatch({ kind: 'line-typed', list: 'strengths', ...line })}
        />
      );
    case 'present':
      return (
        <Field
          label="Who is in the room"
          value={engage.present}
          onType={(text) => store.dispatch({ kind: 'present-typed', text })}
        />
      );
  }
}
