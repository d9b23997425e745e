// Text in which a date, a number of a record or a scope is broken only if a whole line has no room for it.

/** Browsers break a line at a hyphen and a slash. */
const BREAKABLE = /(\S+[-/]\S+)/;

export const WholeWords = ({ text }: { readonly text: string }) => (
  <>
    {text.split(BREAKABLE).map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no identity but its place
        <span key={index} class="unbroken">
          {part}
        </span>
      ),
    )}
  </>
);
