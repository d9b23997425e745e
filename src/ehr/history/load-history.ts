// Turns pages into entries as they come in, whatever page or search a resource came with. Judges no server's filter;
// what belongs together (a panel and its members) is read together, even where pages part it.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import { decodePanel, isJoinable } from '../../fhir/observation/decode-panel.ts';
import type { Decoded } from '../../fhir/observation/observation-entry.ts';
import type { Form, HistoryEntry } from '../../interview/history/history.ts';
import { mergeNotes } from '../../interview/history/merge-notes.ts';
import { withOwnText } from '../forms/document-content.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import type { ListInput } from './search.ts';

/** What was read so far of one patient's chart. */
export interface Gathering {
  /** Takes up the resources of one page. Those already taken up in the same version are passed over. */
  readonly add: (form: Form, resources: readonly unknown[], signal: AbortSignal) => Promise<void>;
  /** Everything taken up so far, merged with what is `held`: each place in the chart once, newest first. */
  readonly merged: (held: readonly HistoryEntry[]) => readonly HistoryEntry[];
  /** How many entries were left out because they belong to someone else. */
  readonly otherPatients: () => number;
}

const isEntry = (one: Decoded): one is HistoryEntry => one.kind === 'note' || one.kind === 'unreadable';
const placeOf = ({ filed }: HistoryEntry): string => `${filed.form}/${filed.resourceId}`;

/** Begins with nothing. */
export function createGathering(input: ListInput): Gathering {
  const { patient, base } = input;
  const seen = new Set<string>();
  const parts = new Map<string, unknown>();
  let fresh: HistoryEntry[] = [];
  let drawn = new Set<string>();
  let others = 0;

  const isNew = (form: Form, resource: unknown): boolean => {
    const id = textAt(resource, 'id');
    const key = `${form}/${id}/${textAt(field(resource, 'meta'), 'versionId')}`;
    if (id === undefined || !seen.has(key)) seen.add(id === undefined ? '' : key);
    else return false;
    return true;
  };
  const take = (decoded: readonly Decoded[]): void => {
    fresh.push(...decoded.filter(isEntry));
    others += decoded.filter(({ kind }) => kind === 'other-patient').length;
  };
  return {
    add: async (form, resources, signal) => {
      const news = resources.filter((resource) => isNew(form, resource));
      const [joinable, whole] = [news.filter(isJoinable), news.filter((one) => !isJoinable(one))];
      for (const part of joinable) parts.set(textAt(part, 'id') ?? `without an id ${parts.size}`, part);
      const stored = await Promise.all(whole.map((resource) => withOwnText(input, resource, signal)));
      take(stored.map((one) => FORM_ROWS[form].decode(one, patient, base)));
    },
    merged: (held) => {
      const joined = decodePanel([...parts.values()], patient, base).filter(isEntry);
      // A member that stood alone until its panel came is no entry of its own any more.
      const kept = held.filter((entry) => !drawn.has(placeOf(entry)));
      drawn = new Set(joined.map(placeOf));
      const all = mergeNotes([...kept, ...fresh, ...joined]);
      fresh = [];
      return all;
    },
    otherPatients: () =>
      others + decodePanel([...parts.values()], patient, base).filter(({ kind }) => kind === 'other-patient').length,
  };
}
