/** The desk’s server said no, or says nothing. `status` 0: it does not answer. */
export class Failed extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly more: Record<string, unknown> = {}
  ) {
    super(message);
  }
}

/** What a person is told of an error. */
export const messageOf = (error: unknown): string => (error instanceof Failed ? error.message : String(error));

const GONE = 'The desk does not answer. Is it still running in the terminal?';
const STALE =
  'The desk was started anew since. Open the address that it printed; what is here can be copied from here.';

/** Asks the desk’s server. Throws `Failed`, in words for people. */
export async function ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
  const isRaw = body instanceof Blob || body instanceof Uint8Array;
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      ...(body !== undefined && { body: (isRaw ? body : JSON.stringify(body)) as BodyInit })
    });
  } catch {
    throw new Failed(0, GONE);
  }
  const text = await response.text();
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  const answer: unknown = isJson ? JSON.parse(text) : text;
  if (response.ok) return answer as T;
  if (!isJson) throw new Failed(response.status, STALE);
  const { message, ...more } = answer as { message: string };
  throw new Failed(response.status, message, more);
}
