// The measures themselves: a page with every fault they look for, and the same page without. A measure that finds nothing
// wrong here would find nothing anywhere.
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { bringAxe } from '../support/barriers.ts';
import {
  bringMeasures,
  faintInForcedColors,
  faultsForFingers,
  faultsOfShape,
  faultsOfTabbing,
} from '../support/geometry.ts';
import { watchedContext } from '../support/journey.ts';

async function pageOf(html: string): Promise<Page> {
  const { context } = await watchedContext();
  onTestFinished(() => context.close());
  await bringAxe(context);
  await bringMeasures(context);
  const page = await context.newPage();
  await page.setViewportSize({ width: 320, height: 480 });
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><html lang="en"><title>Try</title>${html}</html>`);
  return page;
}

const SHAPES: readonly (readonly [what: string, found: RegExp, html: string])[] = [
  [
    'small buttons side by side',
    /small target, 20\.0 by 20\.0 px/,
    '<button class="s">1</button><button class="s">2</button>',
  ],
  ['a name without the seen word', /named "send", seen "sign"/, '<button aria-label="Send">Sign</button>'],
  ['a control without a name', /named ""/, '<button><svg width="30" height="30"></svg></button>'],
  [
    'a box too low for spaced text',
    /spaced text, cut off/,
    '<div class="low">Two words that need their room here and there and also here</div>',
  ],
  [
    'a button that its words leave',
    /spaced text, leaves its control/,
    '<button class="narrow">Rearrangements</button>',
  ],
  ['a line over another', /lies over other text/, '<p>What is below</p><p class="over">What is above</p>'],
];

const STYLE = `<style>
  .s { inline-size: 20px; block-size: 20px; padding: 0; margin: 0; }
  .low { inline-size: 160px; block-size: 56px; overflow: hidden; font: 16px/1.15 sans-serif; }
  .narrow { inline-size: 104px; padding: 0; font: 14px sans-serif; }
  p { margin: 0; } .over { margin-block-start: -1em; }
</style>`;

test.each(SHAPES)('%s is found', async (_, found, html) => {
  const page = await pageOf(`${STYLE}<main>${html}</main>`);
  expect((await faultsOfShape(page)).join('\n')).toMatch(found);
});

test('a button too low for a finger is found, and one with room, or with a larger place to touch, is not', async () => {
  const page = await pageOf(`<style>
    button { display: block; position: relative; block-size: 30px; padding: 0; border: 0; }
    .roomy { margin-block-start: 40px; }
    .large { margin-block-start: 14px; }
    .large::before { content: ""; position: absolute; inset: -14px 0 0; }
  </style><main><button>One</button><button>Two</button><button class="roomy">Three</button>
    <button class="large">Four</button></main>`);
  expect(await faultsForFingers(page)).toEqual([
    '29 px for a finger, drawn 30 px: button. "One"',
    '29 px for a finger, drawn 30 px: button. "Two"',
  ]);
});

test('a button whose larger place to touch covers the edge of another is found', async () => {
  const page = await pageOf(`<style>
    button { display: block; position: relative; block-size: 44px; padding: 0; border: 0; }
    .large::before { content: ""; position: absolute; inset: -4px 0; }
  </style><main><button>One</button><button class="large">Two</button></main>`);
  expect(await faultsForFingers(page)).toEqual(['button. "One" is covered by button.large "Two"']);
});

const BARS = '<style>.bar { position: fixed; inset: auto 0 0 0; block-size: 300px; background: silver; }</style>';

const WALKS: readonly (readonly [what: string, found: RegExp, html: string])[] = [
  [
    'a stop under a bar',
    /focus covered at \d of 5 points, by div\.bar/,
    `${BARS}<a href="#" style="position:fixed;bottom:10px">Under</a><div class="bar"></div>`,
  ],
  ['a stop that shows no focus', /nothing shows that it has the focus/, '<button style="outline:none">Plain</button>'],
  [
    'an order against what is seen',
    /focus goes back/,
    '<div style="display:flex;flex-direction:column-reverse"><button>A</button><button>B</button></div>',
  ],
];

test.each(WALKS)('%s is found', async (_, found, html) => {
  const page = await pageOf(`<main>${html}</main>`);
  expect((await faultsOfTabbing(page)).join('\n')).toMatch(found);
});

test('text too faint in forced colors is found', async () => {
  const page = await pageOf('<p style="forced-color-adjust:none;color:#777;background:#888">Faint</p><p>Clear</p>');
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await faintInForcedColors(page)).toEqual([expect.stringMatching(/^contrast 1\.\d+: p\. "Faint"$/)]);
});

test('a page without these faults is found to have none', async () => {
  const page = await pageOf(
    '<main><h1>Try</h1><p>One <a href="#a">link</a> in a sentence.</p><button>Sign</button> <label>Words <input></label></main>',
  );
  expect([...(await faultsOfShape(page)), ...(await faultsOfTabbing(page))]).toEqual([]);
});
