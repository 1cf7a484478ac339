import type { Message } from '../message.ts';

export const map = {} satisfies Record<string, Message>;
