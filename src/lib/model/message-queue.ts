import type { HostMessage } from './embed-contract.ts';

/** Messages that wait, one of each kind. A Map keeps their order: the map does them in turn. */
export type MessageQueue = Map<string, HostMessage>;

/**
 * Adds a message at the end. One of the same kind that waits already is merged into it: the fields of the later one
 * count, and those that it leaves out stay as they were.
 */
export function enqueue(queue: MessageQueue, message: HostMessage): void {
  const kind = message.type === 'pause' ? 'play' : message.type;
  const said = Object.entries(message).filter(([, value]) => value !== undefined);
  const merged = { ...queue.get(kind), ...Object.fromEntries(said) } as HostMessage;
  queue.delete(kind);
  queue.set(kind, merged);
}
