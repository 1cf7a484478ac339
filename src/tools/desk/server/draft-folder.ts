import type { AuthoredArticle, Geodata } from '../../../lib/server/geodata/authored.ts';
import { publish } from '../../../lib/server/geodata/publication.ts';
import { gatherFolder, hasErrors } from '../../../lib/server/geodata/validate.ts';
import { isLeftForLater, type Draft } from '../draft.ts';
import { applyDraft } from '../files/apply-draft.ts';
import { sharedWithOthers, withChanges } from '../files/change-published.ts';
import { checkDraft } from '../files/check-draft.ts';
import { diffOf } from '../files/diff.ts';
import { draftOf } from '../files/draft-of.ts';
import { DraftChanged, DraftStore, isTextName, type StoredDraft } from '../files/draft-store.ts';
import { articleId, claimIds } from '../files/ids.ts';
import { onText, withWordsOf } from '../files/on-text.ts';
import { readFiles } from '../files/read-files.ts';
import { settledBy } from '../files/settle-published.ts';
import { sha256 } from '../files/sha256.ts';
import { takeIn, type TakenIn } from '../files/take-in.ts';
import { fromCsv, toCsv } from '../../translations/csv.ts';
import type { Entry } from '../../translations/entries.ts';
import { fromXliff, toXliff } from '../../translations/xliff.ts';
import { knownOf } from '../proposals/known-of.ts';
import type { Changes, Checked, OpenDraft, Overview, Region, Saved, TakenBack, TranslationTable } from '../wire.ts';
import { orRefuse, Refused } from './http.ts';
import { newDraft } from './new-draft.ts';
import { soundPart } from './sound-part.ts';
import { translationTable } from './translation-table.ts';

export type Folders = { data: string; texts: string };

/** The drafts of a data folder, and what is done with them. What a person can mend is told by `Refused`. */
export class DraftFolder {
  readonly folders: Folders;
  readonly store: DraftStore;
  private read: { stamp: string; data: Geodata } | null = null;

  constructor(folders: Folders) {
    this.folders = folders;
    this.store = new DraftStore(folders.texts);
  }

  overview(): Overview {
    const { drafts, bad } = this.store.list();
    const { data, texts } = this.folders;
    return {
      data,
      texts,
      drafts: drafts.map(({ id, title }) => ({ id, title, claims: this.stored(id).draft.claims.length })),
      bad,
      articles: this.gathered().articles.map(({ item }) => ({
        id: item.id,
        title: item.title,
        claims: item.claims.length,
        lacks: this.lackingFor(item)
      })),
      ...this.region()
    };
  }

  takeIn(bytes: Uint8Array): TakenIn {
    return orRefuse(422, () => takeIn(bytes));
  }

  create(bytes: Uint8Array, publisher: string, day: string): OpenDraft {
    const taken = this.takeIn(bytes);
    const data = this.gathered();
    const ids = [...this.store.list().drafts.map(({ id }) => id), ...data.articles.map(({ item }) => item.id)];
    const id = articleId(publisher, day, ids);
    const draft = newDraft(
      id,
      publisher,
      day,
      taken,
      data.agents.map(({ item }) => item)
    );
    orRefuse(409, () => this.store.writeText(draft.text.file, taken.text));
    this.store.write(draft, null);
    return this.open(id);
  }

  /** Opens a draft. Where its text is another than before, its passages are found again, as far as they can be. */
  open(id: string): OpenDraft {
    const stored = this.stored(id);
    const text = this.textOf(stored.draft);
    const isSame = sha256(text) === stored.draft.text.sha256;
    const { draft, notes } = isSame ? { draft: stored.draft, notes: [] } : onText(stored.draft, text);
    const version = isSame ? stored.version : this.store.write(draft, stored.version);
    return { draft, version, text, known: knownOf(this.gathered(), draft), notes };
  }

  /** Opens a published article as a draft: the one that is there, or a new one with all that is published. */
  reopen(id: string): OpenDraft {
    if (this.store.read(id) !== null) return this.open(id);
    const article = this.gathered().articles.find(({ item }) => item.id === id)?.item;
    if (!article) throw new Refused(404, `There is no article ${JSON.stringify(id)}.`);
    const lacks = this.lackingFor(article);
    if (lacks !== null) throw new Refused(409, lacks);
    this.store.write(this.asDraft(article)!, null);
    return this.open(id);
  }

  /** Why a published article cannot be opened, and what to do; `null` where it can. */
  private lackingFor(article: AuthoredArticle): string | null {
    const { text } = article;
    if (text === undefined) return 'Its claims are rows of a table: change them there, and import it again.';
    const { texts } = this.folders;
    const bytes = isTextName(text.file) ? this.store.readText(text.file) : null;
    if (bytes === null) return `Its text, ${text.file}, is not in ${texts}: put it there.`;
    if (sha256(bytes) === text.sha256 || this.asDraft(article) !== null) return null;
    return (
      `${text.file} in ${texts} is not the text that the article was read from, and the words of its passages are kept ` +
      `nowhere: put the text of then back (sha256 ${text.sha256}).`
    );
  }

  /** A published article as a draft; `null` where nothing tells the words of its passages. Its text must be there. */
  private asDraft({ id, text }: AuthoredArticle): Draft | null {
    const bytes = this.store.readText(text!.file)!;
    const draft = draftOf(readFiles(this.folders.data), id, bytes.toString('utf8'));
    return sha256(bytes) === text!.sha256 ? draft : withWordsOf(draft, this.store.published(id));
  }

  /** Puts another text of its article into the place of the draft’s; what was there stays under another name. */
  changeText(id: string, bytes: Uint8Array): OpenDraft {
    const { draft } = this.stored(id);
    const { text, notes } = this.takeIn(bytes);
    this.store.replaceText(draft.text.file, text);
    const open = this.open(id);
    return { ...open, notes: [...notes, ...open.notes] };
  }

  /** Takes a draft out of the list; its file stays under another name. */
  putAside(id: string): void {
    this.stored(id);
    this.store.setAside(id, 'removed');
  }

  save(id: string, draft: Draft, version: string): Saved {
    if (draft.id !== id) throw new Refused(400, 'The draft has another id than its address.');
    try {
      const written = this.store.write(draft, version);
      return { version: written, known: knownOf(this.gathered(), draft) };
    } catch (error) {
      if (error instanceof DraftChanged)
        throw new Refused(409, 'The draft was changed elsewhere since this page read it.');
      throw error;
    }
  }

  check(id: string): Checked {
    const { draft, version } = this.stored(id);
    const { data } = this.folders;
    const problems = checkDraft(data, draft, this.textOf(draft), { strict: true });
    return { version, problems };
  }

  changes(id: string): Changes {
    const { draft } = this.stored(id);
    const files = readFiles(this.folders.data);
    const changes = this.apply(files, draft);
    const settled = settledBy(withChanges(files, draft, claimIds(files, draft)), draft).map(({ says }) => says);
    return { files: diffOf(files, changes), settled: [...new Set(settled)], shared: sharedWithOthers(files, draft) };
  }

  translations(id: string): TranslationTable {
    const { draft } = this.stored(id);
    const files = readFiles(this.folders.data);
    return translationTable(files, new Map([...files, ...this.apply(files, draft)]), draft);
  }

  /** The texts of a language as a file for a translator: a table, or XLIFF. */
  forTranslator(id: string, language: string, format: 'csv' | 'xlf'): string {
    const texts = this.translations(id).find((each) => each.language === language)?.texts;
    if (!texts) throw new Refused(404, `Texts are not translated into ${JSON.stringify(language)}.`);
    const entries = texts.map(({ path, en, text }): Entry => ({
      key: path,
      state: text ? 'translated' : 'missing',
      of: '',
      english: en,
      present: text
    }));
    return format === 'csv' ? toCsv(entries, language) : toXliff(entries, language);
  }

  /** What came back from a translator. Texts of which the English is not today’s are left out, and counted. */
  fromTranslator(id: string, file: string, format: 'csv' | 'xlf'): TakenBack {
    const { language, texts } = orRefuse(422, () => (format === 'csv' ? fromCsv(file) : fromXliff(file)));
    const today = this.translations(id).find((each) => each.language === language)?.texts;
    if (!today) throw new Refused(422, `The file is in ${language}, into which texts are not translated.`);
    const english = new Map(today.map(({ path, en }) => [path, en]));
    const filled = texts.filter(({ translation }) => translation !== '');
    const taken = filled.filter((text) => english.get(text.key) === text.english);
    return {
      language,
      texts: taken.map(({ key, english: en, translation }) => ({ path: key, en, text: translation })),
      left: filled.length - taken.length
    };
  }

  /** Writes the draft into the data folder, all of it or nothing, and takes it out of the drafts. */
  publish(id: string, version: string): { files: string[] } {
    const stored = this.stored(id);
    if (stored.version !== version) throw new Refused(409, 'The draft was changed elsewhere since this page read it.');
    const { draft } = stored;
    const { data } = this.folders;
    const problems = checkDraft(data, draft, this.textOf(draft), { strict: true }).filter(
      (problem) => !isLeftForLater(problem)
    );
    if (hasErrors(problems)) throw new Refused(422, 'Rules are broken: nothing was written.', { problems });
    const files = readFiles(data);
    const changes = this.apply(files, draft);
    orRefuse(409, () => publish(data, changes, files));
    this.store.setAside(id, 'published');
    return { files: [...changes.keys()].sort() };
  }

  /** What of the data folder changes by as much of a draft as can be shown, and how many of its claims these are. */
  shown(id: string): { changes: ReadonlyMap<string, string>; claims: number } {
    const { draft } = this.stored(id);
    const text = this.textOf(draft);
    const part = soundPart(draft, (each) => checkDraft(this.folders.data, each, text));
    if (part === null) return { changes: new Map(), claims: 0 };
    return { changes: this.apply(readFiles(this.folders.data), part), claims: part.claims.length };
  }

  stored(id: string): StoredDraft {
    const stored = orRefuse(404, () => this.store.read(id));
    if (stored === null) throw new Refused(404, `There is no draft ${JSON.stringify(id)}.`);
    return stored;
  }

  /** The data folder as it is. Reading and checking the shape of all of it takes longer than a letter may take to type. */
  private gathered(): Geodata {
    const files = readFiles(this.folders.data);
    const stamp = sha256([...files].flat().join('\0'));
    if (this.read?.stamp !== stamp) this.read = { stamp, data: gatherFolder(this.folders.data) };
    return this.read.data;
  }

  private apply(files: ReadonlyMap<string, string>, draft: Draft): Map<string, string> {
    return orRefuse(422, () => applyDraft(files, draft, this.textOf(draft)));
  }

  private textOf({ text: { file } }: Draft): string {
    const bytes = this.store.readText(file);
    if (bytes === null)
      throw new Refused(
        404,
        `The text ${file} is not in ${this.folders.texts}: put it back, so that passages are found.`
      );
    return bytes.toString('utf8');
  }

  private region(): Pick<Overview, 'region' | 'outlets'> {
    const { info, sites, areas, agents } = this.gathered();
    if (info === null) throw new Refused(422, 'dataset.json cannot be read: run npm run check:geodata.');
    const places = [...sites, ...areas].map(({ item }) => item.properties);
    const region: Region = {
      bounds: info.item.bounds,
      nameForms: info.item.nameForms,
      licences: [...new Set(places.flatMap(({ licence }) => licence.split('; ')))].sort(),
      areaSources: [...new Set(areas.filter(({ item }) => item.geometry).map(({ item }) => item.properties.source))],
      points: sites
        .filter(({ item }) => !item.properties.offMap)
        .map(({ item: { properties, geometry } }) => ({ name: properties.names.en, lngLat: geometry.coordinates }))
    };
    return { region, outlets: agents.filter(({ item }) => item.kind === 'outlet').map(({ item }) => item.name) };
  }
}
