import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseBounds } from './reach.ts';
import { BASEMAP_CREDITS, writeBasemap, type Written } from './write-basemap.ts';

const USAGE = `usage: npm run basemap -- --bounds WEST,SOUTH,EAST,NORTH --out DIR
  --bounds  of the region, in degrees, as "bounds" of its dataset.json
  --out     its data folder; the files are written to DIR/basemap/`;

/** Writes the basemap of a region. Exit code 1 if there can be none, 2 for wrong usage. */
function main(): number {
  let options: { bounds?: string; out?: string };
  try {
    // A value that begins with a minus would be taken for an option.
    const args = process.argv
      .slice(2)
      .join('\n')
      .replace(/^--bounds\n/m, '--bounds=')
      .split('\n');
    const known = { bounds: { type: 'string' }, out: { type: 'string' } } as const;
    options = parseArgs({ args: args.filter(Boolean), options: known }).values;
    if (options.bounds === undefined || options.out === undefined) throw new Error('both are needed');
    if (!existsSync(options.out)) throw new Error(`there is no folder ${JSON.stringify(options.out)}`);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  try {
    console.log(report(options.out, writeBasemap(parseBounds(options.bounds), options.out)));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function report(out: string, { files, toleranceDegrees, disputed }: Written): string {
  const rows = Object.entries(files).map(
    ([name, { bytes, features }]) =>
      `  basemap/${name}: ${features} feature${features === 1 ? '' : 's'}, ${Math.ceil(bytes / 1000)} kB`
  );
  return [
    `written to ${out}, to about ${Number((toleranceDegrees * 111).toPrecision(1))} km:`,
    ...rows,
    '',
    'Borders are those of Natural Earth, which draws who holds the ground. Look at each: where a line is disputed, write',
    '"status": "disputed" in its properties, and it is drawn dashed. Dashed already, as one side has no ISO 3166 number:',
    ...(disputed.length > 0 ? disputed.map((pair) => `  ${pair}`) : ['  none']),
    '',
    'Credit them in dataset.json:',
    ...Object.entries(BASEMAP_CREDITS).map(([field, list]) => `  "${field}": ${JSON.stringify(list)}`)
  ].join('\n');
}

process.exitCode = main();
