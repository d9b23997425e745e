// The site's settings for Learn, as the build stamped them into the page. Every page works without them.

import type { Site } from '../../site.ts';

/** Reads the settings. Without them there is no local contact to show and no question after a visit. */
export function readLearnSettings(): Site['learn'] {
  const block = document.querySelector('#site')?.textContent;
  const stamped = block ? (JSON.parse(block) as { readonly learn?: Site['learn'] }).learn : undefined;
  return stamped ?? { afterVisit: false, contacts: [] };
}
