// The one maker of addresses for links and images: what is not plainly a web page leads nowhere.

// No user info, no white space or control characters, no backslash: none of the spellings that browsers read another way.
const WEB = /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][^\s\\\p{Cc}]*)?$/iu;
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?(?:[/?#][^\s\\\p{Cc}]*)?$/iu;

/** The address itself if it is https, or http on this machine (a sandbox); otherwise `about:blank`. */
export function checkedUrl(address: string): string {
  return WEB.test(address) || LOOPBACK.test(address) ? address : 'about:blank';
}
