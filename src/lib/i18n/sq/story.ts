import type { Message } from '../message.ts';

/** The key moments. */
export const story = {
  'chapter.list': 'Momentet kryesore',
  'chapter.previous': 'Momenti i mëparshëm',
  'chapter.next': 'Momenti tjetër',
  'chapter.play': 'Nis gjithçka',
  'chapter.play.year': 'Nis gjithë vitin',
  'chapter.close': 'Mbyll këtë moment',
  'chapter.position': '{n} nga {of}',
  'chapter.announcement': 'Momenti {n} nga {of}: {title}',
  'chapter.sources': 'Burimet:',
  'share.story': 'me momentet kryesore',
  'record.chapters': 'Momentet kryesore'
} satisfies Record<string, Message>;
