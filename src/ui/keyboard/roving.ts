// One Tab stop for a group of controls: arrows move inside, Tab leaves. The last visited control keeps the stop.
// Members carry `data-stop`, and come with a tabindex of -1; rows carry `data-row`. State lives in the DOM, where focus lives.

const stops = (group: Element): readonly HTMLElement[] => [...group.querySelectorAll<HTMLElement>('[data-stop]')];

/** Makes `member` the group's one Tab stop. */
export function keepStop(group: Element, member: Element): void {
  for (const stop of stops(group)) {
    const wanted = stop === member ? 0 : -1;
    // Written only where it differs: of two hundred rows two change.
    if (stop.getAttribute('tabindex') !== String(wanted)) stop.tabIndex = wanted;
  }
}

/**
 * Exactly one member is a Tab stop: called after a render that added or removed members. `first` says which kind of
 * member Tab reaches where there is one, as long as focus is elsewhere.
 */
export function ensureStop(group: Element | null, first?: string): void {
  if (!group) return;
  const members = stops(group);
  // Read as written: asking a control whether it can be reached by Tab makes the browser lay the page out.
  const held = members.filter((member) => member.getAttribute('tabindex') === '0');
  const wanted = held.find((member) => isKind(member, first)) ?? members.find((member) => isKind(member, first));
  const away = wanted !== undefined && !group.contains(document.activeElement) && !isKind(held[0], first);
  const stop = (away ? wanted : held[0]) ?? wanted ?? members[0];
  if (stop && (away || held.length !== 1)) keepStop(group, stop);
}

const isKind = (member: HTMLElement | undefined, kind: string | undefined): boolean =>
  kind !== undefined && member?.dataset['stop'] === kind;

function neighbour(group: Element, from: HTMLElement, key: string): HTMLElement | undefined {
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

/** Moves focus inside the group on arrows, Home and End; true when the key was used. */
export function moveInside(group: Element, event: KeyboardEvent): boolean {
  const from = event.target;
  if (!KEYS.has(event.key) || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!(from instanceof HTMLElement) || from instanceof HTMLTextAreaElement) return false;
  const to = neighbour(group, from, event.key);
  if (!to) return false;
  event.preventDefault();
  keepStop(group, to);
  to.focus();
  return true;
}
