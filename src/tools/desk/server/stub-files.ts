// stub until files/ is here
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Geodata } from '../../../lib/server/geodata/authored.ts';
import type { Draft } from '../draft.ts';
import type { Known } from '../proposals/known.ts';
import type { DraftProblem } from '../wire.ts';

const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
export function takeIn(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('utf8').replace(/\r\n/g, '\n');
  return { text, notes: [] as string[], sha256: sha(text), bytes: Buffer.byteLength(text) };
}
export class DraftStore {
  constructor(readonly dir: string) {}
  list() {
    return existsSync(this.dir)
      ? readdirSync(this.dir).filter((id) => existsSync(join(this.dir, id, 'draft.json')))
      : [];
  }
  read(id: string) {
    const json = readFileSync(join(this.dir, id, 'draft.json'), 'utf8');
    const draft = JSON.parse(json) as Draft;
    return { draft, version: sha(json), text: readFileSync(join(this.dir, id, draft.text.file), 'utf8') };
  }
  create(draft: Draft, text: string) {
    mkdirSync(join(this.dir, draft.id), { recursive: true });
    writeFileSync(join(this.dir, draft.id, draft.text.file), text);
    writeFileSync(join(this.dir, draft.id, 'draft.json'), JSON.stringify(draft));
  }
  write(draft: Draft, version: string) {
    if (this.read(draft.id).version !== version) return null;
    const json = JSON.stringify(draft);
    writeFileSync(join(this.dir, draft.id, 'draft.json'), json);
    return sha(json);
  }
}
export function applyDraft(_files: ReadonlyMap<string, string>, _draft: Draft): Map<string, string> {
  return new Map();
}
export function checkDraft(_dir: string, _draft: Draft, _text: string): DraftProblem[] {
  return [];
}
export function publish(_dir: string, _changes: Map<string, string>): void {}
export function knownOf(data: Geodata, draft: Draft | null): Known {
  const items = <T>(list: { item: T }[]) => list.map(({ item }) => item);
  return {
    agents: [...items(data.agents), ...(draft?.agents ?? [])],
    origins: [...items(data.origins), ...(draft?.origins ?? [])],
    places: [
      ...[...items(data.sites), ...(draft?.sites ?? [])].map(({ properties: p }) => ({
        id: p.id,
        names: p.names,
        kind: p.kind,
        isArea: false,
        offMap: p.offMap
      })),
      ...[...items(data.areas), ...(draft?.areas ?? [])].map(({ properties: p }) => ({
        id: p.id,
        names: p.names,
        kind: p.kind,
        isArea: true,
        offMap: false
      }))
    ],
    codes: {
      ...Object.fromEntries(
        Object.entries(data.codes).map(([k, v]) => [k, [...items(v), ...(draft?.codes[k as 'topics'] ?? [])]])
      )
    } as unknown as Known['codes'],
    events: items(data.events),
    claims: data.claims.map(({ item, article }) => ({ ...item, article: article.item.id })),
    relations: items(data.relations),
    units: [...data.known.unit.ids],
    article: draft?.id ?? '',
    reported: null,
    excluded: [],
    troops: null,
    sentences: []
  };
}
