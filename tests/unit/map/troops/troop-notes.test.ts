import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/lib/i18n/catalogues.ts';
import { overlaps } from '../../../../src/lib/map/box.ts';
import { noteRooms, noteSlots, troopNotes } from '../../../../src/lib/map/troops/troop-notes.ts';
import { troopRows } from '../../../../src/lib/map/troops/troop-rows.ts';
import { indexDataset } from '../../../../src/lib/model/index-dataset.ts';
import { troopsAt, troopTracks } from '../../../../src/lib/model/troops.ts';
import { loadDataset } from '../../../../src/lib/server/geodata/dataset.ts';
import { day } from '../../time/fixture.ts';

const index = indexDataset(loadDataset());
const tracks = troopTracks(index, { asOf: null, hiddenArticles: [] })!;
const words = { language: english, index, form: 'en' };
const rowsOn = (iso: string) => troopRows({ ...words, fitsPx: 210 }, troopsAt(tracks, day(iso)));
const DAYS = ['2023-01-01', '2023-05-30', '2023-07-15', '2023-09-24', '2023-11-20', '2023-12-07', '2023-12-31'];

describe('what is stated of troops at a place', () => {
  test('stands only where its claim places it, and never where it was said off the map', () => {
    for (const iso of DAYS)
      for (const [ref, rows] of rowsOn(iso)) {
        expect(index.sites.get(ref)?.offMap ?? false, ref).toBe(false);
        for (const { claim } of rows) expect(claim.places.map((place) => place.ref)).toContain(ref);
      }
  });
  test('is nothing before anything was stated', () => expect(rowsOn('2023-01-01').size).toBe(0));
  test('keeps the bound and says its age; a step has its own number and is possible where it is', () => {
    const texts = (iso: string) => [...rowsOn(iso).values()].flat().map(({ lines }) => lines.join(' '));
    expect(texts('2023-11-20')).toContain('KFOR: more than 4,500');
    expect(texts('2023-12-07')).toContain('KFOR: more than 4,500 last stated 17 days ago');
    expect(texts('2023-05-30')).toContain('KFOR: 700 decided');
    expect(texts('2023-12-07').join()).not.toContain('700 deployed');
    const thousand = [...rowsOn('2023-12-07').values()].flat().find(({ lines }) => lines.join().includes('1,000'))!;
    expect([thousand.presence, thousand.lines.join(' ')]).toEqual(['possible', 'KFOR: 1,000 possibly deployed']);
  });
  test('has a name that begins with what is seen', () => {
    for (const { lines, name } of [...rowsOn('2023-05-30').values()].flat())
      expect(name.replace(/,/g, '').startsWith(lines.join(' ').replace(/,/g, ''))).toBe(true);
  });
});

describe('where it stands', () => {
  const anchor = { x: 380, y: 200, width: 80, height: 18 };
  const said = { ...words, size: { width: 800, height: 400 } };
  const options = {
    index,
    size: said.size,
    rooms: noteRooms(said),
    anchors: new Map([['kosovo', anchor]]),
    obstacles: [anchor, { x: 300, y: 280, width: 200, height: 60 }],
    project: () => ({ x: -100, y: -100 })
  };
  const slots = noteSlots(options);
  const notesOn = (iso: string) => troopNotes(said, slots, troopsAt(tracks, day(iso)));

  test('is beside the name of its place, off all else, and the same on every day', () => {
    const boxes = new Map<string, unknown>();
    for (const iso of DAYS)
      for (const { key, box } of notesOn(iso)) {
        expect(
          options.obstacles.some((other) => overlaps(box, other)),
          key
        ).toBe(false);
        expect(boxes.get(key) ?? box).toEqual(box);
        boxes.set(key, box);
      }
    expect(boxes.has('total')).toBe(true);
    expect(slots.some((a) => slots.some((b) => a !== b && overlaps(a.box, b.box)))).toBe(false);
  });
  test('is nowhere without room', () => {
    expect(noteSlots({ ...options, obstacles: [{ x: 0, y: 0, ...options.size }] })).toEqual([]);
  });
});
