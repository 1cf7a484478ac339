import { writeColumns } from '../../synthetic/columns-binary.ts';
import type { EventColumns } from '../../../src/lib/model/event-columns.ts';
import { syntheticColumns } from '../../synthetic/generate.ts';

const SEED = 7;
const AT_A_TIME = 50_000;

/** One data set, in the forms in which it is served; text only where someone asks for it. */
export class BenchData {
  readonly rows: number;
  readonly columns: EventColumns;
  readonly binary: Uint8Array;
  #geojson: Buffer | null = null;

  constructor(rows: number) {
    this.rows = rows;
    this.columns = syntheticColumns({ rows, seed: SEED });
    this.binary = new Uint8Array(writeColumns(this.columns));
  }

  /** `s` and `e` as in `EventFeature`; positions to 1e-6 degrees, which is more than any pixel shows. */
  get geojson(): Buffer {
    return (this.#geojson ??= geojsonOf(this.columns));
  }
}

function geojsonOf({ length, lng, lat, softEarliest, softLatest }: EventColumns): Buffer {
  const parts: Buffer[] = [Buffer.from('{"type":"FeatureCollection","features":[')];
  for (let from = 0; from < length; from += AT_A_TIME) {
    let text = '';
    for (let row = from; row < Math.min(from + AT_A_TIME, length); row++) {
      const at = `[${lng[row]!.toFixed(6)},${lat[row]!.toFixed(6)}]`;
      const days = `{"s":${softEarliest[row]},"e":${softLatest[row]}}`;
      text += `${row ? ',' : ''}{"type":"Feature","properties":${days},"geometry":{"type":"Point","coordinates":${at}}}`;
    }
    parts.push(Buffer.from(text));
  }
  return Buffer.concat([...parts, Buffer.from(']}')]);
}
