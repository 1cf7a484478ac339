import type { Message } from '../message.ts';

/** The key moments. */
export const story = {
  'chapter.list': 'Key moments',
  'chapter.previous': 'Previous moment',
  'chapter.next': 'Next moment',
  'chapter.play': 'Play everything',
  'chapter.play.year': 'Play the year',
  'chapter.close': 'Close this moment',
  'chapter.position': '{n} of {of}',
  'chapter.announcement': 'Moment {n} of {of}: {title}',
  'chapter.sources': 'Sources:',
  'share.story': 'with key moments',
  'record.chapters': 'Key moments'
} satisfies Record<string, Message>;
