import { buildOnly } from '$lib/islands/build-only.ts';
import { languageOf } from '$lib/i18n/languages.ts';
import { folderOf } from '$lib/model/language-folder.ts';
import { geodataDir } from '$lib/server/geodata/dataset.ts';
import { frozenVersions } from '$lib/server/frozen/frozen-versions.ts';
import { sharedData } from '$lib/server/pages/shared-data.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';

/** What every page is made from: the dataset in its language, and where it stands. Runs at build only. */
export function load({ params, url }) {
  const id = languageOf(params.lang);
  // Relative: the same build works at a domain's root and under any sub-path.
  const root = '../'.repeat(url.pathname.split('/').length - 2) || './';
  const shared = buildOnly(sharedData(geodataDir(), id));
  return { id, shared, root, home: root + folderOf(id), siteUrl: siteUrl(), frozen: frozenVersions() };
}
