// Reads an answer's body up to a limit, so that an absurd one cannot take the panel down.

/** Lets go of the rest. Nobody waits for it: a stream that is shared may never confirm. */
function drop(source: { cancel: () => Promise<void> } | null): void {
  source?.cancel().catch(() => undefined);
}

/** The body as text; undefined when it is longer than `limit` bytes. Rejects when the connection breaks. */
export async function readBody(response: Response, limit: number): Promise<string | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    drop(response.body);
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
      drop(reader);
      return undefined;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
}

/** JSON of an object, or undefined for anything else. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
