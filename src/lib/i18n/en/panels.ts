import type { Message } from '../message.ts';

export const panels = {} satisfies Record<string, Message>;
