import { median } from './median.ts';
import type { Paints } from './probe.ts';
import { seconds } from './report.ts';
import type { Variant } from './variants.ts';
import type { Reader } from './visit.ts';

export type Visit = Paints & { scrub: number };
/** All visits of one kind of reader by one way. */
export type Visits = { reader: Reader; variant: Pick<Variant, 'id' | 'title'>; visits: Visit[] };

type Sizes = { bytes: number; packed: number; files: number };

export type About = {
  rows: number;
  runs: number;
  /** Of the data, as they are and as they travel: what the page answers by, and what comes after. */
  head: Sizes;
  texts: Sizes;
  /** Where events are, for addresses that name one. */
  ids: Sizes;
  machine: string;
  day: string;
};

const AIM_MS = 3000;
const MB = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

const COLUMNS: [title: string, of: (visit: Visit) => number][] = [
  ['first paint', ({ fcp }) => fcp],
  ['largest paint', ({ lcp }) => lcp],
  ['first scrub', ({ scrub }) => scrub],
  ['blocked', ({ tbt }) => tbt]
];

/** The section of RESULTS.md. */
export function manyReport(measured: readonly Visits[], { rows, runs, head, texts, ids, machine, day }: About): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const onLine = ({ title, down, roundTripMs, slower }: Reader) =>
    `${title}, ${down} Mbit/s and ${roundTripMs} ms there and back, ` +
    (slower === 1 ? 'processor as it is' : `processor slowed down ${slower} times`);
  const readers = [...new Set(measured.map(({ reader }) => reader))];
  const table = (reader: Reader) => [
    `On ${onLine(reader)}:`,
    '',
    line(['', ...COLUMNS.map(([title]) => title)]),
    line(['---', ...COLUMNS.map(() => '---:')]),
    ...measured
      .filter((entry) => entry.reader === reader)
      .map(({ variant, visits }) => line([variant.title, ...COLUMNS.map(([, of]) => seconds(median(visits.map(of))))])),
    ''
  ];
  /** The slowest way of each run. */
  const worst = Array.from({ length: runs }, (_, run) =>
    Math.max(...measured.flatMap(({ reader, visits }) => (reader.title === 'cable' ? visits[run]!.scrub : [])))
  );
  const met = worst.every((ms) => ms <= AIM_MS);
  return [
    `Written by \`npm run bench:many\` on ${day}. ${runs === 1 ? 'One run' : `Medians of ${runs} runs`}, each with nothing cached, 1280 × 800.`,
    '',
    `Machine: ${machine}.`,
    '',
    `The built page with ${rows.toLocaleString('en')} made-up events (\`tests/synthetic/dataset.ts\`) in place of its own. The head of their data,`,
    `which the head of the page names, is a file of ${MB(head.bytes)}, ${MB(head.packed)} as it travels; their texts are ${texts.files} files of`,
    `${MB(texts.bytes)}, ${MB(texts.packed)} as they travel; and their ids, of which the address of an event needs one file, ${ids.files} files of`,
    `${MB(ids.bytes)}, ${MB(ids.packed)} as they travel. What is seen first is the HTML of northern Kosovo’s page, which is about as large as`,
    'that of a build of 100,000 rows. Imported rows of a table have more to tell of each event: their texts are some three times as large',
    '(`docs/scale.md`).',
    '',
    ...readers.flatMap(table),
    '“First scrub” is from the start of the navigation until the slider, moved again and again, first says another day with its marks or',
    'events to be seen; paints and “blocked” are of the same visit, until then. Chromium counts each request as 3.75 times there and back,',
    'and fills nine tenths of a line.',
    '',
    '### Aims',
    '',
    `- ${met ? 'met' : 'NOT met'}: with ${rows.toLocaleString('en')} events the slider answers within ${AIM_MS / 1000} s on cable, however one arrives (${worst.map(seconds).join('; ')})`,
    ''
  ].join('\n');
}
