import { expect, test } from 'vitest';
import { enqueue, type MessageQueue } from '../../../src/lib/model/message-queue.ts';
import type { HostMessage } from '../../../src/lib/model/embed-contract.ts';

const queued = (...messages: HostMessage[]) => {
  const queue: MessageQueue = new Map();
  for (const message of messages) enqueue(queue, message);
  return [...queue.values()];
};

test('of each kind one waits, in the order of the last of each', () => {
  expect(
    queued(
      { type: 'setDay', day: '2023-05-29' },
      { type: 'play' },
      { type: 'setDay', day: '2023-09-24' },
      { type: 'pause' }
    )
  ).toEqual([{ type: 'setDay', day: '2023-09-24' }, { type: 'pause' }]);
});

test('what the later message leaves out stays as the earlier had it', () => {
  expect(
    queued(
      { type: 'filter', hide: ['vote'], external: true },
      { type: 'filter', hide: undefined, without: ['a'], external: false },
      { type: 'setDay', day: '2023-05-29', window: 'week' },
      { type: 'setDay', day: '2023-09-24', window: undefined }
    )
  ).toEqual([
    { type: 'filter', hide: ['vote'], without: ['a'], external: false },
    { type: 'setDay', day: '2023-09-24', window: 'week' }
  ]);
});
