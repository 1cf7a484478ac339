import { expect, test } from 'vitest';
import { withKeptNote } from '../../../src/lib/offline/kept-note.ts';

const MONTHS = Array.from({ length: 12 }, (_, at) => `1. mesec${at + 1}. 2000.`).join('|');
const page = (note: string) => `<html lang="sr-Latn"><p hidden>other</p>${note}<p>1 January 2000</p>`;

test('the note is shown with the day, in the words of the page, and nothing else changes', () => {
  const note = `<p class="kept s-1" role="status" data-kept="" hidden="">Kopija: <time data-months="${MONTHS}"></time></p>`;
  expect(withKeptNote(page(note), new Date(2026, 10, 24, 12))).toBe(
    page(
      `<p class="kept s-1" role="status" data-kept="">Kopija: <time data-months="${MONTHS}">24. mesec11. 2026.</time></p>`
    )
  );
});

test('a page without the note stays as it is', () => {
  expect(withKeptNote(page(''), new Date())).toBe(page(''));
});
