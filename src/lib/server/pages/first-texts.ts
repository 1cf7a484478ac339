import { beginningOn } from '../../model/chronicle.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { DatasetIndex } from '../../model/index-dataset.ts';
import { oncePer } from '../../model/once.ts';
import { rowsShown, sceneAt, storylineOf, totalOf } from '../../model/scene.ts';
import { statementsOf } from '../../model/troops.ts';
import { firstView, type ViewState } from '../../model/view.ts';
import type { PackedTexts } from '../../model/texts.ts';
import { LONG } from '../../model/long-lists.ts';
import { isDivided, textsOf } from '../geodata/divide.ts';
import { sharedIndex } from './shared-data.ts';

/**
 * The texts of what a page is prerendered with, where all texts come after it: of the events in its lists, as far as those
 * are prerendered and of what the slider tells of, and of the claims about troops. `undefined` where the data set is whole.
 */
export const firstTexts = oncePer((dataset: Dataset): PackedTexts | undefined => {
  if (!isDivided(dataset)) return undefined;
  const index = sharedIndex(dataset);
  const view = firstView(dataset.info);
  const store = index.store.reported([]);
  const scene = sceneAt(index, view);
  const { counts, pastCount, storeQuery } = scene;
  const listed = [
    ...(totalOf(counts) > LONG ? [] : rowsShown(store, storeQuery)),
    ...(pastCount > LONG ? [] : store.rowsPast(storeQuery))
  ];
  const begins = beginningOn(index, scene).slice(0, 1);
  const positions = [
    ...listed.map((row) => store.columns.event.at(row)),
    ...begins.map(({ event }) => index.store.positionOf(event))
  ];
  return textsOf(dataset, positions, claimsAboutTroops(index, view));
});

function claimsAboutTroops(index: DatasetIndex, view: ViewState): number[] {
  const { tracks } = storylineOf(index, view);
  const about = new Set(tracks ? statementsOf(tracks).map(({ claim }) => claim) : []);
  return index.dataset.claims.flatMap((claim, at) => (about.has(claim) ? [at] : []));
}
