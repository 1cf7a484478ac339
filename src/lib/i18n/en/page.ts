import type { Message } from '../message.ts';

export const page = {} satisfies Record<string, Message>;
