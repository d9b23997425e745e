// Turns pages into entries as they arrive, whatever page or search a resource came with. A panel and its members are
// decoded together, even if they arrive on different pages.

import { field, textAt } from '../../fhir/datatypes/json.ts';
import type { Decoded } from '../../fhir/observation/decode-observation.ts';
import { decodePanel, isJoinable } from '../../fhir/observation/decode-panel.ts';
import { type Form, type HistoryEntry, placeKey } from '../../interview/history/history.ts';
import { mergeNotes } from '../../interview/history/merge-notes.ts';
import { withOwnText } from '../forms/document-content.ts';
import { FORM_ROWS } from '../forms/form-rows.ts';
import type { ChartAccess } from '../server/chart-access.ts';

export type HistoryLoader = ReturnType<typeof createHistoryLoader>;

const isEntry = (one: Decoded): one is HistoryEntry => one.kind === 'note' || one.kind === 'unreadable';
const isOfOther = ({ kind }: Decoded): boolean => kind === 'other-patient';

/** What was read so far from one patient's chart. */
export function createHistoryLoader(input: ChartAccess) {
  const { patient, base } = input;
  const seen = new Set<string>();
  const parts = new Map<string, unknown>();
  let fresh: HistoryEntry[] = [];
  let listedPanels = new Set<string>();
  let others = 0;

  const isNew = (form: Form, resource: unknown): boolean => {
    const id = textAt(resource, 'id');
    if (id === undefined) return true;
    const key = `${form}/${id}/${textAt(field(resource, 'meta'), 'versionId')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  return {
    /** Adds the resources of one page. Skips those already added in the same version. */
    add: async (form: Form, resources: readonly unknown[], signal: AbortSignal): Promise<void> => {
      const news = resources.filter((resource) => isNew(form, resource));
      const [joinable, whole] = [news.filter(isJoinable), news.filter((one) => !isJoinable(one))];
      for (const part of joinable) parts.set(textAt(part, 'id') ?? `without an id ${parts.size}`, part);
      const stored = await Promise.all(whole.map((resource) => withOwnText(input, resource, signal)));
      const decoded = stored.map((one) => FORM_ROWS[form].decode(one, patient, base));
      fresh = [...fresh, ...decoded.filter(isEntry)];
      others += decoded.filter(isOfOther).length;
    },
    /**
     * What is `held`, with what was added since the last call: each place in the chart once, newest first. The caller
     * holds the result.
     */
    mergeInto: (held: readonly HistoryEntry[]): readonly HistoryEntry[] => {
      const joined = decodePanel([...parts.values()], patient, base).filter(isEntry);
      const now = new Set(joined.map(({ filed }) => placeKey(filed)));
      // A member that was listed alone before its panel arrived is no longer an entry of its own.
      const isGone = ({ filed }: HistoryEntry): boolean =>
        listedPanels.has(placeKey(filed)) && !now.has(placeKey(filed));
      const kept = held.filter((entry) => !isGone(entry));
      listedPanels = now;
      // For equal versions, the panel as joined now wins. A later version that is held still wins.
      const all = mergeNotes([...joined, ...kept, ...fresh]);
      fresh = [];
      return all;
    },
    /** How many entries were dropped because they belong to another patient. */
    otherPatients: (): number => others + decodePanel([...parts.values()], patient, base).filter(isOfOther).length,
  };
}
