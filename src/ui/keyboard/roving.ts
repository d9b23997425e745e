// One Tab stop for a group of controls: arrow keys move inside, Tab leaves. The last visited control keeps the Tab
// stop. Members have `data-stop` and a tabindex of -1. Rows have `data-row`. The state is in the DOM, like the focus.

const stops = (group: Element): readonly HTMLElement[] => [...group.querySelectorAll<HTMLElement>('[data-stop]')];

/** Makes `member` the group's one Tab stop. */
export function keepStop(group: Element, member: Element): void {
  for (const stop of stops(group)) {
    const wanted = stop === member ? 0 : -1;
    // Written only if it differs. A list may have two hundred rows, of which two change.
    if (stop.getAttribute('tabindex') !== String(wanted)) stop.tabIndex = wanted;
  }
}

/**
 * Makes exactly one member the Tab stop. Call it after a render that added or removed members. `first` is the kind of
 * member that Tab reaches first while the focus is elsewhere.
 */
export function ensureStop(group: Element | null, first?: string): void {
  if (!group) return;
  const members = stops(group);
  // Reads the attribute. Reading the tabIndex property would make the browser lay out the page.
  const held = members.filter((member) => member.getAttribute('tabindex') === '0');
  const wanted = held.find((member) => isKind(member, first)) ?? members.find((member) => isKind(member, first));
  const away = wanted !== undefined && !group.contains(document.activeElement) && !isKind(held[0], first);
  const stop = (away ? wanted : held[0]) ?? wanted ?? members[0];
  if (stop && (away || held.length !== 1)) keepStop(group, stop);
}

const isKind = (member: HTMLElement | undefined, kind: string | undefined): boolean =>
  kind !== undefined && member?.dataset['stop'] === kind;

function neighbor(group: Element, from: HTMLElement, key: string): HTMLElement | undefined {
  const members = stops(group);
  const at = members.indexOf(from);
  if (key === 'Home') return members[0];
  if (key === 'End') return members.at(-1);
  if (key === 'ArrowRight') return members[at + 1];
  if (key === 'ArrowLeft') return members[at - 1];
  const rows = [...group.querySelectorAll('[data-row]')];
  const row = rows.findIndex((each) => each.contains(from));
  const other = rows[row + (key === 'ArrowDown' ? 1 : -1)];
  if (row < 0 || !other) return undefined;
  const column = stops(rows[row] ?? group).indexOf(from);
  const there = stops(other);
  return there[Math.min(column, there.length - 1)];
}

const KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

/** Moves focus inside the group on arrow keys, Home and End. True if the key was used. */
export function moveInside(group: Element, event: KeyboardEvent): boolean {
  const from = event.target;
  if (!KEYS.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!(from instanceof HTMLElement) || from instanceof HTMLTextAreaElement) return false;
  const to = neighbor(group, from, event.key);
  if (!to) return false;
  event.preventDefault();
  keepStop(group, to);
  to.focus();
  return true;
}
