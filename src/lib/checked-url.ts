// Every address of a link or image passes through here. An address that is not plainly a web page becomes
// `about:blank`.

// Allows no user info, white space, control character or backslash, because browsers read such spellings differently.
const WEB = /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][^\s\\\p{Cc}]*)?$/iu;
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?(?:[/?#][^\s\\\p{Cc}]*)?$/iu;

/** The address itself if it is https, or http on this machine (a sandbox). Otherwise `about:blank`. */
export function checkedUrl(address: string): string {
  return WEB.test(address) || LOOPBACK.test(address) ? address : 'about:blank';
}
