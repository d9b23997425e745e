// Draws a long list in blocks. Blocks near the viewport are drawn, and others keep only their height. The last block is
// drawn at first too: its height is then known, and what follows the list does not move under a press.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useListener } from '../../ui/keyboard/listener.ts';

interface NearbyBlocksProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly children: (item: Item) => ComponentChildren;
}

const PER_BLOCK = 30;
/** The estimated height of a row before it is drawn, in CSS pixels. */
const LIKELY_ROW = 110;
const NEAR = '1200px 0px';

export function NearbyBlocks<Item>({ label, items, children }: NearbyBlocksProps<Item>) {
  const blocks = Array.from({ length: Math.ceil(items.length / PER_BLOCK) }, (_, index) => index);
  return (
    <div>
      {blocks.map((index) => {
        const from = index * PER_BLOCK;
        const those = items.slice(from, from + PER_BLOCK);
        const name = blocks.length === 1 ? label : `${label}, ${from + 1} to ${from + those.length}`;
        return (
          <Block key={index} name={name} isEnd={index === 0 || index === blocks.length - 1} likely={those.length}>
            {() => those.map(children)}
          </Block>
        );
      })}
    </div>
  );
}

interface BlockProps {
  readonly name: string;
  /** The first and the last block are drawn before anything is known of the viewport. */
  readonly isEnd: boolean;
  /** The number of its rows. */
  readonly likely: number;
  readonly children: () => ComponentChildren;
}

// A hidden block (display: none) has no size. It keeps its content.
const isLaidOut = ({ boundingClientRect: { width } }: IntersectionObserverEntry): boolean => width > 0;

function Block({ name, isEnd, likely, children }: BlockProps) {
  const frame = useRef<HTMLDivElement>(null);
  // The height of a block that is left out. Undefined while it is drawn.
  const [height, setHeight] = useState(
    isEnd || typeof IntersectionObserver === 'undefined' ? undefined : likely * LIKELY_ROW,
  );
  const drawAll = (): void => setHeight(undefined);
  // Printing draws all of it.
  useListener(window, 'beforeprint', drawAll);
  useEffect(() => {
    const { current } = frame;
    if (!current || typeof IntersectionObserver === 'undefined') return undefined;
    const look = (entries: readonly IntersectionObserverEntry[]): void => {
      const entry = entries.at(-1);
      if (!entry || !isLaidOut(entry)) return;
      setHeight((before) => {
        if (entry.isIntersecting) return undefined;
        return before ?? (current.contains(document.activeElement) ? undefined : entry.boundingClientRect.height);
      });
    };
    // A list scrolls in the page or in a column of it, and each has its own margin.
    const near = { rootMargin: NEAR, scrollMargin: NEAR };
    const observer = new IntersectionObserver(look, near);
    observer.observe(current);
    const paper = window.matchMedia('print');
    paper.addEventListener('change', drawAll);
    return () => {
      observer.disconnect();
      paper.removeEventListener('change', drawAll);
    };
  }, []);
  return (
    <div ref={frame} style={height === undefined ? '' : `block-size: ${height}px`}>
      {height === undefined && <ul aria-label={name}>{children()}</ul>}
    </div>
  );
}
