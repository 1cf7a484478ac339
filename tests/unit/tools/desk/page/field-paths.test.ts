import { expect, test } from 'vitest';
import {
  isConfirmed,
  nearestAbove,
  pathsOf,
  proposedIn,
  setAt,
  valueAt,
  withConfirmed,
  withoutMember
} from '../../../../../src/tools/desk/page/field-paths.ts';

const FIELDS = {
  topic: 'talks',
  actors: ['mayor', 'guard'],
  places: [],
  date: { edtf: '2031-05-12', basis: 'said so' },
  quantities: [{ value: 3, bound: 'exact', upper: null }]
};

test('each field has a path of its own, and a list of words is one field', () => {
  expect(pathsOf(FIELDS)).toEqual([
    'topic',
    'actors',
    'places',
    'date.edtf',
    'date.basis',
    'quantities[0].value',
    'quantities[0].bound',
    'quantities[0].upper'
  ]);
});

test('what is confirmed covers what is below it, and nothing that only begins alike', () => {
  expect(isConfirmed('quantities[1].value', ['quantities[1]'])).toBe(true);
  expect(isConfirmed('quantities[10].value', ['quantities[1]'])).toBe(false);
  expect(isConfirmed('dateline', ['date'])).toBe(false);
  expect(proposedIn(FIELDS, ['quantities', 'date.edtf', 'topic'])).toEqual(['actors', 'places', 'date.basis']);
});

test('confirming a whole takes the place of its parts', () => {
  expect(withConfirmed('date', ['topic', 'date.edtf'])).toEqual(['topic', 'date']);
  expect(withConfirmed('date.edtf', ['date'])).toEqual(['date']);
});

test('taking out the first figure leaves the second confirmed, now as the first', () => {
  const confirmed = ['topic', 'quantities[0].value', 'quantities[1].value', 'quantities[1].bound'];
  expect(withoutMember('quantities', 0, confirmed)).toEqual(['topic', 'quantities[0].value', 'quantities[0].bound']);
});

test('a field is set below what is not there yet, and taken out by undefined', () => {
  const tree: Record<string, unknown> = {};
  setAt(tree, 'date.edtf', '2031');
  expect(valueAt(tree, 'date.edtf')).toBe('2031');
  setAt(tree, 'date.edtf', undefined);
  expect(tree).toEqual({ date: {} });
});

test('the nearest thing said above a field is the one that counts', () => {
  const said = { date: 'a', 'date.edtf': 'b', dat: 'c' };
  expect(nearestAbove('date.edtf', said)).toBe('b');
  expect(nearestAbove('date.basis', said)).toBe('a');
  expect(nearestAbove('topic', said)).toBeUndefined();
});
