// A small glyph next to text that already says the same. It is drawn as a shape. For a character that the page's font
// lacks, the browser searches all fonts of the device and delays the first frame.

import css from './Glyph.module.css';

/** Something is recorded or chosen, something can be opened, or something open can be closed. */
export type GlyphKind = 'tick' | 'opens' | 'closes';

/** It has the color and size of the text next to it. Screen readers ignore it. */
export function Glyph({ kind }: { readonly kind: GlyphKind }) {
  return <span class={`${css.glyph} ${css[kind]}`} aria-hidden="true" />;
}
