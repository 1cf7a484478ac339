import { english } from '../../../src/lib/i18n/catalogues.ts';
import { WRITERS } from '../../../src/lib/exports/files.ts';
import type { DataFile } from '../../../src/lib/exports/file-names.ts';
import { selectAll, selectView, type Selected } from '../../../src/lib/exports/selection.ts';
import { indexDataset } from '../../../src/lib/model/index-dataset.ts';
import { decodeView } from '../../../src/lib/model/url.ts';
import { loadDataset } from '../../../src/lib/server/geodata/dataset.ts';
import { numbers, randomView } from '../random-view.ts';

/** The real data set, and what a file of it holds. */
export const index = indexDataset(loadDataset());
export const all = selectAll(index);

export const viewOf = (query: string) => decodeView(new URLSearchParams(query), index).view;
export const fileOf = (file: DataFile, selected: Selected = all) =>
  [...WRITERS[file](english, index, selected)].join('');

/** The whole data set, two views that matter, and a few that nobody chose. */
export const SELECTIONS: [string, Selected][] = [
  ['the whole data set', all],
  ['29 May', selectView(index, viewOf('day=2023-05-29&window=day'))],
  ['29 May as reported by 30 May', selectView(index, viewOf('day=2023-05-29&window=day&asof=2023-05-30'))],
  ['a day without anything', selectView(index, viewOf('day=2023-01-02&window=day'))],
  ...randomSelections(12).map((selected, i): [string, Selected] => [`random view ${i}`, selected])
];

function randomSelections(count: number): Selected[] {
  const random = numbers(19506);
  return Array.from({ length: count }, () => selectView(index, randomView(index, random)));
}
