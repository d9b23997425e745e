// Reads the site configuration that the build stamped into the page. The build checked every rule. The page only checks
// that the text is unchanged, so clinicians need not download a schema library.

import { err, ok, type Result } from '../../lib/result.ts';
import type { Site } from '../../site.ts';
import type { LaunchFault } from '../faults.ts';

async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/**
 * The site of this page. Errors: `insecurePage` without https, `badSiteConfiguration` if the block is missing or was
 * changed after the build.
 */
export async function readStampedSite(): Promise<Result<Site, LaunchFault>> {
  // The DOM types do not know that it is missing in a page over http (Web Cryptography API, "Crypto interface").
  if (!('subtle' in crypto)) return err({ kind: 'insecurePage' });
  const block = document.querySelector('#site');
  const text = block?.textContent;
  const isUnchanged = text && block.getAttribute('data-digest') === (await digestOf(text));
  return isUnchanged ? ok(JSON.parse(text) as Site) : err({ kind: 'badSiteConfiguration' });
}
