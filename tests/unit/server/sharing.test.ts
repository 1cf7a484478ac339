import { afterEach, expect, test } from 'vitest';
import { DATA_FILES } from '../../../src/lib/exports/file-names.ts';
import * as route from '../../../src/routes/data/[file]/+server.ts';
import { editedRegion } from './geodata/fixture.ts';

// Its own types are those of a request: the test asks for a file alone.
const { entries, GET } = route as unknown as {
  entries: () => { file: string }[];
  GET: (asked: { params: { file: string } }) => Response;
};

const before = process.env.GEODATA_DIR;
afterEach(() => {
  if (before === undefined) delete process.env.GEODATA_DIR;
  else process.env.GEODATA_DIR = before;
});

/** The data files of a build, and the status of one that is asked for, of a source whose rows may be handed on or not. */
function filesOf(sharing: 'all' | 'shown'): { files: string[]; status: number } {
  const { dir, remove } = editedRegion([{ file: 'dataset.json', path: ['sharing'], set: sharing }]);
  process.env.GEODATA_DIR = dir;
  try {
    const files = entries().map(({ file }) => file);
    const { status } = GET({ params: { file: DATA_FILES[0]! } });
    return { files, status };
  } catch (error) {
    return { files: [], status: (error as { status: number }).status };
  } finally {
    remove();
  }
}

test('the data stay out of the build where their source forbids handing on its rows', () => {
  expect(filesOf('all')).toEqual({ files: [...DATA_FILES], status: 200 });
  expect(filesOf('shown')).toEqual({ files: [], status: 404 });
});
