import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATA_FILES } from '../../../src/lib/exports/file-names.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { writeDownloads } from '../../../src/lib/server/pages/vite-downloads.ts';
import { editedRegion } from './geodata/fixture.ts';

/** The data files of a build, of a source whose rows may be handed on or not. */
function filesOf(sharing: 'all' | 'shown'): string[] {
  const { dir, remove } = editedRegion([{ file: 'dataset.json', path: ['sharing'], set: sharing }]);
  const folder = mkdtempSync(join(tmpdir(), 'downloads-'));
  try {
    writeDownloads(loadDataset(dir), folder);
    return readdirSync(folder).filter((file) => statSync(join(folder, file)).size > 0);
  } finally {
    remove();
    rmSync(folder, { recursive: true });
  }
}

test('the data stay out of the build where their source forbids handing on its rows', () => {
  expect(filesOf('all')).toEqual([...DATA_FILES].sort());
  expect(filesOf('shown')).toEqual([]);
});
