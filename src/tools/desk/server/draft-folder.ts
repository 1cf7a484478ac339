import { createHash } from 'node:crypto';
import type { Geodata } from '../../../lib/server/geodata/authored.ts';
import { publish } from '../../../lib/server/geodata/publication.ts';
import { gatherFolder, hasErrors } from '../../../lib/server/geodata/validate.ts';
import type { Draft } from '../draft.ts';
import { applyDraft } from '../files/apply-draft.ts';
import { checkDraft } from '../files/check-draft.ts';
import { diffOf, type FileDiff } from '../files/diff.ts';
import { DraftChanged, DraftStore, type StoredDraft } from '../files/draft-store.ts';
import { articleId } from '../files/ids.ts';
import { readFiles } from '../files/read-files.ts';
import { takeIn, type TakenIn } from '../files/take-in.ts';
import { knownOf } from '../proposals/known-of.ts';
import type { Checked, OpenDraft, Overview, Region, Saved, TranslationTable } from '../wire.ts';
import { Refused } from './http.ts';
import { newDraft } from './new-draft.ts';
import { translationTable } from './translation-table.ts';

export type Folders = { data: string; texts: string };

/** Untranslated texts stop no publication. */
const LEFT_FOR_LATER = 'V52';

/** The drafts of a data folder, and what is done with them. What a person can mend is told by `Refused`. */
export class DraftFolder {
  readonly folders: Folders;
  readonly store: DraftStore;
  private read: { stamp: string; data: Geodata } | null = null;
  /** Told of each draft that was written. */
  onwrite: (draft: Draft) => void = () => {};

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
      ...this.region()
    };
  }

  takeIn(bytes: Uint8Array): TakenIn {
    try {
      return takeIn(bytes);
    } catch (error) {
      throw new Refused(422, error instanceof Error ? error.message : String(error));
    }
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
    try {
      this.store.writeText(draft.text.file, taken.text);
    } catch (error) {
      throw new Refused(409, error instanceof Error ? error.message : String(error));
    }
    this.store.write(draft, null);
    return this.open(id);
  }

  open(id: string): OpenDraft {
    const { draft, version } = this.stored(id);
    return { draft, version, text: this.textOf(draft), known: knownOf(this.gathered(), draft) };
  }

  save(id: string, draft: Draft, version: string): Saved {
    if (draft.id !== id) throw new Refused(400, 'The draft has another id than its address.');
    try {
      const written = this.store.write(draft, version);
      this.onwrite(draft);
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

  changes(id: string): FileDiff[] {
    const { draft } = this.stored(id);
    const files = readFiles(this.folders.data);
    return diffOf(files, this.apply(files, draft));
  }

  translations(id: string): TranslationTable {
    const { draft } = this.stored(id);
    const files = readFiles(this.folders.data);
    return translationTable(files, new Map([...files, ...this.apply(files, draft)]), draft);
  }

  /** Writes the draft into the data folder, all of it or nothing, and takes it out of the drafts. */
  publish(id: string, version: string): { files: string[] } {
    const stored = this.stored(id);
    if (stored.version !== version) throw new Refused(409, 'The draft was changed elsewhere since this page read it.');
    const { draft } = stored;
    const { data } = this.folders;
    const problems = checkDraft(data, draft, this.textOf(draft), { strict: true }).filter(
      ({ rule }) => rule !== LEFT_FOR_LATER
    );
    if (hasErrors(problems)) throw new Refused(422, 'Rules are broken: nothing was written.', { problems });
    const files = readFiles(data);
    const changes = this.apply(files, draft);
    try {
      publish(data, changes, files);
    } catch (error) {
      throw new Refused(409, error instanceof Error ? error.message : String(error));
    }
    this.store.setAside(id, 'published');
    return { files: [...changes.keys()].sort() };
  }

  /** What of the data folder changes by a draft; nothing while nothing sound can be made of it. */
  changed(draft: Draft): ReadonlyMap<string, string> {
    try {
      return applyDraft(readFiles(this.folders.data), draft, this.textOf(draft));
    } catch {
      return new Map();
    }
  }

  stored(id: string): StoredDraft {
    let stored: StoredDraft | null;
    try {
      stored = this.store.read(id);
    } catch (error) {
      throw new Refused(404, error instanceof Error ? error.message : String(error));
    }
    if (stored === null) throw new Refused(404, `There is no draft ${JSON.stringify(id)}.`);
    return stored;
  }

  /** The data folder as it is. Reading and checking the shape of all of it takes longer than a letter may take to type. */
  private gathered(): Geodata {
    const files = readFiles(this.folders.data);
    const stamp = createHash('sha256')
      .update([...files].flat().join('\0'))
      .digest('hex');
    if (this.read?.stamp !== stamp) this.read = { stamp, data: gatherFolder(this.folders.data) };
    return this.read.data;
  }

  private apply(files: ReadonlyMap<string, string>, draft: Draft): Map<string, string> {
    try {
      return applyDraft(files, draft, this.textOf(draft));
    } catch (error) {
      throw new Refused(422, error instanceof Error ? error.message : String(error));
    }
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
      points: sites
        .filter(({ item }) => !item.properties.offMap)
        .map(({ item: { properties, geometry } }) => ({ name: properties.names.en, lngLat: geometry.coordinates }))
    };
    return { region, outlets: agents.filter(({ item }) => item.kind === 'outlet').map(({ item }) => item.name) };
  }
}
