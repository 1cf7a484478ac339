import { formatDate, formatEventDate, formatSupport } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { langOf, placeNameAt } from '../../i18n/names.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import type { Item } from '../../model/item-page.ts';
import { knownEvent } from '../../model/scene.ts';
import { chapterDays } from '../../panels/chapter-words.ts';
import { figuresByMeasure } from '../../panels/claim-words.ts';

/** An item in the few words of the head of its page and of its card. `lang`: of the title, where the page has another. */
export type ItemWords = {
  title: string;
  lang?: string | undefined;
  when: string;
  where: string | null;
  /** What is told of it: figures as ranges, the text of a chapter, the publisher. */
  what: readonly string[];
  support: string;
};

export function itemWords(language: Language, index: DatasetIndex, { type, id }: Item): ItemWords {
  if (type === 'event') return eventWords(language, index, id);
  if (type === 'chapter') return chapterWords(language, index, id);
  const article = index.articles.get(id)!;
  const claims = index.dataset.claims.filter((claim) => claim.article === id).length;
  return {
    title: article.title,
    lang: article.language,
    when: formatDate(language, article.published),
    where: null,
    what: [article.publisher],
    support: language.t('support.claims', { n: claims })
  };
}

function eventWords(language: Language, index: DatasetIndex, id: string): ItemWords {
  const event = index.events.get(id)!;
  const known = knownEvent(index, event, { asOf: null, hiddenArticles: [] });
  const form = index.dataset.info.firstView.nameForm;
  const places = event.places.map(({ ref }) => placeNameAt(index, ref, form).main);
  const figures = figuresByMeasure(language, index, known?.figures ?? []);
  return {
    title: event.title,
    lang: langOf(index, event.title),
    when: formatEventDate(language, event.date, event.extent),
    where: places.join(' · ') || null,
    what: figures.map(
      ({ measure, parties }) =>
        `${measure}: ${parties.map(({ party, value }) => [party, value].filter(Boolean).join(' ')).join(', ')}`
    ),
    support: known ? formatSupport(language, known.support) : ''
  };
}

function chapterWords(language: Language, index: DatasetIndex, id: string): ItemWords {
  const chapter = index.chapters.get(id)!;
  return {
    title: chapter.title,
    lang: langOf(index, chapter.title),
    when: chapterDays(language, chapter, index.dataset.info.domain),
    where: null,
    what: [chapter.text],
    support: language.t('support.claims', { n: chapter.claims.length })
  };
}

/** What is said of it where there is room for some sentences: `description` of its page. */
export function describe({ when, where, what, support }: ItemWords): string {
  return [[when, where].filter(Boolean).join(', '), ...what, support]
    .filter(Boolean)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')
    .concat('.');
}
