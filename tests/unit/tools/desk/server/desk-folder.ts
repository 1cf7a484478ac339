import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DraftFolder } from '../../../../../src/tools/desk/server/draft-folder.ts';
import { Refused } from '../../../../../src/tools/desk/server/http.ts';

/** A folder with the data of the invented region in `data`, and the drafts over it in `texts`. */
export function deskFolder(): { folder: string; drafts: DraftFolder; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const [data, texts] = [join(folder, 'data'), join(folder, 'texts')];
  cpSync('tests/fixtures/region', data, { recursive: true });
  return {
    folder,
    drafts: new DraftFolder({ data, texts }),
    remove: () => rmSync(folder, { recursive: true, force: true })
  };
}

/** How something is refused; `null` where it is not. */
export function refusalOf(act: () => unknown): Refused | null {
  try {
    act();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  return null;
}
