import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatReport } from '../../lib/server/geodata/problems.ts';
import { hasErrors, validateGeodata } from '../../lib/server/geodata/validate.ts';
import { addBasemap } from '../data-folder/basemap.ts';
import { codesOf, withSymbols } from '../data-folder/codes.ts';
import { infoOf } from '../data-folder/info.ts';
import { slugOf } from '../data-folder/slug.ts';
import { writeJson } from '../data-folder/write-json.ts';
import type { Answers } from './questions.ts';

/**
 * Makes a data folder without events, with its basemap; `dir` is new or empty. Returns what was done, for people. Where
 * the answers make no sound folder, nothing is left of it, and the Error names every problem.
 */
export function writeNew(dir: string, answers: Answers): string {
  mkdirSync(join(dir, 'articles'), { recursive: true });
  const empty = {
    'events.json': { events: [] },
    'agents.json': { agents: [] },
    'origins.json': { origins: [] },
    'sites.geojson': { type: 'FeatureCollection', features: [] }
  };
  const files = { 'dataset.json': infoFrom(answers), 'codes.json': codesFrom(answers), ...empty };
  for (const [file, value] of Object.entries(files)) writeJson(join(dir, file), value);
  const { problems } = validateGeodata(dir);
  if (hasErrors(problems)) {
    for (const file of [...Object.keys(files), 'articles']) rmSync(join(dir, file), { recursive: true });
    throw new Error(`no sound data folder can be made of these answers\n\n${formatReport(problems)}`);
  }
  return addBasemap(dir, answers.bounds, null);
}

/** “Men’s” is two words: the id shows where the apostrophe was. */
const idOf = (text: string) => slugOf(text.replace(/['’]/g, ' '));

function infoFrom({ title, bounds, domain, maker, licence }: Answers): object {
  // It begins with a letter, as the name of the element for embeds does.
  const id = idOf(title).replace(/^[0-9-]+/, '') || 'map';
  return infoOf({
    id,
    title,
    subtitle: `A map by ${maker.name}`,
    description: `${title}: events on a map, each with its sources.`,
    domain,
    bounds,
    notices: [],
    attribution: [{ text: maker.name, href: maker.href }],
    licences: [{ what: 'Events, claims and places', licence: licence.name, href: licence.href, covers: 'claims' }]
  });
}

function codesFrom({ kinds }: Answers): unknown {
  const codes = kinds.map((label, at) => ({
    id: idOf(label).replaceAll('-', '_') || `kind_${at + 1}`,
    label,
    group: 'civic'
  }));
  const measures = ['killed', 'injured', 'detained'].map((id) => ({ id, label: id }));
  return codesOf(withSymbols(codes), [{ id: 'all', label: 'in all' }], measures);
}
