import type { ExcludedLines } from '../../../lib/server/geodata/authored.ts';

const includes = ({ from, to }: ExcludedLines, line: number): boolean => line >= from && line <= to;

export const isExcluded = (ranges: readonly ExcludedLines[], line: number): boolean =>
  ranges.some((range) => includes(range, line));

/**
 * The ranges with lines taken out of the article, or in again. Neighbouring lines are one range; it keeps the reason of
 * the first that had one.
 */
export function withLines(ranges: readonly ExcludedLines[], from: number, to: number, out: boolean): ExcludedLines[] {
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const lines = new Map<number, string>();
  for (const range of ranges) for (let line = range.from; line <= range.to; line++) lines.set(line, range.why);
  for (let line = first; line <= last; line++) {
    if (out) lines.set(line, lines.get(line) ?? '');
    else lines.delete(line);
  }
  const result: ExcludedLines[] = [];
  for (const [line, why] of [...lines].sort(([a], [b]) => a - b)) {
    const before = result.at(-1);
    const joins = before?.to === line - 1 && (why === '' || before.why === '' || before.why === why);
    if (!joins) result.push({ from: line, to: line, why });
    else {
      before.to = line;
      before.why ||= why;
    }
  }
  return result;
}
