import { afterEach, expect, test } from 'vitest';
import { DATA_FILES } from '../../../src/lib/exports/file-names.ts';
import { entries, GET } from '../../../src/routes/data/[file]/+server.ts';
import { editedRegion } from './geodata/fixture.ts';

const before = process.env.GEODATA_DIR;
afterEach(() => {
  if (before === undefined) delete process.env.GEODATA_DIR;
  else process.env.GEODATA_DIR = before;
});

/** The data files of a build, and the status of one that is asked for, of a source whose rows may be handed on or not. */
async function filesOf(sharing: 'all' | 'shown'): Promise<{ files: string[]; status: number }> {
  const { dir, remove } = editedRegion([{ file: 'dataset.json', path: ['sharing'], set: sharing }]);
  process.env.GEODATA_DIR = dir;
  try {
    const files = (await entries()).map(({ file }) => file);
    const { status } = await GET({ params: { file: DATA_FILES[0]! } } as Parameters<typeof GET>[0]);
    return { files, status };
  } catch (error) {
    return { files: [], status: (error as { status: number }).status };
  } finally {
    remove();
  }
}

test('the data stay out of the build where their source forbids handing on its rows', async () => {
  expect(await filesOf('all')).toEqual({ files: [...DATA_FILES], status: 200 });
  expect(await filesOf('shown')).toEqual({ files: [], status: 404 });
});
