import agents from './schema/agents.schema.json' with { type: 'json' };
import areas from './schema/areas.schema.json' with { type: 'json' };
import article from './schema/article.schema.json' with { type: 'json' };
import codes from './schema/codes.schema.json' with { type: 'json' };
import common from './schema/common.schema.json' with { type: 'json' };
import dataset from './schema/dataset.schema.json' with { type: 'json' };
import events from './schema/events.schema.json' with { type: 'json' };
import external from './schema/external.schema.json' with { type: 'json' };
import gazetteer from './schema/gazetteer.schema.json' with { type: 'json' };
import origins from './schema/origins.schema.json' with { type: 'json' };
import relations from './schema/relations.schema.json' with { type: 'json' };
import sites from './schema/sites.schema.json' with { type: 'json' };
import story from './schema/story.schema.json' with { type: 'json' };
import text from './schema/text.schema.json' with { type: 'json' };
import troops from './schema/troops.schema.json' with { type: 'json' };
import type { FileKind } from './read.ts';

// Imported, not read from the data folder: another region brings data, not another shape. The same files serve editors.

/** The shape of every kind of file. The basemap has none: only its geometry is checked. */
export const SCHEMAS: Record<Exclude<FileKind, 'basemap'>, object> = {
  agents,
  areas,
  article,
  codes,
  dataset,
  events,
  external,
  gazetteer,
  origins,
  relations,
  sites,
  story,
  text,
  troops
};

/** Definitions that the others refer to as `common.schema.json#/definitions/…`. */
export const COMMON = common;
