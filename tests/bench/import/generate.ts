import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

// Writes a table of made-up events: `npx tsx tests/bench/import/generate.ts 5000000 events.csv`. Every value follows from
// the number of its row, so that each run gives the same file.
const [rows = '5000000', path = 'events.csv'] = process.argv.slice(2);

const KINDS = ['clash', 'protest', 'arrest', 'statement'];
const file = createWriteStream(path, { highWaterMark: 1 << 22 });
file.write('id,date,lat,lon,title,kind,place,source,killed,killed_low,killed_high\n');
let lines: string[] = [];
for (let i = 0; i < Number(rows); i++) {
  // A sequence that visits its values evenly, without a pattern that the eye or a compressor sees.
  const at = (i * 2654435761) % 4294967296;
  const day = new Date(Date.UTC(1990, 0, 1 + (at % 12000))).toISOString().slice(0, 10);
  const place = at % 20011;
  const lat = (((place * 7919) % 14000) / 100 - 70).toFixed(2);
  const lon = (((place * 104729) % 36000) / 100 - 180).toFixed(2);
  const killed = at % 13;
  lines.push(
    `${i},${day},${lat},${lon},Event at ${place},${KINDS[at % 4]},Place ${place},Bulletin ${at % 50},${killed},${Math.max(0, killed - 2)},${killed + 3}`
  );
  if (lines.length === 20000 || i === Number(rows) - 1) {
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
    lines = [];
  }
}
file.end();
