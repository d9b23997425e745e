// A small glyph beside words that already say it. Drawn, not written: a character that the page's font lacks has the
// browser search all fonts of the device, once for each such character, and the first picture waits for it.

import css from './Glyph.module.css';

/** What is shown: something is recorded or chosen; more can be opened; what is open can be closed. */
export type GlyphKind = 'tick' | 'opens' | 'closes';

/** In the colour and size of the words it stands beside; nothing to a screen reader. */
export function Glyph({ kind }: { readonly kind: GlyphKind }) {
  return <span class={`${css.glyph} ${css[kind]}`} aria-hidden="true" />;
}
