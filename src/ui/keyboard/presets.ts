// The keys that work anywhere on the page, by preset. Why there are two: docs/decisions/0012.

import type { Settings } from '../../drafts/settings.ts';

/** What a key can open from anywhere: the capture pad, another prompt, the share view, the card of all keys. */
export const REACHED = ['pad', 'prompt', 'share', 'card'] as const;
export type Reached = (typeof REACHED)[number];

type Preset = Settings['keys'];

/** The key of each preset, without Ctrl. */
const KEYS: { readonly [P in Exclude<Preset, 'none'>]: { readonly [To in Reached]: string } } = {
  function: { pad: 'F9', prompt: 'F2', share: 'F8', card: 'F1' },
  control: { pad: '.', prompt: ';', share: "'", card: '/' },
};

/** The key that opens it, after `control` if it is pressed with Ctrl. Undefined if the preset has no keys. */
export function keyFor(to: Reached, preset: Preset, control: string): string | undefined {
  if (preset === 'none') return undefined;
  return preset === 'control' ? `${control}${KEYS.control[to]}` : KEYS.function[to];
}

/** What a typed key of a preset opens. */
export const reachedBy = (key: string, preset: Exclude<Preset, 'none'>): Reached | undefined =>
  REACHED.find((to) => KEYS[preset][to] === key);
