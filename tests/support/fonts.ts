// The fonts of tests, so that no machine's default font decides whether a layout fits.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** The widest and the narrowest font that is common on thin clients, with its Debian package. */
export const FONTS = [
  { family: 'DejaVu Sans', from: 'fonts-dejavu-core' },
  { family: 'Liberation Sans Narrow', from: 'fonts-liberation' },
] as const;

/** One of the named fonts. */
export type TestFont = (typeof FONTS)[number];

/** The font of a journey that chooses none: the widest, or another one for a whole run. */
const DEFAULT_FONT = process.env['EVOKE_FONT'] ?? FONTS[0].family;

/** Draws a page in one font from now on. Rejects with the package to install if this machine lacks the font. */
export async function drawInFont(page: Page, { family, from }: TestFont): Promise<void> {
  const isDrawn = await page.evaluate(async (name) => {
    const found = await new FontFace('probe', `local("${name}")`).load().then(
      () => true,
      () => false,
    );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { font-family: "${name}" !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return found;
  }, family);
  if (!isDrawn) throw new Error(`This machine has no font "${family}". Install it (Debian: apt-get install ${from}).`);
}

/** Leaves out fonts of other machines that come before the default in our style sheet. */
const configuration = (cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <cachedir>${cache}</cachedir>
  <selectfont><rejectfont>
    <pattern><patelt name="family"><string>Roboto</string></patelt></pattern>
    <pattern><patelt name="family"><string>Segoe UI</string></patelt></pattern>
  </rejectfont></selectfont>
  ${['sans-serif', 'system-ui']
    .map(
      (generic) => `<match target="pattern">
    <test qual="any" name="family"><string>${generic}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>${DEFAULT_FONT}</string></edit>
  </match>`,
    )
    .join('\n  ')}
</fontconfig>
`;

/** Writes a fontconfig file for a browser into a folder. Returns its path, for the variable FONTCONFIG_FILE. */
export async function writeFontconfig(folder: string): Promise<string> {
  const file = join(folder, 'fonts.conf');
  await writeFile(file, configuration(join(folder, 'font-cache')));
  return file;
}
