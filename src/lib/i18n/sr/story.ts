import type { Message } from '../message.ts';

/** The key moments. */
export const story = {
  'chapter.list': 'Ključni trenuci',
  'chapter.previous': 'Prethodni trenutak',
  'chapter.next': 'Sledeći trenutak',
  'chapter.play': 'Pusti sve',
  'chapter.play.year': 'Pusti celu godinu',
  'chapter.close': 'Zatvori ovaj trenutak',
  'chapter.position': '{n} od {of}',
  'chapter.announcement': 'Trenutak {n} od {of}: {title}',
  'chapter.sources': 'Izvori:',
  'share.story': 'sa ključnim trenucima',
  'record.chapters': 'Ključni trenuci'
} satisfies Record<string, Message>;
