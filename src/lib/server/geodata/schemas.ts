import agents from '../../../../geodata/schema/agents.schema.json' with { type: 'json' };
import areas from '../../../../geodata/schema/areas.schema.json' with { type: 'json' };
import article from '../../../../geodata/schema/article.schema.json' with { type: 'json' };
import codes from '../../../../geodata/schema/codes.schema.json' with { type: 'json' };
import common from '../../../../geodata/schema/common.schema.json' with { type: 'json' };
import dataset from '../../../../geodata/schema/dataset.schema.json' with { type: 'json' };
import events from '../../../../geodata/schema/events.schema.json' with { type: 'json' };
import external from '../../../../geodata/schema/external.schema.json' with { type: 'json' };
import gazetteer from '../../../../geodata/schema/gazetteer.schema.json' with { type: 'json' };
import origins from '../../../../geodata/schema/origins.schema.json' with { type: 'json' };
import relations from '../../../../geodata/schema/relations.schema.json' with { type: 'json' };
import sites from '../../../../geodata/schema/sites.schema.json' with { type: 'json' };
import story from '../../../../geodata/schema/story.schema.json' with { type: 'json' };
import text from '../../../../geodata/schema/text.schema.json' with { type: 'json' };
import troops from '../../../../geodata/schema/troops.schema.json' with { type: 'json' };
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
