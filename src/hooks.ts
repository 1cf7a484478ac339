import type { Transport } from '@sveltejs/kit';
import { isBuildOnly } from '$lib/islands/build-only.ts';

export const transport: Transport = {
  BuildOnly: { encode: (value) => isBuildOnly(value), decode: () => undefined }
};
