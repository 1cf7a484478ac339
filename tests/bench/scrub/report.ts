import type { Answers, Cell, Limits } from './measure.ts';
import { DRAG_POSITIONS, SIZE, type Share } from './plan.ts';
import { FLOOR, OURS, ROWS, VARIANTS, type VariantInfo } from './variants.ts';

/** Cells by variant and rows: `cellKey`. What is not there has not been measured. */
export type Cells = ReadonlyMap<string, Cell>;
export const cellKey = (variant: string, rows: number) => `${variant} ${rows}`;

export type About = {
  command: string;
  day: string;
  machine: string;
  rounds: number;
  moves: { steps: number; jumps: number };
  limits: Limits;
};

const SHARES: readonly { share: Share; title: string }[] = [
  { share: 0.05, title: '5 % of the events in the window' },
  { share: 0.5, title: 'Half of the events in the window' }
];

const thousands = (count: number) => count.toLocaleString('en');
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const times = (value: number) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ×`;
const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`;
const MB = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** Of those whose frames tell nothing of the events, all are right. */
const ASKED = [FLOOR, OURS];

type Of = (answers: Answers) => number | null;
const stepMs: Of = ({ step }) => step && step.ms;
const frameMs: Of = ({ step }) => step && step.frameMs;
const scriptMs: Of = ({ work }) => work && work.scriptMs;
const filterMs: Of = ({ filter }) => filter && filter.ms;
const reportedMs: Of = ({ reported }) => reported && reported.ms;

/**
 * The section of RESULTS.md; to be had at any time of the run, with what there is by then. `further`: later rounds, of the
 * floor and this map alone.
 */
export function scrubReport(cells: Cells, about: About, further: readonly Cells[] = []): string {
  const { steps, jumps } = about.moves;
  return [
    `Written by \`${about.command}\` on ${about.day}. Machine: ${about.machine}; ${SIZE.width} × ${SIZE.height} px, device pixel ratio 1.`,
    `Medians of up to ${steps} steps and ${jumps} jumps; of loading, memory and the drag, of ${about.rounds === 1 ? 'one round' : `${about.rounds} rounds`}.`,
    'Synthetic events, the same for all (`tests/synthetic`): in bursts, towns and roads, a quarter of the dates not known to the day.',
    'Most ways draw the same discs, 8 px across, on ground of one colour; pixels are read back and compared with the data. This map draws',
    'its own marks: symbols by kind, sized by weight, and counts where they would be too many. Its pictures are compared, pixel by pixel,',
    'with that of the day at rest; the rows drawn then, read back from the graphics card, and those that the counts count, with the data.',
    'Of clusters and squares a picture is right that is the one at rest, whose counts, as the library tells them, add up to the events in',
    'the window; in a drag the sum alone tells which day is seen.',
    `“Stopped” is a cell given up: ${about.limits.load / 1000} s for loading, ${about.limits.move / 1000} s for a move.`,
    '',
    ...SHARES.flatMap(({ share, title }) => [
      `### ${title}`,
      '',
      ...table('Step by a day, from the slider’s input to correct pixels', cells, ratioed(cells, share, stepMs)),
      ...table(
        'Of that, from the first animation frame after the input on: without the wait for the screen',
        cells,
        ratioed(cells, share, frameMs)
      ),
      ...table(
        'Jump by 20 days and more',
        cells,
        ratioed(cells, share, ({ jump }) => jump && jump.ms)
      ),
      ...table('Another kind hidden, asked of this map alone', cells, ratioed(cells, share, filterMs), ASKED),
      ...table(
        'A step of the day up to which reports count, asked of this map alone',
        cells,
        ratioed(cells, share, reportedMs),
        ASKED
      ),
      ...table('Script on the page’s own thread for a step, the map’s painting included', cells, (cell) =>
        written(answersOf(cell, share)?.work?.scriptMs, ms)
      ),
      ...table(
        'Processor time of a step, on all threads of the page and of its drawing',
        cells,
        ratioed(cells, share, ({ work }) => work && work.processorMs)
      ),
      ...(share === 0.05
        ? table(
            `Positions seen of a drag over ${DRAG_POSITIONS}, one each frame, as a browser hands the moves of a pointer to a page`,
            cells,
            (cell) => written(answersOf(cell, share)?.shown.frame, String)
          )
        : []),
      ...table(
        `Positions seen of a drag over ${DRAG_POSITIONS}, one each 20 ms, which is sooner than the floor draws again`,
        cells,
        (cell) => written(answersOf(cell, share)?.shown.clock, String)
      )
    ]),
    '### Loading',
    '',
    ...table(
      'From the first byte asked of a local server to the first correct pixels',
      cells,
      (cell) => `${(cell.loadMs / 1000).toFixed(2)} s`
    ),
    ...table('Memory that loading added, in the page’s process and the one that draws', cells, (cell) =>
      written(cell.bytes, MB)
    ),
    'This map and deck.gl load the binary file (34 bytes an event), the others GeoJSON, which is what they take.',
    '',
    '### How to read this',
    '',
    'The floor has no events: nothing that MapLibre draws can go below it. Leaflet can: it draws on a canvas of its own, without WebGL,',
    'and only what has changed; it is asked for 10,000 events at most.',
    '',
    'WebGL is drawn by the processor here, as on locked-down and virtual desktops. deck.gl draws a square of two triangles for every event,',
    'in the window or not, as an instance: under software WebGL that costs about a hundred times what a point costs, on a graphics card next',
    'to nothing. There its steps would be far nearer to the floor than here; its loading, memory and script would be the same.',
    '',
    'MapLibre’s clusters are circles by their count here, without the numbers that this map writes. `setFilter` of their layer would filter',
    'what has been clustered by then, so that counts would be of all events; a source takes a filter of its own (`filter`) only when it is',
    'added. deck.gl’s squares are added up on the graphics card; their layer counts all that it is given, whatever the range of a',
    '`DataFilterExtension`, in version 9.4. So both are given the events of the window.',
    '',
    'kepler.gl is not measured by itself. Its points are deck.gl’s `ScatterplotLayer` with a `DataFilterExtension`, which is measured above;',
    'its clusters, grids and hexagons are gathered and filtered by script on the page, all events of them in every step (in its',
    'source of August 2026).',
    '',
    '### Aims',
    '',
    ...(further.length > 0
      ? [`Of ${further.length + 1} rounds, one after the other; the tables above are of the first.`, '']
      : []),
    ...aimLines([cells, ...further])
  ].join('\n');
}

type Done = Exclude<Cell, { stopped: string }>;

const answersOf = (cell: Done, share: Share) => cell.shares.get(share);
const doneCell = (cells: Cells, { id }: VariantInfo, rows: number): Done | null => {
  const cell = cells.get(cellKey(id, rows));
  return cell && cell.stopped === undefined ? cell : null;
};

function written(value: number | null | undefined, write: (value: number) => string): string {
  return value === null || value === undefined ? 'not in time' : write(value);
}

function table(
  title: string,
  cells: Cells,
  write: (cell: Done, rows: number) => string,
  variants: readonly VariantInfo[] = VARIANTS
): string[] {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const text = (variant: VariantInfo, rows: number) => {
    if (rows > variant.upTo) return '';
    const cell = cells.get(cellKey(variant.id, rows));
    return cell === undefined
      ? 'not measured'
      : cell.stopped === undefined
        ? write(cell, rows)
        : `stopped: ${cell.stopped}`;
  };
  return [
    `${title}:`,
    '',
    line(['events', ...ROWS.map(thousands)]),
    line(['---', ...ROWS.map(() => '---:')]),
    ...variants.map((variant) => line([variant.title, ...ROWS.map((rows) => text(variant, rows))])),
    ''
  ];
}

/** Milliseconds, and how many times the floor's of the same run. */
function ratioed(cells: Cells, share: Share, of: Of): (cell: Done, rows: number) => string {
  return (cell, rows) => {
    const value = cell.shares.has(share) ? of(answersOf(cell, share)!) : null;
    const floor = doneCell(cells, FLOOR, rows)?.shares.get(share);
    const least = floor ? of(floor) : null;
    return written(value, (value) => (least ? `${ms(value)} (${times(value / least)})` : ms(value)));
  };
}

type Aim = { text: string; found: string | null; met: boolean };

/** Each aim with what was found in each round. */
function aimLines(rounds: readonly Cells[]): string[] {
  const found = rounds.map(aims);
  return found[0]!.map(({ text }, at) => {
    const each = found.map((round) => round[at]!).filter((aim) => aim.found !== null);
    const met = each.filter((aim) => aim.met).length;
    if (each.length === 0) return `- not measured: ${text}`;
    const verdict =
      met === each.length ? 'met' : met === 0 ? 'NOT met' : `NOT met in ${each.length - met} of ${each.length}`;
    return `- ${verdict}: ${text} (${each.map((aim) => aim.found).join('; ')})`;
  });
}

/** What this map is meant to reach at every size, with the worst of the run. */
export function aims(cells: Cells): Aim[] {
  /** The largest of what is measured at these sizes; `found` is `null` unless all are. */
  const worst = (
    text: string,
    limit: number,
    write: (value: number) => string,
    of: (own: Done, floor: Done) => number | null,
    sizes: readonly number[] = ROWS
  ): Aim => {
    const found = sizes.map((rows) => {
      const [own, floor] = [OURS, FLOOR].map((variant) => doneCell(cells, variant, rows));
      return { rows, value: own && floor ? of(own, floor) : null };
    });
    const known = found.flatMap(({ rows, value }) => (value === null ? [] : { rows, value }));
    if (known.length < sizes.length) return { text, found: null, met: false };
    const { rows, value } = known.reduce((worst, each) => (each.value > worst.value ? each : worst));
    const where = sizes.length > 1 ? ` at ${thousands(rows)}` : '';
    const met = value <= limit;
    return { text, found: write(value) + where + (met ? '' : `: ${write(value - limit)} too much`), met };
  };
  const answer = (cell: Done, share: Share, of: Of) => {
    const answers = answersOf(cell, share);
    return answers ? of(answers) : null;
  };
  /** How a number of this map and one of the floor compare, where there are both. */
  const compared =
    (share: Share, of: Of, least: Of, compare: (value: number, least: number) => number) =>
    (own: Done, floor: Done) => {
      const [value, lowest] = [answer(own, share, of), answer(floor, share, least)];
      return value === null || lowest === null ? null : compare(value, lowest);
    };
  const ratio = (share: Share) => compared(share, stepMs, stepMs, (value, least) => value / least);
  const beyond = (share: Share, of: Of, least = of) => compared(share, of, least, (value, least) => value - least);
  const unseen = (own: Done) => {
    const seen = answer(own, 0.05, ({ shown }) => shown.frame);
    return seen === null ? null : DRAG_POSITIONS - seen;
  };
  const million = [1_000_000];
  return [
    worst('a step at most 1.3 times the floor, 5 % of the events in the window', 1.3, times, ratio(0.05)),
    worst('a step at most 1.3 times the floor, half of the events in the window', 1.3, times, ratio(0.5)),
    worst('no position of a drag unseen, one each frame', 0, (missed) => `${missed} of ${DRAG_POSITIONS}`, unseen),
    worst('script of a step at most 2 ms beyond the floor’s, 5 %', 2, ms, beyond(0.05, scriptMs)),
    worst('script of a step at most 2 ms beyond the floor’s, half', 2, ms, beyond(0.5, scriptMs)),
    worst(
      'another kind hidden, at 1,000,000, at most 16 ms beyond a step of the floor',
      16,
      ms,
      beyond(0.5, filterMs, stepMs),
      million
    ),
    worst(
      'another day of reports, at 1,000,000, at most 16 ms beyond a step of the floor',
      16,
      ms,
      beyond(0.5, reportedMs, stepMs),
      million
    ),
    worst('1,000,000 events loaded in at most 1.5 s', 1500, seconds, ({ loadMs }) => loadMs, million),
    worst('1,000,000 events in at most 60 MB', 60e6, MB, ({ bytes }) => bytes, million)
  ];
}
