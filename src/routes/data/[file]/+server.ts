import { error } from '@sveltejs/kit';
import { DATA_FILES, isDataFile, MEDIA_TYPES } from '$lib/exports/file-names.ts';
import { WRITERS } from '$lib/exports/files.ts';
import { selectAll } from '$lib/exports/selection.ts';
import { english } from '$lib/i18n/catalogues.ts';
import { loadDataset, loadOutline } from '$lib/server/geodata/dataset.ts';
import { sharedIndex } from '$lib/server/pages/shared-data.ts';

export const prerender = true;
export const trailingSlash = 'never';

/** The whole data set as static files, `data/claims.csv` and its kin, at addresses that stay. */
export const entries = () => (mayShare() ? DATA_FILES.map((file) => ({ file })) : []);

/** Whether the source of the data allows its rows to be handed on. */
const mayShare = () => loadOutline().info.sharing === 'all';

export function GET({ params: { file } }) {
  if (!isDataFile(file) || !mayShare()) error(404);
  const index = sharedIndex(loadDataset());
  return new Response(streamOf(WRITERS[file](english, index, selectAll(index))), {
    headers: { 'content-type': MEDIA_TYPES[file] }
  });
}

/** Of many events a file is some hundred megabytes: it is not in memory as a text too. */
function streamOf(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const rest = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = rest.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    }
  });
}
