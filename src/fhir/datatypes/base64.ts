// Text as base64 of its UTF-8 bytes and back. This folder runs anywhere, so the caller provides the functions.

/** Base64 with padding and without line breaks, and how many bytes it is. Half a surrogate pair becomes U+FFFD. */
export type ToBase64 = (text: string) => { readonly data: string; readonly bytes: number };

/**
 * The text of some base64, with or without padding, white space and the two characters of base64url. Undefined if it is
 * not base64. Bytes that are not UTF-8 become U+FFFD.
 */
export type FromBase64 = (data: string) => string | undefined;
