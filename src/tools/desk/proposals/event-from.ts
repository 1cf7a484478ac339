import type { DraftClaim, DraftEvent } from '../draft.ts';
import { kindsOf } from './event-kinds.ts';
import type { Known } from './known.ts';

/**
 * An event of what a claim says: its sentence without the full stop as the title, its date and places, and the likeliest
 * kind. Its id is for the program to make. Nothing is invented: what the claim lacks stays empty.
 */
export function eventFrom({ fields }: DraftClaim, known: Known): DraftEvent {
  const { what = '', date, places = [], modality } = fields;
  const edtf = date?.edtf ?? '';
  return {
    id: '',
    kind: kindsOf(fields, known)[0] ?? '',
    title: what.trim().replace(/\.$/, ''),
    date: { edtf, basis: date?.basis ?? '' },
    // An alert has a beginning and goes on: it lasts all of its date.
    extent: edtf.endsWith('/..') ? 'throughout' : 'within',
    ...(modality === 'planned' && { planned: true }),
    places: places.map(({ ref, precision }) => ({ ref, basis: 'article', precision })),
    labels: []
  };
}
