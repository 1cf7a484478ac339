import { structuredPatch } from 'diff';

export type FileDiff = { file: string; diff: string };

/** Longer lines, as of geometry, are cut. */
const LONGEST_LINE = 400;

/** What changes in each file, as a unified diff without its head; files in the order of their names. */
export function diffOf(before: ReadonlyMap<string, string>, changes: ReadonlyMap<string, string>): FileDiff[] {
  return [...changes]
    .map(([file, content]) => ({ file, diff: diff(before.get(file) ?? '', content) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

function diff(before: string, after: string): string {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 2 });
  const text = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    // None is after the line before it, as in `diff -u`.
    `@@ -${oldStart - (oldLines === 0 ? 1 : 0)},${oldLines} +${newStart - (newLines === 0 ? 1 : 0)},${newLines} @@`,
    ...lines.map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line))
  ]);
  return text.join('\n');
}
