// Measures a page from inside it: sizes of targets, clipped text, names, the Tab order. Each function is sent to the
// page as text, so it calls only others of this file and the browser. Knows no panel of Evoke.

import type axe from 'axe-core';

/** Where a stop of the Tab key lies. */
export interface StopPlace {
  readonly what: string;
  /** In pixels of the document. */
  readonly box: Box;
  /** Its place in the document, for comparison. */
  readonly place: number;
  /** The place of the sticky bar or dialog it stays in. Undefined if it scrolls with the page. */
  readonly bar: number | undefined;
}

/** One stop of the Tab key. */
export interface Stop extends StopPlace {
  /** Why it is not visible. Empty if it is. */
  readonly hidden: string;
  /** The stop before it, measured at the same moment, because what is above both may have folded since. */
  readonly before: StopPlace | undefined;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The state of a walk by Tab, stored in the page between two presses. */
interface PagedSearch {
  readonly stops: Stop[];
  readonly seen: Set<HTMLElement>;
  readonly bare: Map<Element, readonly string[]>;
  /** How many times in a row Tab stayed in one control. */
  stays: number;
}

interface InPage {
  readonly axe: typeof axe;
  walk: PagedSearch | undefined;
  spacing: CSSStyleSheet | undefined;
}

const inPage = (): InPage => globalThis as unknown as InPage;

function controls(): readonly HTMLElement[] {
  const root = document.querySelector('dialog:modal') ?? document.body;
  const all = root.querySelectorAll<HTMLElement>(
    'a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=radio],[tabindex]:not([tabindex="-1"])',
  );
  return [...all].filter((each) => isSeen(each) && !each.closest('[inert]'));
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const drawn = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  return width > 0 && height > 0 && drawn && !element.closest('.visually-hidden:not(:focus-within)');
}

function describe(element: Element): string {
  const [label] = (element as HTMLInputElement).labels ?? [];
  const name = element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '';
  const words = name.replaceAll(/\s+/g, ' ').trim().slice(0, 40);
  return `${element.tagName.toLowerCase()}.${element.className} "${words}"`;
}

// A label that contains its control is part of its target.
function hitBox(control: Element): Box {
  const label = control.closest('label');
  const own = control.getBoundingClientRect();
  if (!label || control.tagName === 'BUTTON') return own;
  const other = label.getBoundingClientRect();
  return {
    left: Math.min(own.left, other.left),
    top: Math.min(own.top, other.top),
    right: Math.max(own.right, other.right),
    bottom: Math.max(own.bottom, other.bottom),
  };
}

const middle = ({ left, right, top, bottom }: Box): readonly [number, number] => [
  (left + right) / 2,
  (top + bottom) / 2,
];

function isSmall({ left, right, top, bottom }: Box): boolean {
  return right - left < 23.99 || bottom - top < 23.99;
}

// WCAG 2.5.8: a circle of 24 px around the middle of a small target may touch no other target and no other such circle.
function isCrowded(box: Box, others: readonly Box[]): boolean {
  const [x, y] = middle(box);
  return others.some((other) => {
    const away = Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
    const [otherX, otherY] = middle(other);
    return away < 12 || (isSmall(other) && Math.hypot(otherX - x, otherY - y) < 24);
  });
}

// The exception for a link in a sentence.
function isInSentence(element: Element): boolean {
  const around = element.parentElement?.textContent?.trim() ?? '';
  return getComputedStyle(element).display === 'inline' && around.length > (element.textContent ?? '').trim().length;
}

/** Targets under 24 by 24 px that no exception of WCAG 2.5.8 covers. */
function smallTargets(): readonly string[] {
  const all = controls().map((control) => ({ control, box: hitBox(control) }));
  return all
    .filter(({ control, box }) => isSmall(box) && !isInSentence(control))
    .filter(({ box, control }) =>
      isCrowded(
        box,
        all.flatMap((other) => (other.control === control ? [] : [other.box])),
      ),
    )
    .map(({ control, box }) => {
      const size = `${(box.right - box.left).toFixed(1)} by ${(box.bottom - box.top).toFixed(1)} px`;
      return `small target, ${size}: ${describe(control)}`;
    });
}

// Whether a finger at this point reaches the control, its label or what is drawn in them.
function isReachedAt(control: Element, x: number, y: number): boolean {
  const at = document.elementFromPoint(x, y);
  return at !== null && (control.contains(at) || control.closest('label')?.contains(at) === true);
}

// How many pixels above and below the middle still reach the control, up to 44.
function heightForFinger(control: Element, [x, y]: readonly [number, number]): number {
  let [up, down] = [0, 0];
  while (up < 44 && isReachedAt(control, x, y - up - 1)) up += 1;
  while (up + down < 44 && isReachedAt(control, x, y + down + 1)) down += 1;
  return up + down;
}

// The cells of a folded ruler are one target: a finger on any of them reaches the one that is chosen.
function isPartOfAnother(control: Element, [x, y]: readonly [number, number]): boolean {
  const at = document.elementFromPoint(x, y);
  const group = control.closest('[role=radiogroup]');
  return at instanceof HTMLInputElement && at !== control && at.type === 'radio' && group?.contains(at) === true;
}

// A strip of 44 px around the middle touches no other target.
function hasRoom(control: Element, [, y]: readonly [number, number], others: readonly HTMLElement[]): boolean {
  const { left, right } = hitBox(control);
  return others.every((other) => {
    const box = hitBox(other);
    const apart = box.right <= left || box.left >= right || box.bottom <= y - 22 || box.top >= y + 22;
    return other === control || apart || control.contains(other) || other.contains(control);
  });
}

/** Targets that are lower than 44 px for a finger and lack 44 px of room. Links in a sentence may be lower. */
function lowTargets(): readonly string[] {
  const all = controls();
  return all.flatMap((control) => {
    // A list that scrolls may show a part of it.
    control.scrollIntoView({ block: 'center' });
    const box = hitBox(control);
    const center = middle(box);
    if (isInSentence(control) || isPartOfAnother(control, center)) return [];
    const height = heightForFinger(control, center);
    // One pixel is lost to counting. What is covered or scrolled away is not a target now.
    if (height === 0 || height >= 43 || hasRoom(control, center, all)) return [];
    const drawn = `drawn ${(box.bottom - box.top).toFixed(0)} px`;
    return [`${height} px for a finger, ${drawn}: ${describe(control.closest('label') ?? control)}`];
  });
}

// What a press on this point of a control reaches instead of it: another control, or nothing.
function coverAt(control: Element, x: number, y: number): Element | undefined {
  if (isReachedAt(control, x, y)) return undefined;
  const other = document.elementFromPoint(x, y)?.closest('button, a[href], input, textarea, select, summary, label');
  return other && !other.contains(control) ? other : undefined;
}

/** Controls whose drawn box another control covers in part: a press on its edge would reach the other one. */
function coveredTargets(): readonly string[] {
  return controls().flatMap((control) => {
    if (isInSentence(control)) return [];
    control.scrollIntoView({ block: 'center' });
    const isChip = control.matches('[type=radio], [type=checkbox]');
    const { left, right, top, bottom } = isChip ? hitBox(control) : control.getBoundingClientRect();
    // The outermost pixel may be shared, because boxes lie on fractions of a pixel.
    const [heights, columns] = [
      [top + 1.5, top + 4, bottom - 4, bottom - 1.5],
      [left + 4, left + (right - left) / 4, (left + right) / 2, right - (right - left) / 4, right - 4],
    ];
    const cover = heights
      .flatMap((y) => columns.map((x): readonly [number, number] => [x, y]))
      .filter((point) => !isPartOfAnother(control, point))
      .map(([x, y]) => coverAt(control, x, y))
      .find((other) => other !== undefined);
    return cover ? [`${describe(control.closest('label') ?? control)} is covered by ${describe(cover)}`] : [];
  });
}

/** All text that is drawn, with the boxes of its lines. */
function textOnPage(): readonly { readonly holder: Element; readonly boxes: readonly DOMRect[] }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: { holder: Element; boxes: readonly DOMRect[] }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    // Text that the browser has not laid out yet has no position to check.
    const laidOut = holder?.checkVisibility({ contentVisibilityAuto: true });
    if (!holder || !laidOut || !node.textContent?.trim() || !isSeen(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    found.push({ holder, boxes: [...range.getClientRects()].filter(({ width }) => width > 1) });
  }
  return found;
}

// Text that ends in dots on purpose can be opened and read in full.
function endsInDots(element: Element): boolean {
  const { textOverflow, webkitLineClamp } = getComputedStyle(element);
  return textOverflow === 'ellipsis' || (webkitLineClamp !== 'none' && webkitLineClamp !== '');
}

function clipperOf(holder: Element, boxes: readonly DOMRect[]): Element | undefined {
  for (let at: Element | null = holder; at && at !== document.body; at = at.parentElement) {
    if (endsInDots(at)) return undefined;
    const { overflowX, overflowY } = getComputedStyle(at);
    if ([overflowX, overflowY].some((each) => each === 'auto' || each === 'scroll')) return undefined;
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const box = at.getBoundingClientRect();
    const cuts = ({ left, right, top, bottom }: DOMRect): boolean =>
      left < box.left - 1 || right > box.right + 1 || top < box.top - 2 || bottom > box.bottom + 2;
    if (boxes.some(cuts)) return at;
  }
  return undefined;
}

/** Text that is cut off by its box, leaves its control, or covers other text. */
function lostText(): readonly string[] {
  const all = textOnPage();
  const cut = all.flatMap(({ holder, boxes }) => (clipperOf(holder, boxes) ? [`cut off: ${describe(holder)}`] : []));
  const spilt = all.flatMap(({ holder, boxes }) => {
    const control = holder.closest('button,a,label,summary');
    if (!control || getComputedStyle(control).display === 'inline') return [];
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const isOut = (box: DOMRect): boolean =>
      box.left < left - 1 || box.right > right + 1 || box.top < top - 3 || box.bottom > bottom + 3;
    return boxes.some(isOut) && !endsInDots(holder) ? [`leaves its control: ${describe(holder)}`] : [];
  });
  return [...new Set([...cut, ...spilt, ...overlaps(all)])];
}

// A sticky bar covers what scrolls beneath it, on purpose.
function layerOf(element: Element | null): Element | null {
  for (let at = element; at; at = at.parentElement) {
    if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return at;
  }
  return null;
}

function overlaps(all: ReturnType<typeof textOnPage>): readonly string[] {
  const lines = all
    .flatMap(({ holder, boxes }) => boxes.map((box) => ({ holder, box })))
    .toSorted((one, other) => one.box.top - other.box.top);
  return lines.flatMap(({ holder, box }, at) => {
    const found: string[] = [];
    for (let next = at + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (!other || other.box.top >= box.bottom - 4) break;
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const apart = !holder.contains(other.holder) && !other.holder.contains(holder);
      if (layerOf(holder) !== layerOf(other.holder)) continue;
      if (wide > 4 && apart && !endsInDots(holder) && !endsInDots(other.holder))
        found.push(`lies over other text: ${describe(holder)} and ${describe(other.holder)}`);
    }
    return found;
  });
}

const channels = (color: string): readonly number[] => (color.match(/[\d.]+/g) ?? []).map(Number);

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function groundOf(element: Element | null): string {
  for (let at = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if ((channels(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
  }
  return getComputedStyle(document.documentElement).backgroundColor;
}

/**
 * Text under 4.5 to 1 on the nearest background of one color. For forced colors, because axe reads the fill of the
 * text, which Chromium does not force.
 */
function faintText(): readonly string[] {
  const faint = textOnPage().flatMap(({ holder }) => {
    const [ink, ground] = [luminance(getComputedStyle(holder).color), luminance(groundOf(holder))];
    const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    return ratio < 4.5 ? [`contrast ${ratio.toFixed(2)}: ${describe(holder)}`] : [];
  });
  return [...new Set(faint)];
}

/** Sets the text spacing of WCAG 1.4.12 on everything, or removes it. */
function spaceText(on: boolean): void {
  const page = inPage();
  if (!page.spacing) {
    page.spacing = new CSSStyleSheet();
    page.spacing.replaceSync(
      '*{line-height:1.5 !important;letter-spacing:0.12em !important;word-spacing:0.16em !important}p{margin-block-end:2em !important}',
    );
  }
  const others = document.adoptedStyleSheets.filter((sheet) => sheet !== page.spacing);
  document.adoptedStyleSheets = on ? [...others, page.spacing] : others;
}

function visibleWords(element: Element): string {
  const parts = [...element.childNodes].map((node) => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    const spoken = node.getAttribute('aria-hidden') !== 'true' && !node.matches('.visually-hidden,option');
    return spoken && node.checkVisibility() ? ` ${visibleWords(node)} ` : '';
  });
  return parts.join('');
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Controls whose name lacks the words seen on them (WCAG 2.5.3). */
function misnamed(): readonly string[] {
  const { axe } = inPage();
  axe.setup(document.body);
  const found = controls().flatMap((control) => {
    const labels = 'labels' in control ? [...((control as HTMLInputElement).labels ?? [])] : [];
    const seen = plain((labels.length > 0 ? labels : [control]).map(visibleWords).join(' '));
    const { text } = axe.commons as unknown as { text: { accessibleText: (element: Element) => string } };
    const name = plain(text.accessibleText(control));
    return name !== '' && name.includes(seen) ? [] : [`named "${name}", seen "${seen}": ${describe(control)}`];
  });
  axe.teardown();
  return found;
}

// The styles that may show focus, on the control, its pseudo-element or its label.
function marks(element: Element): readonly string[] {
  const label = element.closest('label');
  const styles = [getComputedStyle(element), getComputedStyle(element, '::after')];
  return [...styles, ...(label ? [getComputedStyle(label)] : [])].map((style) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = style;
    const ring = outlineStyle === 'none' || outlineWidth === '0px' ? 'none' : `${outlineWidth} ${outlineColor}`;
    return `${ring}; ${boxShadow}`;
  });
}

/** Begins a walk by Tab before the first control of the page, or of the open dialog. */
function startWalk(): void {
  const root = document.querySelector<HTMLElement>('dialog:modal') ?? document.body;
  root.tabIndex = -1;
  root.focus();
  root.removeAttribute('tabindex');
  window.scrollTo(0, 0);
  const bare = new Map(controls().map((control) => [control, marks(control)] as const));
  inPage().walk = { stops: [], seen: new Set(), bare, stays: 0 };
}

// A stop is visible if it is uncovered at one of five points, and if a style shows its focus.
function whyHidden(element: HTMLElement, bare: readonly string[] | undefined): string {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const high = bottom - top > window.innerHeight * 0.6;
  const points = high
    ? [[x, Math.max(top, 0) + 2]]
    : [
        [x, y],
        [x, top + 2],
        [x, bottom - 2],
        [left + 2, y],
        [right - 2, y],
      ];
  const covered = points.filter(([atX = 0, atY = 0]) => {
    const at = document.elementFromPoint(atX, atY);
    return !at || !(element.contains(at) || element.closest('label')?.contains(at) || isTextOf(element, at));
  });
  // A bar may cover an edge of it (WCAG 2.4.11 forbids only to hide all of it), never its middle.
  if (covered.length > 1 || covered[0] === points[0]) {
    const [first = []] = covered;
    const by = document.elementFromPoint(first[0] ?? 0, first[1] ?? 0);
    const edge = `the edge of the page (from ${top.toFixed(0)} to ${bottom.toFixed(0)} px of ${window.innerHeight})`;
    return `covered at ${covered.length} of ${points.length} points, by ${by ? describe(by) : edge}`;
  }
  const now = marks(element);
  const same = bare?.every((mark, index) => mark === now[index]);
  return same || now.every((mark) => mark === 'none; none') ? 'nothing shows that it has the focus' : '';
}

const isTextOf = (element: Element, at: Element): boolean =>
  element.tagName === 'INPUT' && element.parentElement === at.parentElement;

// The scroll offset of everything around it, so that places before and after a scroll can be compared.
function scrolledBy(element: Element): number {
  let down = window.scrollY;
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) down += at.scrollTop;
  return down;
}

function placeOf(element: HTMLElement): StopPlace {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const down = scrolledBy(element);
  const all = [...document.querySelectorAll('*')];
  const layer = layerOf(element);
  return {
    what: describe(element),
    box: { left, right, top: top + down, bottom: bottom + down },
    place: all.indexOf(element),
    bar: layer ? all.indexOf(layer) : undefined,
  };
}

/** Records where Tab arrived. True if the walk is over. */
async function takeStop(): Promise<boolean> {
  const { walk } = inPage();
  const element = document.activeElement;
  const root = document.querySelector('dialog:modal');
  if (!walk || !(element instanceof HTMLElement) || element === document.body || element === root) return true;
  // A field for a time has a stop for each of its parts.
  walk.stays = element === [...walk.seen].at(-1) ? walk.stays + 1 : 0;
  if (walk.stays > 0) return walk.stays > 8;
  if (walk.seen.has(element)) return true;
  walk.seen.add(element);
  const bare = walk.bare.get(element);
  // The page may still be drawing what an earlier key changed, such as a ruler that folds.
  for (let frame = 0; frame < 10 && whyHidden(element, bare) !== ''; frame += 1) {
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
  const before = [...walk.seen].at(-2);
  const hidden = whyHidden(element, bare);
  walk.stops.push({ ...placeOf(element), hidden, before: before?.isConnected ? placeOf(before) : undefined });
  return false;
}

function stopsTaken(): readonly Stop[] {
  return inPage().walk?.stops ?? [];
}

const SENT = [
  ...[inPage, controls, isSeen, describe, hitBox, middle, isSmall, isCrowded, isInSentence, smallTargets],
  ...[isReachedAt, heightForFinger, isPartOfAnother, hasRoom, lowTargets, coverAt, coveredTargets],
  ...[
    textOnPage,
    endsInDots,
    clipperOf,
    lostText,
    layerOf,
    overlaps,
    channels,
    luminance,
    groundOf,
    faintText,
    spaceText,
    visibleWords,
    plain,
    misnamed,
    marks,
  ],
  ...[startWalk, whyHidden, scrolledBy, isTextOf, placeOf, takeStop, stopsTaken],
];

/** The functions of a page with `IN_PAGE`, as `globalThis.measure`. */
export interface Measure {
  readonly smallTargets: typeof smallTargets;
  readonly lowTargets: typeof lowTargets;
  readonly coveredTargets: typeof coveredTargets;
  readonly lostText: typeof lostText;
  readonly faintText: typeof faintText;
  readonly spaceText: typeof spaceText;
  readonly misnamed: typeof misnamed;
  readonly startWalk: typeof startWalk;
  readonly takeStop: typeof takeStop;
  readonly stopsTaken: typeof stopsTaken;
}

/** The functions of this file as one script, to run before all other scripts of a page. */
export const IN_PAGE = `globalThis.measure = (() => {
${SENT.map((each) => `const ${each.name} = ${each};`).join('\n')}
return { smallTargets, lowTargets, coveredTargets, lostText, faintText, spaceText, misnamed, startWalk, takeStop, stopsTaken };
})();`;
