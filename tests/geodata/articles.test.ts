import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasErrors, validateGeodata } from '../../src/lib/server/geodata/validate.ts';
import { formatReport } from '../../src/lib/server/geodata/problems.ts';

// The texts are not ours to publish: they lie outside the project, and the test runs where they are at hand.
const SHARED = process.env.SHARED_DIR ?? join(import.meta.dirname, '../../../shared');
const TEXTS = join(SHARED, 'articles');

test.skipIf(!existsSync(TEXTS))(
  'the data agrees with the article texts: checksums, locators, figures, no copied run',
  () => {
    const { problems } = validateGeodata('geodata', TEXTS);
    expect(hasErrors(problems), formatReport(problems)).toBe(false);
  }
);
