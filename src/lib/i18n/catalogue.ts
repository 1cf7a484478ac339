import type { common } from './en/common.ts';
import type { embed } from './en/embed.ts';
import type { exports } from './en/exports.ts';
import type { map } from './en/map.ts';
import type { page } from './en/page.ts';
import type { panels } from './en/panels.ts';
import type { story } from './en/story.ts';
import type { time } from './en/time.ts';
import type { Message } from './message.ts';

// Only types: a page fetches the messages of its own language (`open-language.ts`).
type English = typeof common &
  typeof map &
  typeof time &
  typeof panels &
  typeof page &
  typeof exports &
  typeof embed &
  typeof story;

export type MessageKey = keyof English;

/** Every message of one language. */
export type Catalogue = Record<MessageKey, Message>;
