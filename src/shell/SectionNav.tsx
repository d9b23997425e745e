// Links to the five sections. None is locked. A check mark only means that something is recorded.

import { useComputed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { holdsSomething, PROCESSES } from '../interview/talk/process-progress.ts';
import type { Store } from '../store/store.ts';
import { Glyph } from '../ui/Glyph.tsx';
import { focusedSection, isShown } from './navigation.ts';
import css from './SectionNav.module.css';

/** The sections of the page. */
export const SECTIONS = [...PROCESSES, 'review'] as const;
export type SectionName = (typeof SECTIONS)[number];

const TITLES: { readonly [S in SectionName]: string } = {
  engage: 'Engage',
  focus: 'Focus',
  evoke: 'Evoke',
  plan: 'Plan',
  review: 'Review',
};

export function SectionNav({ store, onGo }: { readonly store: Store; readonly onGo: (section: SectionName) => void }) {
  const [here, setHere] = useState<SectionName | undefined>('engage');
  useEffect(() => watchSections(setHere), []);
  const recorded = useComputed(() =>
    PROCESSES.filter((process) => holdsSomething(store.interview.value, process)).join(' '),
  ).value.split(' ');
  const isRecorded = (section: SectionName): boolean => recorded.includes(section);
  return (
    <nav class={css.nav} aria-label="Interview">
      <ul class={css.list}>
        {SECTIONS.map((section) => (
          <li key={section}>
            <a
              class={css.link}
              href={`#${section}`}
              aria-describedby={isRecorded(section) ? 'section-recorded' : undefined}
              aria-current={here === section ? 'location' : undefined}
              onClick={(event) => {
                // The history entry has the launch state, so a link must not add a new entry.
                event.preventDefault();
                onGo(section);
              }}
            >
              {TITLES[section]}
              {isRecorded(section) && (
                <span class={css.tick}>
                  <Glyph kind="tick" />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      <span id="section-recorded" hidden>
        recorded
      </span>
    </nav>
  );
}

const isInView = (section: SectionName): boolean => {
  const active = document.activeElement;
  if (!active?.closest(`#${section}`)) return false;
  const { top, bottom } = active.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
};

// Reports the section with the focus while it is in view, else the last one whose heading passed the upper third. At
// the end of the page that is the review.
function watchSections(tell: (section: SectionName | undefined) => void): () => void {
  const look = (): void => {
    const focused = focusedSection();
    const line = window.innerHeight / 3;
    const laidOut = SECTIONS.filter((section) => isShown(`#${section}-heading`));
    // Earlier notes are shown alone, and they are in no section.
    if (laidOut.length === 0) {
      tell(undefined);
      return;
    }
    const passed = laidOut.filter((section) => {
      const element = document.getElementById(`${section}-heading`);
      return element !== null && element.getBoundingClientRect().top <= line;
    });
    const end = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    const seen = end && window.scrollY > 0 ? 'review' : (passed.at(-1) ?? 'engage');
    const inView = laidOut.find((section) => section === focused && isInView(section));
    tell(inView ?? seen);
  };
  const scroll = new AbortController();
  window.addEventListener('scroll', look, { passive: true, signal: scroll.signal });
  document.addEventListener('focusin', look, { signal: scroll.signal });
  look();
  return () => scroll.abort();
}
