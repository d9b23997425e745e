// Chooses the next prompts from what has and has not been heard. Deterministic. The caller keeps the position.

import type { Language } from '../../patient/patient-words.ts';
import type { Process } from '../../talk/process-progress.ts';
import { STRANDS } from '../../talk/talk.ts';
import { type Heard, total, totalMobilizing } from '../heard.ts';
import { band, readyToPlan, smallerStepHelps, workOn } from '../hints.ts';
import { PROMPTS_ES } from '../spanish/prompts-es.ts';
import { EVOKE_BEHAVIORS } from './by-behavior.ts';
import { ENGAGE } from './engage.ts';
import { EVOKE } from './evoke.ts';
import { FOCUS } from './focus.ts';
import { KEEP_GOING } from './keep-going.ts';
import { PLAN } from './plan.ts';
import type { Need, Prompt } from './prompt.ts';

/** Every prompt by process, in table order. */
export const PROMPTS: { readonly [Each in Process]: readonly Prompt[] } = {
  engage: ENGAGE,
  focus: FOCUS,
  evoke: [...EVOKE_BEHAVIORS, ...KEEP_GOING, ...EVOKE],
  plan: PLAN,
};

export const promptIn = ({ id, text }: Prompt, language: Language): string =>
  language === 'es' ? (PROMPTS_ES[id] ?? text) : text;

/**
 * The prompts of a process, best first, never empty. First come prompts for a current need. Then those for a strand not
 * heard yet, with those for this topic first and the strands alternating. The rest follow. Prompts for other topics,
 * and the bridge to planning before its time, are left out. Someone who keeps a change up is not asked as if it were
 * ahead, because that asks for reasons to go back.
 */
export function nextPrompts(process: Process, heard: Heard): readonly Prompt[] {
  // If the patient refused permission, the prompts that leave the door open come first. The others follow.
  if (heard.permission === false && process !== 'engage') {
    const { permission: _, ...agreed } = heard;
    const door = PLAN.filter((prompt) => prompt.need === 'door-open' && fits(prompt, heard, []));
    return [...door, ...nextPrompts(process, agreed).filter((prompt) => !door.includes(prompt))];
  }
  const now = needsNow(process, heard);
  const turns = new Map<string, number>();
  return PROMPTS[process]
    .filter((prompt) => fits(prompt, heard, now))
    .map((prompt) => {
      const rank = rankOf(prompt, heard, now);
      const kind = `${rank} ${prompt.asks}`;
      const turn = turns.get(kind) ?? 0;
      turns.set(kind, turn + 1);
      return { prompt, rank, turn };
    })
    .sort((a, b) => a.rank - b.rank || a.turn - b.turn || strandOrder(a.prompt) - strandOrder(b.prompt))
    .map(({ prompt }) => prompt);
}

/** The current needs, most urgent first. Someone ready is not kept in evoking. Many doubts are addressed first. */
function needsNow(process: Process, heard: Heard): readonly Need[] {
  const { change, sustain } = heard.counts;
  const [toward, away] = [total(change), total(sustain)];
  const ready = readyToPlan(heard);
  const low = band(heard.rulers.importance) === 'low';
  const mobilizing = totalMobilizing(change);
  const moments: readonly (readonly [Need, boolean])[] = [
    ['door-open', heard.ending === 'not-today' || (low && !ready)],
    ['no-target', !heard.named],
    ['ready', ready],
    ['both-sides', away > toward && away >= 2],
    ['low-importance', low],
    ['low-confidence', process === 'plan' ? smallerStepHelps(heard) : workOn(heard, 'en')?.work === 'confidence'],
    ['mobilize', mobilizing === 0 && away <= toward && toward >= (change.need > 0 ? 3 : 5)],
  ];
  return moments.filter(([, isNow]) => isNow).map(([need]) => need);
}

function fits(prompt: Prompt, { behavior, direction, ending }: Heard, now: readonly Need[]): boolean {
  const { behaviors, need, fills, change } = prompt;
  if (change !== undefined && change !== (direction === 'keep-going' ? 'made' : 'ahead')) return false;
  if (behaviors !== undefined && (behavior === undefined || !behaviors.includes(behavior))) return false;
  if (need === 'ready' && !now.includes('ready')) return false;
  return ending !== 'not-today' || fills === undefined || fills === 'followUp';
}

const UNHEARD = 10;
const UNHEARD_OTHER_MOMENT = 11;
const ANY_TIME = 12;
const OTHER_MOMENT = 13;
const FILLED = 14;

/** Lower comes first. Current needs rank by urgency. */
function rankOf({ need, asks, fills }: Prompt, heard: Heard, now: readonly Need[]): number {
  if (need !== undefined && now.includes(need)) return now.indexOf(need);
  if (fills !== undefined && heard.filled.includes(fills)) return FILLED;
  const unheard = asks !== undefined && need !== 'mobilize' && heard.counts.change[asks] === 0;
  if (need === undefined) return unheard ? UNHEARD : ANY_TIME;
  return unheard ? UNHEARD_OTHER_MOMENT : OTHER_MOMENT;
}

function strandOrder({ asks }: Prompt): number {
  return asks === undefined ? STRANDS.length : STRANDS.indexOf(asks);
}
