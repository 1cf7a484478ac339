import { expect, test } from 'vitest';
import { withSection } from '../../bench/results.ts';

const [LOAD, SCRUB] = ['How soon the page is there', 'Scrubbing at any number of events'] as const;

test('a benchmark writes its section into an empty file', () => {
  expect(withSection('', SCRUB, 'fast\n')).toBe('# Benchmarks\n\n## Scrubbing at any number of events\n\nfast\n');
});

test('a section takes the place of its last version, and the other stays as it is, parts and all', () => {
  const both = withSection(withSection('', SCRUB, 'fast\n\n### Aims\n\n- met'), LOAD, 'soon\n\n### Aims\n\n- NOT met');
  const again = withSection(both, SCRUB, 'faster');
  expect(again).toBe(`# Benchmarks\n\n## ${LOAD}\n\nsoon\n\n### Aims\n\n- NOT met\n\n## ${SCRUB}\n\nfaster\n`);
});

test('sections are in one order, whichever was written first', () => {
  const one = withSection(withSection('', LOAD, 'a'), SCRUB, 'b');
  expect(withSection(withSection('', SCRUB, 'b'), LOAD, 'a')).toBe(one);
});

test('writing the same section twice changes nothing', () => {
  const once = withSection('', LOAD, '| a | b |\n| --- | --- |\n');
  expect(withSection(once, LOAD, '| a | b |\n| --- | --- |\n')).toBe(once);
});
