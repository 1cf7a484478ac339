import { geodataDir, loadDataset } from '$lib/server/dataset.ts';
import { staticNames } from '$lib/server/static-ground.ts';

/** Runs at build only. */
export function load() {
  return { groundNames: staticNames(geodataDir(), loadDataset()) };
}
