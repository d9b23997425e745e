// The keystroke-level benchmark over the real app: actions as counted, seconds as the model gives them.

import type { Page } from 'playwright';
import type { RunningEhr } from '../../tests/support/ehr-in-a-box.ts';
import { expectFiled } from './filed.ts';
import { actionsOf, KEY_SECONDS, type Speed, secondsOf, type Tally } from './hands.ts';
import { type Row, row } from './row.ts';
import { SCENARIOS, type ScenarioName, walk } from './scenarios.ts';
import { type Setting, withVisit } from './setting.ts';

const SPEEDS = (Object.keys(KEY_SECONDS) as unknown as readonly `${Speed}`[]).map(Number) as readonly Speed[];

/** What the design allows: actions, and seconds at each speed. Source: docs/design/screen.md, "Speed by keystrokes". */
const TIMED: readonly {
  readonly name: ScenarioName;
  readonly actions: number;
  readonly seconds: Readonly<Record<Speed, number>>;
}[] = [
  { name: 's1.keyboard', actions: 24, seconds: { 30: 61.9, 40: 47.4, 55: 37.7 } },
  { name: 's1.pointer', actions: 14, seconds: { 30: 71.4, 40: 59.4, 55: 51.4 } },
  // The design gives the middle figure. The others follow from the same 18 actions, 74 keys of text and 6 decisions.
  { name: 's2', actions: 18, seconds: { 30: 44.9, 40: 33.9, 55: 26.5 } },
];

const BRIEF = [
  { name: 'mark', id: 'klm.mark.keys', keys: 2 },
  { name: 'utterance', id: 'klm.utterance.keys.over.text', keys: 2 },
  { name: 'anywhere', id: 'klm.anywhere.keys.over.text', keys: 4 },
] as const;

function measure(setting: Setting, name: ScenarioName): Promise<Tally> {
  const scenario = SCENARIOS[name];
  const work = async (page: Page, ehr: RunningEhr): Promise<Tally> => {
    const tally = await walk(scenario, page);
    expectFiled(ehr.notesOf('proto')[0], scenario.files);
    return tally;
  };
  return withVisit(setting, work, scenario.touch ? { touch: true } : {});
}

/** Scrolls that a visit by touch may take. */
const MOST_SCROLLS = 3;

/** Runs every scenario once. Rejects if one files the wrong note. */
export async function measureKeystrokes(setting: Setting): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, actions, seconds } of TIMED) {
    const tally = await measure(setting, name);
    rows.push(row(`klm.${name}.actions`, actionsOf(tally), 'actions', actions));
    for (const speed of SPEEDS) rows.push(row(`klm.${name}.s${speed}`, secondsOf(tally, speed), 's', seconds[speed]));
    if (tally.click > 0) {
      rows.push(row(`klm.${name}.clicks`, tally.click, 'clicks', null));
      rows.push(row(`klm.${name}.scrolls`, tally.scroll, 'scrolls', null));
    }
  }
  for (const { name, id, keys } of BRIEF) {
    const tally = await measure(setting, name);
    rows.push(row(id, actionsOf(tally), 'keys', keys));
  }
  const touch = await measure(setting, 's1.touch');
  rows.push(row('klm.s1.touch.actions', actionsOf(touch) + touch.scroll, 'actions', null));
  rows.push(row('klm.s1.touch.scrolls', touch.scroll, 'scrolls', MOST_SCROLLS));
  return rows;
}
