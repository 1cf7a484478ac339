import { median } from './median.ts';
import type { Paints } from './probe.ts';
import type { Variant } from './variants.ts';

/** `scrub`: `null` where there is nothing to be scrubbed. */
export type Run = Paints & { bytes: number; scrub: number | null };
export type Measured = { variant: Variant; runs: Run[] };

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

const COLUMNS: { title: string; of(run: Run): number | null; write(value: number): string }[] = [
  { title: 'first paint', of: ({ fcp }) => fcp, write: seconds },
  { title: 'largest paint', of: ({ lcp }) => lcp, write: seconds },
  { title: 'first scrub', of: ({ scrub }) => scrub, write: seconds },
  { title: 'blocked', of: ({ tbt }) => tbt, write: seconds },
  { title: 'layout shift', of: ({ cls }) => cls, write: (value) => value.toFixed(3) },
  { title: 'bytes', of: ({ bytes }) => bytes, write: (value) => `${Math.round(value / 1000)} kB` }
];

type Read = (of: (run: Run) => number | null) => number;

/** What the page is meant to reach: stated here once, and measured against in the report. */
const AIMS: { text: string; met(page: Read, waiting: Read): boolean }[] = [
  { text: 'largest paint at most 1.5 s', met: (page) => page(({ lcp }) => lcp) <= 1500 },
  { text: 'first scrub at most 2.5 s', met: (page) => page(({ scrub }) => scrub) <= 2500 },
  {
    text: 'first scrub at least 3 times sooner than waiting for MapLibre',
    met: (page, waiting) => page(({ scrub }) => scrub) * 3 <= waiting(({ scrub }) => scrub)
  },
  { text: 'layout shift below 0.02', met: (page) => page(({ cls }) => cls) < 0.02 }
];

/** The section of RESULTS.md. */
export function report(measured: readonly Measured[], { runs, machine, day }: { runs: number; machine: string; day: string }): string {
  const of = (id: string): Read => (read) => median(measured.find(({ variant }) => variant.id === id)!.runs.map((run) => read(run) ?? NaN));
  const cell = ({ of, write }: (typeof COLUMNS)[number], runs: Run[]) => {
    const values = runs.map(of).filter((value) => value !== null);
    return values.length > 0 ? write(median(values)) : '–';
  };
  const row = ({ variant, runs }: Measured) => [variant.title, ...COLUMNS.map((column) => cell(column, runs))];
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    `Written by \`npm run bench:load\` on ${day}. Medians of ${runs} runs, each with nothing cached: Chromium’s slow 4G`,
    '(1.44 Mbit/s, 562 ms for each request), processor slowed down 4 times, 1280 × 800.',
    '',
    `Machine: ${machine}.`,
    '',
    line(['', ...COLUMNS.map(({ title }) => title)]),
    line(['---', ...COLUMNS.map(() => '---:')]),
    ...measured.map((entry) => line(row(entry))),
    '',
    '“First scrub” is from the start of the navigation until the slider, moved again and again, first says another day with',
    'its marks or events to be seen. “Blocked” is total blocking time: of each task after the first paint, what is beyond 50 ms.',
    'The page that waits is the same build with nothing in the map’s frame until MapLibre has drawn, and only marks count.',
    'The bare page has the same basemap files, dots, and a slider; no list, no sources, nothing to read. The heading is the',
    'least that a page can be: what this machine, slowed down, needs to open any page and draw its first letters.',
    '',
    '### Aims',
    '',
    ...AIMS.map(({ text, met }) => `- ${met(of('page'), of('waiting')) ? 'met' : 'NOT met'}: ${text}`),
    ''
  ].join('\n');
}
