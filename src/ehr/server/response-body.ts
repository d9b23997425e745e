// Reads a response body up to a limit, so that a huge one cannot crash the panel.

import { type Fields, isObject } from '../../fhir/datatypes/json.ts';
import { attempt } from '../../lib/attempt.ts';

/** Cancels the rest of the stream without waiting, because a shared stream may never confirm. */
function cancel(source: { cancel: () => Promise<void> } | null): void {
  source?.cancel().catch(() => undefined);
}

/** The body as text, or undefined if it is longer than `limit` bytes. Rejects when the connection breaks. */
export async function readBody(response: Response, limit: number): Promise<string | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    cancel(response.body);
    return undefined;
  }
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts.join('') + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      cancel(reader);
      return undefined;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
}

/** Parses the JSON of an object. Returns undefined for anything else. */
export function parseObject(text: string): Fields | undefined {
  const value: unknown = attempt(() => JSON.parse(text));
  return isObject(value) ? value : undefined;
}
