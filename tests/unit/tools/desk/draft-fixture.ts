import type { Draft } from '../../../../src/tools/desk/draft.ts';

/** A draft without a thing in it. */
export function emptyDraft(id: string): Draft {
  return {
    format: 1,
    id,
    article: {},
    text: { file: `${id}.txt`, sha256: '', bytes: 0, excluded: [] },
    claims: [],
    joins: [],
    events: [],
    relations: [],
    agents: [],
    origins: [],
    sites: [],
    areas: [],
    codes: {},
    translations: {}
  };
}
