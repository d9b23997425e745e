// The plan to take home, with buttons to print and copy it. The page on the screen is the printed page.

import { useState } from 'preact/hooks';
import type { PatientView } from '../../interview/patient/patient-view.ts';
import type { Language } from '../../interview/patient/patient-words.ts';
import {
  type PlanLine,
  type PlanSection,
  type PlanSource,
  planPage,
  planText,
} from '../../interview/patient/plan-page.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { useListener } from '../../ui/keyboard/listener.ts';
import { Notice } from '../../ui/Notice.tsx';
import css from './PlanSheet.module.css';

interface PlanSheetProps {
  readonly view: PatientView;
  readonly language: Language;
  readonly source: PlanSource;
}

export function PlanSheet({ view, language, source }: PlanSheetProps) {
  const page = planPage(view, language, source);
  return (
    <>
      <article class={css.page} lang={language} aria-labelledby="take-home-heading">
        <h2 class={css.heading} id="take-home-heading" dir="auto">
          {page.heading}
        </h2>
        {page.opening !== undefined && <p class={css.opening}>{page.opening}</p>}
        {page.parts.map((part) => (
          <Part key={part.id} part={part} />
        ))}
        <p class={css.closing}>{page.closing}</p>
      </article>
      <div class={css.tools} lang="en">
        <PrintPage hasPlan={view.plan.kind === 'agreed'} />
        <CopyText plain label="Copy as text" text={() => planText(page)} />
      </div>
    </>
  );
}

function Part({ part }: { readonly part: PlanSection }) {
  return (
    <section class={`${css.part} ${css[part.id] ?? ''}`}>
      <h3 class={css.name}>{part.heading}</h3>
      <div>
        {part.lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <Line key={place} line={line} />
        ))}
      </div>
    </section>
  );
}

function Line({ line }: { readonly line: PlanLine }) {
  if (line.kind === 'text') {
    return (
      <p class={css.line} dir="auto">
        {line.text}
      </p>
    );
  }
  return (
    <blockquote class={css.quote} lang={line.quote.language} dir="auto">
      “{line.quote.text}”
    </blockquote>
  );
}

const FORBIDDEN = {
  happened: 'This chart does not let Evoke print here.',
  safe: 'Nothing is lost.',
  next: 'Copy it as text and print that, or open Evoke from the chart in a window of its own and print there.',
} as const;

// A chart may forbid its frames to print, and the browser then does nothing. This says so and what to do instead.
function PrintPage({ hasPlan }: { readonly hasPlan: boolean }) {
  // Stays true if the browser does not start to print. Every print starts with an event, before its dialog opens.
  const [isAsked, setAsked] = useState(false);
  useListener(window, 'beforeprint', () => setAsked(false));
  return (
    <>
      <Button
        variant="primary"
        onPress={() => {
          setAsked(true);
          window.print();
        }}
      >
        {hasPlan ? 'Print the plan' : 'Print this page'}
      </Button>
      {isAsked && <Notice tone="fault" words={FORBIDDEN} />}
    </>
  );
}
