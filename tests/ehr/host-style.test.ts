// The EHR's own look: read by pattern, from its own servers only, and worn only where everything stays legible.
import { afterEach, expect, test, vi } from 'vitest';
import { decodeHostStyle, readHostStyle } from '../../src/ehr/host/host-theme.ts';
import { contrast, hostTokens } from '../../src/ui/host-theme.ts';
import { loopbackSite } from '../hosting/sites.ts';

afterEach(() => vi.unstubAllGlobals());

const [ENTRY] = loopbackSite().ehrs;
if (!ENTRY) throw new Error('The site has no EHR');
const OWN = new URL('/style.json', ENTRY.iss).href;

test('a style is asked for at this EHR only, without cookies, token or referrer', async () => {
  const asked = vi.fn(async () => Response.json({ color_background: '#EDEAE3' }));
  vi.stubGlobal('fetch', asked);
  expect(await readHostStyle('https://elsewhere.example/style.json', ENTRY)).toEqual({});
  expect(await readHostStyle(undefined, ENTRY)).toEqual({});
  expect(asked).not.toHaveBeenCalled();
  expect(await readHostStyle(OWN, ENTRY)).toEqual({ background: '#edeae3' });
  expect(asked).toHaveBeenCalledWith(
    OWN,
    expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer' }),
  );
  expect(JSON.stringify(asked.mock.calls)).not.toContain('Authorization');
});

test('a style that cannot be read is ignored', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }));
  expect(await readHostStyle(OWN, ENTRY)).toEqual({});
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await readHostStyle(OWN, ENTRY)).toEqual({});
});

test.each([['url(https://evil.example/x)'], ['red; background: url(x)'], ['#12345'], ['rgb(0,0,0)'], [12], [null]])(
  '%s is not a color',
  (value) => {
    expect(decodeHostStyle({ color_background: value, color_text: value, color_highlight: value })).toEqual({});
  },
);

test.each([['x; } body { display: none'], ['url(x)'], ['a\\62 c'], [''], [['Arial']]])('%s is not a font', (value) => {
  expect(decodeHostStyle({ font_family_body: value })).toEqual({});
});

test.each([['100px'], ['-2px'], ['1em'], ['calc(1px)'], [4]])('%s is not a radius', (value) => {
  expect(decodeHostStyle({ dim_border_radius: value })).toEqual({});
});

test('what fits is read', () => {
  expect(
    decodeHostStyle({
      color_background: ' #EEE ',
      color_text: '#303030',
      color_highlight: '#004488',
      dim_border_radius: '6px',
      font_family_body: "Georgia, 'Times New Roman', serif",
      dim_font_size: '13px',
    }),
  ).toEqual({
    background: '#eeeeee',
    text: '#303030',
    accent: '#004488',
    radius: 6,
    font: "Georgia, 'Times New Roman', serif",
  });
});

test('contrast is measured as WCAG measures it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

test.each([
  ['grey text on a pale page', { background: '#ffffff', text: '#999999' }],
  ['a page that our own words vanish on', { background: '#0e5c63', text: '#ffffff' }],
  ['a dark page', { background: '#101010', text: '#f0f0f0' }],
  ['an accent too pale to write with', { accent: '#ffcc00' }],
])('%s is left alone', (_, style) => {
  expect([...hostTokens(style)]).toEqual([]);
});

test('a legible look is worn', () => {
  expect(
    Object.fromEntries(hostTokens({ background: '#f7f7f7', text: '#222222', accent: '#004488', radius: 2 })),
  ).toEqual({
    '--page': '#f7f7f7',
    '--text': '#222222',
    '--accent': '#004488',
    '--radius': '2px',
  });
});
