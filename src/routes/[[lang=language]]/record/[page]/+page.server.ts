import { error } from '@sveltejs/kit';
import { languageOf } from '$lib/i18n/languages.ts';
import { openLanguage } from '$lib/i18n/open-language.ts';
import { buildOnly } from '$lib/islands/build-only.ts';
import { clientTags } from '$lib/islands/client-tags.ts';
import { folderOf } from '$lib/model/language-folder.ts';
import { recordPath, type RecordPage } from '$lib/model/record-pages.ts';
import { periodWords } from '$lib/panels/record-words.ts';
import { headFor, structuredBlock, type PagePlace } from '$lib/server/pages/head.ts';
import { sharedIndex, sharedRecord } from '$lib/server/pages/shared-data.ts';
import { recordData } from '$lib/server/pages/structured-data.ts';
import styles from './record.css?url';

/** SvelteKit finds the pages by the links to them: the page of the map lists them all. */
export async function load({ params, parent }) {
  const { id, shared, root, home, siteUrl } = await parent();
  const { dataset } = shared;
  const pages = sharedRecord(dataset);
  const at = pages?.pages.findIndex(({ key }) => key === params.page) ?? -1;
  const page = pages?.pages[at];
  if (!pages || !page) error(404);
  const language = await openLanguage(languageOf(params.lang));
  const { t } = language;
  const to = (other: RecordPage | undefined) =>
    other && { href: home + recordPath(other), text: periodWords(language, other) };
  const title = t('record.page', { period: periodWords(language, page) });
  const description = `${dataset.info.title}: ${t('events.count', { n: page.events.length })}, ${t('support.claims', { n: page.claims.length })}`;
  const path = recordPath(page);
  const place: PagePlace = { language: id, path, root, about: { title, description }, cardOfMap: true };
  const record = {
    index: sharedIndex(dataset),
    part: { page, pages, heading: title, home },
    title,
    description,
    path,
    previous: to(pages.pages[at - 1]),
    next: to(pages.pages[at + 1]),
    // As on the page about the data: nothing here is interactive.
    client: clientTags('/[[lang=language]]/about', { modules: [], next: [], root }),
    head: `${headFor(dataset, place, siteUrl)}<link rel="stylesheet" href="${root + styles.slice(1)}">`,
    structuredData: structuredBlock(
      recordData(page, { title, description }, { path: folderOf(id) + path, root, language: id }, siteUrl)
    )
  };
  return { record: buildOnly(record) };
}
