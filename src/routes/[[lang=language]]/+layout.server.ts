import { buildOnly } from '$lib/islands/build-only.ts';
import { isLanguage, type LanguageId } from '$lib/i18n/languages.ts';
import { folderOf, SOURCE } from '$lib/model/language-folder.ts';
import { geodataDir } from '$lib/server/geodata/dataset.ts';
import { frozenVersions } from '$lib/server/frozen/frozen-versions.ts';
import { sharedData } from '$lib/server/pages/shared-data.ts';
import { siteUrl } from '$lib/server/pages/site-url.ts';

/** What every page is made from: the dataset in its language, and where it stands. Runs at build only. */
export function load({ params: { lang = SOURCE }, url }) {
  const id: LanguageId = isLanguage(lang) ? lang : SOURCE;
  // Relative: the same build works at a domain's root and under any sub-path.
  const root = '../'.repeat(url.pathname.split('/').length - 2) || './';
  const shared = buildOnly(sharedData(geodataDir(), id));
  return { id, shared, root, home: root + folderOf(id), siteUrl: siteUrl(), frozen: frozenVersions() };
}
