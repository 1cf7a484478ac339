import type { Message } from '../message.ts';

export const time = {} satisfies Record<string, Message>;
