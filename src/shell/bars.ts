// The sticky bars above and below the page: the room they take, and when they stop being sticky. Larger text
// must not cover the page.

/** The most of a pane's height that sticky bars may take together. */
const MOST = 0.25;

const heightOf = (element: Element | null | undefined): number => element?.getBoundingClientRect().height ?? 0;

/** Where the name of the patient ends in the header. */
const bottomOf = (name: HTMLElement | null | undefined): number => (name ? name.offsetTop + name.offsetHeight : 0);

/**
 * Keeps the room of both bars in `--bar-above` and `--bar-below`, for what scrolls beside or under them. If both take
 * more than a quarter of the pane, the header scrolls away first, because the footer opens the pad. All that is below a
 * long name stays if it has room. Returns how to stop.
 */
export function watchBars(page: HTMLElement): () => void {
  const [header, footer] = [page.querySelector('header'), page.querySelector('footer')];
  const { style } = document.documentElement;
  const fit = (): void => {
    // All are read before anything is written, so that the page is laid out once.
    const [above, below] = [heightOf(header), heightOf(footer)];
    // The one line of a first visit is gone with one press.
    const lasting = below - heightOf(footer?.querySelector('[data-first-visit]'));
    const most = window.innerHeight * MOST;
    const keepsFooter = lasting <= most;
    const room = most - (keepsFooter ? lasting : 0);
    const kept = above > room ? above - bottomOf(header?.querySelector('bdi')) : above;
    const keepsHeader = kept <= room;
    page.dataset['loose'] = `${keepsHeader ? '' : 'header'} ${keepsFooter ? '' : 'footer'}`.trim();
    style.setProperty('--bar-above', `${keepsHeader ? kept + 8 : 16}px`);
    style.setProperty('--bar-top', `${kept - above}px`);
    style.setProperty('--bar-below', `${keepsFooter ? below + 8 : 16}px`);
  };
  const sizes = new ResizeObserver(fit);
  for (const bar of [header, footer]) if (bar) sizes.observe(bar);
  window.addEventListener('resize', fit);
  return () => {
    sizes.disconnect();
    window.removeEventListener('resize', fit);
  };
}
