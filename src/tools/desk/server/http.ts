import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer of the desk’s own routes. Text and bytes are sent as they are, anything else as JSON. */
export type Answer = { status?: number; body: unknown; type?: string; headers?: Record<string, string> };

/** Thrown by a route: told to the page in these words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly more: Record<string, unknown> = {}
  ) {
    super(message);
  }
}

/** What `run` gives; what it throws is told to the page. */
export function orRefuse<T>(status: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Refused(status, error instanceof Error ? error.message : String(error));
  }
}

/** Larger than any article, and than a draft with all its claims; a slip of the hand drops a film. */
const MOST_BYTES = 8 * 1024 * 1024;

/** The body of a request, whole. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MOST_BYTES) throw new Refused(413, `That is larger than ${MOST_BYTES / 1024 / 1024} MB: no article.`);
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

export async function jsonOf<T>(request: IncomingMessage): Promise<T> {
  const bytes = await bodyOf(request);
  try {
    return JSON.parse(bytes.toString('utf8')) as T;
  } catch {
    throw new Refused(400, 'The request holds no JSON.');
  }
}

export function send(response: ServerResponse, { status = 200, body, type, headers = {} }: Answer): void {
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, {
    'Content-Type': type ?? (isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'),
    ...headers
  });
  response.end(isText ? body : JSON.stringify(body));
}
