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

type Aim = {
  text: string;
  found(page: Read, waiting: Read): number;
  met(found: number): boolean;
  write(value: number): string;
};

/** What the page is meant to reach: stated here once, and measured against in the report. */
const AIMS: Aim[] = [
  {
    text: 'largest paint at most 1.5 s',
    found: (page) => page(({ lcp }) => lcp),
    met: (ms) => ms <= 1500,
    write: seconds
  },
  {
    text: 'first scrub at most 2.5 s',
    found: (page) => page(({ scrub }) => scrub),
    met: (ms) => ms <= 2500,
    write: seconds
  },
  {
    text: 'first scrub at least 3 times sooner than waiting for MapLibre',
    found: (page, waiting) => waiting(({ scrub }) => scrub) / page(({ scrub }) => scrub),
    met: (times) => times >= 3,
    write: (times) => `${times.toFixed(1)} times`
  },
  {
    text: 'layout shift below 0.02',
    found: (page) => page(({ cls }) => cls),
    met: (shift) => shift < 0.02,
    write: (shift) => shift.toFixed(4)
  }
];

/** Found out once, by leaving parts of the page out: not measured in every run. */
const WHERE_THE_TIME_GOES = [
  '### Where the time goes',
  '',
  'Found on 2026-11-22, on this machine slowed down as above, by leaving parts out. The page is one request of 90 kB and has come',
  'after 1.05 s; its first view needs the first half of that. Until it is seen, some 1,400 boxes are laid out and drawn: without the',
  'time panel’s lanes 0.3 s sooner, without the names on the map 0.3 s, with the fonts of the system alone 0.2 s, without all of these,',
  'with one size of type, 1.56 s instead of 1.82. Every size of type that is asked for the first time takes 3 ms. So no part of the page',
  'is what keeps it from the aim, and none was given up for it. The slider answers once 60 kB of script have come (1.9 s), have been',
  'run (0.1 s), and have taken over what was drawn (0.5 s); the fonts’ arrival then lays the page out once more (0.15 s).',
  ''
];

/** The section of RESULTS.md. */
export function report(
  measured: readonly Measured[],
  { runs, machine, day }: { runs: number; machine: string; day: string }
): string {
  const of =
    (id: string): Read =>
    (read) =>
      median(measured.find(({ variant }) => variant.id === id)!.runs.map((run) => read(run) ?? NaN));
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
    ...WHERE_THE_TIME_GOES,
    '### Aims',
    '',
    ...AIMS.map(({ text, found, met, write }) => {
      const value = found(of('page'), of('waiting'));
      return `- ${met(value) ? 'met' : 'NOT met'}: ${text} (${write(value)})`;
    }),
    ''
  ].join('\n');
}
