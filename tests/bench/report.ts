import { median } from './median.ts';
import type { Paints } from './probe.ts';
import type { Variant } from './variants.ts';

/** `scrub`: `null` where there is nothing to be scrubbed. */
export type Run = Paints & { bytes: number; scrub: number | null };
export type Measured = { variant: Variant; runs: Run[] };

export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

const COLUMNS: { title: string; of(run: Run): number | null; write(value: number): string }[] = [
  { title: 'first paint', of: ({ fcp }) => fcp, write: seconds },
  { title: 'largest paint', of: ({ lcp }) => lcp, write: seconds },
  { title: 'first scrub', of: ({ scrub }) => scrub, write: seconds },
  { title: 'blocked', of: ({ tbt }) => tbt, write: seconds },
  { title: 'layout shift', of: ({ cls }) => cls, write: (value) => value.toFixed(3) },
  { title: 'bytes', of: ({ bytes }) => bytes, write: (value) => `${Math.round(value / 1000)} kB` }
];

/** The median of a variant, by its id; not a number where it was not measured. */
type Of = (id: string, read: (run: Run) => number | null) => number;

type Aim = {
  text: string;
  found(of: Of): number;
  met(found: number): boolean;
  write(value: number): string;
};

/** As readers arrive. */
const ARRIVALS = ['page', 'deep', 'event', 'embed'];
const paint = ({ lcp }: Run) => lcp;
const scrub = (run: Run) => run.scrub;
/** The largest that was measured. */
const worst = (values: number[]) => Math.max(...values.filter((value) => !Number.isNaN(value)));
const times = (value: number) => `${value.toFixed(2)} times`;

/** What the page is meant to reach: stated here once, and measured against in the report. */
const AIMS: Aim[] = [
  {
    text: 'largest paint at most 1.4 times the heading’s, however one arrives',
    found: (of) => worst(ARRIVALS.map((id) => of(id, paint))) / of('heading', paint),
    met: (ratio) => ratio <= 1.4,
    write: times
  },
  {
    text: 'largest paint of a link with a day, an event’s page and an embed within 10 % of the page’s',
    found: (of) => worst(ARRIVALS.map((id) => of(id, paint))) / of('page', paint),
    met: (ratio) => ratio <= 1.1,
    write: times
  },
  {
    text: 'first scrub at most 3 times the heading’s paint, however one arrives',
    found: (of) => worst(ARRIVALS.map((id) => of(id, scrub))) / of('heading', paint),
    met: (ratio) => ratio <= 3,
    write: times
  },
  {
    text: 'first scrub at least 3 times sooner than waiting for MapLibre',
    found: (of) => of('waiting', scrub) / of('page', scrub),
    met: (ratio) => ratio >= 3,
    write: times
  },
  {
    text: 'layout shift below 0.02, however one arrives',
    found: (of) => worst(ARRIVALS.map((id) => of(id, ({ cls }) => cls))),
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
  'time panel’s lanes 0.3 s sooner, without the names on the map 0.3 s, with the fonts of the system alone 0.2 s. Every size of type',
  'that is asked for the first time takes 3 ms.',
  '',
  'What was tried since, in script before the slider answers (gzip): leaving SvelteKit’s router and the pages around what is hydrated',
  'out of the client build, 65.3 kB to 63.6; hydrating the map after the slider, as an island, 63.6 to 53. Both are kept. A font of the',
  'system that is set as wide as Noto Sans took layout shift on a machine with DejaVu alone from 0.009 to 0.0005.',
  '',
  'On 2026-11-26 the first scrub was taken apart by profiles of the processor, and each change tried against the build before it, in',
  'turns on one machine (5 to 9 rounds; others were at work on it, so differences of less than 0.1 s say nothing):',
  '',
  '- Kept, together: the script runs as soon as it is there (`async`), not when all of the page is; fonts and the map’s program are',
  '  asked for at the end of the page, and share no line with what the slider needs; a move of the slider shows at once, not in the next',
  '  frame; of moves before hydration only the last is made. The page: 2.78 s to 2.03 s on a busy machine, the same (1.75 s to 1.73 s)',
  '  on a quiet one, where only the line is waited for. Each font that arrives has 1,600 boxes laid out again.',
  '- Kept: the page of an event no longer waits for all styles (a request after the page) and for the basemap (13 kB, which its map',
  '  needs, not its slider): 3.0 s to 2.4 s. What remains of its 2.1 s: the page and then what it',
  '  names, two requests one after the other, 1.12 s, which is 1.7 times the heading already; 57 kB of script and 38 kB of data on one',
  '  line, 0.52 s; hydration and one layout, 0.3 s.',
  '- Not kept: the data inside each page of an event, on the line while it is idle: some 0.2 s sooner. Each further page would bring 38 kB',
  '  that they share now, and the build would grow by 12 MB, beyond its 40.',
  '- Worse, so dropped: a style sheet above the script, as it holds up what stands below it: 0.5 s.',
  '- Nothing: `content-visibility` for the lanes (0.01 s).',
  '- Not kept: 3 sizes of type in place of 13. First paint 0.07 s sooner, first scrub 0.17 s at the most; dates, titles and notes would',
  '  look alike.',
  ''
];

/** The section of RESULTS.md. */
export function report(
  measured: readonly Measured[],
  { runs, machine, day }: { runs: number; machine: string; day: string }
): string {
  const of: Of = (id, read) =>
    median(measured.find(({ variant }) => variant.id === id)?.runs.map((run) => read(run) ?? NaN) ?? []);
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
      const value = found(of);
      return `- ${met(value) ? 'met' : 'NOT met'}: ${text} (${write(value)})`;
    }),
    ''
  ].join('\n');
}
